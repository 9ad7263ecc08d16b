"""Chooses among candidates described by named features: a conditional logit with fitted, readable weights.

Each question has its own file of weights (``<question>_weights.json``); docs/reading.md has the table. If no candidate
is likely enough, none is chosen: no answer is better than a wrong one.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from typing import TypeVar

from bot.data_files import read_json

Features = Mapping[str, float]
Candidate = TypeVar("Candidate", bound=Hashable)


def rank(candidates: Mapping[Candidate, Features], weights: Mapping[str, float]) -> list[tuple[Candidate, float]]:
    """The candidates with their probabilities, most likely first; ties keep their order."""
    scores = {
        candidate: sum(weights.get(name, 0.0) * value for name, value in features.items())
        for candidate, features in candidates.items()
    }
    top = max(scores.values())
    odds = {candidate: exp(score - top) for candidate, score in scores.items()}
    total = sum(odds.values())
    return sorted(((candidate, one / total) for candidate, one in odds.items()), key=lambda pair: -pair[1])


@dataclass(frozen=True, slots=True)
class Ranker:
    """Fitted ``weights``, and the minimum probability (``threshold``) for choosing a candidate."""

    weights: Mapping[str, float]
    threshold: float

    def choose(self, candidates: Mapping[Candidate | None, Features]) -> tuple[Candidate | None, float]:
        """The most likely candidate and its probability; None if that is "no candidate", or not likely enough."""
        candidate, probability = rank(candidates, self.weights)[0]
        return (candidate, probability) if probability >= self.threshold else (None, probability)

    def best(self, rows: Sequence[Features]) -> tuple[int, float]:
        """The index of the most likely of ``rows``, whatever the threshold, and its probability."""
        return rank(dict(enumerate(rows)), self.weights)[0]


@lru_cache(maxsize=8)
def load_ranker(question: str) -> Ranker:
    """The ranker for ``question``: "stated_office", "described_office", "antecedent", "party", "country"."""
    record = read_json(__package__, f"{question}_weights.json")
    return Ranker(record["weights"], record["threshold"])
