"""A kill while a scheduled digest is sent, in a process of its own: the digest comes at a whole minute by the clock."""

import asyncio
from datetime import UTC, datetime

import pytest

from benchmarks.discord_loopback.faults import Cut
from benchmarks.discord_loopback.world import Origin
from tests.acceptance.conftest import Afterwards
from tests.acceptance.harness import Harness, minute_ahead
from tests.acceptance.kills import comes_once, count, hold, killed_while_sending
from tests.acceptance.texts import articles

pytestmark = [pytest.mark.acceptance, pytest.mark.asyncio(loop_scope="module")]

DIGEST = Origin(1, 1)


async def test_killed_with_a_digest_due(harness: Harness) -> None:
    harness.web.feeds[1] = {}
    await harness.use(DIGEST, "feed add", url=harness.web.url(1, "feed"), deliver="digest")
    (article,) = articles(1)
    harness.web.publish(1, "first", *article)
    harness.poll(1)
    await harness.until(lambda: harness.read("SELECT 1 FROM items WHERE article_id IS NOT NULL"))
    fault = await hold(harness, DIGEST.channel_id, cut=Cut.AFTER)
    due = minute_ahead()
    told = await harness.use(DIGEST, "digest schedule", time=f"{due:%H:%M}", timezone="UTC")
    assert "Digest scheduled" in told.text
    with harness.step("waiting for a digest"):
        await asyncio.sleep((due - datetime.now(UTC)).total_seconds())
        await harness.until(lambda: fault.happened, within=40)
    await killed_while_sending(harness, DIGEST.channel_id, fault)
    await comes_once(harness, DIGEST.channel_id, article[0])
    assert count(harness, DIGEST.channel_id) == 1


class TestAfterwards(Afterwards):
    pass
