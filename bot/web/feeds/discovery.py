"""Finds the feeds that a web page links to. Guesses nothing, so that adding a feed costs its source few requests."""

import re
from collections.abc import Iterator

from lxml import etree

from bot.domain.feed import FeedLink
from bot.web.charset import decode
from bot.web.feeds.links import resolve_link
from bot.web.feeds.plain_text import parse_html, plain_text
from bot.web.media_types import find_media_type

MAX_FEEDS = 20
MAX_BYTES = 2_000_000  # of the page; feed links are in its head or footer

_TYPES = {
    "application/rss+xml": "RSS",
    "application/atom+xml": "Atom",
    "application/rdf+xml": "RSS",
    "application/feed+json": "JSON Feed",
    "application/json": "JSON Feed",
    "application/xml": "feed",
    "text/xml": "feed",
}
_MARKED = {"alternate", "feed"}
_COMMENTS = re.compile(r"\bcomments?\b", re.IGNORECASE)
_FEED_PATH = re.compile(
    r"(?:/(?:rss|atom|feeds?)(?:/|\.xml|\.php|\.json|$)|\.(?:rss|atom|rdf)$|[/_-](?:rss|atom|feed)[\w-]{0,60}+\.xml$)",
    re.IGNORECASE,
)


def find_feeds(body: bytes, *, url: str) -> tuple[FeedLink, ...]:
    """At most ``MAX_FEEDS`` feeds that a page links to, comment feeds last; anchors only if it declares none."""
    root = parse_html(decode(body[:MAX_BYTES]).encode("utf-8", "replace"))
    if root is None:
        return ()
    base = next((resolve_link(found.get("href"), url) for found in root.iter("base")), None) or url
    declared = sorted(_first(_find_declared(root, base)), key=lambda feed: bool(_COMMENTS.search(feed.title or "")))
    return tuple(declared[:MAX_FEEDS] or _first(_find_anchors(root, base)))


def _find_declared(root: etree._Element, base: str) -> Iterator[FeedLink]:
    for element in root.iter("link"):
        kind = _TYPES.get(find_media_type(element.get("type")))
        marks = (element.get("rel") or "").lower().split()
        if kind is None and "feed" in marks:
            kind = "feed"
        address = resolve_link(element.get("href"), base)
        if kind == "JSON Feed" and address and "/wp-json/" in address:  # WordPress declares its REST API
            continue
        if kind and address and _MARKED & set(marks):
            yield FeedLink(address, plain_text(element.get("title"), markup=False, limit=200), kind)


def _find_anchors(root: etree._Element, base: str) -> Iterator[FeedLink]:
    for element in root.iter("a"):
        href = element.get("href")
        address = resolve_link(href, base) if href and len(href) < 1_000 else None
        if address and _FEED_PATH.search(address.partition("?")[0].partition("#")[0]):
            title = plain_text("".join(map(str, element.itertext())), markup=False, limit=200)
            yield FeedLink(address, title, declared=False)


def _first(feeds: Iterator[FeedLink]) -> list[FeedLink]:
    """The first ``MAX_FEEDS`` distinct addresses."""
    found: dict[str, FeedLink] = {}
    for feed in feeds:
        found.setdefault(feed.url, feed)
        if len(found) == MAX_FEEDS:
            break
    return list(found.values())
