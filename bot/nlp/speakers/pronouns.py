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


def resolve_pronoun(discourse: DiscourseState, span: Span, word: str) -> Resolution:
    """Resolve the pronoun ``word``, in lower case, at ``span``; nobody for the author's "I"."""
    context = discourse.context
    if word in _OURS and (issuer := context.issuers or find_issuer(context.text, context.origin)):
        return Resolution((), issuer, 0.8)
    if word in PLURAL:
        return _they(discourse, span, word)
    if word in ("it", "its"):
        return resolve_it(discourse, span)
    if word in ("i", "my", "me"):
        return NOBODY
    if unnamed := _unnamed(discourse, span):
        return unnamed
    found = find_person(discourse, span, word)
    return as_people((found[0],), 0.35 + 0.6 * found[1]) if found else NOBODY


def find_person(discourse: DiscourseState, span: Span, word: str) -> tuple[Person, float] | None:
    """The person that "he" or "her" means, with a probability; records a gender that this reveals."""
    gender = gender_of(word)
    candidates = find_people(discourse, span, gender)
    person, probability = load_ranker("antecedent").choose(candidates) if candidates else (None, 0.0)
    if person is None:
        return None
    if gender and probability > 0.7 and not person.gender:
        discourse.genders.setdefault(person.name, gender)
    return person, probability


def find_people(discourse: DiscourseState, span: Span, gender: str) -> dict[Person | None, dict[str, float]]:
    """The people named before ``span`` that a pronoun of ``gender`` may mean, with features."""
    return find_candidates(discourse.context, span, gender, discourse.spoken, discourse.quoted, discourse.genders)


def _they(discourse: DiscourseState, span: Span, word: str) -> Resolution:
    """Resolve "they": several who just spoke together, the participants named before, or the last body to speak."""
    last = next((s for s in reversed(discourse.spoken) if len(s.people) != 1), None)
    near = last is not None and discourse.sentences_since(last, span.start) <= _NEAR
    if near and last is not None and len(last.people) > 1:
        return as_people(last.people, 0.8)
    people = () if near else find_participants(discourse.context, span)
    if people:
        return as_people(people, 0.7)
    body = discourse.bodies[-1] if discourse.bodies and near else None
    one = word == "both" or (body is not None and is_one_person(body.name))  # "both" is not one body
    return NOBODY if body is None or one else Resolution((), body, 0.6)


def _unnamed(discourse: DiscourseState, span: Span) -> Resolution | None:
    """Resolve "he" after "the representative of Kenya said": the unnamed person who spoke last."""
    last = discourse.last
    if last is None or last.people or last.speaker is None or not is_one_person(last.speaker.name):
        return None
    between = Span(last.span.end, span.start) if last.span.end < span.start else None
    if between is None or discourse.sentences_since(last, span.start) > _NEAR:
        return None
    # "the spokesman, who calls himself Venn", not "the spokesman for Venn"
    within = discourse.context.mentions_in(last.span)
    apposed = [m for m, p in within if p.sure and discourse.context.text.endswith(", ", last.span.start, m.span.start)]
    if apposed or any(p.sure and not m.possessive for m, p in discourse.context.mentions_in(between)):
        return None
    return Resolution((), last.speaker, 0.75)
