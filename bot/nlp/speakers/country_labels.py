"""Namings of countries that belong to a person named beside them, and say nothing of anybody else's side."""

import re
from collections.abc import Iterable

from bot.domain.text import Span
from bot.gazetteer.countries import find_places
from bot.nlp.speakers.people import Person

_REACH = 40
"""Characters before an office or after a name in which its country may stand."""
_BEFORE = re.compile(r"(?:['’]s?)?[ \u00a0]+")
_AFTER = re.compile(r"\s+of\s+(?:the\s+)?|\s+\(")


def find_country_labels(text: str, people: Iterable[Person]) -> frozenset[Span]:
    """The places in an office or right before it, or after a name: "Norwegian envoy Orla Venn", "Tam Roe of Norway"."""
    found: set[Span] = set()
    for mention in (m for person in people for m in person.mentions):
        role = mention.role
        start = max(0, min(mention.span.start, role.start if role else mention.span.start) - _REACH)
        end = max(mention.span.end + _REACH, role.end if role else 0)
        for place in find_places(text[start:end]):
            span = Span(start + place.span.start, start + place.span.end)
            inside = role is not None and role.contains(span)
            before = role is not None and _BEFORE.fullmatch(text[span.end : role.start])
            if inside or before or _AFTER.fullmatch(text[mention.span.end : span.start]):
                found.add(span)
    return frozenset(found)
