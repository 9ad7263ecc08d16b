"""Every role in a process of its own: what one receives, another reads, and a third posts."""

from datetime import UTC, datetime

import aiohttp
import pytest

from bot.archive.store import Archive
from bot.domain.feed import SubscriptionOptions
from bot.services.push_sources import add_source
from tests.durability.cluster import Cluster, tell

pytestmark = pytest.mark.timeout(900)  # seconds of a machine that does much else


async def test_what_one_process_receives_is_read_and_posted_by_others(cluster: Cluster, unused_tcp_port: int) -> None:
    await cluster.start("worker", "work")
    await cluster.until(lambda: cluster.tables() and cluster.holder("desk") == "worker")
    await cluster.start("sender", "send")
    await cluster.start("door", "receive", RECEIVE_ADDRESS=f"127.0.0.1:{unused_tcp_port}")
    archive = await Archive.open(cluster.address)
    try:
        made = await add_source(
            archive,
            "discord:guild:10",
            SubscriptionOptions(cluster.channel, "discord:20", name="Rounds"),
            datetime.now(UTC),
        )
    finally:
        await archive.close()
    await cluster.until(lambda: "RECEIVE_ADDRESS" in cluster.log("door"))
    article = {"title": "Round 3", "url": "https://press.example/page/3", "html": tell(3)}
    async with (
        aiohttp.ClientSession(headers={"Authorization": f"Bearer {made.token}"}) as session,
        session.post(f"http://127.0.0.1:{unused_tcp_port}/articles", json=article) as answer,
    ):
        assert answer.status == 202
    await cluster.until(lambda: cluster.told() == {3: 1})
    assert await cluster.end() == {"worker": 0, "sender": 0, "door": 0}
