"""The parsers, imported on use: a process that parses in its workers never loads lxml and trafilatura itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.domain.article import Article
from bot.domain.feed import Entry, FeedDocument, FeedLink, OutlineFeed
from bot.web.feeds.identity import IdentifiedEntry


def parse_page(body: bytes, *, url: str | None, headers: Mapping[str, str]) -> Article:
    """See :func:`bot.web.pages.page.parse_page`."""
    from bot.web.pages import page  # noqa: PLC0415 - see above

    return page.parse_page(body, url=url, headers=headers)


def parse_upload(name: str, body: bytes) -> Article:
    """See :func:`bot.web.pages.upload.parse_upload`."""
    from bot.web.pages import upload  # noqa: PLC0415 - see above

    return upload.parse_upload(name, body)


def parse_entry_article(entry: Entry, *, site: str | None = None, source: str | None = None) -> Article | None:
    """See :func:`bot.web.feeds.entry_article.parse_entry_article`."""
    from bot.web.feeds import entry_article  # noqa: PLC0415 - see above

    return entry_article.parse_entry_article(entry, site=site, source=source)


def parse_feed(body: bytes, *, url: str, headers: Mapping[str, str], now: datetime | None = None) -> FeedDocument:
    """See :func:`bot.web.feeds.parse.parse_feed`."""
    from bot.web.feeds import parse  # noqa: PLC0415 - see above

    return parse.parse_feed(body, url=url, headers=headers, now=now)


def find_feeds(body: bytes, *, url: str) -> tuple[FeedLink, ...]:
    """See :func:`bot.web.feeds.discovery.find_feeds`."""
    from bot.web.feeds import discovery  # noqa: PLC0415 - see above

    return discovery.find_feeds(body, url=url)


def find_news_sitemaps(robots: bytes) -> tuple[str, ...]:
    """See :func:`bot.web.feeds.news_sitemap.find_news_sitemaps`."""
    from bot.web.feeds import news_sitemap  # noqa: PLC0415 - see above

    return news_sitemap.find_news_sitemaps(robots)


def parse_feed_list(body: bytes) -> tuple[OutlineFeed, ...]:
    """See :func:`bot.web.feeds.feed_list.parse_feed_list`."""
    from bot.web.feeds import feed_list  # noqa: PLC0415 - see above

    return feed_list.parse_feed_list(body)


def parse_opml(body: bytes) -> tuple[OutlineFeed, ...]:
    """See :func:`bot.web.feeds.opml.parse_opml`."""
    from bot.web.feeds import opml  # noqa: PLC0415 - see above

    return opml.parse_opml(body)


def write_opml(feeds: Iterable[OutlineFeed], title: str, now: datetime) -> bytes:
    """See :func:`bot.web.feeds.opml.write_opml`."""
    from bot.web.feeds import opml  # noqa: PLC0415 - see above

    return opml.write_opml(feeds, title, now)


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
