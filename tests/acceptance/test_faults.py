"""Discord's faults over REST: limits, errors of its own, lost answers, channels that refuse, closed messages."""

import asyncio
import re
from dataclasses import replace

import pytest

from benchmarks.discord_loopback.faults import Cut, Fault, limited
from benchmarks.discord_loopback.world import Json, Origin, channel_id, conversation_id, person_id
from tests.acceptance.conftest import Afterwards
from tests.acceptance.harness import Harness, open_origin, presses_of, text_of
from tests.acceptance.texts import QUARREL, articles

pytestmark = [pytest.mark.acceptance, pytest.mark.asyncio(loop_scope="module")]

CHIEF = Origin()
QUARREL_SITE, REFUSING = 1, 2
OWNER = conversation_id(person_id(0))
FOLLOW_UP = r"/webhooks/\d+/token-\d+"
CALLBACK = r"/interactions/\d+/[^/]+/callback"

people = iter(range(20, 200))
sites = iter(range(10, 50))
texts = iter(articles(12))


@pytest.fixture(scope="module", autouse=True)
def pages(harness: Harness) -> None:
    harness.web.publish(QUARREL_SITE, "quarrel", "Two harbours, one call", QUARREL)


def posts_in(channel: str) -> str:
    return rf"/channels/{channel}/messages$"


async def follow(harness: Harness, channel: int) -> int:
    """Follow a feed of its own in that channel; its site."""
    site = next(sites)
    harness.web.feeds[site] = {}
    here = replace(CHIEF, channel=channel)
    assert "Feed added" in (await harness.use(here, "feed add", url=harness.web.url(site, "feed"))).text
    return site


async def publish(harness: Harness, site: int) -> str:
    """Bring an article to that feed, and have it asked; its title."""
    title, text = next(texts)
    name = re.sub(r"\W+", "-", title)
    harness.web.publish(site, name, title, text)
    harness.poll(site)
    return title


def titled(harness: Harness, channel: str, title: str) -> list[Json]:
    messages = [one.tell() for one in harness.discord.messages.of(channel)]
    return [message for message in messages if title in text_of(message)]


async def comes_once(harness: Harness, channel: str, title: str, *, within: float = 30.0) -> Json:
    await harness.until(lambda: titled(harness, channel, title), within=within)
    await asyncio.sleep(2.5)  # a look of the dispatcher later, nothing has come again
    (message,) = titled(harness, channel, title)
    return message


LIMITS = [
    limited(1.0, everywhere=False, times=2, method="POST|PATCH", path=FOLLOW_UP),
    limited(0.5, everywhere=True, method="POST|PATCH", path=FOLLOW_UP),
    Fault("POST|PATCH", FOLLOW_UP, times=2, status=502),
    Fault("POST|PATCH", FOLLOW_UP, status=500, effect=True),
    Fault("POST|PATCH", FOLLOW_UP, cut=Cut.BEFORE),
    Fault("POST|PATCH", FOLLOW_UP, cut=Cut.AFTER),
    Fault("POST", CALLBACK, cut=Cut.AFTER),
    Fault("POST", CALLBACK, cut=Cut.BEFORE),
]


@pytest.mark.parametrize(
    "fault", LIMITS, ids=lambda fault: f"{fault.path[1:5]} {fault.status} {fault.cut} {fault.effect}"
)
@pytest.mark.parametrize("path", ["whosaid", "help"])
async def test_a_command_is_answered_all_the_same(harness: Harness, fault: Fault, path: str) -> None:
    """Whatever happens to one request, the person reads the answer, and nothing beside it."""
    fault.happened = 0
    harness.discord.order(fault)
    options = {"article": harness.web.url(QUARREL_SITE, "quarrel")} if path == "whosaid" else {}
    told = await harness.use(replace(CHIEF, person=next(people)), path, **options)
    assert fault.happened
    harness.discord.rest.faults.remove(fault)
    assert len(told.messages) == 1
    assert ("Haugseth" if path == "whosaid" else "who said what") in told.text


async def test_an_error_is_told_all_the_same(harness: Harness) -> None:
    for cut in Cut:
        fault = harness.discord.order(Fault("POST|PATCH", FOLLOW_UP, cut=cut))
        told = await harness.use(CHIEF, "summarize", article="short")
        assert fault.happened == 1
        assert "too short" in told.text
        assert not told.asked.thinking


