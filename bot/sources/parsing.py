"""The parsers by name: a program that lets its workers parse never loads lxml and trafilatura itself."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.domain.article import Article
from bot.domain.feed import Entry, FeedDocument, FeedLink, OutlineFeed

LIST_BYTES = 2_000_000
"""How large a list of feeds may be; it stands here for those who measure one and let others read it."""


def parse_page(body: bytes, *, url: str | None, headers: Mapping[str, str]) -> Article:
    """See :func:`bot.sources.page.parse_page`."""
    from bot.web.pages import page  # noqa: PLC0415 - see above

    return page.parse_page(body, url=url, headers=headers)


def parse_upload(name: str, body: bytes) -> Article:
    """See :func:`bot.sources.upload.parse_upload`."""
    from bot.web.pages import upload  # noqa: PLC0415 - see above

    return upload.parse_upload(name, body)


def parse_entry_article(entry: Entry, *, site: str | None = None, source: str | None = None) -> Article | None:
    """See :func:`bot.sources.feeds.carried.parse_entry_article`."""
    from bot.sources.feeds import entry_article  # noqa: PLC0415 - see above

    return entry_article.parse_entry_article(entry, site=site, source=source)


def parse_feed(body: bytes, *, url: str, headers: Mapping[str, str], now: datetime | None = None) -> FeedDocument:
    """See :func:`bot.sources.feeds.parse.parse_feed`."""
    from bot.sources.feeds import parse  # noqa: PLC0415 - see above

    return parse.parse_feed(body, url=url, headers=headers, now=now)


def find_feeds(body: bytes, *, url: str) -> tuple[FeedLink, ...]:
    """See :func:`bot.sources.feeds.discovery.find_feeds`."""
    from bot.sources.feeds import discovery  # noqa: PLC0415 - see above

    return discovery.find_feeds(body, url=url)


def parse_opml(body: bytes) -> tuple[OutlineFeed, ...]:
    """See :func:`bot.sources.feeds.opml.parse_opml`."""
    from bot.sources.feeds import opml  # noqa: PLC0415 - see above

    return opml.parse_opml(body)


def write_opml(feeds: Iterable[OutlineFeed], title: str, now: datetime) -> bytes:
    """See :func:`bot.sources.feeds.opml.write_opml`."""
    from bot.sources.feeds import opml  # noqa: PLC0415 - see above

    return opml.write_opml(feeds, title, now)
