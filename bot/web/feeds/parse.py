"""Parses a feed's bytes: decodes them, chooses a parser, builds the document. Pure, with bounded sizes.

| untrusted input | result |
|---|---|
| more than ``MAX_BYTES`` | refused |
| entities and document types | removed before parsing, so nothing is expanded or fetched |
| nesting beyond 256 levels | refused |
| thousands of entries | the newest 500 are kept, the rest counted |
| titles of a megabyte | cut, with an ellipsis |
| broken markup | parsed by feedparser, up to a number of tags |
| a web page | refused, naming the feeds that it links to |
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.domain.feed import FeedDocument
from bot.errors import ParseError, TooLargeError
from bot.i18n.messages import Translatable, translatable
from bot.web.feeds.compose import compose_document
from bot.web.feeds.decoding import clean_body
from bot.web.feeds.discovery import find_feeds
from bot.web.feeds.jsonfeed import parse_json_feed
from bot.web.feeds.lenient_parser import parse_leniently
from bot.web.feeds.links import resolve_link
from bot.web.feeds.news_sitemap import parse_news_sitemap
from bot.web.feeds.raw_feed import RawFeed
from bot.web.feeds.telegram_page import parse_telegram_page
from bot.web.feeds.wellformed_parser import parse_wellformed

MAX_BYTES = 5_000_000  # after decompression

_PAGE = re.compile(rb"<(?:html|head|body)\b", re.IGNORECASE)
_NAMED = 5  # feeds named in an error message


def parse_feed(body: bytes, *, url: str, headers: Mapping[str, str], now: datetime | None = None) -> FeedDocument:
    """Parse the feed ``body``, fetched from ``url``: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed
    1.x, news sitemaps, public pages of Telegram channels.

    ``headers`` are the response's. An entry dated more than a day after ``now`` counts as undated; ``now`` defaults to
    the response's Date, and without either no date counts as too far ahead. Raises ``ParseError`` if it is no feed,
    naming the feeds of a page; ``TooLargeError`` over ``MAX_BYTES``.
    """
    if len(body) > MAX_BYTES:
        raise TooLargeError(translatable("feeds-too-large", limit=MAX_BYTES // 1_000_000), resource=url)
    data = clean_body(body, headers)
    if not data:
        raise ParseError(translatable("feeds-empty"), resource=url)
    raw = _read(data, url)
    if raw is None:
        raise _no_feed(body, data, url)
    return compose_document(
        raw,
        url=resolve_link(_header(headers, "content-location"), url) or url,
        now=now or _find_date(headers),
        fetched_from=url,
    )


def _read(data: bytes, url: str) -> RawFeed | None:
    if data.startswith(b"{"):
        return parse_json_feed(data)
    if _PAGE.match(data):
        return parse_telegram_page(data)
    return parse_news_sitemap(data) or parse_wellformed(data, url=url) or parse_leniently(data, url=url)


def _no_feed(body: bytes, data: bytes, url: str) -> ParseError:
    feeds = [feed.url for feed in find_feeds(body, url=url) if feed.url != url] if _PAGE.search(data[:10_000]) else []
    if feeds:
        named: str | Translatable = ", ".join(feeds[:_NAMED])
        if len(feeds) > _NAMED:
            named = translatable("feeds-and-more", named=named, count=len(feeds) - _NAMED)
        return ParseError(translatable("feeds-page-names", named=named), resource=url)
    if _PAGE.search(data[:10_000]):
        return ParseError(translatable("feeds-page-names-none"), resource=url)
    return ParseError(translatable("feeds-no-feed"), resource=url)


def _header(headers: Mapping[str, str], name: str) -> str | None:
    return next((value for key, value in headers.items() if key.lower() == name), None)


def _find_date(headers: Mapping[str, str]) -> datetime | None:
    """When the server responded, by its own clock, which also dates its entries."""
    value = _header(headers, "date")
    try:
        date = parsedate_to_datetime(value) if value else None
    except (ValueError, OverflowError):
        return None
    return date.replace(tzinfo=UTC) if date and date.tzinfo is None else date
