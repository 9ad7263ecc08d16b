"""Finds the country where a story takes place and whose officials it need not label: "ACCRA - … Information Minister
Venn".

This holds only for offices within a state: envoys, foreign ministers and people of international bodies may be of any
country.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from bot.domain.text import Span, number_at
from bot.gazetteer.countries import BODIES, PlaceMention
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.text_origin import TextOrigin

_PORTFOLIO = (
    "agriculture|communications|culture|economy|education|energy|environment|finance|fisheries|health|home|housing|"
    "information|interior|justice|labou?r|mining|mines|planning|police|science|social|sports?|tourism|transport|water|"
    "works"
)
_WITHIN = re.compile(
    rf"\b(?:{_PORTFOLIO})(?:\s+(?:and\s+)?\w+){{0,2}}\s+minister\b|\bminister\s+(?:of|for)\s+(?:the\s+)?(?:{_PORTFOLIO})\b"
    r"|\b(?:mayor|ombuds\w+|lawmaker|legislator|parliamentarian|mp|member of parliament|opposition leader)\b"
    r"|\bleader of the opposition\b|\b(?:council|regional|provincial|district)\s+(?:president|chair\w*|head)\b"
    r"|\bhead of (?:a|the) (?:village|town|district|province|region)\b"
    r"|\bspeaker of (?:the )?(?:parliament|house|assembly)\b|\b(?-i:Speaker)$|\bcongress speaker\b"
    r"|^(?:government|cabinet|party|police|presidential) (?:chief|spokes\w+|leader|commissioner)\b"
    r"|\b(?:party|union) leader\b"
    r"|\bcabinet chief\b|\bchief of staff\b|\bchief justice\b|\b(?:deputy )?prime minister\b"
    r"|^(?:vice[ -])?president$|\b(?:prosecutor|judge|senator|congress(?:wo)?man|governor)\b",
    re.IGNORECASE,
)
_NOT_WITHIN = re.compile(
    r"\b(?:un|u\.n\.|eu|e\.u\.|nato|united nations|union|former|exiled?|shadow|republican|democrat\w*|european|mep|"
    r"international)\b",
    re.IGNORECASE,
)

_HEADLINE = re.compile(r"\s*\S.{0,198}[^.!?\n](?=\n)")
_REACH = 300
"""Characters before a name in its sentence in which another country makes it doubtful."""


def find_home(
    text: str, places: Sequence[PlaceMention], labels: Collection[Span], homeland: str | None, origin: TextOrigin | None
) -> str | None:
    """The country where a story takes place: ``homeland``, which it is about, else the country of its dateline's
    capital.

    The latter only if it is named as often as all others together, without the ``labels`` of officials. Else the only
    country of its headline, if none is named more often and the dateline is not elsewhere.
    """
    if homeland is not None or (origin is not None and origin.own):
        return homeland
    counts = Counter(p.country for p in places if p.span not in labels and p.country not in BODIES)
    if origin is not None and counts and 2 * counts[origin.country] >= counts.total():
        return origin.country
    line = _HEADLINE.match(text)
    first = {p.country for p in places if line and p.span.start < line.end()} - BODIES
    if len(first) != 1 or (origin is not None and origin.country not in first):
        return None
    (country,) = first
    return country if counts and counts[country] == max(counts.values()) else None


def is_at_home(person: Person, home: str, sentences: Sequence[Span], places: Sequence[PlaceMention]) -> bool:
    """Whether a person's office is within a state, and no other country precedes the first mention there.

    ``places`` are in text order.
    """
    if not person.role or not _WITHIN.search(person.role) or _NOT_WITHIN.search(person.role):
        return False
    name = person.mentions[0].span
    number = number_at(sentences, name.start)
    start = max(sentences[number].start if sentences else 0, name.start - _REACH)
    first = bisect_left(places, start, key=lambda p: p.span.start)
    last = bisect_left(places, name.start, key=lambda p: p.span.start)
    return all(place.country == home for place in places[first:last])
