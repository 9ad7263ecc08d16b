"""Evidence for an official's country: where countries are named, speak and act, near each of the official's mentions.

Each kind of evidence has a weight. The country with the most evidence is chosen if it leads clearly.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from bot.domain.text import Span, number_at
from bot.gazetteer.countries import BODIES, NamingKind, PlaceMention, find_places
from bot.nlp.speakers.names import NameMention
from bot.nlp.speakers.offices import ENVOY, OFFICE_OF_STATE, PUBLIC
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.scene_cues import HANDED, SceneCues
from bot.nlp.speakers.stance_cues import StanceCue, find_stance_cues
from bot.nlp.speakers.text_origin import TextOrigin

_REACH = 40
"""Maximum characters between a country and the office or name that it belongs to."""
_BEFORE = re.compile(r"(?:['’]s?)?[ \u00a0]+")
_AFTER = re.compile(r"\s+of\s+(?:the\s+)?|\s+\(")

_BODY_NEXT = re.compile(
    r"\s+(?:(?:foreign|defen[cs]e|interior|state|prime|deputy|external)\s+)?"
    r"(?:ministr?y|minister|government|delegation|side|presiden(?:t|cy)|foreign office|embassy|"
    r"officials?|parliament)\b",
    re.IGNORECASE,
)
_SCENE_SET = re.compile(
    r",\s+(?:[A-ZÀ-Þ][\w-]*\s+){0,3}(?:Minister|Secretary|President|Premier|Chancellor|Spokes\w+|spokes\w+)\b"
)
_OPPOSITE_BEFORE = re.compile(
    r"\b(?:with|against|to|from|between|visit(?:ed|s|ing)?|meets?|met|his|her|for|over|accused|blamed|blames|towards?)\s+(?:the\s+)?$"
)
OWN_TEXT, SENT_FROM, SENT_BESIDE, VOICED, OPENED = 2.5, 1.1, 0.6, 1.5, 1.0
"""In order: own text, dateline, the same beside labelled officials, a voiced stance, the story's opening."""
_VISITS = re.compile(
    r"\b(?:visit|trip|journey)\s+to\s+(?:the\s+)?$|\b(?:visited|visits|visiting|arrived\s+in|arrives\s+in|"
    r"travell?ed\s+to|travels\s+to)\s+(?:the\s+)?$"
)
_SPEAKS = re.compile(
    r"\s+(?:had\s+|has\s+)?(?:said|told|called|warned|urged|denied|insisted|added|accused|rejected|noted|stressed|"
    r"argued|explained|continued|was\s+quoted)\b"
)
SAID = 0.2
"""Maximum for a country in whatever mentions it."""
_DATELINE = re.compile(r",?\s+(?:\d|[A-Z][a-z]{2,8}\.?\s+\d|\(|--|[–—-]\s)")
"""What follows the city of a dateline."""
_PRESIDENT = re.compile(r"(?:vice[ -])?president", re.IGNORECASE)
"""Of all bodies, only the European Union has officials with no other title than President."""
_HIS_OTHER = re.compile(r"\b(?:his|her|their)\s$", re.IGNORECASE)
_OTHER = re.compile(r"\s+(?:[a-z]+\s+)?(?:counterpart|colleague|opposite number|host|guest)\b")
CLOSED = 3.0
"""Evidence for the country whose stance precedes the name: "Norway stands ready, spokesman Tam Roe said"."""
HOST = 2.0
"""Evidence for the country of the dateline, for somebody called the host."""
ENOUGH = 1.0
"""Minimum evidence for a country; its minimum lead over the next is half of it. Set on annotated articles."""


def _is_others(text: str, place: PlaceMention) -> bool:
    """Whether a place belongs to somebody's counterpart: "his French counterpart"."""
    before = text[max(0, place.span.start - 6) : place.span.start]
    return _HIS_OTHER.search(before) is not None and _OTHER.match(text, place.span.end) is not None


def _no_office_in(role: str) -> frozenset[str]:
    """Unions of states that have no such office."""
    if OFFICE_OF_STATE.search(role):
        return BODIES
    return BODIES - {"European Union"} if _PRESIDENT.fullmatch(role) else frozenset()


