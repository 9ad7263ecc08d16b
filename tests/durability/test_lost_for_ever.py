"""Several processes on one PostgreSQL: some die and never come back, the server restarts, and all is posted once.

The processes are ``python -m bot run --roles …`` as an operator starts them, with the released model. The sites and
Discord are invented and on loopback.
"""

import asyncio
import time

import pytest

from tests.databases import control_server
from tests.durability.cluster import Cluster

pytestmark = pytest.mark.timeout(900)  # seconds of a machine that does much else

MINUTE = 60.0


async def test_machines_lost_for_ever_and_a_database_that_restarts(cluster: Cluster) -> None:
    await start_one_after_the_other(cluster)
    await lose_half_of_them(cluster)
    await restart_the_database(cluster)
    assert await cluster.end() == {"second worker": 0, "second sender": 0}


async def start_one_after_the_other(cluster: Cluster) -> None:
    """The first of each holds what only one may do."""
    for name, roles, lease in (("first worker", "work", "desk"), ("first sender", "send", "sender")):
        await cluster.start(name, roles)
        await cluster.until(lambda lease=lease, name=name: cluster.tables() and cluster.holder(lease) == name)
    await cluster.start("second worker", "work")
    await cluster.start("second sender", "send")
    await cluster.until(lambda: len(cluster.ask("SELECT 1 FROM processes")) == 4)


async def lose_half_of_them(cluster: Cluster) -> None:
    """The worker at the desk and the sender die with work in their hands, and what is due is done without them."""
    fault = {"path": r"/channels/\d+/messages", "kill": cluster.pid("first sender"), "when": "stored"}
    cluster.discord.control("POST", "faults", fault)
    await cluster.publish("before", range(12))
    await cluster.until(lambda: cluster.begun("first worker") and cluster.begun("second worker") and cluster.site.asked)
    await cluster.kill("first worker")
    lost_at = time.monotonic()
    cluster.site.open.set()
    await cluster.see_dead("first sender")
    await cluster.until(lambda: cluster.told() == dict.fromkeys(range(12), 1) and settled(cluster), MINUTE)
    assert time.monotonic() - lost_at < MINUTE
    assert cluster.holder("desk") == "second worker"


def settled(cluster: Cluster) -> bool:
    """Whether nothing of the archive is on its way."""
    return not cluster.ask("SELECT 1 FROM posts WHERE state <> 'sent'") and not cluster.ask(
        "SELECT 1 FROM items WHERE retry_at IS NOT NULL"
    )


async def restart_the_database(cluster: Cluster) -> None:
    """In the middle of work, for longer than it takes to notice."""
    cluster.site.open.clear()
    await cluster.publish("after", range(12, 24))
    await cluster.until(lambda: cluster.begun("second worker"))
    await asyncio.to_thread(control_server, cluster.server.folder, "stop", mode="fast")
    cluster.site.open.set()
    await asyncio.sleep(8)
    await asyncio.to_thread(control_server, cluster.server.folder, "start")
    await cluster.until(lambda: cluster.told() == dict.fromkeys(range(24), 1) and settled(cluster))
    assert len(cluster.ask("SELECT 1 FROM processes")) == 2, "nobody was taken for lost"
