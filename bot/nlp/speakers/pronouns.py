"""Resolves "he", "it" and "they" as speakers."""

from bot.domain.text import Span
from bot.nlp.speakers.antecedents import PLURAL, find_candidates, gender_of
from bot.nlp.speakers.candidate_ranker import load_ranker
from bot.nlp.speakers.discourse_state import DiscourseState
from bot.nlp.speakers.joint_sources import NOBODY, Resolution, as_people
from bot.nlp.speakers.organisations import is_one_person
from bot.nlp.speakers.participants import find_participants
from bot.nlp.speakers.party_antecedents import resolve_it
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.text_origin import find_issuer

_OURS = frozenset(("we", "us", "our"))
_NEAR = 2
"""Maximum sentences, or line breaks, back to a body or an unnamed person."""


def resolve_pronoun(floor: DiscourseState, span: Span, word: str) -> Resolution:
    """Resolve the pronoun ``word``, in lower case, at ``span``; nobody for the author's "I"."""
    if word in _OURS and (issuer := find_issuer(floor.scene.text, floor.scene.origin)):
        return Resolution((), issuer, 0.8)
    if word in PLURAL:
        return _they(floor, span, word)
    if word in ("it", "its"):
        return resolve_it(floor, span)
    if word in ("i", "my", "me"):
        return NOBODY
    if unnamed := _unnamed(floor, span):
        return unnamed
    found = find_person(floor, span, word)
    return as_people((found[0],), 0.35 + 0.6 * found[1]) if found else NOBODY


def find_person(floor: DiscourseState, span: Span, word: str) -> tuple[Person, float] | None:
    """The person that "he" or "her" means, with a probability; records a gender that this reveals."""
    gender = gender_of(word)
    candidates = find_people(floor, span, gender)
    person, probability = load_ranker("antecedent").choose(candidates) if candidates else (None, 0.0)
    if person is None:
        return None
    if gender and probability > 0.7 and not person.gender:
        floor.genders.setdefault(person.name, gender)
    return person, probability


def find_people(floor: DiscourseState, span: Span, gender: str) -> dict[Person | None, dict[str, float]]:
    """The people named before ``span`` that a pronoun of ``gender`` may mean, with features."""
    return find_candidates(floor.scene, span, gender, floor.spoken, floor.quoted, floor.genders)


def _they(floor: DiscourseState, span: Span, word: str) -> Resolution:
    """Resolve "they": several who just spoke together, the participants named before, or the last body to speak."""
    last = next((s for s in reversed(floor.spoken) if len(s.people) != 1), None)
    near = last is not None and floor.sentences_since(last, span.start) <= _NEAR
    if near and last is not None and len(last.people) > 1:
        return as_people(last.people, 0.8)
    people = () if near else find_participants(floor.scene, span)
    if people:
        return as_people(people, 0.7)
    one = word == "both"  # "both" is not one body
    return Resolution((), floor.bodies[-1], 0.6) if floor.bodies and near and not one else NOBODY


def _unnamed(floor: DiscourseState, span: Span) -> Resolution | None:
    """Resolve "he" after "the representative of Kenya said": the unnamed person who spoke last."""
    last = floor.last
    if last is None or last.people or last.speaker is None or not is_one_person(last.speaker.name):
        return None
    between = Span(last.span.end, span.start) if last.span.end < span.start else None
    if between is None or floor.sentences_since(last, span.start) > _NEAR:
        return None
    within = floor.scene.mentions_in(last.span)  # "the spokesman, who calls himself Venn", not "the spokesman for Venn"
    apposed = [m for m, p in within if p.sure and floor.scene.text.endswith(", ", last.span.start, m.span.start)]
    if apposed or any(p.sure and not m.possessive for m, p in floor.scene.mentions_in(between)):
        return None
    return Resolution((), last.speaker, 0.75)
