"""Finds the country stated next to a person's name: "Birna Dahl of Iceland", "Iceland’s Birna Dahl"."""

import re

from bot.domain.text import Span
from bot.gazetteer.countries import NamingKind, find_places

_AFTER = re.compile(r"\s+of\s+(?:the\s+)?|\s+\(")
_INSTITUTE = re.compile(r"\s+[A-ZÀ-Þ]\w")
_OWNS = re.compile(r"['’]s?[ \u00a0]$")
_ASKED = re.compile(r"(?:^|[\n.!?”\"][^\S\n]*+)(?:And|But|And what of|What of|What about)\s+(?:in\s+)?$")
_OF_CONGRESS = re.compile(r"(?:,\s|\s\()[DRI](?:-|\.,\s)[A-Z][A-Za-z.]{1,12}(?=[),\s])")
"""The American style for a member's party and state: "Orla Venn, D-Calif.,", "Orla Venn (R-TX)"."""
_REACH = 60
"""How many characters before or after a name are searched."""


def find_adjacent_country(text: str, name: Span) -> str | None:
    """The country stated right after ``name``, or right before it; None if there is none."""
    if _OF_CONGRESS.match(text, name.end, name.end + 20):
        return "United States"
    return _after(text, name) or _before(text, name)


def _after(text: str, name: Span) -> str | None:
    """ "Birna Dahl of Iceland", "Birna Dahl (Iceland)", or by a body: "Birna Dahl of the Oslo Maritime Institute"."""
    match = _AFTER.match(text, name.end, name.end + 12)
    if match is None:
        return None
    start = match.end()
    place = next(iter(find_places(text[start : start + _REACH])), None)
    if place is None or place.span.start > 0:
        return None
    if place.naming is NamingKind.SEAT:
        institute = match.group().endswith("the ") and _INSTITUTE.match(text, start + place.span.end)
        return place.country if institute else None
    return place.country if place.naming is NamingKind.NAME else None


def _before(text: str, name: Span) -> str | None:
    """ "Iceland’s Birna Dahl", and "And Reykjavik? Birna Dahl …"."""
    before = text[max(0, name.start - _REACH) : name.start]
    owns = _OWNS.search(before)
    asked = before.endswith("? ")
    if not (owns or asked):
        return None
    end = owns.start() if owns else len(before) - 2
    place = next(reversed(find_places(before[:end])), None)
    if place is None or place.span.end != end or place.naming is NamingKind.ADJECTIVE:
        return None
    return place.country if owns or _ASKED.search(before[: place.span.start]) else None
