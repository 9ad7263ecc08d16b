"""Faults on loopback: what is refused or lost, and whether it took effect."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from benchmarks.discord_loopback import Form, Loopback
from benchmarks.discord_loopback.faults import Cut, Fault, limited
from benchmarks.discord_loopback.world import Origin, channel_id

CHANNEL = channel_id(0, 0)
PATH = rf"/channels/{CHANNEL}/messages$"
HEADERS = {"Authorization": "Bot invented"}


@pytest.fixture
async def discord() -> AsyncIterator[Loopback]:
    async with Loopback(Form()) as world:
        world.rest.kept = []
        yield world


async def post(discord: Loopback, content: str = "hello") -> int:
    url = f"{discord.api}/channels/{CHANNEL}/messages"
    async with aiohttp.ClientSession(headers=HEADERS) as client, client.post(url, json={"content": content}) as answer:
        await answer.read()
        return answer.status


@pytest.mark.parametrize(("cut", "count"), [(Cut.BEFORE, 0), (Cut.AFTER, 1)])
async def test_a_request_is_cut_off_before_its_effect_or_after(discord: Loopback, cut: Cut, count: int) -> None:
    discord.order(Fault("POST", PATH, cut=cut))
    with pytest.raises(aiohttp.ClientError):
        await post(discord)
    assert len(discord.messages.of(CHANNEL)) == count
    assert await post(discord) == 200
    assert [one.status for one in discord.rest.kept or []] == [0, 200]


@pytest.mark.parametrize(("effect", "count"), [(False, 0), (True, 1)])
async def test_an_error_of_its_own_with_effect_and_without(discord: Loopback, effect: bool, count: int) -> None:
    discord.order(Fault("POST", PATH, status=500, effect=effect))
    assert await post(discord) == 500
    assert len(discord.messages.of(CHANNEL)) == count


async def test_a_limit_tells_how_long_to_wait_and_holds_as_often_as_ordered(discord: Loopback) -> None:
    discord.order(limited(1.5, everywhere=True, times=2, path=PATH))
    assert [await post(discord) for _ in range(3)] == [429, 429, 200]


async def test_what_is_held_waits_and_has_its_effect_first_where_it_is_cut_after_it(discord: Loopback) -> None:
    fault = discord.order(Fault("POST", PATH, cut=Cut.AFTER, hold=True))
    posting = asyncio.create_task(post(discord))
    await fault.reached()
    assert len(discord.messages.of(CHANNEL)) == 1
    assert not posting.done()
    fault.release()
    with pytest.raises(aiohttp.ClientError):
        await posting


async def test_without_a_network_nothing_is_reached(discord: Loopback) -> None:
    discord.lose_network()
    with pytest.raises(aiohttp.ClientError):
        await post(discord)
    discord.find_network()
    assert await post(discord) == 200
    assert len(discord.messages.of(CHANNEL)) == 1


async def test_who_takes_no_direct_messages(discord: Loopback) -> None:
    person = Origin(3, None)
    discord.rest.closed.add(person.channel_id)
    url = f"{discord.api}/channels/{person.channel_id}/messages"
    async with aiohttp.ClientSession(headers=HEADERS) as client, client.post(url, json={"content": "a"}) as answer:
        assert (answer.status, (await answer.json())["code"]) == (403, 50007)


async def test_a_file_comes_along_and_can_be_read_again(discord: Loopback) -> None:
    form = aiohttp.FormData()
    form.add_field("payload_json", '{"attachments": [{"id": 0, "description": "a table"}]}')
    form.add_field("files[0]", b"a,b", filename="said.csv")
    url = f"{discord.api}/channels/{CHANNEL}/messages"
    async with aiohttp.ClientSession(headers=HEADERS) as client:
        async with client.post(url, data=form) as answer:
            (file,) = (await answer.json())["attachments"]
        async with client.get(file["url"]) as answer:
            assert await answer.read() == b"a,b"
    assert (file["filename"], file["description"]) == ("said.csv", "a table")
