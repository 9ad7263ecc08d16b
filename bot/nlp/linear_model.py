"""Linear models over named features: readable weights, stored as JSON."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
PRODUCT = " x "
"""Joins the names of two features into that of their product."""


def table_of(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    """``rows`` as a table of shape (rows, names); missing values are 0. "a x b" is a product."""
    factors, first, products, second = _find_factors(tuple(names))
    told = np.array([[values.get(name, 0.0) for name in factors] for values in rows], dtype=np.float64)
    told = told.reshape(len(rows), len(factors))
    table: Floats = told[:, first]
    table[:, products] *= told[:, second]
    return table


@lru_cache(maxsize=8)
def _find_factors(names: tuple[str, ...]) -> tuple[tuple[str, ...], list[int], list[int], list[int]]:
    """All factors of ``names``, the place of each name's first, which names are products, and of which second."""
    pairs = [name.split(PRODUCT) for name in names]
    place = {name: k for k, name in enumerate(dict.fromkeys(factor for pair in pairs for factor in pair))}
    products = [k for k, pair in enumerate(pairs) if len(pair) > 1]
    return tuple(place), [place[pair[0]] for pair in pairs], products, [place[pairs[k][1]] for k in products]


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum of features: a ``constant`` and a weight per name."""

    names: tuple[str, ...]
    weights: Floats
    constant: float = 0.0

    def score(self, rows: Sequence[Mapping[str, float]]) -> Floats:
        """The sum for each of ``rows``, shape (rows,)."""
        scores: Floats = table_of(rows, self.names) @ self.weights + self.constant
        return scores

    def to_json(self) -> dict[str, Any]:
        """The input of :func:`from_json`."""
        kept = {name: float(f"{w:.5g}") for name, w in zip(self.names, self.weights, strict=True)}
        return {"constant": round(self.constant, 5), "weights": kept}


def from_json(record: Mapping[str, Any]) -> Linear:
    """A model from the output of :meth:`Linear.to_json`."""
    weights: Mapping[str, float] = record["weights"]
    return Linear(tuple(weights), np.array(list(weights.values()), dtype=np.float64), float(record["constant"]))


def probability(score: float) -> float:
    """The logistic function of ``score``."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
