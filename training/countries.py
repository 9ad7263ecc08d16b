"""Fits the weights of ``bot.nlp.speakers.country_ranker`` on annotated articles: a conditional logit with a ridge.

    python -m training.countries FOLDER [FOLDER ...] [--cache DIR] [--write]

Each folder has ``<id>.gold.json`` and ``<id>.txt`` with speakers resolved (``training.folders`` makes them). Each
person and body whose country the text does not state is a choice among the countries of the text and none. The program
prints how often the choice is right, cross-validated by article; ``--write`` saves the weights. ``--cache`` saves what
the tagger finds.
"""

import argparse
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.text import Span, text_sha256
from bot.gazetteer.countries import country_of
from bot.gazetteer.outlets import is_outlet
from bot.gazetteer.public_figures import find_state
from bot.gazetteer.spelling import compatible, fold
from bot.nlp.analyse import load_tagger
from bot.nlp.speakers import country_ranker as ranker
from bot.nlp.speakers.country_features import NOBODY, Features
from bot.nlp.speakers.document_context import DocumentContext, build_context
from bot.nlp.speakers.organisations import stated_side
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.resolve import resolve_speakers
from bot.nlp.speakers.source_spans import SourceSpan
from bot.nlp.tagger.tagged_text import TaggedText
from bot.nlp.tagger.tagger import Tagger
from training import ranking
from training.ranking import folds

THRESHOLD = 0.5
"""Minimum probability for choosing a country: a missing country is better than a wrong one."""
SPECIAL = ("none, ",)
"""Prefixes of features of a single kind of speaker or word."""
WEIGHTS = Path(ranker.__file__).with_name("country_weights.json")


@dataclass(frozen=True, slots=True)
class Choice:
    """One speaker of ``article`` in ``folder``: candidates, the right one, and the number of statements."""

    folder: str
    article: str
    name: str
    candidates: dict[str, Features]
    right: str
    times: int


def read_tagged(text: str, cache: Path | None, load: Callable[[], Tagger] = load_tagger) -> TaggedText:
    """What the tagger that ``load`` returns finds in ``text``; from ``cache`` if it is there."""
    kept = cache / f"{text_sha256(text)}.pkl" if cache else None
    if kept is not None and kept.exists():
        found: TaggedText = pickle.loads(kept.read_bytes())  # noqa: S301 - written below
        return found
    found = load().read(text)
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(found))
    return found


def read_article(file: Path, cache: Path | None) -> tuple[DocumentContext, list[dict[str, Any]]]:
    """The article of an annotation file as the reader sees it, and its annotations of one speaker."""
    text = file.with_name(file.name.replace(".gold.json", ".txt")).read_text("utf-8")
    golds = [g for g in json.loads(file.read_text("utf-8"))["attributions"] if ";" not in (g["speaker"] or ";")]
    mentions = read_tagged(text, cache).mentions
    context = build_context(
        text,
        persons=[m.span for m in mentions if m.kind == "PERSON"],
        others=[m.span for m in mentions if m.kind in ("ORG", "GPE", "NORP", "LOC")],
    )
    return context, golds


def read_folder(folder: Path, cache: Path | None) -> Iterator[Choice]:
    """The choices of every article of ``folder``."""
    for file in sorted(folder.glob("*.gold.json")):
        context, golds = read_article(file, cache)
        article = file.name.removesuffix(".gold.json")
        for name, candidates, right, times in (*_people(context, golds), *_bodies(context, golds)):
            if right in candidates:
                yield Choice(folder.name, article, name, candidates, right, times)


LabelledChoice = tuple[str, dict[str, Features], str, int]


