"""The fast path: a well-formed document of a known format, read off lxml's tree.

Measured on twenty snapshots of a ministry's feed (110 KB each): feedparser 24 ms, libxml2 alone 0.5 ms. fastfeedparser
takes 0.25 ms, but repairs documents by rules of its own, so that where it agrees with feedparser cannot be told
beforehand; here the answer is None wherever it could differ, and feedparser decides.

The meaning of elements is feedparser's, as its documentation and tests state it: the last alternate link counts, a
permanent guid (and an Atom id) is the link where there is no other, the title nearest to the entry is its title.
"""

import re
from functools import lru_cache
from html import escape
from html.entities import html5

from lxml import etree

from bot.errors import ParseError
from bot.sources.feeds.raw import MAX_READ, RawEntry, RawFeed, RawText

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_ATOM = {"http://www.w3.org/2005/atom": "Atom 1.0", "http://purl.org/atom/ns#": "Atom 0.3"}
_CORE = {
    "",
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://purl.org/rss/1.0/modules/rss091#",
    "http://backend.userland.com/rss",
    "http://backend.userland.com/rss2",
    "http://blogs.law.harvard.edu/tech/rss",
    *_ATOM,
}
_MODULES = {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/rss/1.0/modules/syndication/": "sy:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
}
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_HTML_TYPES = {"text/html", "application/xhtml+xml", "html", "xhtml"}
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
# What can stand for what, the surest first.
_TITLES = ("title", "dc:title", "media:title", "itunes:title")
_SUMMARIES = ("description", "summary", "dc:description", "itunes:summary", "media:description")
_CONTENTS = ("content:encoded", "content", "xhtml:body", "body", "fullitem")
_PUBLISHED = ("pubdate", "published", "issued", "dcterms:issued", "dc:date", "created", "dcterms:created")
_UPDATED = ("updated", "modified", "dcterms:modified")
_ALWAYS_HTML = {"description", "content:encoded", "fullitem"}
_PERIODS = {"hourly": 60.0, "daily": 1_440.0, "weekly": 10_080.0, "monthly": 43_200.0, "yearly": 525_600.0}
_TOO_DEEP = "depth"  # libxml2's word for more than 256 levels; it has no code of its own


def read_wellformed(data: bytes, *, url: str) -> RawFeed | None:
    """What ``data`` says, from :func:`~bot.sources.feeds.decoding.clean_body`; None where feedparser might differ.

    Raises ``ParseError`` when it is nested deeper than 256 levels, which no feed is and every parser suffers from.
    """
    root = _parse_tree(data, url)
    if root is None:
        return None
    kind, _, name = _classify(root.tag).rpartition(":")
    space = etree.QName(root).namespace or ""
    if name == "feed" and space.lower() in _ATOM:
        return _read_feed(root, root, _ATOM[space.lower()], data)
    if kind == "rdf" and name == "rdf":
        found = _child(root, "channel")
        version = "RSS 0.9" if found is not None and "netscape" in found.tag else "RSS 1.0"
        return _read_feed(root, found, f"{version} (RDF)", data)
    if name == "rss" and not kind:
        version = root.get("version", "").strip()[:8]
        return _read_feed(root, _child(root, "channel"), f"RSS {version}".strip(), data)
    return None


def _parse_tree(data: bytes, url: str) -> etree._Element | None:
    for attempt in (data, None):
        try:
            return etree.fromstring(attempt or _name_entities(data), _make_parser())
        except etree.XMLSyntaxError as error:
            if _TOO_DEEP in str(error).lower():
                raise ParseError(
                    "This feed is nested deeper than 256 levels, as no real feed is.",
                    "Check the link in a browser.",
                    resource=url,
                ) from None
    return None


def _make_parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,  # 256 levels, 10 MB a text
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _name_entities(data: bytes) -> bytes:
    """HTML's entities, which XML does not know undeclared, as their characters; those that are markup stay."""

    def character(match: re.Match[bytes]) -> bytes:
        found = html5.get(f"{match[1].decode('ascii')};", "<")
        return match[0] if any(mark in found for mark in "<>&\"'") else found.encode()

    return _ENTITY.sub(character, data)


@lru_cache(maxsize=2_048)
def _classify(tag: str) -> str:
    """A tag as feedparser's prefix and name in small letters ("dc:date"; "title" in any core namespace)."""
    space, _, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    space, name = space.lower(), name.lower()
    if space in _CORE:
        return name
    return "rdf:" + name if space == _RDF else _MODULES.get(space, "other:") + name


def _child(parent: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in parent if _classify(child.tag) == name), None)


