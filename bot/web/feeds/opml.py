"""Reads and writes OPML 2.0 (opml.org), the format in which feed readers exchange lists of feeds.

Listparser (MIT, by feedparser's author) is the best maintained library, last released in March 2024, and only reads. It
would save finding one attribute of one element, which is not worth hardening another parser: the parser here has the
bounds of :mod:`bot.web.feeds.wellformed_parser` and recovers from errors, because real lists contain addresses with
bare ampersands.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime

from lxml import etree

from bot.domain.feed import LIST_BYTES, OutlineFeed
from bot.domain.text import normalise_text
from bot.errors import ParseError, TooLargeError
from bot.i18n.messages import translatable
from bot.web.feeds.decoding import clean_body, drop_forbidden
from bot.web.feeds.links import resolve_link
from bot.web.feeds.wellformed_parser import make_parser

MAX_FEEDS = 2_000
MAX_NAME = 200  # characters of a title or a folder's name
MAX_FOLDERS = 8  # levels; deeper folders become part of the eighth

_BARE = re.compile(rb"&(?!#?\w{1,32};)")


def parse_opml(body: bytes) -> tuple[OutlineFeed, ...]:
    """The http(s) feeds of the list ``body``, each once. Raises ``ParseError`` if there are none, ``TooLargeError``."""
    if len(body) > LIST_BYTES:
        raise TooLargeError(translatable("feeds-list-large", limit=LIST_BYTES // 1_000_000))
    try:
        root = etree.fromstring(_BARE.sub(b"&amp;", drop_forbidden(clean_body(body, {}))), make_parser(recover=True))
    except etree.LxmlError:
        root = None
    if root is None or root.tag.rpartition("}")[2].lower() != "opml":
        raise ParseError(translatable("feeds-list-foreign"))
    found: dict[str, OutlineFeed] = {}
    folders: dict[etree._Element, tuple[str, ...]] = {}
    for outline in root.iter("outline"):
        parent = outline.getparent()
        path = folders.get(parent, ()) if parent is not None else ()
        name = _name(outline.get("title") or outline.get("text"))
        address = outline.get("xmlUrl") or outline.get("xmlurl") or outline.get("xmlURL")
        if address is None:
            folders[outline] = (*path, name) if name and len(path) < MAX_FOLDERS else path
            continue
        url = resolve_link(address)
        if url is not None:
            found.setdefault(url, OutlineFeed(url, name, resolve_link(outline.get("htmlUrl")), path))
        if len(found) > MAX_FEEDS:
            raise TooLargeError(translatable("feeds-list-long", limit=MAX_FEEDS))
    if not found:
        raise ParseError(translatable("feeds-list-empty"))
    return tuple(found.values())


def write_opml(feeds: Iterable[OutlineFeed], title: str, now: datetime) -> bytes:
    """The feeds as OPML 2.0 in UTF-8, in the given order; :func:`parse_opml` reads the same feeds from it."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = _name(title) or "Feeds"
    etree.SubElement(head, "dateCreated").text = format_datetime(now)
    at, path = etree.SubElement(root, "body"), tuple[str, ...]()
    for feed in feeds:
        at, path = _enter(at, path, feed.folders)
        name = _name(feed.title)
        # stored values are as untrusted as a feed's own
        url, site = resolve_link(feed.url), resolve_link(feed.site)
        if url is None:
            continue
        attributes = {"type": "rss", "text": name or url, "title": name, "xmlUrl": url, "htmlUrl": site}
        etree.SubElement(at, "outline", {key: value for key, value in attributes.items() if value})
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _enter(
    at: etree._Element, path: tuple[str, ...], wanted: tuple[str, ...]
) -> tuple[etree._Element, tuple[str, ...]]:
    """Go from the folder ``path``, whose element is ``at``, to the folder ``wanted``, creating missing levels."""
    while path != wanted[: len(path)]:
        parent = at.getparent()
        assert parent is not None  # noqa: S101 - the body, at the empty path, is never left
        at, path = parent, path[:-1]
    for name in wanted[len(path) :]:
        at, path = etree.SubElement(at, "outline", text=_name(name) or "?"), (*path, name)
    return at, path


def _name(value: str | None) -> str | None:
    """``value`` on one line without characters that XML forbids, cut; None if nothing is left."""
    return " ".join(normalise_text(value or "").split())[:MAX_NAME].strip() or None
