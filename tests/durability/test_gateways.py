"""Gateways as real processes: shards are divided and taken over, people are answered, and no model is loaded."""

import asyncio
import time
from itertools import pairwise
from typing import Any

import pytest

from tests.durability.cluster import Cluster
from tests.durability.gateway_fake import SPACING

pytestmark = pytest.mark.timeout(900)  # seconds of a machine that does much else

READY_SECONDS = 3.0
RESIDENT_MB = 200
ACKNOWLEDGED_SECONDS = 3.0
"""Discord's own limit."""
HEAVY = ("onnxruntime", "tokenizers", "trafilatura", "lxml", "typst", "multiprocessing.resource_tracker")


def state(cluster: Cluster) -> dict[str, Any]:
    found: dict[str, Any] = cluster.discord.control("GET", "gateway")
    return found


async def want(cluster: Cluster, *, shards: int, at_once: int) -> None:
    await asyncio.to_thread(cluster.discord.control, "POST", "gateway", {"shards": shards, "at_once": at_once})


def parts(*gateways: list[int]) -> list[list[int]]:
    return sorted(gateways)


async def test_several_gateways_divide_the_shards_and_one_takes_over(cluster: Cluster) -> None:
    await want(cluster, shards=6, at_once=2)
    shared = {"GATEWAY_SHARDS": "6", "GATEWAY_PROCESSES": "2"}
    for name in ("first gateway", "second gateway", "spare gateway"):
        await cluster.start(name, "gateway", **shared)
    await cluster.until(lambda: state(cluster)["sessions"] == list(range(6)))
    opened = state(cluster)["opened"]
    assert [one["shards"] for one in opened] == [6] * 6
    assert state(cluster)["refused"] == 0, "no session was opened before Discord takes it"
    for bucket in (0, 1):
        times = [one["at"] for one in opened if one["shard"] % 2 == bucket]
        assert all(later - earlier >= SPACING for earlier, later in pairwise(times))
    await cluster.until(lambda: len(cluster.ask("SELECT 1 FROM processes")) == 3)
    held = {cluster.holder(f"gateway:{place}/2/6") for place in (0, 1)}
    (spare,) = {"first gateway", "second gateway", "spare gateway"} - held
    lost = cluster.holder("gateway:1/2/6")
    assert lost
    await cluster.kill(lost)
    lost_at = time.monotonic()
    await cluster.until(lambda: cluster.holder("gateway:1/2/6") == spare)
    await cluster.until(lambda: state(cluster)["sessions"] == list(range(6)))
    assert time.monotonic() - lost_at < 60 + 3 * SPACING
    assert state(cluster)["refused"] == 0


async def test_a_gateway_with_another_plan_is_refused(cluster: Cluster) -> None:
    await want(cluster, shards=1, at_once=1)
    await cluster.start("gateway", "gateway")
    await cluster.until(lambda: state(cluster)["sessions"] == [0])
    await cluster.start("other", "gateway", GATEWAY_SHARDS="4", GATEWAY_PROCESSES="2")
    assert await cluster.status("other") == 2
    assert "Another gateway runs with all shards" in cluster.log("other")
    assert "Traceback" not in cluster.log("other")


async def test_a_gateway_is_small_and_has_workers_read(cluster: Cluster) -> None:
    """What is acknowledged at once is read elsewhere, and the answer comes back without a trace."""
    await want(cluster, shards=1, at_once=1)
    await cluster.start("worker", "work")
    await cluster.until(lambda: cluster.tables() and cluster.holder("desk") == "worker")
    await cluster.start("gateway", "gateway")
    await cluster.until(lambda: state(cluster)["sessions"] == [0])
    # what it takes of one core: others may use this machine
    assert cluster.seconds_of_work("gateway") < READY_SECONDS
    cluster.site.open.set()
    asked = {"name": "summarize", "options": {"article": f"http://127.0.0.1:{cluster.site.port}/page/7"}}
    used = await asyncio.to_thread(cluster.discord.control, "POST", "command", asked)
    await cluster.until(lambda: len(answers(cluster, used["id"])) == 2)
    first, second = answers(cluster, used["id"])
    assert first["type"] == 5, "acknowledged first"
    assert first["at"] - used["at"] < ACKNOWLEDGED_SECONDS
    assert "Round 7" in str(second["components"])
    maps = cluster.maps("gateway")
    assert not [name for name in HEAVY if f"/{name}/" in maps]
    assert cluster.resident_mb("gateway") <= RESIDENT_MB
    assert not cluster.children("gateway")
    assert not cluster.ask("SELECT 1 FROM dbos.workflow_status WHERE name = 'errand'"), "nothing of it stays there"


def answers(cluster: Cluster, ident: str) -> list[dict[str, Any]]:
    return [one for one in state(cluster)["answers"] if one["id"] == ident]