class CountryEvidence:
    """Where each country is named, and how much that says about an official named beside it."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        places: Sequence[PlaceMention],
        people: Sequence[Person],
        labels: Collection[Span],
        origin: TextOrigin | None,
        staging: SceneCues,
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._origin = origin
        self._beside: dict[int, list[tuple[PlaceMention, float]]] = {}
        self._weight: dict[str, float] = {}
        self._voiced: dict[int, list[StanceCue]] = {}
        self._staging = staging
        lead = staging.lead
        # a recalled ambassador represents the country, but does not show how the text names others
        officials = [p for p in people if p.country == lead and p.role and not p.role.startswith("ambassador")]
        told = lead is not None and bool(officials)
        elsewhere = origin is not None and origin.country != lead
        self.opens_with = None if told or elsewhere else lead
        for voiced in find_stance_cues(text, sentences, places):
            self._voiced.setdefault(voiced.sentence, []).append(voiced)
        named = sorted(((m.span.start, p) for p in people for m in p.mentions), key=lambda pair: pair[0])
        self._starts = [start for start, _ in named]
        self._named = [p for _, p in named]
        self._strange: dict[Person, set[str]] = {}  # countries of somebody else
        for place in places:
            last = bisect_left(self._starts, place.span.start) - 1
            if last >= 0 and (_is_others(text, place) or self._is_visited(place, last)):
                self._strange.setdefault(self._named[last], set()).add(place.country)
        ours = origin.country if origin is not None else None
        # if the text says "Philippine" of one official, it probably does so for others
        labelled = any(p.country == ours and p.role for p in people)
        sides = [place.country for place in places if not _DATELINE.match(text, place.span.end)]
        often = ours is not None and sides.count(ours) >= min(2, max(1, len(sides) / 2))
        self._sent_from_home = 0.0 if not often else SENT_BESIDE if labelled else SENT_FROM
        for place in places:
            opposite = _OPPOSITE_BEFORE.search(text[max(0, place.span.start - 24) : place.span.start])
            factor = 0.2 if opposite else 1.0
            self._weight[place.country] = self._weight.get(place.country, 0.0) + factor
            number = self._sentence_of(place.span)
            near = self._nearness(text, place, number)
            own = place.naming is NamingKind.SEAT and near > 1.0
            if place.span in labels and not own:
                continue  # "Peruvian Foreign Minister Orla Venn": the country is hers alone
            self._beside.setdefault(number, []).append((place, near if own else factor * near))

    def _is_visited(self, place: PlaceMention, last: int) -> bool:
        """Whether a place is the destination of the person named last before it: "Venn concluded a visit to Norway"."""
        start = self._sentences[self._sentence_of(place.span)].start
        before = self._text[max(start, place.span.start - 40) : place.span.start]
        return self._starts[last] >= start and _VISITS.search(before) is not None

    def _sentence_of(self, span: Span) -> int:
        return number_at(self._sentences, span.start)

    def _nearness(self, text: str, place: PlaceMention, sentence: int) -> float:
        """The weight of a place for an official in its sentence: high for "the Turkish Foreign Ministry", else low."""
        if place.naming is NamingKind.SEAT:
            own = re.search(r"\b(?:his|her)\s+$", text[max(0, place.span.start - 6) : place.span.start])
            if _SCENE_SET.match(text, place.span.end) and text.startswith("In ", max(0, place.span.start - 3)):
                return 1.9  # "In Kampala, Foreign Minister Orla Venn"
            return 2.1 if own else 0.3  # "how his White House might work"
        if _BODY_NEXT.match(text, place.span.end):
            return 2.1
        # 40 characters contain the word or two that may open a sentence, so that looking back takes constant time
        opening = text[max(self._sentences[sentence].start, place.span.start - 40) : place.span.start]
        if opening.endswith(("“", '"', "«")):
            return 0.2  # “Norwegian ships must leave,” Orla Venn said: she speaks of others
        return 1.0 if len(opening.split()) <= 1 else 0.4

    def _staged(self, person: Person, rivals: set[str], total: dict[str, float]) -> None:
        """Add evidence from the scene at an official's first mention, and from the story's opening."""
        first = person.mentions[0].span
        here = {s.country: s.weight for s in self._staging.at(self._sentence_of(first), first.start)}
        if any(weight >= HANDED for weight in here.values()):
            total.update({country: min(weight, 0.5) for country, weight in total.items()})  # a new scene
        elif self.opens_with is not None:
            here[self.opens_with] = here.get(self.opens_with, 0.0) + OPENED
        for country in here.keys() - rivals:
            total[country] = total.get(country, 0.0) + here[country]

    def follows(self, person: Person) -> str | None:
        """The country mentioned right before a full name without office: "Oslo denies it. Orla Venn said"."""
        first = person.mentions[0]
        number = self._sentence_of(first.span)
        opens = first.span.start == self._sentences[number].start and len(first.words) > 1
        told = _SPEAKS.match(self._text, first.span.end) is not None
        stages = self._staging.at(number, first.span.start) if opens and told else ()
        return next((stage.country for stage in stages if stage.weight == HANDED), None)

    def _closes(self, mention: NameMention) -> bool:
        """Whether the name ends its statement: "the Norwegian side must not misjudge it, Venn added" is on others."""
        start = min(mention.span.start, mention.role.start) if mention.role else mention.span.start
        after_comma = self._text[max(0, start - 3) : start].rstrip().endswith((",", "”", '"'))
        return after_comma and _SPEAKS.match(self._text, mention.span.end) is not None

    def _voicing(self, person: Person, mention: NameMention, voiced: StanceCue) -> float:
        """Evidence for a person's country from a stance that is voiced near the name."""
        if voiced.before < mention.span.start and self._closes(mention):
            return CLOSED
        return VOICED if self._speaks(person, mention.span, voiced) else 0.0

    def _speaks(self, person: Person, mention: Span, voiced: StanceCue) -> bool:
        """Whether the person's is the last name before the stance."""
        last = bisect_left(self._starts, voiced.before) - 1
        return last >= 0 and self._starts[last] == mention.start and self._named[last] is person

    def closest(self, person: Person, rivals: set[str]) -> str | None:
        """The country with the most evidence around the person's mentions, if it leads clearly."""
        country, lead = self.lead(person, rivals)
        return country if lead >= ENOUGH / 2 else None

    def strange(self, person: Person) -> set[str]:
        """Countries that are not the person's, who met "his Norwegian counterpart"."""
        return self._strange.get(person, set())

    def lead(self, person: Person, rivals: set[str]) -> tuple[str | None, float]:
        """The country with the most evidence, and its lead; 0 if there is too little."""
        # talks between two: if the other's country is known, the remaining one weighs more
        facing = bool(rivals) and "exiled" not in (person.role or "").lower()
        ceiling, step = (1.8, 0.5) if facing else (0.5, 0.12)
        rivals = rivals | _no_office_in(person.role or "")
        total = {c: min(ceiling, step * weight) for c, weight in self._weight.items() if c not in rivals}
        if self._origin is not None and self._origin.country not in rivals and PUBLIC.search(person.role or ""):
            abroad = not self._origin.own and ENVOY.search(person.role or "")
            weight = OWN_TEXT if self._origin.own else 0.0 if abroad else self._sent_from_home
            total[self._origin.country] = total.get(self._origin.country, 0.0) + weight
        role = person.mentions[0].role
        if self._origin is not None and role is not None and self._text.endswith("he host, ", 0, role.start):
            total[self._origin.country] = total.get(self._origin.country, 0.0) + HOST
        if PUBLIC.search(person.role or "") and not ENVOY.search(person.role or ""):
            self._staged(person, rivals, total)
        seen: set[int] = set()
        for mention in person.mentions:
            number = self._sentence_of(mention.span)
            for voiced in self._voiced.get(number, ()):
                if voiced.country not in rivals:
                    weight = self._voicing(person, mention, voiced)
                    total[voiced.country] = total.get(voiced.country, 0.0) + weight
            if number in seen:
                continue
            seen.add(number)
            closes = self._closes(mention)
            for place, near in self._beside.get(number, ()):
                if place.country not in rivals:
                    own = place.naming is NamingKind.SEAT and near > 1.0
                    before = place.span.end <= mention.span.start
                    weight = min(near, SAID) if closes and before else near
                    total[place.country] = total.get(place.country, 0.0) + weight * (
                        0.8 if before != own else 0.0 if own else 0.4
                    )
        ranked = sorted(total.items(), key=lambda item: -item[1])[:2]
        if not ranked or ranked[0][1] < ENOUGH:
            return None, 0.0
        return ranked[0][0], ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0)


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
