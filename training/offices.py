"""Fits the choice of the phrase that is somebody's office, beside the name or elsewhere in the text.

    python -m training.offices FOLDER [FOLDER ...] [--cache DIR] [--write]

Each folder has ``<id>.gold.json`` and ``<id>.txt`` with speakers resolved (``training.folders`` makes them). Each
person who speaks is a choice among the phrases that may name the office, and none. The program prints how often the
choice is right, cross-validated by article; ``--write`` saves the weights. ``--cache`` saves what the tagger finds.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.gazetteer.office_words import office_words
from bot.nlp.speakers import candidate_ranker
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.office_features import Candidates, OfficePhrase, find_stated
from bot.nlp.speakers.people import Person
from training.countries import is_named, read_article
from training.ranking import Choice, learn

THRESHOLDS = {"stated_office": 0.3, "described_office": 0.6}
"""Minimum probabilities for choosing an office."""


LabelledChoice = tuple[str, str, Candidates, str, str, int]
"""The question, person, candidates, annotated office and country, and number of statements."""
_OTHER_ONE = re.compile(r"\b(?:counterpart|colleague|opposite number)\b", re.IGNORECASE)


def read_folder(folder: Path, cache: Path | None) -> Iterator[tuple[str, Choice]]:
    """The choices of every article of ``folder``, each with its question."""
    for file in sorted(folder.glob("*.gold.json")):
        context, golds = read_article(file, cache)
        for question, name, candidates, role, country, times in _choices(context, golds):
            right = frozenset(_right(candidates, role, country))
            if question == "stated_office" and not role:  # often not annotated: only non-offices are wrong
                right |= {one for one, shown in candidates.items() if one and "no head" not in shown}
            yield question, Choice(folder.name, file.name.removesuffix(".gold.json"), name, candidates, right, times)


def _choices(context: DocumentContext, golds: Sequence[dict[str, Any]]) -> Iterator[LabelledChoice]:
    said: dict[Person, Counter[tuple[str, str]]] = defaultdict(Counter)
    people = context.offices.people
    for gold in golds:
        names = [gold["speaker"], *(gold.get("accept") or [])]
        same = [p for p in people if (p.sure or " " in p.name) and any(is_named(p.name, name) for name in names)]
        if len(same) == 1:
            said[same[0]][gold.get("role") or "", gold.get("country") or ""] += 1
    names = sorted(m.span for p in people for m in p.mentions if m.sure and len(m.words) > 1)
    for person in people:
        if person not in said and not person.sure and " " in person.name:
            silent = context.offices.of_person(person, context.offices.held)
            if len(silent) > 1:
                yield "described_office", person.name, silent, "", "", 1  # mostly not people
    for person, roles in said.items():
        (role, country), times = roles.most_common(1)[0][0], roles.total()
        stated = find_stated(context.text, person.mentions, names)
        if len(stated) > 1 and not any(one and _OTHER_ONE.search(one.name) for one in stated):
            yield "stated_office", person.name, stated, role, country, times
        if person.role is None or person.country is None:
            described = context.offices.of_person(person, context.offices.held)
            if len(described) > 1:
                yield "described_office", person.name, described, role, country, times


def _right(candidates: Candidates, role: str, country: str) -> list[OfficePhrase | None]:
    """The candidates that are most like the annotated ``role``; None if none is like it.

    "his Norwegian counterpart" gives somebody else's office: it is right if its country is.
    """
    alike = {one: _likeness(one, role, country) for one in candidates if one is not None} if role else {}
    best = max(alike.values(), default=0.0)
    return [one for one, value in alike.items() if value == best] if best >= 1 / 3 else [None]


def _likeness(one: OfficePhrase, role: str, country: str) -> float:
    """F1 of the words of a phrase and of ``role``; 0 in another country."""
    if one.country is not None and country and one.country != country:
        return 0.0
    if _OTHER_ONE.search(one.name):
        return 0.5 * (one.country == country)
    a, b = office_words(one.name), office_words(role)
    if one.country and one.country == country and (a & b or b <= {"envoy"}):
        return 1.0
    return 2 * len(a & b) / (len(a) + len(b))


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    for question, threshold in THRESHOLDS.items():  # in this order: the second needs the first's results
        read = (one for folder in options.folders for one in read_folder(folder, options.cache))
        choices = [choice for asked, choice in read if asked == question]
        print(f"{question}: {len(choices)} choices")
        learn(question, choices, threshold, write=options.write)
        if options.write:
            candidate_ranker.load_ranker.cache_clear()


if __name__ == "__main__":
    main()
