"""A program that stores what a feed shows, a newsroom sends or a reader finds, and dies before a given statement.

Each line it reads is JSON: {"url", "what": "poll", "receive" or "save", "fatal"}; see :mod:`tests.durability.forks`.
"""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import event

from bot.archive.store import Archive
from bot.domain.feed import Entry, FeedDocument, FeedHealth
from bot.web.feeds.identity import identify_entries
from tests.durability.forks import carry_out, die_at
from tests.unit.archive.invented import READING

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
OWNERS = ("discord:guild:1", "discord:guild:2")
FETCHED = "https://press.example/feed"
BEFORE = tuple(Entry(guid=str(number), title=f"Bridge {number}") for number in range(3))
# one is gone, one edited, two are new
AFTER = (replace(BEFORE[1], title="Bridge 1 reopened"), BEFORE[2], Entry(guid="3"), Entry(guid="4"))
SENT = Entry(link="https://press.example/bridge", title="Bridge", content="Ana Brod spoke.", media_type="text/plain")


async def file(url: str, what: str, fatal: int) -> None:
    """Do it once; die by SIGKILL before the ``fatal``-th statement after the archive was opened."""
    archive = await Archive.open(url)
    sources = {one.feed.kind: one.feed for one in await archive.feeds.followed(OWNERS[0])}
    pass_by = die_at(fatal)
    for moment in ("before_cursor_execute", "commit"):
        event.listen(archive._engines.writer.sync_engine, moment, pass_by)
    if what == "receive":
        await archive.received.receive(sources["push"], SENT, LATER)
    elif what == "save":
        await archive.save_reading(READING)
    else:
        polled = replace(sources["poll"], health=FeedHealth.HEALTHY, last_polled_at=LATER, etag='"2"')
        entries = identify_entries(FeedDocument(None, None, AFTER))
        await archive.feeds.save_poll(polled, entries, LATER, first=False)
    os._exit(0)  # no close: whoever is killed a moment later does not close either


if __name__ == "__main__":
    carry_out(lambda order: file(order["url"], order["what"], order["fatal"]))
