"""Reads what a page states about its article in JSON-LD (schema.org), which takes priority over its other parts."""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from lxml.html import HtmlElement

_MAX_SCRIPT = 500_000  # characters
_MAX_OBJECTS = 2_000
_MAX_DATE = 100  # characters
_MOST_MARKUP = 100  # "<" in a script; an article's full text may have more
_LONGEST_BROKEN = 2_000  # characters
_SCRIPTS = "//script[contains(@type, 'ld+json')]"
_YEARS = range(1900, 2100)  # other years are placeholders (0001-01-01, 9999-12-31)
_OTHER_ARTICLES = frozenset({"BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report"})
# properties that refer to other articles
_ELSEWHERE = frozenset({"itemListElement", "hasPart", "isPartOf", "mentions", "citation", "comment", "liveBlogUpdate"})


@dataclass(frozen=True, slots=True)
class LinkedData:
    """Article metadata. ``free`` is False only if the page declares its article as not accessible for free."""

    headline: str | None = None
    byline: str | None = None
    published_at: datetime | None = None
    body: str | None = None
    free: bool = True


def parse_linked_data(tree: HtmlElement) -> LinkedData:
    """The first article in the JSON-LD of a page; empty if there is none. Invalid JSON is skipped."""
    for script in tree.xpath(_SCRIPTS):
        try:
            found = json.loads((script.text or "")[:_MAX_SCRIPT], strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _walk(found):
            if _is_article(item):
                return LinkedData(
                    headline=_text(item.get("headline") or item.get("name")),
                    byline=_names(item.get("author")),
                    published_at=parse_date(_text(item.get("datePublished"))),
                    body=_text(item.get("articleBody")),
                    free=str(item.get("isAccessibleForFree", True)).lower() != "false",
                )
    return LinkedData()


def drop_unfit(tree: HtmlElement) -> None:
    """Empties JSON-LD that trafilatura would process with patterns quadratic in its length."""
    for script in tree.xpath(_SCRIPTS):
        text = script.text or ""
        if text.count("<") > _MOST_MARKUP or (len(text) > _LONGEST_BROKEN and not _is_json(text)):
            script.text = None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def parse_date(value: str | None) -> datetime | None:
    """Parse an aware datetime from ISO 8601 or RFC 5322, UTC without a zone; None for no date or a placeholder."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse((value or "")[:_MAX_DATE].strip())
        except (ValueError, OverflowError):
            continue
        if moment.year in _YEARS:
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    """All objects inside ``value``, outer ones first, up to a limit that no real page reaches."""
    queue, seen = deque((value,)), 0
    while queue and seen < _MAX_OBJECTS:
        seen += 1
        item = queue.popleft()
        if isinstance(item, dict):
            yield item
            queue += [v for key, v in item.items() if key not in _ELSEWHERE and isinstance(v, dict | list)]
        elif isinstance(item, list):
            queue += item


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and (kind.endswith("Article") or kind in _OTHER_ARTICLES) for kind in kinds)


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip() or None if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    """Names of one or several authors (objects or plain strings), joined by "; "."""
    people = value if isinstance(value, list) else [value]
    names = [_text(person.get("name") if isinstance(person, dict) else person) for person in people]
    kept = dict.fromkeys(name for name in names if name and "://" not in name)
    return "; ".join(kept) or None
