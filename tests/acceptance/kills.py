"""Kills the bot while a message is on its way, and sees that it comes once."""

import asyncio

from benchmarks.discord_loopback.faults import Cut, Fault
from tests.acceptance.harness import Harness, text_of


def count(harness: Harness, channel: str) -> int:
    return len(harness.discord.messages.of(channel))


async def hold(harness: Harness, channel: str, *, cut: Cut) -> Fault:
    """Keep the next message to that channel waiting, before or after it stands there."""
    return harness.discord.order(Fault("POST", rf"/channels/{channel}/messages$", cut=cut, hold=True))


async def killed_while_sending(harness: Harness, channel: str, fault: Fault) -> None:
    """Kill the bot while a message to ``channel`` is on its way, and start it again."""
    await harness.until(lambda: fault.happened)
    await fault.reached()
    before = count(harness, channel)
    await harness.kill()
    fault.release()
    await harness.start()
    assert count(harness, channel) in {before, before + 1}


async def comes_once(harness: Harness, channel: str, words: str) -> None:
    await harness.until(lambda: any(words in text_of(one.tell()) for one in harness.discord.messages.of(channel)))
    await asyncio.sleep(3)  # a look of the dispatcher later, nothing has come again
    found = [one for one in harness.discord.messages.of(channel) if words in text_of(one.tell())]
    assert len(found) == 1
