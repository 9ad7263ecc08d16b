"""The context of an article: its sentences, people, places and abbreviations, found once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.text import Span, number_at
from bot.gazetteer.countries import NamingKind, PlaceMention, find_country, find_places
from bot.nlp.sentences import find_sentences
from bot.nlp.speakers.capitalised_words import is_given_name
from bot.nlp.speakers.country_features import CountryFeatures
from bot.nlp.speakers.country_inference import infer_countries, name_counterparts
from bot.nlp.speakers.names import NameMention, find_names
from bot.nlp.speakers.office_descriptions import OfficeDescriptions, infer_offices
from bot.nlp.speakers.people import Person, find_people
from bot.nlp.speakers.text_origin import TextOrigin, find_origin

_ABBREVIATION = re.compile(r"\(\s*(?:the\s+)?([A-Z][A-Z&.-]{1,9}[a-z]?)\s*\)")
_ENVOYS = re.compile(r"(?:['’]s?)?\s+(?:ambassador|embassy|charg[ée] d|consul)", re.IGNORECASE)
_STOPS = (".", "!", "?", "…", ":", ";", ",", "”", '"', "’", "'")
_SMALL = frozenset("of the and for in on to de la du des &".split())


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """The people and places of one text. All spans index ``text``.

    ``appearances`` are all mentions of all people, in order of the text; ``lines`` the positions of its line breaks;
    ``bodies`` the model's organisations that are neither places nor people.
    ``origin`` is whose text it is, ``guest`` the only country whose ambassador or embassy it names, whose "the
    embassy" is; ``offices`` are those described where no name stands, ``sides`` what the text shows of whom somebody
    speaks for.
    """

    text: str
    sentences: tuple[Span, ...]
    people: tuple[Person, ...]
    appearances: tuple[tuple[NameMention, Person], ...]
    lines: tuple[int, ...]
    places: tuple[PlaceMention, ...]
    bodies: tuple[Span, ...]
    abbreviations: dict[str, str]
    origin: TextOrigin | None
    guest: str | None
    offices: OfficeDescriptions
    sides: CountryFeatures

    def sentence_of(self, position: int) -> int:
        """Number of the sentence that contains ``position`` (or the last that begins before it)."""
        return number_at(self.sentences, position)

    def paragraph_of(self, position: int) -> int:
        """Number of line breaks before ``position``: equal within a paragraph."""
        return bisect_left(self.lines, position)

    def mentions_in(self, span: Span) -> list[tuple[NameMention, Person]]:
        """The people named within ``span``, in order."""
        first = bisect_left(self.appearances, span.start, key=lambda pair: pair[0].span.start)
        last = bisect_left(self.appearances, span.end, key=lambda pair: pair[0].span.start)
        return [pair for pair in self.appearances[first:last] if pair[0].span.end <= span.end]

    def is_unfinished(self, position: int) -> bool:
        """Whether the line at ``position`` ends no sentence: a caption's, a headline's."""
        line = self.paragraph_of(position)
        end = self.lines[line] if line < len(self.lines) else len(self.text)
        return not self.text[position:end].rstrip().endswith(_STOPS)

    def full_country(self, country: str) -> str:
        """The fullest name that the text itself uses for ``country``; its table name if it uses none."""
        named = [p.span.of(self.text) for p in self.places if p.country == country and p.naming is NamingKind.NAME]
        named = [name for name in named if name != "America"]
        return country if country in named else max(named, key=len, default=country)


def build_context(text: str, *, persons: Iterable[Span] = (), others: Iterable[Span] = ()) -> DocumentContext:
    """Build the context of ``text``. ``persons`` and ``others`` are entities from the model."""
    others = tuple(others)
    places = tuple(place for place in find_places(text) if not is_given_name(text, place))
    sentences = find_sentences(text)
    abbreviations = find_abbreviations(text)
    people = tuple(
        _by_abbreviation(person, abbreviations)
        for person in find_people(text, find_names(text, persons, others, places))
    )
    places = _without_names(text, places, people)
    origin = find_origin(text)
    offices = OfficeDescriptions(text, sentences, places, people)
    described = name_counterparts(infer_offices(offices))
    sides = CountryFeatures(text, sentences, places, described, origin, offices.phrases)
    people = infer_countries(described, sides)
    return DocumentContext(
        text=text,
        sentences=sentences,
        people=people,
        appearances=tuple(sorted(((m, p) for p in people for m in p.mentions), key=lambda pair: pair[0].span)),
        lines=tuple(m.start() for m in re.finditer("\n", text)),
        places=places,
        bodies=_find_bodies(others, places, people),
        abbreviations=abbreviations,
        origin=origin,
        guest=_guest(text, places, people),
        offices=offices,
        sides=sides,
    )


def _without_names(text: str, places: tuple[PlaceMention, ...], people: Iterable[Person]) -> tuple[PlaceMention, ...]:
    """``places`` without those in the names of ``people``: what Orla Jordan says is not about Jordan.

    Nor is "Jordan" a country elsewhere in that text, where it may mean her.
    """
    full = sorted(m.span for p in people if p.sure for m in p.mentions if len(m.words) > 1)

    def is_in_name(place: PlaceMention) -> bool:
        last = bisect_right(full, place.span.start, key=lambda span: span.start) - 1
        return last >= 0 and full[last].contains(place.span)

    families = {place.span.of(text) for place in places if is_in_name(place)}
    return tuple(place for place in places if place.span.of(text) not in families)


def _by_abbreviation(person: Person, abbreviations: Mapping[str, str]) -> Person:
    """``person`` with the country of the body that the office abbreviates: "NCG spokesman", of a Norwegian guard."""
    if person.country is not None or not person.role:
        return person
    bodies = [abbreviations[word] for word in person.role.split() if word in abbreviations]
    return replace(person, country=find_country(bodies[0])) if bodies else person


def _find_bodies(others: Iterable[Span], places: Sequence[PlaceMention], people: Sequence[Person]) -> tuple[Span, ...]:
    taken = sorted([place.span for place in places] + [m.span for p in people if p.sure for m in p.mentions])
    kept = []
    for span in sorted(others):
        at = bisect_left(taken, span.end, key=lambda one: one.start)
        if not any(one.contains(span) for one in taken[max(0, at - 3) : at]):
            kept.append(span)
    return tuple(kept)


def _guest(text: str, places: tuple[PlaceMention, ...], people: Iterable[Person]) -> str | None:
    named = {p.country for p in places if _ENVOYS.match(text, p.span.end)}
    named |= {p.country for p in people if p.country and p.role and "ambassador" in p.role.lower()}
    return next(iter(named)) if len(named) == 1 else None


def find_abbreviations(text: str) -> dict[str, str]:
    """Abbreviations that the text explains, by the initials before them: {"SDF": "Syrian Democratic Forces"}."""
    explained: dict[str, str] = {}
    for match in _ABBREVIATION.finditer(text):
        letters = [c for c in match[1] if c.isalpha()]
        before = re.findall(r"[^\W\d_][\w'’.-]*", text[max(0, match.start() - 120) : match.start()])
        long = _long_form(before, letters)
        if long:
            start = text.rfind(long[0], 0, match.start())
            if start >= 0:
                for _ in range(before[-len(long) :].count(long[0]) - 1):
                    start = text.rfind(long[0], 0, start)
                explained.setdefault(match[1], text[start : match.start()].strip())
    return explained


def _long_form(words: list[str], letters: list[str]) -> list[str] | None:
    """The shortest tail of ``words`` whose initials (small words aside) spell ``letters``."""
    wanted = "".join(letters).lower()
    for size in range(1, min(len(words), len(letters) + 6) + 1):
        tail = words[-size:]
        initials = "".join(part[0] for w in tail for part in w.split("-") if part and w.lower() not in _SMALL).lower()
        loose = "".join(w[0] for w in tail).lower()
        if wanted in (initials, loose) and tail[0].lower() not in _SMALL:
            return tail
    return None
