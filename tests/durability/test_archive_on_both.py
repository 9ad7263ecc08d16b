"""SIGKILL at every statement of each way to store, on both databases: nothing is half; once more changes nothing."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.archive.database import find_damage, open_engines
from bot.archive.schema import metadata
from bot.archive.store import Archive
from bot.domain.feed import Feed, FeedDocument, SubscriptionOptions
from bot.services.push_sources import add_source
from bot.web.feeds.identity import identify_entries
from tests.durability.filer import BEFORE, FETCHED, NOW, OWNERS

ROOT = Path(__file__).parents[2]
State = dict[str, list[Any]]


@pytest.fixture
async def url(database_url: str) -> str:
    """An archive in which two servers follow a feed that was polled once, and one has a source of its own."""
    archive = await Archive.open(database_url)
    for channel, owner in enumerate(OWNERS):
        await archive.feeds.follow(
            owner,
            Feed(id=0, url=FETCHED),
            identify_entries(FeedDocument(None, None, BEFORE)),
            SubscriptionOptions(str(channel), "discord:5"),
            NOW,
        )
    await add_source(archive, OWNERS[0], SubscriptionOptions("0", "discord:5", name="The Bridge Desk"), NOW)
    await archive.close()
    return database_url


@pytest.fixture
async def filer() -> AsyncIterator[asyncio.subprocess.Process]:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.durability.filer", stdin=pipe, stdout=pipe, cwd=ROOT
    )
    yield process
    assert process.stdin
    process.stdin.close()
    await process.wait()


async def run(filer: asyncio.subprocess.Process, url: str, what: str, fatal: int) -> int:
    """How the child ended."""
    assert filer.stdin
    assert filer.stdout
    filer.stdin.write(json.dumps({"url": url, "what": what, "fatal": fatal}).encode() + b"\n")
    return int(await asyncio.wait_for(filer.stdout.readline(), 60))


async def look(url: str) -> State:
    """Every row, in an archive that is sound."""
    engines = open_engines(url)
    async with engines.reader.connect() as connection:
        assert await connection.run_sync(find_damage) is None
        found = {
            table.name: sorted(await connection.execute(select(table)), key=repr) for table in metadata.sorted_tables
        }
    await engines.close()
    return found


@pytest.mark.parametrize(
    ("what", "new"),
    [
        ("poll", {"items": 2, "fates": 4}),
        ("receive", {"items": 1, "fates": 1}),
        ("save", {"texts": 1, "articles": 1, "analyses": 1, "statements": 3}),
    ],
)
async def test_what_is_stored_is_there_wholly_or_not_at_all(
    url: str, filer: asyncio.subprocess.Process, what: str, new: dict[str, int]
) -> None:
    before = await look(url)
    fatal = 1
    while (status := await run(filer, url, what, fatal)) == -signal.SIGKILL:
        assert await look(url) == before, f"killed before statement {fatal}"
        fatal += 1
    assert status == 0
    assert fatal > 6, "each takes more statements than that"
    after = await look(url)
    assert {name: len(after[name]) - len(before[name]) for name in new} == new

    assert await run(filer, url, what, 10_000) == 0
    assert await look(url) == after
