"""Resolves "he", "it" and "they" as speakers."""

import re

from bot.domain.text import Span
from bot.gazetteer.office_words import HEADS
from bot.nlp.speakers.antecedents import PLURAL, find_antecedent, gender_of
from bot.nlp.speakers.definite_descriptions import resolve_description
from bot.nlp.speakers.discourse_state import MEMORY, DiscourseState
from bot.nlp.speakers.organisations import is_one_person
from bot.nlp.speakers.participants import find_participants, opens_jointly
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.resolution import NOBODY, Resolution, as_people
from bot.nlp.speakers.text_origin import find_issuer

_OFFICE_FIRST = re.compile(
    rf"\W*+(?:(?:But|And|Yet|Still|Later,?)\s++)?(?P<office>[Tt]he\s++(?:[\w’'-]++\s++){{0,3}}?(?i:{'|'.join(sorted(HEADS))}))\s"
)
_OBJECT = re.compile(
    r"\b(?:[a-z]+ed|met|told|with|to|of|by|for|from)\s+(?:(?:the|his|her|Mr\.?|Ms\.?|Mrs\.?)\s+)?(?:(?:[A-ZÀ-Þ][\w’'-]*|of|for)\s+){0,5}$"
)
"""What precedes a person whom a sentence is only about."""
_OURS = frozenset(("we", "us", "our"))
_NEAR = 2
"""Sentences, or line breaks, within which a body or an unnamed person can be referred to."""


def resolve_pronoun(floor: DiscourseState, span: Span, word: str) -> Resolution:
    """Who ``word``, in lower case, is at ``span``; nobody for the author's "I"."""
    if word in _OURS and (issuer := find_issuer(floor.scene.text, floor.scene.origin)):
        return Resolution((), issuer, 0.8)
    if word in PLURAL:
        return _they(floor, span, word)
    if word in ("it", "its"):
        return _it(floor, span)
    if word in ("i", "my", "me"):
        return NOBODY
    if unnamed := _unnamed(floor, span):
        return unnamed
    found = find_person(floor, span, word)
    return as_people((found[0],), 0.35 + 0.6 * found[1]) if found else NOBODY


def find_person(floor: DiscourseState, span: Span, word: str) -> tuple[Person, float] | None:
    """The person that "he" or "her" means, with a probability; a gender that it shows is recorded."""
    gender = gender_of(word)
    found = _opening(floor, span, gender) or find_antecedent(
        floor.scene, span, gender, floor.spoken, floor.quoted, floor.genders
    )
    if found and gender and found[1] > 0.7 and not found[0].gender:
        floor.genders.setdefault(found[0].name, gender)
    return found


def _it(floor: DiscourseState, span: Span) -> Resolution:
    """The body that spoke last, in this paragraph or the one before."""
    for said in reversed(floor.spoken[-MEMORY:]):
        # a name without office in the sentence before, taken for a person's, is a body's if "it" refers to it
        nameless = floor.sentences_since(said, span.start) == 1 and len(said.people) == 1
        body = all(not p.sure or (nameless and not p.role and not p.gender) for p in said.people)
        if said.speaker is not None and body:
            far = floor.scene.paragraph_of(span.start) - floor.scene.paragraph_of(said.span.start)
            return Resolution(said.people, said.speaker, 0.6) if far <= _NEAR else NOBODY
    return NOBODY


def _they(floor: DiscourseState, span: Span, word: str) -> Resolution:
    """Several who spoke together just before, the participants named before, or the body that spoke last."""
    here = floor.scene.sentence_of(span.start)
    if opens_jointly(floor.scene, here - 1) and (people := find_participants(floor.scene, span)):
        return as_people(people, 0.75)
    last = next((s for s in reversed(floor.spoken) if len(s.people) != 1), None)
    near = last is not None and floor.sentences_since(last, span.start) <= _NEAR
    if near and last is not None and len(last.people) > 1:
        return as_people(last.people, 0.8)
    people = () if near else find_participants(floor.scene, span)
    if people:
        return as_people(people, 0.7)
    one = word == "both"  # which is not one body
    return Resolution((), floor.bodies[-1], 0.6) if floor.bodies and near and not one else NOBODY


def _opening(floor: DiscourseState, span: Span, gender: str) -> tuple[Person, float] | None:
    """Whom the sentence is about by office, for a pronoun in it: "The chancellor was heckled when he said".

    Or the sentence before it in the paragraph, if nobody has been named or has spoken since.
    """
    scene = floor.scene
    here = scene.sentence_of(span.start)
    openings = (
        _OFFICE_FIRST.match(scene.text, sentence.start, span.start)
        for sentence in (scene.sentences[here], scene.sentences[max(0, here - 1)])
        if scene.paragraph_of(sentence.start) == scene.paragraph_of(span.start)
    )
    opening = next(filter(None, openings), None)
    if opening is None or _is_overtaken(floor, Span(opening.end(), span.start)):
        return None
    if floor.last is not None and opening.start() < floor.last.span.start:
        return None
    at = Span(*opening.span("office"))
    found = resolve_description(scene, at, at.of(scene.text), floor.spoken)
    known = found[0].gender or floor.genders.get(found[0].name, "") if found else ""
    return found if found and (not known or not gender or known == gender) else None


def _is_overtaken(floor: DiscourseState, since: Span) -> bool:
    """Whether ``since`` names anybody other than those the sentence before is only about: "The envoy met Venn. He"."""
    scene = floor.scene
    here = scene.sentences[scene.sentence_of(since.end)]
    opens = not scene.text[here.start : since.end].strip()
    named = [m for m, p in scene.mentions_in(since) if p.sure]
    return bool(named) and not (opens and all(_OBJECT.search(scene.text[: m.span.start][-40:]) for m in named))


def _unnamed(floor: DiscourseState, span: Span) -> Resolution | None:
    """Who "he" is after "the representative of Kenya said": the unnamed person who spoke last."""
    last = floor.last
    if last is None or last.people or last.speaker is None or not is_one_person(last.speaker.name):
        return None
    between = Span(last.span.start, span.start) if last.span.start < span.start else None
    if between is None or floor.sentences_since(last, span.start) > _NEAR:
        return None
    if any(p.sure and not m.possessive for m, p in floor.scene.mentions_in(between)):
        return None
    return Resolution((), last.speaker, 0.75)
