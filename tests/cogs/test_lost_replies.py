"""Discord does what it is asked, and its reply is lost: one answer stands, no error beside it, nothing is left open."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import discord
import pytest
import simcord
from simcord.http.client import FakeHTTPClient, FakeWebhookAdapter

from bot.gateway import request_retries
from tests.cogs.conftest import MemoryArchive
from tests.cogs.invented import TEXT, URL
from tests.cogs.posted import text_of

Lose = Callable[..., None]


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_retries, "_PAUSES", (0.0, 0.0, 0.0))


@pytest.fixture
def lose(monkeypatch: pytest.MonkeyPatch) -> Lose:
    """Break the connection at requests of a method and end of path: ``times``, ``after`` Discord did them or before."""
    faults: list[dict[str, Any]] = []

    def wrap(request: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def wrapped(self: Any, route: Any, *args: Any, **kwargs: Any) -> Any:
            fault = next(
                (one for one in faults if one["method"] == route.method and route.url.endswith(one["path"])), None
            )
            if fault is None or not fault["times"]:
                return await request(self, route, *args, **kwargs)
            fault["times"] -= 1
            if fault["after"]:
                await request(self, route, *args, **kwargs)
            raise aiohttp.ServerDisconnectedError("injected by test")

        return wrapped

    monkeypatch.setattr(FakeWebhookAdapter, "request", wrap(FakeWebhookAdapter.request))
    monkeypatch.setattr(FakeHTTPClient, "request", wrap(FakeHTTPClient.request))

    def add(method: str, path: str, *, times: int = 1, after: bool = True) -> None:
        faults.append({"method": method, "path": path, "times": times, "after": after})

    return add


async def whosaid(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> simcord.InteractionResult:
    return await member.slash(channel, "whosaid", article=URL)


def check_one_answer(result: simcord.InteractionResult) -> None:
    assert result.response
    assert "**Torvald Haugseth**" in text_of(result.response)
    assert not result.response.flags.loading
    assert not result.followups


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("after", [True, False])
async def test_an_answer_whose_reply_is_lost_stands_alone(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, lose: Lose, times: int, after: bool
) -> None:
    lose("PATCH", "@original", times=times, after=after)
    check_one_answer(await whosaid(channel, member))


async def test_an_answer_whose_replies_are_all_lost_is_not_written_over(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, lose: Lose
) -> None:
    lose("PATCH", "@original", times=4)
    check_one_answer(await whosaid(channel, member))


async def test_an_answer_that_never_arrived_is_told_to_be_none(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, lose: Lose
) -> None:
    lose("PATCH", "@original", times=4, after=False)
    result = await whosaid(channel, member)
    (answer,) = result.followups
    assert answer.ephemeral
    assert text_of(answer).startswith("Something went wrong inside Attaché.")
    assert result.response is None, "the announcement is removed"


@pytest.mark.parametrize("times", [1, 3])
async def test_a_lost_acknowledgement_leaves_nothing_open(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, lose: Lose, times: int
) -> None:
    lose("POST", "/callback", times=times)
    check_one_answer(await whosaid(channel, member))


async def test_an_acknowledgement_that_never_arrived_is_made_again(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, lose: Lose
) -> None:
    lose("POST", "/callback", after=False)
    check_one_answer(await whosaid(channel, member))


async def test_a_first_answer_whose_reply_is_lost_stands_alone(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, lose: Lose
) -> None:
    lose("POST", "/callback")
    result = await member.slash(channel, "help")
    assert result.response
    assert not result.followups


async def test_an_error_whose_reply_is_lost_is_told_once(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, lose: Lose
) -> None:
    lose("PATCH", "@original")
    lose("DELETE", "@original")
    result = await member.slash(channel, "whosaid", article="https://nowhere.example/")
    (answer,) = result.followups
    assert text_of(answer) == "The page was not found. Check the link."
    assert result.response is None


@pytest.mark.parametrize("times", [1, 3, 4])
async def test_a_direct_message_is_answered_once(env: simcord.Env, lose: Lose, times: int) -> None:
    """simcord makes a second message of a nonce, as Discord does not: so it is the nonces that are counted."""
    reader = env.create_user("reader")
    lose("POST", "/messages", times=times)
    await reader.send_dm(TEXT)
    sent = [request for request in env.http_requests if request.method == "POST" and request.path.endswith("/messages")]
    bodies = [request.json or {} for request in sent]
    assert all(body["enforce_nonce"] for body in bodies)
    assert len({body["nonce"] for body in bodies}) <= 2
    assert not any("Something went wrong" in str(body) for body in bodies)


async def test_two_answers_to_one_message_are_two(env: simcord.Env) -> None:
    reader = env.create_user("reader")
    await reader.send_dm(TEXT)
    bodies = [request.json or {} for request in env.http_requests if request.path.endswith("/messages")]
    assert len({body["nonce"] for body in bodies}) == 2
    assert all(len(body["nonce"]) <= 25 for body in bodies)


async def test_typing_that_cannot_be_shown_stops_no_answer(
    env: simcord.Env, lose: Lose, archive: MemoryArchive
) -> None:
    reader = env.create_user("reader")
    lose("POST", "/typing", after=False)
    await reader.send_dm(TEXT)
    assert archive.readings
    assert not any("Something went wrong" in str(request.json) for request in env.http_requests)


@pytest.mark.parametrize(
    "ident",
    [
        f"b:frobnicate:{'0' * 20}:0:", f"b:summary:{'0' * 19}:0:", "b:summary", "x", "b:twosides:zz:0:",
        f"b:twosides:{'0' * 20}:0:a|b", f"b:twosides:{'0' * 20}:0:a|b|c|d", f"b:said:{'0' * 20}:0:<zz",
        f"b:said:{'0' * 20}:0:|zzzzzzzzzzzzzz|||who|about", f"b:said:{'0' * 20}:0:<zzzzzzzzzzzzzzzzzzzz|||||x",
        f"b:saidfile:{'1' * 20}:0:<zzzzzzzzzzzzzzzzzzzzzzzz", f"b:found:{'0' * 20}:0:zz", f"b:context:{'0' * 20}:0:9-1",
        f"b:position:{'0' * 20}:0:", f"b:fates:{'0' * 20}:0:99999999999999999999999:9", f"b:summary:{'0' * 20}:0:0",
        f"b:fates:{'0' * 20}:0:٣", f"b:unwatch:{'0' * 20}:0:²", f"t:found:{'0' * 20}:1:",
    ],
)  # fmt: skip
async def test_a_button_of_another_version_is_told_to_be_one(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor, ident: str
) -> None:
    view = discord.ui.LayoutView(timeout=None)
    button: discord.ui.Button[Any] = discord.ui.Button(label="Old", custom_id=ident)
    view.add_item(discord.ui.Container(discord.ui.TextDisplay("…"), discord.ui.ActionRow(button)))
    place = env.bot.get_channel(channel.id)
    assert isinstance(place, discord.TextChannel)
    posted = await place.send(view=view)
    result = await member.click(posted, custom_id=ident)
    answer = result.followups[0] if result.followups else result.response
    assert answer is not None
    assert answer.ephemeral
    assert "Something went wrong" not in text_of(answer)
    assert text_of(answer).count(".") >= 1
