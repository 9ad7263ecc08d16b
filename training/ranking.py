"""Fits the weights of a ranker over candidates: a conditional logit with a ridge, cross-validated by article."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bot.nlp.speakers import candidate_ranker

FOLDS, SEED = 5, 14
RIDGE, RIDGE_SPECIAL = 0.15, 0.6
"""Strengths that pull weights to zero: of a feature, and of one for a single word or kind."""
RARE = 3
"""Minimum number of articles in which a feature must occur to get a weight."""
SPECIAL = ("kind ", "head ", "ends ")
"""Prefixes of features for a single word or kind; those that combine a kind with another also contain " | "."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice in article ``article`` of folder ``folder``: candidates, the right ones, and its weight."""

    folder: str
    article: str
    name: str
    candidates: Mapping[Any, Mapping[str, float]]
    right: frozenset[Any]
    times: int = 1


def fit(choices: Sequence[Choice], special: tuple[str, ...] = SPECIAL) -> dict[str, float]:
    """The weights that make the right candidates together most likely. ``special``: see ``SPECIAL``."""
    articles: dict[str, set[str]] = defaultdict(set)
    for choice in choices:
        for features in choice.candidates.values():
            for name in features:
                articles[name].add(choice.article)
    names = sorted(name for name, where in articles.items() if len(where) >= RARE)
    return maximise(
        names,
        [
            (
                list(choice.candidates.values()),
                [candidate in choice.right for candidate in choice.candidates],
                min(choice.times, 6) ** 0.5,
            )
            for choice in choices
        ],
        ridge=[RIDGE_SPECIAL if " | " in name or name.startswith(special) else RIDGE for name in names],
    )


def maximise(
    names: Sequence[str],
    choices: Sequence[tuple[Sequence[Mapping[str, float]], Sequence[bool], float]],
    *,
    ridge: Sequence[float],
    expected: Sequence[float] | float = 0.0,
    least: float = 0.01,
) -> dict[str, float]:
    """The weights of ``names`` that make the right rows of ``choices`` most likely, without those below ``least``.

    A choice has rows, the right ones among them, and a weight. ``ridge`` pulls each weight to ``expected``.
    """
    if not names:
        return {}
    place = {name: k for k, name in enumerate(names)}
    rows = [row for rows, _, _ in choices for row in rows]
    values = [(at, place[name], value) for at, row in enumerate(rows) for name, value in row.items() if name in place]
    where_row, where_name, told = zip(*values, strict=True)
    table = csr_matrix((told, (where_row, where_name)), shape=(len(rows), len(names)))
    turned = table.T.tocsr()
    sizes = np.array([len(rows) for rows, _, _ in choices])
    starts = np.cumsum([0, *sizes])
    right = np.array([float(one) for _, which, _ in choices for one in which])
    weight, pull, aim = np.array([times for _, _, times in choices]), np.asarray(ridge), np.asarray(expected)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = table @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, starts[:-1]), sizes)
        odds = np.exp(scores)
        chance = odds / np.repeat(np.add.reduceat(odds, starts[:-1]), sizes)
        among = np.add.reduceat(chance * right, starts[:-1]) + 1e-12
        value = -float(np.sum(weight * np.log(among))) + float(pull @ (weights - aim) ** 2)
        share = chance * right / np.repeat(among, sizes)
        return value, turned @ (np.repeat(weight, sizes) * (chance - share)) + 2 * pull * (weights - aim)

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: round(float(w), 3) for name, w in zip(names, found.x, strict=True) if abs(w) >= least}


class OfArticle(Protocol):
    """Anything that belongs to an article."""

    @property
    def article(self) -> str:
        """The article's name."""
        ...


def folds(choices: Sequence[OfArticle]) -> list[frozenset[str]]:
    """The articles of ``choices``, split into folds."""
    articles = sorted({choice.article for choice in choices})
    order = np.random.default_rng(SEED).permutation(len(articles))
    return [frozenset(articles[i] for i in order[part::FOLDS]) for part in range(FOLDS)]


Judged = list[tuple[Choice, Any, float]]


def cross_validate(choices: Sequence[Choice]) -> Judged:
    """Each choice with the most likely candidate and its probability, by weights from the other articles."""
    judged: Judged = []
    for part in folds(choices):
        weights = fit([choice for choice in choices if choice.article not in part])
        for choice in choices:
            if choice.article in part:
                judged.append((choice, *candidate_ranker.rank(choice.candidates, weights)[0]))
    return judged


def report(judged: Judged, thresholds: Sequence[float] = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7)) -> Iterator[str]:
    """Shares right and wrong where an answer exists, and answers where none exists, for some thresholds."""
    for folder in (*sorted({choice.folder for choice, _, _ in judged}), ""):
        of = [one for one in judged if folder in ("", one[0].folder)]
        some = sum(choice.times for choice, _, _ in of if None not in choice.right)
        none = sum(choice.times for choice, _, _ in of if None in choice.right)
        line = f"{folder or 'all':24}{some:6} with, {none:5} without; at"
        for at in thresholds:
            told = [(c, got) for c, got, p in of if got is not None and p >= at]
            right = sum(c.times for c, got in told if got in c.right)
            wrong = sum(c.times for c, got in told if got not in c.right and None not in c.right)
            extra = sum(c.times for c, got in told if None in c.right and got not in c.right)
            shares = 100 * right / max(1, some), 100 * wrong / max(1, some), 100 * extra / max(1, none)
            line += f"  {at}: {shares[0]:.0f}/{shares[1]:.1f}/{shares[2]:.0f}"
        yield line


def calibration(judged: Judged) -> Iterator[str]:
    """How often the most likely candidate is right, by its probability."""
    for low in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = low + 0.1 if low else 0.4
        of = [got in choice.right for choice, got, p in judged if low <= p < high + (high > 0.99)]
        if of:
            yield f"{low:.1f}-{high:.1f}: {len(of):5} choices, right {sum(of) / len(of):.2f}"


def learn(question: str, choices: Sequence[Choice], threshold: float, *, write: bool) -> None:
    """Print how often ``choices`` are right, cross-validated; fit on all of them, and ``write`` the weights."""
    judged = cross_validate(choices)
    for line in (*report(judged), *calibration(judged)):
        print(line)
    weights = fit(choices)
    print(len(weights), "weights")
    if write:
        save(question, weights, threshold)


def save(question: str, weights: Mapping[str, float], threshold: float) -> None:
    """Save the weights where ``candidate_ranker`` reads them."""
    path = Path(candidate_ranker.__file__).with_name(f"{question}_weights.json")
    record = {"threshold": threshold, "weights": dict(sorted(weights.items()))}
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
