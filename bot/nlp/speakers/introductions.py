"""Finds people who are described first and named later: "A Norwegian envoy …  Envoy Orla Venn made the remarks …".

Office and country in the description are theirs if the name alone does not give them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.text import Span, number_at
from bot.gazetteer.countries import NamingKind, PlaceMention
from bot.gazetteer.office_words import HEADS, INSTITUTIONS, MODIFIERS, office_words
from bot.nlp.speakers.offices import clean_role
from bot.nlp.speakers.scene_cues import stands_first

_WORDS = re.compile(r"(?:['’]s?)?(?P<words>(?: [A-Za-z-]+){1,6})")
_OPPOSITE = re.compile(r"(?:['’]s?)? opposite number\b(?!,? [A-ZÀ-Þ])")
_TAIL = re.compile(
    r" (?:of|for) (?:the )?(?:state|foreign affairs|external affairs|the interior|defen[cs]e)\b", re.IGNORECASE
)
_ITS = re.compile(r"\b[Tt]he (?:country|kingdom|nation|republic|island)['’]s(?= )")
_OFFICE_FOR = re.compile(r"\bthe\s+(?P<head>[a-z]+)\s+(?:for|of|at)\s+(?:the\s+)?$")
_ITS_BODY = re.compile(
    r"(?:['’]s)?\s+(?:(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Ee]nergy|[Oo]il)\s+)?(?:[Mm]inistry|[Gg]overnment|[Pp]residency|"
    r"[Ee]mbassy|[Dd]elegation)\b"
)
_OWNS = ("'s ", "’s ")
_OF_CITY = re.compile(r"\b(?:mayor|governor|bishop|archbishop|police|councillor)\b", re.IGNORECASE)
"""Offices of a city or a region: Moscow's mayor is not Russia's."""
_EPITHETS = frozenset("new young visiting embattled long-serving long-time departing populist".split())
"""Words before an office that are not part of it."""
_PLURAL = r"(?:(?P<field>foreign|prime|defen[cs]e|interior|finance|trade)\s+)?(?P<head>minister|president|leader)s\b"
_OFFICES_OF = re.compile(rf"\b{_PLURAL}\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_OFFICES = re.compile(rf"(?:['’]s)?\s+{_PLURAL}", re.IGNORECASE)
_OF_SUBJECT = re.compile(r"\bits (?=[a-z])")
_NEAR = 200
"""Maximum characters between "the country’s" and that country, or between a name and "the ambassador" after it."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """An unnamed person described by office and country, in sentence ``sentence``.

    ``words`` are the words of the office for comparison. ``paired``: two are described at once ("the Norwegian and
    Icelandic ministers").
    """

    span: Span
    office: str
    words: frozenset[str]
    country: str
    sentence: int
    paired: bool = False


def find_introductions(
    text: str, sentences: Sequence[Span], places: Sequence[PlaceMention], labels: Collection[Span]
) -> tuple[Introduction, ...]:
    """Every single official that ``text`` describes by country and office, in order. ``labels`` belong to names."""
    sides = [
        (p.span, p.country)
        for p in places
        if p.span not in labels and (p.naming is not NamingKind.SEAT or text.startswith(_OWNS, p.span.end))
    ]
    ends = [p.span.end for p in places if p.naming is NamingKind.NAME]
    named = [p for p in places if p.naming is NamingKind.NAME]
    for match in _ITS.finditer(text):
        last = bisect_right(ends, match.start()) - 1
        if last >= 0 and match.start() - ends[last] < _NEAR:  # "Norway will open …, the country's minister said"
            sides.append((Span(*match.span()), named[last].country))
    for match in _OF_SUBJECT.finditer(text):  # "Norway will open …, its foreign minister said"
        number = number_at(sentences, match.start())
        last = bisect_left(places, match.start(), key=lambda p: p.span.start) - 1
        first = bisect_left(places, sentences[number].start, key=lambda p: p.span.start) if sentences else 0
        opening = next(
            (p for p in places[first : min(last + 1, first + 3)] if _opens(text, sentences[number], p)), None
        )
        if opening is not None:
            sides.append((Span(match.start(), match.end() - 1), opening.country))
    found = []
    for span, country in sorted(sides):
        office = _office_after(text, span.end)
        if office is not None and not _OF_CITY.search(office.of(text)):
            number = number_at(sentences, span.start)
            title = clean_role(office.of(text))
            found.append(Introduction(Span(span.start, office.end), title, office_words(title), country, number))
        if (whole := _office_before(text, span)) is not None:
            number = number_at(sentences, span.start)
            title = clean_role(whole.of(text))
            found.append(Introduction(whole, title, office_words(title), country, number))
    found += _find_pairs(text, sentences, sides)
    return tuple(sorted(found, key=lambda one: one.span))


def _find_pairs(text: str, sentences: Sequence[Span], sides: Sequence[tuple[Span, str]]) -> list[Introduction]:
    """The officials of "the foreign ministers of Norway and Iceland", "the Norwegian and Icelandic leaders"."""
    found = []
    for (first, one), (second, other) in pairwise(sorted(sides)):
        if one == other or not re.fullmatch(r"(?:['’]s)?\s+and\s+(?:the\s+)?", text[first.end : second.start]):
            continue
        before = _OFFICES_OF.search(text[max(0, first.start - 60) : first.start])
        office = before or _OFFICES.match(text, second.end, second.end + 60)
        if office is None:
            continue
        title = f"{office['field'] or ''} {office['head']}".strip().lower()
        number = number_at(sentences, first.start)
        found += [
            Introduction(span, title, office_words(title), country, number, paired=True)
            for span, country in ((first, one), (second, other))
        ]
    return found


def _office_after(text: str, at: int) -> Span | None:
    """The office of one person right after ``at``, the end of a country's name; None for several or a named one."""
    if opposite := _OPPOSITE.match(text, at):
        return Span(opposite.end() - len("opposite number"), opposite.end())
    match = _WORDS.match(text, at, at + 90)
    if match is None:
        return None
    end, first = None, match.start("words")
    for word in re.finditer(r"[A-Za-z-]+", match["words"]):
        lower = word.group().lower()
        if lower in HEADS:
            end = match.start("words") + word.end()
        elif end is None and lower in _EPITHETS:
            first = match.start("words") + word.end()
        elif lower not in MODIFIERS and lower not in INSTITUTIONS:
            break
    if end is None:
        return None
    if tail := _TAIL.match(text, end):
        end = tail.end()
    several = text[:end].endswith("s") and not text[:end].lower().endswith("affairs")
    if several or re.match(r",? [A-ZÀ-Þ]|['’]s?\b", text[end : end + 3]):
        return None
    return Span(first + 1, end)


def _office_before(text: str, side: Span) -> Span | None:
    """The office of one person that ends with a country's name: "the spokesman for the Norwegian Foreign Ministry"."""
    start = max(0, side.start - 60)
    before, after = _OFFICE_FOR.search(text[start : side.start]), _ITS_BODY.match(text, side.end)
    if before is None or after is None or before["head"].lower() not in HEADS:
        return None
    return (
        None
        if re.match(r",? [A-ZÀ-Þ]", text[after.end() : after.end() + 3])
        else Span(start + before.start("head"), after.end())
    )


def _opens(text: str, sentence: Span, place: PlaceMention) -> bool:
    """Whether ``sentence`` is about a country: it opens with its name or its capital."""
    return place.naming is not NamingKind.ADJECTIVE and stands_first(text, sentence, place.span.start)
