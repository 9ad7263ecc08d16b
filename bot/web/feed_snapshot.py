"""A feed's body to what a poll files: the document and its entries with their identities. Made for a worker's hands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.domain.feed import FeedDocument
from bot.web.feeds.identity import IdentifiedEntry


@dataclass(frozen=True, slots=True)
class FeedSnapshot:
    """What a feed shows: its ``document`` without the entries, which are in ``entries``, each identity once."""

    document: FeedDocument
    entries: tuple[IdentifiedEntry, ...]


def read_snapshot(body: bytes, *, url: str, headers: Mapping[str, str], now: datetime) -> FeedSnapshot:
    """Parse ``body`` as a feed that ``url`` answered with ``headers``. Raises ``ParseError``, ``TooLargeError``."""
    from bot.web.feeds import identity, parse  # noqa: PLC0415 - see bot.web.parsers: only workers parse

    document = parse.parse_feed(body, url=url, headers=headers, now=now)
    return FeedSnapshot(replace(document, entries=()), identity.identify_entries(document))


def load_parsers() -> None:
    """Load what reading snapshots needs, so that a worker's first one is as quick as the others."""
    read_snapshot(
        b"<rss version='2.0'><channel/></rss>", url="https://feed.invalid/", headers={}, now=datetime.now(UTC)
    )