def _read_feed(root: etree._Element, channel: etree._Element | None, version: str, data: bytes) -> RawFeed | None:
    """The feed, unless it has no channel, or keeps entries where none belong."""
    if channel is None:
        return None
    parents = (root,) if channel is root else (root, channel)
    items = [child for parent in parents for child in parent if _classify(child.tag) in {"item", "entry"}]
    if not items and next(root.iter("{*}item", "{*}entry"), None) is not None:
        return None
    atom, bases = version.startswith("Atom"), b"xml:base" in data
    feed = _read_channel(channel, version, atom=atom)
    feed.language = feed.language or channel.get(_XML_LANG) or root.get(_XML_LANG)
    feed.base = channel.base if bases else None
    feed.unread = max(0, len(items) - MAX_READ)
    feed.entries = [_read_entry(item, atom=atom, bases=bases) for item in items[:MAX_READ]]
    return feed


def _read_channel(channel: etree._Element, version: str, *, atom: bool) -> RawFeed:
    found = _find_first(channel)
    link = _find_link(channel)
    period = _PERIODS.get(_string(found, "sy:updateperiod") or "")
    times = _number(_string(found, "sy:updatefrequency")) or 1
    return RawFeed(
        format=version,
        title=_find_text(found, _TITLES, atom=atom),
        site=link[0] if link else None,
        language=_string(found, "language", "dc:language"),
        ttl=_number(_string(found, "ttl")) or (period / times if period else None),
    )


def _read_entry(item: etree._Element, *, atom: bool, bases: bool) -> RawEntry:
    found = _find_first(item)
    link = _find_link(item)
    guid = found.get("guid", found.get("id"))
    address = link[0] if link else None
    if address is None and guid is not None and guid.get("isPermaLink", "true") == "true":
        address = _web(guid.text)
    return RawEntry(
        guid=item.get(_RDF_ABOUT) if guid is None else guid.text,
        link=address,
        title=_find_text(found, _TITLES, atom=atom),
        summary=_find_text(found, _SUMMARIES, atom=atom),
        content=_find_text(found, _CONTENTS, atom=atom),
        author=_find_author(found),
        published=_string(found, *_PUBLISHED),
        updated=_string(found, *_UPDATED),
        language=_string(found, "dc:language") or item.get(_XML_LANG),
        base=(link[1] if link else item).base if bases else None,
    )


def _find_first(parent: etree._Element) -> dict[str, etree._Element]:
    """The first child of each name that holds anything."""
    found: dict[str, etree._Element] = {}
    for child in parent:
        name = _classify(child.tag)
        if name not in found and (len(child) or (child.text and not child.text.isspace())):
            found[name] = child
    return found


def _find_link(parent: etree._Element) -> tuple[str, etree._Element] | None:
    """The last alternate link and its element: text as in RSS, or an address of HTML as in Atom."""
    link = None
    for child in parent:
        if _classify(child.tag) != "link":
            continue
        href = child.get("href") or child.get("url") or child.get("uri")
        if href is None:
            address = child.text
        elif child.get("rel", "alternate") == "alternate" and child.get("type", "html").lower() in _HTML_TYPES:
            address = href
        else:
            continue
        if address and (address := address.strip()):
            link = (address, child)
    return link


def _find_text(found: dict[str, etree._Element], names: tuple[str, ...], *, atom: bool) -> RawText | None:
    return next((_read_text(found[name], name, atom=atom) for name in names if name in found), None)


def _read_text(element: etree._Element, name: str, *, atom: bool) -> RawText:
    kind = element.get("type", "").strip().lower()
    if len(element) or "xhtml" in kind:  # markup of its own, declared or not
        inner = escape(element.text or "", quote=False)
        inner += "".join(etree.tostring(child, encoding="unicode") for child in element)
        return RawText(inner, markup=True)
    if kind in _HTML_TYPES or name in _ALWAYS_HTML:
        return RawText(element.text or "", markup=True)
    return RawText(element.text or "", markup=False if atom else None)


def _find_author(found: dict[str, etree._Element]) -> str | None:
    author = found.get("author")
    if author is not None and len(author):
        return _string(_find_first(author), "name", "email")
    return _string(found, "dc:creator", "author", "itunes:author")


def _string(found: dict[str, etree._Element], *names: str) -> str | None:
    return next((text for name in names if name in found and (text := (found[name].text or "").strip())), None)


def _number(value: str | None) -> float | None:
    return float(value) if value and value.isascii() and value.isdigit() and len(value) < 8 else None


def _web(value: str | None) -> str | None:
    """A guid that can stand for a link: "42" is permanent by the letter of RSS, and leads nowhere."""
    value = (value or "").strip()
    return value if value[:8].lower().startswith(("http://", "https://")) else None
