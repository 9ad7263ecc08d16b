"""Explains whom a statement is given to: the candidates of each ranker that was asked, with features and weights."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.attribution import Attribution
from bot.nlp.attributions import build_tagged_context, find_attributions
from bot.nlp.speakers import country_ranker
from bot.nlp.speakers.antecedents import gender_of
from bot.nlp.speakers.candidate_ranker import load_ranker, rank
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.office_features import find_stated
from bot.nlp.speakers.party_antecedents import find_parties
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.pronouns import find_people
from bot.nlp.speakers.resolve import Resolver
from bot.nlp.speakers.source_spans import SourceSpan
from bot.nlp.tagger.tagged_text import TaggedText

Weighed = tuple[str, float, float]
"""A feature by name, its value, and its weight."""


@dataclass(frozen=True, slots=True)
class RankedCandidate:
    """A candidate by name ("" for none), its probability, and its features, the heaviest first."""

    name: str
    probability: float
    features: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was asked ("pronoun", "referent", "stated_office", "country" …), and the candidates in order."""

    question: str
    candidates: tuple[RankedCandidate, ...]


def explain_statement(
    text: str, tagging: TaggedText, number: int
) -> tuple[int, Attribution | None, tuple[Explanation, ...]]:
    """How many statements ``text`` has, that with ``number`` (from 1, in text order), and how it got its speaker."""
    found = find_attributions(text, tagging)
    if number > len(found):
        return len(found), None, ()
    one, context = found[number - 1], build_tagged_context(text, tagging)
    sources = [SourceSpan(a.source, a.cue, a.content) for a in found]
    return len(found), one, tuple(_explain(context, sources, number - 1, one))


def _explain(
    context: DocumentContext, sources: Sequence[SourceSpan], number: int, one: Attribution
) -> Iterator[Explanation]:
    source = sources[number].source
    word = source.of(context.text).lower() if source is not None else ""
    gender = gender_of(word)
    if source is not None and (gender or word == "it"):
        before = Resolver(context, [s for s in sources if s.anchor.start < source.start])
        before.resolve()
        state = before.state
        found: Mapping[Any, Mapping[str, float]] = (
            find_people(state, source, gender) if gender else find_parties(state, source)
        )
        if found:
            weights = load_ranker("antecedent" if gender else "party").weights
            yield explain_ranking("pronoun", {one: one.name if one else "" for one in found}, found, weights)
    if one.speaker is None:
        return
    person = _find(context.offices.people, one.speaker.name)
    if person is None:
        if source is not None:
            bodies = context.sides.of_body(one.speaker.name, source.start)
            yield explain_ranking("country", {c: c for c in bodies}, bodies, country_ranker.weights())
        return
    names = sorted(m.span for p in context.offices.people for m in p.mentions if m.sure and len(m.words) > 1)
    for question, offices in (
        ("stated_office", find_stated(context.text, person.mentions, names)),
        ("described_office", {} if person.role else context.offices.of_person(person, context.offices.held)),
    ):
        if offices:
            labels = {o: o.name if o else "" for o in offices}
            yield explain_ranking(question, labels, offices, load_ranker(question).weights)
    side = _find(context.sides.people, one.speaker.name)
    if side is not None and side.country is None:
        known = {p: p.country for p in context.people if p.country and p.name != one.speaker.name}
        countries = context.sides.of_person(side, known)
        yield explain_ranking("country", {c: c for c in countries}, countries, country_ranker.weights())


def _find(people: Sequence[Person], name: str) -> Person | None:
    return next((person for person in people if person.name == name), None)


def explain_ranking(
    question: str,
    labels: Mapping[Any, str],
    candidates: Mapping[Any, Mapping[str, float]],
    weights: Mapping[str, float],
) -> Explanation:
    """The ranking of ``candidates``, which ``labels`` name."""
    ranked = []
    for candidate, probability in rank(candidates, weights):
        features = [(name, value, weights.get(name, 0.0)) for name, value in candidates[candidate].items()]
        told = sorted((f for f in features if f[2]), key=lambda f: -abs(f[1] * f[2]))
        ranked.append(RankedCandidate(labels[candidate], probability, tuple(told)))
    return Explanation(question, tuple(ranked))
