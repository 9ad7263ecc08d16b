"""Parses JSON Feed 1.0 and 1.1 (jsonfeed.org): values of the wrong type are left out."""

import json
from collections.abc import Mapping

from bot.web.feeds.raw_feed import MAX_READ, RawEntry, RawFeed, RawText

_MOST_DIGITS = 100


def parse_json_feed(data: bytes) -> RawFeed | None:
    """Parse the JSON Feed ``data``; None if it is no JSON Feed or no JSON."""
    try:
        document = json.loads(data, parse_int=_parse_whole)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    items, version = document.get("items"), document.get("version")
    if not isinstance(items, list) or not (isinstance(version, str) and "jsonfeed.org/version/" in version):
        return None
    return RawFeed(
        title=_text(document, "title", markup=False),
        site=_string(document, "home_page_url"),
        language=_string(document, "language"),
        entries=[_read_item(item) for item in items[:MAX_READ] if isinstance(item, dict)],
    )


def _parse_whole(digits: str) -> int | str:
    """A whole number; one with more digits than Python parses stays text, so that other items survive."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _read_item(item: Mapping[str, object]) -> RawEntry:
    guid = item.get("id")
    if isinstance(guid, int | float) and not isinstance(guid, bool):
        guid = str(guid)  # the format permits numbers
    return RawEntry(
        guid=guid if isinstance(guid, str) else None,
        link=_string(item, "url") or _string(item, "external_url"),
        title=_text(item, "title", markup=False),
        summary=_text(item, "summary", markup=False),
        content=_text(item, "content_html", markup=True) or _text(item, "content_text", markup=False),
        author=_find_author(item),
        published=_string(item, "date_published"),
        updated=_string(item, "date_modified"),
        language=_string(item, "language"),
        picture=_string(item, "image"),
    )


def _find_author(item: Mapping[str, object]) -> str | None:
    """The first of the authors (1.1), or the author (1.0)."""
    authors = item.get("authors")
    author = authors[0] if isinstance(authors, list) and authors else item.get("author")
    return _string(author, "name") if isinstance(author, dict) else None


def _text(values: Mapping[str, object], name: str, *, markup: bool) -> RawText | None:
    value = _string(values, name)
    return RawText(value, markup) if value else None


def _string(values: Mapping[str, object], name: str) -> str | None:
    value = values.get(name)
    return value if isinstance(value, str) and value else None
