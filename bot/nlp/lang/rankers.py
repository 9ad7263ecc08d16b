"""Fitted weights of the features of this package, and what they choose.

Conditional logits: of the rows of one choice one is right, and each is as likely as the sum of its weights tells.
``training/referents.py`` fits ``speaker_weights.json`` on annotated texts of all languages together: who a source
means, which phrase is an office, and which country somebody speaks for.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import exp

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights by feature, and the probability from which the likeliest row is believed."""

    weights: Mapping[str, float]
    threshold: float

    def probabilities(self, rows: Sequence[Features]) -> list[float]:
        """How likely each of ``rows`` is, one of which is right."""
        scores = [sum(self.weights.get(name, 0.0) * value for name, value in row.items()) for row in rows]
        top = max(scores)
        odds = [exp(score - top) for score in scores]
        total = sum(odds)
        return [one / total for one in odds]

    def best(self, rows: Sequence[Features]) -> tuple[int, float]:
        """The number of the likeliest row, the first of equals, and its probability."""
        chances = self.probabilities(rows)
        best = max(range(len(chances)), key=chances.__getitem__)
        return best, chances[best]


@dataclass(frozen=True, slots=True)
class Rankers:
    """All of them."""

    referents: Ranker
    roles: Ranker
    countries: Ranker


@lru_cache(maxsize=1)
def load_rankers() -> Rankers:
    """The released weights."""
    record = json.loads(resources.files(__package__).joinpath("speaker_weights.json").read_text("utf-8"))
    return Rankers(*(Ranker(record[name]["weights"], record[name]["threshold"]) for name in Rankers.__slots__))
