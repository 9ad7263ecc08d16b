"""An Atom feed (RFC 4287) as bytes. Pure; ElementTree escapes every value, and what XML cannot hold is left out."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as ET

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_ROOM = uuid.UUID("5a3f1c52-6d0e-4c55-9f0b-0d6a6f0c7b11")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class AtomEntry:
    """An entry: ``key`` identifies it for ever, ``html`` is its content, ``url`` where it is on the page."""

    key: str
    title: str
    url: str
    at: datetime
    html: str


@dataclass(frozen=True, slots=True)
class AtomFeed:
    """A feed, newest entries first; ``key`` identifies it for ever, ``url`` is its own address, ``page`` the page's."""

    key: str
    title: str
    url: str
    page: str
    updated: datetime
    language: str
    entries: Sequence[AtomEntry]


def render_atom(feed: AtomFeed, generator: str) -> bytes:
    """The document of ``feed``."""
    root = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": feed.language})
    _identify(root, feed.key, feed.title, feed.updated)
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=feed.url)
    _add(root, "link", rel="alternate", type="text/html", href=feed.page)
    _add(_add(root, "author"), "name", generator)
    _add(root, "generator", generator)
    for one in feed.entries:
        entry = _add(root, "entry")
        _identify(entry, one.key, one.title, one.at)
        _add(entry, "published", one.at.isoformat())
        _add(entry, "link", rel="alternate", type="text/html", href=one.url)
        _add(entry, "content", one.html, type="html")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode").encode()


def _identify(parent: ET.Element, key: str, title: str, updated: datetime) -> None:
    _add(parent, "id", uuid.uuid5(_ROOM, key).urn)
    _add(parent, "title", title, type="text")
    _add(parent, "updated", updated.isoformat())


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, {key: _NO_XML.sub("", value) for key, value in attributes.items()})
    element.text = None if text is None else _NO_XML.sub("", text)
    return element