def _people(context: DocumentContext, golds: Sequence[dict[str, Any]]) -> Iterator[LabelledChoice]:
    said: dict[Person, Counter[str]] = defaultdict(Counter)
    for gold in golds:
        names = [gold["speaker"], *(gold.get("accept") or [])]
        same = [p for p in context.sides.people if p.sure and any(is_named(p.name, name) for name in names)]
        if len(same) == 1:
            said[same[0]][_country(gold)] += 1
    right = {person: counts.most_common(1)[0][0] for person, counts in said.items()}
    known = {p: p.country for p in context.sides.people if p.country} | {p: c for p, c in right.items() if c}
    for person, country in right.items():
        if person.country is None and find_state(person.name) is None:  # a public figure's state is known
            times = said[person].total()
            yield person.name, context.sides.of_person(person, known), country, times


def _bodies(context: DocumentContext, golds: Sequence[dict[str, Any]]) -> Iterator[LabelledChoice]:
    sources = [SourceSpan(_span(g["source"]), _span(g["cue"]), tuple(Span(*c) for c in g["content"])) for g in golds]
    seen: set[str] = set()
    for gold, source, answer in zip(golds, sources, resolve_speakers(context, sources), strict=True):
        if answer.people or answer.speaker is None or source.source is None or answer.speaker.name in seen:
            continue
        name = answer.speaker.name
        names = [fold(n) for n in (gold["speaker"], *(gold.get("accept") or []))]
        stated = is_outlet(name) or stated_side(name)
        if not stated and any(fold(name) in one or one in fold(name) for one in names):
            seen.add(name)
            yield name, context.sides.of_body(name, source.source.start), _country(gold), 1


def is_named(name: str, other: str) -> bool:
    """Whether two names can be one person's."""
    return name == other or (compatible(tuple(name.split()), tuple(other.split())) if other.split() else False)


def _span(value: Any) -> Span | None:
    return Span(*value) if value and isinstance(value[0], int) else None


def _country(gold: dict[str, Any]) -> str:
    place = country_of(gold["country"]) if gold.get("country") else None
    return place[0] if place else gold.get("country") or NOBODY


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights that make the right candidates most likely."""
    rows = [
        ranking.Choice(one.folder, one.article, one.name, one.candidates, frozenset({one.right}), one.times)
        for one in choices
    ]
    return ranking.fit(rows, special=SPECIAL)


def cross_validate(choices: Sequence[Choice]) -> list[tuple[Choice, str, float]]:
    """Each choice with the most likely candidate and its probability, by weights from the other articles."""
    judged = []
    for part in folds(choices):
        weights = fit([choice for choice in choices if choice.article not in part])
        for choice in choices:
            if choice.article in part:
                (country, chance), *_ = ranker.rank_countries(choice.candidates, weights)
                judged.append((choice, country, chance))
    return judged


def report(judged: Sequence[tuple[Choice, str, float]]) -> Iterator[str]:
    """Right, wrong, and wrong where nobody is right, by statements, for some thresholds."""
    for folder in (*sorted({choice.folder for choice, _, _ in judged}), ""):
        of = [one for one in judged if folder in ("", one[0].folder)]
        told = sum(choice.times for choice, _, _ in of if choice.right)
        none = sum(choice.times for choice, _, _ in of if not choice.right)
        line = f"{folder or 'all':24}{told:6} with a country, {none:5} without; at"
        for at in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            right = sum(c.times for c, got, p in of if c.right and got == c.right and p >= at)
            wrong = sum(c.times for c, got, p in of if c.right and got not in ("", c.right) and p >= at)
            extra = sum(c.times for c, got, p in of if not c.right and got and p >= at)
            shares = 100 * right / max(1, told), 100 * wrong / max(1, told), 100 * extra / max(1, none)
            line += f"  {at}: {shares[0]:.0f}/{shares[1]:.1f}/{shares[2]:.0f}"
        yield line


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    choices = [choice for folder in options.folders for choice in read_folder(folder, options.cache)]
    print(len(choices), "choices")
    for line in report(cross_validate(choices)):
        print(line)
    weights = fit(choices)
    print(len(weights), "weights")
    if options.write:
        record = {"threshold": THRESHOLD, "weights": dict(sorted(weights.items()))}
        WEIGHTS.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
