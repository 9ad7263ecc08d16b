"""Fits the weights of ``bot.nlp.speakers.antecedents`` on annotated articles: a conditional logit with a ridge.

    python -m training.pronouns FOLDER [FOLDER ...] [--shared ../shared]

Each folder has ``<id>.gold.json`` and ``<id>.txt`` with speakers resolved. Every source "he" or "she" is one choice
among the people named before it. Prints the weights, and how often the best candidate is right.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from bot.domain.text import Span
from bot.gazetteer.spelling import compatible
from bot.nlp.speakers.antecedents import WEIGHTS, ResolvedSource, find_candidates, gender_of
from bot.nlp.speakers.document_context import build_context
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.source_spans import SourceSpan

SILVER_ARTICLES = 400
OWN_REPEAT = 5
"""The weight of an annotated pronoun, relative to a silver one."""
RIDGE = 0.05
"""The strength of the ridge towards the current weights: articles are few."""

Choice = tuple[np.ndarray[Any, np.dtype[np.float64]], int]


@dataclass(frozen=True, slots=True)
class Case:
    """An article: its text, its sources, and for each source the words that name the speaker (None if unknown)."""

    text: str
    sources: tuple[SourceSpan, ...]
    speakers: tuple[str | None, ...]


def read_folder(folder: Path) -> Iterator[Case]:
    """Articles annotated with speakers."""
    for file in sorted(folder.glob("*.gold.json")):
        text = file.with_name(file.name.replace(".gold.json", ".txt")).read_text("utf-8")
        golds = json.loads(file.read_text("utf-8"))["attributions"]
        yield Case(text, tuple(_source(g) for g in golds), tuple(g["speaker"] for g in golds))


def read_silver(polnear: Path, silver: Path) -> Iterator[Case]:
    """PolNeAR's articles with its authors' automatic coreference chains: many more, and noisy."""
    chains = {d["id"]: d for d in map(json.loads, silver.open(encoding="utf-8"))}
    for article in map(json.loads, polnear.open(encoding="utf-8")):
        marked = chains.get(article["id"])
        if marked is None:
            continue
        persons = {tuple(e[:2]) for e in marked["entities"] if e[2] == "PERSON"}
        text, sources, speakers = article["text"], [], []
        for gold in article["attributions"]:
            source = _source(gold)
            if source.source is None:
                continue
            at = (source.source.start, source.source.end)
            chain: list[list[int]] = next((c for c in marked["coreference"] if list(at) in c), [])
            names = [
                text[s:e]
                for s, e in [*map(tuple, chain), at]
                for p in persons
                if s <= p[0] and p[1] <= e
                for s, e in [p]
            ]
            sources.append(source)
            speakers.append(max(names, key=len, default=None))
        yield Case(text, tuple(sources), tuple(speakers))


def find_choices(case: Case) -> Iterator[Choice]:
    """A matrix of features (candidates x weights) and the number of the right one, for each "he" or "she"."""
    scene = build_context(case.text)
    quoted = tuple(c for s in case.sources for c in s.content)
    spoken: list[ResolvedSource] = []
    for source, name in sorted(zip(case.sources, case.speakers, strict=True), key=lambda pair: _start(pair[0])):
        person = _person(scene.people, name)
        word = source.source.of(case.text).lower() if source.source else ""
        if person is not None and source.source is not None and gender_of(word):
            candidates = find_candidates(scene, source.source, gender_of(word), spoken, quoted, {})
            right = next((i for i, (p, _) in enumerate(candidates) if p is person), None)
            if right is not None and len(candidates) > 1:
                rows = [[features.get(name, 0.0) for name in WEIGHTS] for _, features in candidates]
                yield np.array(rows), right
        start = _start(source)
        aside = any(c.start <= start < c.end for s in case.sources if s is not source for c in s.content)
        if person is not None and not aside:
            spoken.append(ResolvedSource(source.source or source.cue or source.content[0], (person,)))


def fit_weights(choices: list[Choice]) -> dict[str, float]:
    """The weights that make the right candidates most probable, near the current ones."""
    present = np.array(list(WEIGHTS.values()))

    def loss(weights: np.ndarray[Any, np.dtype[np.float64]]) -> float:
        total = RIDGE * len(choices) * float(((weights - present) ** 2).mean())
        for rows, right in choices:
            scores = rows @ weights
            total += float(np.log(np.exp(scores - scores.max()).sum()) + scores.max() - scores[right])
        return total

    return dict(zip(WEIGHTS, minimize(loss, present, method="BFGS").x.round(2).tolist(), strict=True))


def accuracy(choices: list[Choice], weights: dict[str, float]) -> float:
    """Share of choices whose best candidate is the right one."""
    values = np.array(list(weights.values()))
    return sum(int((rows @ values).argmax()) == right for rows, right in choices) / max(1, len(choices))


def _source(gold: dict[str, Any]) -> SourceSpan:
    def spans(value: Any) -> tuple[Span, ...]:
        if not value:
            return ()
        return (Span(*value),) if isinstance(value[0], int) else tuple(Span(*v) for v in sorted(value))

    source, cue = spans(gold["source"]), spans(gold["cue"])
    return SourceSpan(source[0] if source else None, cue[0] if cue else None, spans(gold["content"]))


def _start(source: SourceSpan) -> int:
    return (source.source or source.cue or source.content[0]).start


def _person(people: tuple[Person, ...], name: str | None) -> Person | None:
    if not name or ";" in name:
        return None
    return next((p for p in people if p.sure and compatible(tuple(p.name.split()), tuple(name.split()))), None)


def main() -> None:
    """Fit on PolNeAR's silver chains and on all folders but the last; print the result on the last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--shared", type=Path, help="folder with data/polnear: learn from its silver chains too")
    options = parser.parse_args()
    own = [c for folder in options.folders[:-1] for case in read_folder(folder) for c in find_choices(case)]
    silver: list[Choice] = []
    if options.shared:
        polnear = options.shared / "data" / "polnear"
        cases = read_silver(polnear / "train.jsonl", polnear / "silver_train.jsonl")
        silver = [c for case in islice(cases, SILVER_ARTICLES) for c in find_choices(case)]
    test = [c for case in read_folder(options.folders[-1]) for c in find_choices(case)]
    fitted = fit_weights(own * OWN_REPEAT + silver)
    print(f"{len(own)} annotated pronouns and {len(silver)} silver ones to learn from, {len(test)} held out")
    for name, weight in fitted.items():
        print(f'    "{name}": {weight},')
    for label, weights in (("present", WEIGHTS), ("fitted", fitted)):
        shares = " ".join(f"{accuracy(part, weights):.3f}" for part in (own, silver, test))
        print(f"{label}: right of annotated, silver, held out {shares}")


if __name__ == "__main__":
    main()
