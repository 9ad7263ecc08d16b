"""Finds the scene in which an official appears: the place set before a name, and the country that opens the story.

"Nairobi was taken by surprise. Foreign Secretary Orla Venn said …": only the scene connects her to Kenya. News labels
foreign officials ("the French minister") and omits the country of those at home there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.text import Span, number_at
from bot.gazetteer.countries import NamingKind, PlaceMention

_BEFORE = re.compile(
    r"\W*(?:[A-ZÀ-Þ][^.!?\n]{0,60}?\s(?:--|[–—-])\s+)?"
    r"(?:[Oo]n\s+(?:[A-Z]\w+\s+)?\w+,\s+)?"
    r"(?:(?:[Tt]he|But|And|Yet|Still|Meanwhile,?|Earlier,?|Later,?|Then|While)\s+)?(?:government\s+(?:of|in)\s+(?:the\s+)?)?$"
)
_ACTS = re.compile(
    r"(?:['’]s?\s+(?:[\w-]+\s+){0,2}(?:government|junta|cabinet|leaders?hip|rulers?|authorities|parliament|military|"
    r"president|(?:prime|foreign) minister|king|ministry|response|reaction|reply|answer|tone|stance|version|account)"
    r"|,\s+which\s[^,.!?\n]{3,70},)?\s++"
    r"(?!(?:and|or|to|in|for|with|of|on|at|over|from|after|as|against|hit|then)\b)[a-z]+"
)
_BODY = re.compile(
    r"\s++(?:\w++\s++){0,2}(?i:government|junta|cabinet|leaders?hip|authorities|parliament|military|ministry|embassy|"
    r"readout|statement|account|version|side)\s+[a-z]+"
)
_IN = re.compile(r"\W*+(?:(?:But|And|Back|Meanwhile,?|Earlier|Later|On\s++[\w ,]{3,25}?)\s++)?[Ii]n\s++(?:the\s++)?$")
_THERE = re.compile(
    r"\b(?:told|said|speaking|spoke|announced|addressed|briefed|appeared)\b[^.!?\n“”\"]{0,40}"
    r"\b(?:reporters|journalists|(?:news|press) conference|briefing|lawmakers|parliament|correspondents)\s+in\s+$",
    re.IGNORECASE,
)
_SAID_IN = re.compile(r"\b(?:said|warned|announced|declared|insisted|argued|told|stated|replied)\s+in\s+$")
_FROM = re.compile(
    r"\b(?:came|response|reaction|reply|rebuke|rebuff|praise|criticism|anger|condemnation|warning|denial|derision)\s+from\s+$"
)
"""Announces the next speaker's country: "That drew a furious response from Oslo."."""
_VERB = re.compile(r"\s+[“\"]?(?!(?:and|or|to|in|for|with|of|on|at|over|from|after|as|against)\b)[a-z]+")
_GOVERNED = re.compile(
    r"\b(?:of|for|to|with|from|under|by|about|against|in|on|at|between|and|over|into|toward|towards)\s+(?:the\s+)?$"
)
_WINDOW = 90
"""Characters before or after a place that are searched."""
SET, HANDED, SPOKE = 1.9, 1.4, 1.2
"""Evidence for the country of a scene, for one announced before, and for the capital where reporters are told."""
_LASTS = {SET: 2, HANDED: 1}
"""Sentences of its paragraph for which a scene holds."""


@dataclass(frozen=True, slots=True)
class SceneCue:
    """The ``country`` of officials who appear in sentence ``sentence`` after ``after``, with the evidence for it."""

    country: str
    sentence: int
    after: int
    weight: float


@dataclass(frozen=True, slots=True)
class SceneCues:
    """The scenes of a text by sentence number, and the country that opens it (``lead``)."""

    stages: Mapping[int, Sequence[SceneCue]]
    lead: str | None

    def at(self, sentence: int, position: int) -> Sequence[SceneCue]:
        """The scenes for ``position`` in sentence number ``sentence``."""
        return [stage for stage in self.stages.get(sentence, ()) if stage.after <= position]


