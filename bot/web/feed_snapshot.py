"""Parses a feed's body into its document and identified entries. Runs in a worker process."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.domain.feed import FeedDocument
from bot.web.feeds.identity import IdentifiedEntry


@dataclass(frozen=True, slots=True)
class FeedSnapshot:
    """A parsed feed: its ``document`` without entries, and its ``entries``, each identity once."""

    document: FeedDocument
    entries: tuple[IdentifiedEntry, ...]


def read_snapshot(body: bytes, *, url: str, headers: Mapping[str, str], now: datetime) -> FeedSnapshot:
    """Parse ``body``, fetched from ``url`` with ``headers``, as a feed. Raises ``ParseError``, ``TooLargeError``."""
    from bot.web.feeds import identity, parse  # noqa: PLC0415 - see bot.web.parsers: only workers parse

    document = parse.parse_feed(body, url=url, headers=headers, now=now)
    return FeedSnapshot(replace(document, entries=()), identity.identify_entries(document))


def load_parsers() -> None:
    """Import the parsers, so that a worker's first snapshot is as fast as the others."""
    read_snapshot(
        b"<rss version='2.0'><channel/></rss>", url="https://feed.invalid/", headers={}, now=datetime.now(UTC)
    )
