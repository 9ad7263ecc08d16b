r"""Fits the functions from a tagger's evidence to probabilities, on articles that it was not trained on.

    python -m training.calibrate --documents work/documents.jsonl.xz --scorer ../shared/bench/score.py \
        --model FOLDER --to work/calibration.json

There are two logistic functions with a little shrinkage. One is for the score: whether content and source are right, on
PolNeAR dev and on the statements of our own dev texts. The other is for statements: whether a find matches an annotated
statement, on our own dev texts.
"""

import argparse
import dataclasses
import json
from pathlib import Path
from types import ModuleType

import numpy as np
import numpy.typing as npt

from bot.nlp.tagger.model import Calibration, Model, load_model
from bot.nlp.tagger.tagger import Tagger
from training.documents import Document, load_documents
from training.evaluate import gold_record, load_scorer
from training.predict import attribution_of

Floats = npt.NDArray[np.float64]


class RecordingTagger(Tagger):
    """Records the evidence for each link that it makes."""

    def __init__(self, model: Model) -> None:
        plain = Calibration(score=(0.0,) * 6, statement=(0.0, 1.0))
        super().__init__(dataclasses.replace(model, calibration=plain))
        self.evidence: list[tuple[float, ...]] = []

    def _score(self, values: tuple[float, ...]) -> float:
        self.evidence.append(values)
        return super()._score(values)


def diagnose(scorer: ModuleType, document: Document, found: list[dict[str, object]]) -> list[tuple[bool, bool] | None]:
    """For each find, whether content and source are right, and whether it is a statement; None if unknown."""
    golds = [gold_record(gold) for gold in document.gold or ()]
    verdicts: list[tuple[bool, bool] | None] = [(False, False)] * len(found)
    for i, j in scorer.pairs(document.text, golds, found):
        gold = (document.gold or ())[i]
        want = scorer.tokens(document.text, scorer.spans(golds[i]["source"]))
        got = scorer.tokens(document.text, scorer.spans(found[j]["source"]))
        right = bool(want & got) or (not want and not got)
        verdicts[j] = None if gold.optional else (right, gold.act != "attitude")
    return verdicts


def fit_logistic(values: Floats, targets: Floats, shrink: float = 1.0) -> list[float]:
    """Weights, the constant first, by Newton's method with a ridge of ``shrink`` on all but the constant."""
    table = np.hstack([np.ones((len(values), 1)), values])
    ridge = np.diag([0.0] + [shrink] * values.shape[1])
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (targets - chance) - ridge @ weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + ridge
        weights = weights + np.linalg.solve(curve, slope)
    return [round(float(w), 5) for w in weights]


def calibration_error(chances: Floats, targets: Floats, bins: int = 10) -> float:
    """Mean distance between probability and frequency, over ``bins`` of equal size (expected calibration error)."""
    order = np.array_split(np.argsort(chances), bins)
    gaps = [abs(chances[part].mean() - targets[part].mean()) * len(part) for part in order if len(part)]
    return float(np.sum(gaps) / len(chances))


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    tagger = RecordingTagger(load_model(options.model))
    scores: list[tuple[tuple[float, ...], bool]] = []
    statements: list[tuple[float, bool]] = []
    for document in load_documents(options.documents):
        if document.split != "dev":
            continue
        tagger.evidence.clear()
        links = tagger.read(document.text).links
        verdicts = diagnose(scorer, document, [attribution_of(link) for link in links])
        for link, evidence, verdict in zip(links, tagger.evidence, verdicts, strict=True):
            if verdict is None:
                continue
            right, statement = verdict
            if document.origin != "polnear":
                chance = min(max(link.statement, 1e-6), 1 - 1e-6)
                statements.append((float(np.log(chance / (1 - chance))), statement))
            if document.origin == "polnear" or link.statement >= 0.5:
                scores.append((evidence, right))
    result = {}
    for name, rows in (("score", scores), ("statement", [((value,), target) for value, target in statements])):
        values = np.array([row[0] for row in rows])
        targets = np.array([float(row[1]) for row in rows])
        weights = fit_logistic(values, targets)
        chances = 1 / (1 + np.exp(-(weights[0] + values @ np.array(weights[1:]))))
        error = calibration_error(chances, targets)
        print(
            f"{name}: {len(rows)} finds, {targets.mean():.3f} right, calibration error {error:.3f}, weights {weights}"
        )
        result[name] = weights
    options.to.write_text(json.dumps(result) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