def find_scene_cues(text: str, sentences: Sequence[Span], places: Sequence[PlaceMention]) -> SceneCues:
    """All scenes of ``text``."""
    stages: dict[int, list[SceneCue]] = {}
    for stage in find_each_scene_cue(text, sentences, places):
        stages.setdefault(stage.sentence, []).append(stage)
    return SceneCues(stages, find_lead(text, sentences, places))


def find_each_scene_cue(text: str, sentences: Sequence[Span], places: Sequence[PlaceMention]) -> tuple[SceneCue, ...]:
    """Every scene that ``text`` sets by a country or capital; one that opens a sentence also holds in the next."""
    found = []
    for place in places:
        number = number_at(sentences, place.span.start)
        if not sentences or (place.naming is NamingKind.ADJECTIVE and not _BODY.match(text, place.span.end)):
            continue
        sentence = sentences[number]
        before = text[max(sentence.start, place.span.start - _WINDOW) : place.span.start]
        if place.naming is NamingKind.SEAT and (_THERE.search(before) or _SAID_IN.search(before)):
            found.append(SceneCue(place.country, number, sentence.start, SPOKE))
        if _FROM.search(before) and not re.search(r"\w", text[place.span.end : sentence.end]):
            found += [SceneCue(place.country, number + 1, s.start, HANDED) for s in sentences[number + 1 : number + 2]]
        whole = place.span.start - sentence.start <= _WINDOW
        if whole and place.naming is not NamingKind.ADJECTIVE and _IN.fullmatch(before):
            found.append(SceneCue(place.country, number, place.span.end, SET))
            weight = SET
        elif whole and _opens(text, before, place):
            weight = HANDED
        else:
            continue
        for following in range(number + 1, min(len(sentences), number + 1 + _LASTS[weight])):
            if "\n" in text[sentences[following - 1].end - 1 : sentences[following].start]:
                break
            found.append(SceneCue(place.country, following, sentences[following].start, weight))
    return tuple(found)


def find_lead(text: str, sentences: Sequence[Span], places: Sequence[PlaceMention]) -> str | None:
    """The country whose action opens the story, in its head or first sentences; None if there are two."""
    acting: set[str] = set()
    opening: set[str] = set()
    for number, sentence in enumerate(sentences[:3]):
        if text[sentence.start] in '“"«':
            continue  # what somebody says is not what the story reports
        here = [p for p in places if sentence.start <= p.span.start < min(sentence.end, sentence.start + _WINDOW)]
        befores = [text[sentence.start : p.span.start] for p in here]
        acting.update(p.country for p, before in zip(here, befores, strict=True) if _opens(text, before, p))
        opening.update(p.country for p, before in zip(here, befores, strict=True) if _BEFORE.fullmatch(before))
        if number == 0 and here and not acting and _opens(text, befores[0], here[0], joined=True):
            return None
    return next(iter(acting)) if len(acting) == 1 and opening == acting else None


def stands_first(text: str, sentence: Span, position: int) -> bool:
    """Whether what begins at ``position`` opens its sentence, apart from a dateline or "But the"."""
    before = text[sentence.start : position] if position - sentence.start <= _WINDOW else None
    return before is not None and _BEFORE.fullmatch(before) is not None


def acts_at(text: str, start: int, party: Span) -> bool:
    """Whether what stands at ``party`` is a subject in the sentence from ``start``: "as Norway has done nothing"."""
    return _VERB.match(text, party.end) is not None and not is_governed(text, start, party)


def is_governed(text: str, start: int, party: Span) -> bool:
    """Whether a preposition governs what stands at ``party`` in the sentence from ``start``."""
    return _GOVERNED.search(text[max(start, party.start - _WINDOW) : party.start]) is not None


def _opens(text: str, before: str, place: PlaceMention, *, joined: bool = False) -> bool:
    """Whether a place opens its sentence and acts in it, or, if ``joined``, opens it together with another."""
    if len(before) > _WINDOW or not _BEFORE.fullmatch(before):
        return False
    if joined:
        return text.startswith((" and ", ", "), place.span.end)
    begins = _BODY.match if place.naming is NamingKind.ADJECTIVE else _ACTS.match
    return begins(text, place.span.end, place.span.end + _WINDOW) is not None
