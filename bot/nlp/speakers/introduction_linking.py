"""Links descriptions to names: "A Norwegian envoy left. Orla Venn said", "Envoy Orla Venn made the remarks"."""

import re
from collections.abc import Mapping, Sequence

from bot.domain.text import Span
from bot.gazetteer.countries import NamingKind, find_places
from bot.gazetteer.office_words import head_of, office_words
from bot.nlp.speakers.description_index import DescriptionIndex
from bot.nlp.speakers.introductions import Introduction
from bot.nlp.speakers.later_mentions import RECALL, described_after, left_over
from bot.nlp.speakers.office_holders import OfficeHolders, introduced
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.scene_cues import stands_first

_REACH = 2
"""Maximum sentences between a description and the first mention of the name."""
_LOOKED_AT = 4
"""Descriptions before a name that are considered."""
_STOP = 2
"""Characters that end a sentence."""
_SPOKE = re.compile(
    r"(?:\s+(?:to|in|at)\s+(?:the\s+)?[A-ZÀ-Þ][\w.]*(?:\s[A-ZÀ-Þ]\w*)?)?"  # "Oslo's ambassador to Iceland has said"
    r"\s+(?:has\s+)?(?:said|announced|warned|told|declared|confirmed|demanded|claimed|complained|insisted|denied|"
    r"rejected|accused|condemned|stressed|noted|stated|added|argued|suggested|pledged|vowed|urged|criticised|criticized|"
    r"dismissed|admitted|acknowledged|revealed|disclosed|explained)\b"
)
_AGAIN = 200
"""Characters after a name in which the description may be repeated."""
_ENVOYS = frozenset(["envoy", "diplomat"])
"""Offices by which an ambassador's description may be repeated."""
_BYLINE = re.compile(
    r"(?:\w+\s+)?[Bb]y(?:\s+[A-ZÀ-Þ]\S*){1,4}\s*|[A-ZÀ-Þ\d]\S*(?:\s+[A-ZÀ-Þ\d]\S*){0,4}(?<![.!?”\"])\s*"
)
"""A line that is not a sentence: "Interview by Orla Venn.", "Oslo, 3 October". Two of them may be in between."""


def apply_introductions(
    text: str, sentences: Sequence[Span], people: Sequence[Person], introductions: Sequence[Introduction]
) -> tuple[Person, ...]:
    """``people`` with office and country of the description before their first mention, where theirs are unknown.

    An office matches its description anywhere if it has the same words ("the British foreign secretary", "Foreign
    Secretary Orla Venn"), nearby if it is a part of it. A name without office matches only as the subject of what
    follows, and only if the text mentions that person again.
    """
    described, held = DescriptionIndex(text, sentences, introductions), OfficeHolders(people)
    by_office: dict[frozenset[str], list[Introduction]] = {}
    for one in introductions:
        if not held.exactly(one):
            by_office.setdefault(one.words, []).append(one)
    alone = {words: same[0] for words, same in by_office.items() if len({one.country for one in same}) == 1}
    settled = []
    taken: list[Introduction] = []
    for person in people:
        known = person
        likely = person.sure or len(person.mentions[0].words) > 1
        if likely and person.country is None and introductions:
            told = _same_office(person, alone) if person.role else None
            told = told or _described_before(described, person, held)
            if told is not None:
                known = introduced(person, told)
                taken.append(told)
                held.take(told)
        settled.append(known)
    settled = [left_over(described, person, taken, held) for person in settled]
    return tuple(described_after(described, person, held) for person in settled)


def _same_office(person: Person, alone: Mapping[frozenset[str], Introduction]) -> Introduction | None:
    """The description of the same office before the name, if only one country's is described."""
    same = [alone[office] for office in dict.fromkeys(person.roles) if office in alone and len(office) > 1]
    return same[0] if len(same) == 1 and same[0].span.start < person.mentions[0].span.start else None


def _described_before(described: DescriptionIndex, person: Person, held: OfficeHolders) -> Introduction | None:
    for i, mention in enumerate(person.mentions[:2]):  # the first may be in a headline above the description
        number = described.sentence_of(mention)
        for one in reversed(described.before(mention, _LOOKED_AT)):
            named = i > 0 and person.mentions[0].span.start > one.span.start
            if named or not 0 < _sentences_between(described, one.sentence, number) <= _REACH:
                continue
            led = person.role is None and _leads_to(described, one, number) and not held.named(one)
            if led and described.is_subject(mention):
                return one
            if held.alike(one):
                continue
            if person.role is not None:
                wanted = office_words(person.role)
                if wanted <= one.words or (wanted <= _ENVOYS and "ambassador" in one.words):
                    return one
            elif len(person.mentions) > 1 and described.is_subject(mention):
                return one
    return _recalled(described, person, held) if person.role is None else None


def _leads_to(described: DescriptionIndex, one: Introduction, number: int) -> bool:
    """Whether a description opens, ends or speaks in the sentence right before: then even a bare full name means it."""
    text, before = described.text, described.sentences[one.sentence]
    ends = before.end - one.span.end <= _STOP
    spoke = _SPOKE.match(text, one.span.end, one.span.end + _AGAIN) is not None
    return (
        not one.paired and number - one.sentence == 1 and (ends or spoke or stands_first(text, before, one.span.start))
    )


def _recalled(described: DescriptionIndex, person: Person, held: OfficeHolders) -> Introduction | None:
    """The description that is repeated right after the name: "Venn left. The ambassador said"."""
    mention = person.mentions[0]
    if not described.is_subject(mention):
        return None
    text, sentences, number = described.text, described.sentences, described.sentence_of(mention)
    end = min(sentences[min(number + 2, len(sentences) - 1)].end, mention.span.end + _AGAIN)
    for one in reversed(described.before(mention, _LOOKED_AT)):
        again = re.compile(rf"\b[Tt]he {re.escape(one.office.split()[-1])}\b(?! of\b)")
        far = number - one.sentence
        if not 0 < far <= RECALL or held.alike(one):
            continue
        if again.search(text, mention.span.end, end) or _named_again(text, mention.span.end, end, one.country):
            return one
    return None


def _sentences_between(described: DescriptionIndex, first: int, last: int) -> int:
    """The number of sentences from ``first`` to ``last``, without up to two short lines in between."""
    if not _REACH < last - first <= _REACH + 2:
        return last - first
    text, between = described.text, described.sentences[first + 1 : last]
    return last - first - sum(_BYLINE.fullmatch(text, s.start, min(s.end, s.start + 80)) is not None for s in between)


def _named_again(text: str, start: int, end: int, country: str) -> bool:
    """Whether an unnamed office of ``country``, "the Serbian leader", is between ``start`` and ``end``."""
    return any(
        place.country == country
        and place.naming is NamingKind.ADJECTIVE
        and text[start : start + place.span.start].lower().endswith("the ")
        and (office := re.match(r" ([a-z]+)\b", text[start + place.span.end : end])) is not None
        and head_of(office[1]) is not None
        for place in find_places(text[start:end])
    )
