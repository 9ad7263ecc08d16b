"""The gateway's faults: closed with every kind of code, invalid sessions, a network that is gone for a while."""

import asyncio
import re
import time

import pytest

from benchmarks.discord_loopback.world import Origin, channel_id
from tests.acceptance.conftest import Afterwards
from tests.acceptance.figures import FIGURES
from tests.acceptance.harness import Harness, open_origin, text_of
from tests.acceptance.texts import HARBOUR, QUARREL

pytestmark = [pytest.mark.acceptance, pytest.mark.asyncio(loop_scope="module")]

CHIEF = Origin()
ALONE = open_origin(30)
FEED = 1
BACK_WITHIN = 20.0
"""Seconds in which the bot is connected again, whatever happened to its connection."""
AWAY = 25.0
"""Seconds without network."""


async def is_back(harness: Harness, *, within: float = BACK_WITHIN) -> float:
    """Wait until the bot is connected and answers; how long that took."""
    began = time.monotonic()
    await harness.until(harness.discord.gateway.connected, within=within)
    await harness.use(CHIEF, "help")
    return time.monotonic() - began


RESUMED = [4000, 1001, 4008]
ANEW = [4007, 4009]


@pytest.fixture(scope="module", autouse=True)
def expected(harness: Harness) -> None:
    """discord.py tells of every connection that breaks off."""
    harness.expected.append(re.compile("Attempting a reconnect"))


@pytest.mark.parametrize("code", [*RESUMED, *ANEW])
async def test_a_closed_connection_is_opened_again(harness: Harness, code: int) -> None:
    gateway = harness.discord.gateway
    resumed, opened = gateway.resumed, len(gateway.opened)
    with harness.step(f"gateway closed with {code}"):
        await gateway.close(code)
        await harness.until(lambda: gateway.resumed > resumed or len(gateway.opened) > opened, within=BACK_WITHIN)
        await is_back(harness)


async def test_discord_asks_to_reconnect(harness: Harness) -> None:
    resumed = harness.discord.gateway.resumed
    with harness.step("asked to reconnect"):
        await harness.discord.gateway.ask_to_reconnect()
        await harness.until(lambda: harness.discord.gateway.resumed > resumed, within=BACK_WITHIN)
        await is_back(harness)


@pytest.mark.parametrize("resumable", [True, False])
async def test_an_invalid_session(harness: Harness, resumable: bool) -> None:
    gateway = harness.discord.gateway
    resumed, opened = gateway.resumed, len(gateway.opened)
    with harness.step("invalid session"):
        await gateway.invalidate(resumable=resumable)
        await harness.until(lambda: gateway.resumed > resumed or len(gateway.opened) > opened, within=BACK_WITHIN)
        await is_back(harness)


async def test_what_was_said_meanwhile_is_heard_after_resuming(harness: Harness) -> None:
    """The connection breaks without a farewell; a message comes before it is there again."""
    gateway = harness.discord.gateway
    resumed = gateway.resumed
    with harness.step("connection broken off"):
        gateway.cut()
        await harness.until(lambda: not gateway.connected())
        await harness.discord.write(ALONE, "hello")
        await harness.until(lambda: gateway.resumed > resumed, within=BACK_WITHIN)
        (message,) = await harness.posted(ALONE.channel_id, 1)
    assert "Good to hear" in text_of(message)


async def test_the_network_is_gone_for_a_while(harness: Harness) -> None:
    """An item comes meanwhile; afterwards the bot is back soon, and posts it once."""
    harness.web.feeds[FEED] = {}
    assert "Feed added" in (await harness.use(CHIEF, "feed add", url=harness.web.url(FEED, "feed"))).text
    with harness.step("network gone"):
        harness.discord.lose_network()
        harness.web.publish(FEED, "harbour", "The Marigold sails", HARBOUR)
        harness.poll(FEED)
        await asyncio.sleep(AWAY)
        assert not harness.discord.messages.of(channel_id(0, 0))
        harness.discord.find_network()
        FIGURES.alerts["connected after 25 s without network"] = await is_back(harness)
        (message,) = await harness.posted(channel_id(0, 0), 1, within=60)
        await asyncio.sleep(3)
    assert "The Marigold sails" in text_of(message)
    assert len(harness.discord.messages.of(channel_id(0, 0))) == 1


async def test_a_text_that_is_read_meanwhile_is_answered(harness: Harness) -> None:
    """The gateway closes between a question and its answer: that goes over REST, and needs no gateway."""
    asked = await harness.discord.use(ALONE, "whosaid", {"article": QUARREL})
    await harness.discord.gateway.close(4000)
    assert "Haugseth" in (await harness.settled(asked)).text
    await is_back(harness)


class TestAfterwards(Afterwards):
    pass
