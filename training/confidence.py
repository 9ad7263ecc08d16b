"""Fits the confidence in ``bot.nlp.attributions``, and shows what each threshold keeps, on annotated articles.

    python -m training.confidence FOLDER [FOLDER ...]

Each folder has ``<id>.gold.json`` and ``<id>.txt`` with speakers resolved. The program fits on all folders but the last
and prints the weights, a reliability table and the threshold curve on the last. With one folder, it evaluates the
current weights.
"""

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from bot.domain.attribution import Act, Attribution
from bot.domain.text import Span
from bot.gazetteer.spelling import compatible
from bot.nlp.analyse import load_tagger
from bot.nlp.attributions import WEIGHTS, find_beliefs, logit

_WORD = re.compile(r"\w+")
RIDGE = 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """An attribution: its probabilities, and whether words and speaker are right. None: optional."""

    beliefs: tuple[float, float, float | None]
    right: bool
    misnamed: bool


def judge_folder(folder: Path) -> Iterator[Judged]:
    """Every statement found in the articles of ``folder``, except those that match an optional annotation."""
    for file in sorted(folder.glob("*.gold.json")):
        text = file.with_name(file.name.replace(".gold.json", ".txt")).read_text("utf-8")
        golds = json.loads(file.read_text("utf-8"))["attributions"]
        words = [_words(text, [Span(*c) for c in g["content"]]) for g in golds]
        for attribution, beliefs in find_beliefs(text, load_tagger().read(text)):
            if attribution.act is Act.ATTITUDE:
                continue
            mine = _words(text, attribution.content)
            scored = [(len(mine & w) / len(mine | w), i) for i, w in enumerate(words)]
            best, i = max(scored, default=(0.0, 0))
            if best >= 0.5 and golds[i].get("optional"):
                continue
            named = best >= 0.5 and _same(attribution, golds[i])
            wrong_name = attribution.speaker is not None and not named
            yield Judged(beliefs, named, wrong_name)


def _words(text: str, spans: Any) -> frozenset[int]:
    return frozenset(s.start + m.start() for s in spans for m in _WORD.finditer(s.of(text)))


def _same(found: Attribution, gold: dict[str, Any]) -> bool:
    wanted = [n for n in [gold.get("speaker"), *(gold.get("accept") or [])] if n]
    if found.speaker is None:
        return not gold.get("speaker")
    name = found.speaker.name
    if any(name.casefold() == n.casefold() or compatible(tuple(name.split()), tuple(n.split())) for n in wanted):
        return True
    return any(set(name.casefold().split()) <= set(n.casefold().split()) for n in wanted)


def _rows(judged: list[Judged]) -> tuple[Any, Any]:
    rows = [
        [1.0, logit(link), logit(statement), 0.0 if speaker is None else logit(speaker), float(speaker is None)]
        for link, statement, speaker in (j.beliefs for j in judged)
    ]
    return np.array(rows), np.array([float(j.right) for j in judged])


def fit_weights(judged: list[Judged]) -> dict[str, float]:
    """Logistic regression with a ridge towards the current weights."""
    rows, right = _rows(judged)
    present = np.array(list(WEIGHTS.values()))

    def loss(weights: Any) -> float:
        scores = rows @ weights
        return float(
            np.logaddexp(0.0, scores).sum() - (right * scores).sum() + RIDGE * ((weights - present) ** 2).sum()
        )

    return dict(zip(WEIGHTS, minimize(loss, present, method="BFGS").x.round(3).tolist(), strict=True))


def main() -> None:
    """Fit on all folders but the last; print weights, reliability and curve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    folders = parser.parse_args().folders
    learn = [j for folder in folders[:-1] for j in judge_folder(folder)]
    test = list(judge_folder(folders[-1]))
    weights = fit_weights(learn) if learn else WEIGHTS
    print(f"{len(learn)} attributions to learn from, {len(test)} held out\n{weights}")
    rows, right = _rows(test)
    estimate = 1.0 / (1.0 + np.exp(-rows @ np.array(list(weights.values()))))
    print("\n| estimate | attributions | right |\n|---|---|---|")
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (estimate >= low) & (estimate < low + 0.1 + 1e-9 * (low > 0.85))
        if inside.any():
            print(f"| {low:.1f}-{low + 0.1:.1f} | {inside.sum()} | {right[inside].mean():.2f} |")
    print(
        "\n| threshold | kept | right of kept | of all right ones kept | wrong name among kept |\n|---|---|---|---|---|"
    )
    misnamed = np.array([j.misnamed for j in test])
    for threshold in np.arange(0.0, 0.95, 0.1):
        kept = estimate >= threshold
        if kept.any():
            shares = right[kept].mean(), right[kept].sum() / right.sum(), misnamed[kept].mean()
            print(f"| {threshold:.1f} | {kept.sum()} | {shares[0]:.3f} | {shares[1]:.3f} | {shares[2]:.3f} |")


if __name__ == "__main__":
    main()
