"""Fits the antecedents of "he" and "she" (``antecedents``) and "it" (``party_antecedents``) on annotated articles.

    python -m training.pronouns FOLDER [FOLDER ...] [--cache DIR] [--write]

Each folder has ``<id>.gold.json`` and ``<id>.txt`` with speakers resolved. Every source "he" or "she" is a choice among
the people named before it, every "it" one among states, bodies, documents and none. The program prints how often the
choice is right, cross-validated by article; ``--write`` saves the weights. ``--cache`` saves what the tagger finds.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.text import Span
from bot.gazetteer.countries import country_of
from bot.gazetteer.spelling import compatible
from bot.nlp.speakers.antecedents import gender_of
from bot.nlp.speakers.document_context import build_context
from bot.nlp.speakers.joint_sources import Resolution, as_people
from bot.nlp.speakers.organisations import DETERMINER
from bot.nlp.speakers.party_antecedents import Party, find_parties
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.pronouns import find_people
from bot.nlp.speakers.resolve import Resolver
from bot.nlp.speakers.source_spans import SourceSpan
from training.countries import read_tagged
from training.ranking import Choice, learn

THRESHOLDS = {"antecedent": 0.35, "party": 0.35}
"""Minimum probabilities for naming somebody."""


@dataclass(frozen=True, slots=True)
class Case:
    """An article: its text, its sources, and for each source the words that name the speaker (None if unknown)."""

    folder: str
    article: str
    text: str
    persons: tuple[Span, ...]
    others: tuple[Span, ...]
    sources: tuple[SourceSpan, ...]
    speakers: tuple[str | None, ...]
    accepted: tuple[tuple[str, ...], ...]


def read_folder(folder: Path, cache: Path | None) -> Iterator[Case]:
    """Articles annotated with speakers."""
    for file in sorted(folder.glob("*.gold.json")):
        text = file.with_name(file.name.replace(".gold.json", ".txt")).read_text("utf-8")
        golds = json.loads(file.read_text("utf-8"))["attributions"]
        mentions = read_tagged(text, cache).mentions
        yield Case(
            folder.name,
            file.name.removesuffix(".gold.json"),
            text,
            tuple(m.span for m in mentions if m.kind == "PERSON"),
            tuple(m.span for m in mentions if m.kind in ("ORG", "GPE", "NORP", "LOC")),
            tuple(_source(g) for g in golds),
            tuple(g["speaker"] for g in golds),
            tuple(tuple(g.get("accept") or ()) for g in golds),
        )


def find_choices(case: Case) -> Iterator[Choice]:
    """The people that each "he" or "she" may mean, and the right one."""
    taught = _Taught(case)
    taught.resolve()
    yield from taught.choices


class _Taught(Resolver):
    """Resolves annotated sources, continuing after each with the annotated person; keeps the choices for pronouns."""

    def __init__(self, case: Case) -> None:
        self._context = build_context(case.text, persons=case.persons, others=case.others)
        super().__init__(self._context, case.sources)
        self._case = case
        self.choices: list[Choice] = []

    def _answer(self, i: int, earlier: list[int]) -> Resolution:
        answer = super()._answer(i, earlier)
        source, name = self._case.sources[i].source, self._case.speakers[i]
        person = _person(self._context.people, name)
        if person is None or source is None:
            return answer if person is None else as_people((person,), 0.95)
        word = source.of(self._case.text).lower()
        if gender := gender_of(word):
            candidates = find_people(self.state, source, gender)
            if person in candidates:
                case, right = self._case, frozenset([person])
                self.choices.append(Choice(case.folder, case.article, f"{word} {name}", candidates, right))
        return as_people((person,), 0.95)


def find_party_choices(case: Case) -> Iterator[Choice]:
    """The candidates for each "it", and the right one; none if it is not among them."""
    context = build_context(case.text, persons=case.persons, others=case.others)
    for source, name, more in zip(case.sources, case.speakers, case.accepted, strict=True):
        if name is None or source.source is None or source.source.of(case.text).lower() != "it":
            continue
        before = Resolver(context, [one for one in case.sources if one.anchor.start < source.source.start])
        before.resolve()
        candidates = find_parties(before.state, source.source)
        right = [one for one in candidates if one and any(_is_called(one, other) for other in (name, *more))]
        yield Choice(case.folder, case.article, f"it {name}", candidates, frozenset(right) or frozenset([None]))


def _is_called(party: Party, name: str) -> bool:
    """Whether ``name`` means the party: its country, or the same words at its end."""
    place = country_of(name)
    if place is not None or party.kind in ("state", "seat"):
        return place is not None and place[0] == party.country
    a, b = (DETERMINER.sub("", one).casefold().split() for one in (party.name, name))
    return a[-1:] == b[-1:] and (set(a) <= set(b) or set(b) <= set(a))


def _source(gold: dict[str, Any]) -> SourceSpan:
    def spans(value: Any) -> tuple[Span, ...]:
        if not value:
            return ()
        return (Span(*value),) if isinstance(value[0], int) else tuple(Span(*v) for v in sorted(value))

    source, cue = spans(gold["source"]), spans(gold["cue"])
    return SourceSpan(source[0] if source else None, cue[0] if cue else None, spans(gold["content"]))


def _person(people: tuple[Person, ...], name: str | None) -> Person | None:
    if not name or ";" in name:
        return None
    return next((p for p in people if p.sure and compatible(tuple(p.name.split()), tuple(name.split()))), None)


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    cases = [case for folder in options.folders for case in read_folder(folder, options.cache)]
    for question, find in (("antecedent", find_choices), ("party", find_party_choices)):
        choices = [choice for case in cases for choice in find(case)]
        print(f"{question}: {len(choices)} pronouns")
        learn(question, choices, THRESHOLDS[question], write=options.write)


if __name__ == "__main__":
    main()
