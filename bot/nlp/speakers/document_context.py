"""The context of an article: its sentences, people, places and abbreviations, computed once."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.attribution import Speaker
from bot.domain.text import Span, number_at
from bot.gazetteer.countries import NamingKind, PlaceMention, find_places
from bot.nlp.sentences import find_sentences
from bot.nlp.speakers.country_features import CountryFeatures
from bot.nlp.speakers.country_inference import infer_countries, name_counterparts
from bot.nlp.speakers.names import NameMention, find_names
from bot.nlp.speakers.office_descriptions import OfficeDescriptions, infer_offices
from bot.nlp.speakers.people import Person, find_people
from bot.nlp.speakers.text_origin import TextOrigin, find_issuers, find_origin

_ABBREVIATION = re.compile(r"\(\s*(?:the\s+)?([A-Z][A-Z&.-]{1,9}[a-z]?)\s*\)")
_STOPS = (".", "!", "?", "…", ":", ";", ",", "”", '"', "’", "'")
_CAPTION = re.compile(r"\n?(?:Media playback\b|(?:Media|Image|Video) caption\b|(?:JUST|MUST) WATCH)")
_TAIL = 40
"""How many characters at the end of a line are inspected."""
_SMALL = frozenset("of the and for in on to de la du des &".split())


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """The people and places of one text. All spans index ``text``.

    ``appearances`` are all mentions of all people, in text order; ``lines`` are the positions of line breaks.
    ``origin`` is the country that published the text, ``issuers`` are the states that issued it together, ``offices``
    are offices described away from any name, ``sides`` are the features of the countries that speakers may represent.
    """

    text: str
    sentences: tuple[Span, ...]
    people: tuple[Person, ...]
    appearances: tuple[tuple[NameMention, Person], ...]
    lines: tuple[int, ...]
    places: tuple[PlaceMention, ...]
    abbreviations: dict[str, str]
    origin: TextOrigin | None
    issuers: Speaker | None
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
        """Whether the line at ``position`` does not end a sentence, or is a caption: "Media caption Orla Venn: …"."""
        line = self.paragraph_of(position)
        end = self.lines[line] if line < len(self.lines) else len(self.text)
        start = self.lines[line - 1] if line else 0
        ended = self.text[max(position, end - _TAIL) : end].rstrip().endswith(_STOPS)
        return not ended or _CAPTION.match(self.text, start, end) is not None

    def full_country(self, country: str) -> str:
        """The fullest name that the text itself uses for ``country``; its name in the table if it uses none."""
        named = [p.span.of(self.text) for p in self.places if p.country == country and p.naming is NamingKind.NAME]
        named = [name for name in named if name != "America"]
        return country if country in named else max(named, key=len, default=country)


def build_context(text: str, *, persons: Iterable[Span] = (), others: Iterable[Span] = ()) -> DocumentContext:
    """Build the context of ``text``. ``persons`` and ``others`` are entities from the model."""
    places = find_places(text)
    sentences = find_sentences(text)
    abbreviations = find_abbreviations(text)
    people = find_people(text, find_names(text, persons, others, places))
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
        abbreviations=abbreviations,
        origin=origin,
        issuers=find_issuers(text),
        offices=offices,
        sides=sides,
    )


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
