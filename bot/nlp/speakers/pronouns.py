"""Resolves "he", "it" and "they" as speakers."""

from bisect import bisect_left

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.gazetteer.countries import NamingKind, PlaceMention
from bot.nlp.speakers.antecedents import PLURAL, find_antecedent, gender_of, is_aside
from bot.nlp.speakers.discourse_state import MEMORY, DiscourseState
from bot.nlp.speakers.joint_sources import NOBODY, Resolution, as_people
from bot.nlp.speakers.organisations import is_one_person
from bot.nlp.speakers.participants import find_participants, opens_jointly
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.scene_cues import acts
from bot.nlp.speakers.text_origin import find_issuer

_OURS = frozenset(("we", "us", "our"))
_CLOSE = 2
"""Characters between a state and its verb."""
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
    found = find_antecedent(floor.scene, span, gender, floor.spoken, floor.quoted, floor.genders)
    if found and gender and found[1] > 0.7 and not found[0].gender:
        floor.genders.setdefault(found[0].name, gender)
    return found


def _it(floor: DiscourseState, span: Span) -> Resolution:
    """The state that acts before it in the sentence, else the body that spoke last, in this paragraph or before."""
    scene = floor.scene
    start = scene.sentences[scene.sentence_of(span.start)].start
    before = scene.places[
        bisect_left(scene.places, start, key=_start) : bisect_left(scene.places, span.start, key=_start)
    ]
    acting = [p for p in before if acts(scene.text, start, p) and not is_aside(p.span, span, floor.quoted)]
    if acting and not (floor.last is not None and floor.last.span.start > acting[-1].span.end + _CLOSE):
        place = acting[-1]
        name = place.span.of(scene.text) if place.naming is NamingKind.SEAT else scene.full_country(place.country)
        return Resolution((), Speaker(name, None, place.country), 0.6)
    for said in reversed(floor.spoken[-MEMORY:]):
        # a name without office in the sentence before, taken for a person's, is a body's if "it" refers to it
        nameless = floor.sentences_since(said, span.start) == 1 and len(said.people) == 1
        body = all(not p.sure or (nameless and not p.role and not p.gender) for p in said.people)
        if said.speaker is not None and body:
            far = floor.scene.paragraph_of(span.start) - floor.scene.paragraph_of(said.span.start)
            return Resolution(said.people, said.speaker, 0.6) if far <= _NEAR else NOBODY
    return NOBODY


def _start(place: PlaceMention) -> int:
    return place.span.start


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