async def test_a_button_is_answered_all_the_same(harness: Harness) -> None:
    told = await harness.use(CHIEF, "summarize", article=harness.web.url(QUARREL_SITE, "quarrel"))
    (message,) = told.messages
    (ident, values), *_ = [one for one in presses_of(message) if ":whosaid:" in one[0]]
    for path in (FOLLOW_UP, CALLBACK):
        harness.discord.order(Fault("POST|PATCH", path, cut=Cut.AFTER))
        seen = await harness.press(CHIEF, message, ident, *values)
        assert "Haugseth" in seen.text
        assert len(seen.messages) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault("POST", "", cut=Cut.AFTER),
        Fault("POST", "", cut=Cut.BEFORE),
        Fault("POST", "", status=500, effect=True),
        limited(0.7, everywhere=False),
        limited(0.7, everywhere=True),
    ],
    ids=lambda fault: f"{fault.status} {fault.cut}",
)
async def test_a_direct_message_is_answered_once(harness: Harness, fault: Fault) -> None:
    person = open_origin(next(people))
    fault.path = posts_in(person.channel_id)
    harness.discord.order(fault)
    await harness.say(person, "hello")
    await asyncio.sleep(0.3)
    (message,) = harness.discord.messages.of(person.channel_id)
    assert fault.happened == 1
    assert "Good to hear" in text_of(message.tell())


async def test_who_takes_no_answer_is_left_in_peace(harness: Harness) -> None:
    person = open_origin(next(people))
    harness.discord.rest.closed.add(person.channel_id)
    with harness.step("closed direct messages"):
        await harness.discord.write(person, "hello")
        await harness.until(lambda: any("the person does not accept messages" in line for line in harness.log_lines()))
    assert not harness.discord.messages.of(person.channel_id)


POSTING = [
    limited(1.2, everywhere=False, times=2),
    limited(1.2, everywhere=True),
    Fault("POST", "", status=503),
    Fault("POST", "", status=500, effect=True),
    Fault("POST", "", cut=Cut.AFTER),
    Fault("POST", "", cut=Cut.BEFORE),
]


async def test_posts_come_once_through_limits_errors_and_lost_answers(harness: Harness) -> None:
    """All at once, each in a channel of its own."""
    channels = {number + 1: fault for number, fault in enumerate(POSTING)}
    followed = {number: await follow(harness, number) for number in channels}
    for number, fault in channels.items():
        fault.path = posts_in(channel_id(0, number))
        harness.discord.order(fault)
    with harness.step("posts through faults"):
        titles = {number: await publish(harness, site) for number, site in followed.items()}
        came = (comes_once(harness, channel_id(0, number), title) for number, title in titles.items())
        await asyncio.gather(*came)
    assert [fault.happened for fault in POSTING] == [fault.times for fault in POSTING]


@pytest.mark.parametrize("turn", [1, 2])
async def test_a_channel_that_refuses_is_told_of_and_goes_on_when_it_may(harness: Harness, turn: int) -> None:
    """Also the second time, soon after the first; nothing is asked in vain meanwhile."""
    channel = channel_id(1, REFUSING)
    chief = Origin(1, 1, REFUSING)
    owner = conversation_id(person_id(1))
    if turn == 1:
        site = next(sites)
        harness.web.feeds[site] = {}
        await harness.use(chief, "feed add", url=harness.web.url(site, "feed"))
        refusing.append(site)
    harness.discord.rest.forbidden.add(channel)
    with harness.step("a channel that refuses"):
        title = await publish(harness, refusing[0])
        await harness.until(lambda: len(harness.discord.messages.of(owner)) == turn)
        assert channel in text_of(harness.discord.messages.of(owner)[-1].tell())
        refused = [one for one in harness.discord.rest.kept or [] if one.status == 403 and channel in one.path]
        assert len(refused) == turn
        assert "cannot post" in (await harness.use(chief, "feed list")).text
        await harness.discord.allow(1, REFUSING, allowed=False)
        await harness.discord.allow(1, REFUSING, allowed=True)
        await comes_once(harness, channel, title)
    assert len(harness.discord.messages.of(owner)) == turn


refusing: list[int] = []


async def test_a_channel_that_is_gone_is_told_of(harness: Harness) -> None:
    channel, chief = channel_id(2, 3), Origin(2, 2, 3)
    owner = conversation_id(person_id(2))
    site = next(sites)
    harness.web.feeds[site] = {}
    await harness.use(chief, "feed add", url=harness.web.url(site, "feed"))
    harness.discord.rest.gone.add(channel)
    title = await publish(harness, site)
    await harness.until(lambda: harness.discord.messages.of(owner))
    assert "gone" in text_of(harness.discord.messages.of(owner)[-1].tell())
    harness.discord.rest.gone.remove(channel)
    assert "resumed" in (await harness.use(chief, "feed resume", number=1)).text
    await comes_once(harness, channel, title)


class TestAfterwards(Afterwards):
    pass
