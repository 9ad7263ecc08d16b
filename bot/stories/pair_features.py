"""What speaks for and against two articles telling of one event: named features of each pair, and their weights.

A logistic regression over them (``weights.toml``, fitted by ``training/stories.py``) gives the log-odds that a pair is
one event. How rare a term is, is taken from the source of the article that has it: words that a source uses in
everything it publishes count for nothing, and who met, where and when remain.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.data_files import read_toml
from bot.stories.kinds import ENCOUNTER
from bot.stories.recent_articles import RecentArticles
from bot.stories.signature import Signature
from bot.stories.terms import COUNTRY, LEAD, NAME, TITLE, WEEKDAY

UNKNOWN = 0.5
"""The share that two articles have of what neither has: says nothing either way."""
DAY = 86_400.0
MOST_ODDS = 8.0
SAYING = 2.5
"""How rare the words of a title are together, from which it says anything: "Of the day" is every day's."""
NAMED = 0.25
"""Share of the names in a title, by how rare they are, that another account of the same encounter has at least."""

FEATURES = (
    "words",
    "words_by_source",
    "words_lead",
    "words_by_source_lead",
    "title_least",
    "title_most",
    "names_least",
    "names_most",
    "weekdays_most",
    "days",
    "same_source",
    "same_source_words",
    "same_source_title",
    "same_source_lead",
    "same_source_names",
    "same_source_partners",
)

Floats = NDArray[np.float64]


def compare(
    window: RecentArticles,
    signature: Signature,
    at: float,
    rows: NDArray[np.int64],
    words: Floats,
    stories: NDArray[np.int64] | None = None,
) -> Floats:
    """The features (columns, as ``FEATURES``) of an article and the candidates ``rows``; ``words`` is their cosine."""
    stories = window.column("stories")[rows] if stories is None else stories
    sources = window.column("sources")[rows]
    shared = _share_of(window, signature, rows)
    same_source = (sources == signature.source) & (signature.source != 0)
    words_by_source = shared.cosine()
    by_source_lead = measure_lead(words_by_source, stories)
    title_least, title_most = shared.of(TITLE, least=SAYING)
    names_least, names_most = shared.of(NAME, within=TITLE | LEAD)
    partners_least, _ = shared.of(NAME, within=TITLE)
    _, weekdays_most = shared.of(WEEKDAY)
    return np.column_stack(
        (
            words,
            words_by_source,
            measure_lead(words, stories),
            by_source_lead,
            title_least,
            title_most,
            names_least,
            names_most,
            weekdays_most,
            np.minimum(np.abs(at - window.column("seen")[rows]) / DAY, 5.0),
            same_source,
            same_source * words_by_source,
            same_source * title_least,
            same_source * by_source_lead,
            same_source * names_least,
            same_source * partners_least,
        )
    ).astype(np.float64)


def meet_others(window: RecentArticles, signature: Signature, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether an article and those of ``rows`` tell of encounters with different people: of one that a title names, the
    other does not say a word.
    """
    kinds = window.column("kinds")[rows]
    met = ((kinds & ENCOUNTER) > 0) & bool(signature.kinds & ENCOUNTER)
    if not met.any():
        return met
    shared = _share_of(window, signature, rows)
    least, _ = shared.of(NAME, within=TITLE, unless=COUNTRY)
    return met & (least < NAMED)


def share_words(window: RecentArticles, signature: Signature, rows: NDArray[np.int64]) -> Floats:
    """The cosine of an article to those of ``rows``, by the words that are rare in what their sources publish."""
    return _share_of(window, signature, rows).cosine()


def _share_of(window: RecentArticles, signature: Signature, rows: NDArray[np.int64]) -> "Shares":
    terms, counts, marks = (window.column(name)[rows] for name in ("terms", "counts", "marks"))
    theirs = window.rarity_by_source(window.column("sources")[rows], terms) * (counts > 0)
    own = window.rarity_by_source(np.array([signature.source]), signature.terms[None])[0]
    return Shares(
        (signature.marks, marks),
        (1 + np.log(signature.counts), counts),
        (own, theirs),
        window.find_terms(signature, rows),
    )


class Shares:
    """Which share of one article's terms of a mark another has too, weighted by how rare they are.

    ``marks``, ``counts`` and ``rarity`` are pairs: of the article's own terms, and of those of each other article.
    ``place`` is that of each of theirs among its own, counted from 1; 0 for none.
    """

    def __init__(
        self,
        marks: tuple[NDArray[np.uint8], NDArray[np.uint8]],
        counts: tuple[Floats, Floats],
        rarity: tuple[Floats, Floats],
        place: NDArray[np.int32],
    ) -> None:
        self._marks, self._counts, self._rarity, self._place = marks, counts, rarity, place

    def of(self, mark: int, within: int = 0, unless: int = 0, least: float = 1e-9) -> tuple[Floats, Floats]:
        """The lesser and the greater of the two shares; ``UNKNOWN`` where an article has none of the mark."""
        own, theirs = (
            rarity * self._chosen(marks, mark, within, unless)
            for rarity, marks in zip(self._rarity, self._marks, strict=True)
        )
        of_theirs = _share((theirs * (self._place > 0)).sum(axis=1), theirs.sum(axis=1), least)
        of_own = _share(self._at_place(own).sum(axis=1), np.full(len(theirs), own.sum()), least)
        return np.minimum(of_theirs, of_own), np.maximum(of_theirs, of_own)

    def sum(self, mark: int) -> Floats:
        """How rare the terms of a mark that both have are together."""
        own, theirs = (self._chosen(marks, mark, 0, 0) for marks in self._marks)
        found: Floats = (self._at_place(self._rarity[0] * own) * theirs).sum(axis=1)
        return found

    def cosine(self) -> Floats:
        """The cosine of the weighted counts."""
        own, theirs = (count * rarity for count, rarity in zip(self._counts, self._rarity, strict=True))
        shared = (self._at_place(own) * theirs).sum(axis=1)
        lengths = np.sqrt((theirs * theirs).sum(axis=1)) * np.linalg.norm(own)
        found: Floats = np.divide(shared, lengths, out=np.zeros(len(theirs)), where=lengths > 0)
        return np.minimum(found, 1.0)

    def _at_place(self, own: Floats) -> Floats:
        """``own`` at the place of each of their terms, 0 where it has it not."""
        padded: Floats = np.concatenate(([0.0], own))[self._place]
        return padded

    @staticmethod
    def _chosen(marks: NDArray[np.uint8], mark: int, within: int, unless: int) -> NDArray[np.bool_]:
        chosen: NDArray[np.bool_] = ((marks & mark) > 0) & ((marks & unless) == 0)
        return chosen & ((marks & within) > 0) if within else chosen


@dataclass(frozen=True, slots=True)
class PairWeights:
    """Fitted weights: log-odds of one event are ``bias`` and the weighted features; from ``threshold`` on they join."""

    bias: float
    threshold: float
    features: tuple[float, ...]

    def log_odds(self, features: Floats) -> Floats:
        """Of each row of ``features``, within ``MOST_ODDS``: no pair outweighs a story."""
        odds: Floats = features @ np.array(self.features) + self.bias
        return np.clip(odds, -MOST_ODDS, MOST_ODDS)


@dataclass(frozen=True, slots=True)
class Weights(PairWeights):
    """Of one language. ``threshold_of_source`` holds where the story has an article of its own source: it publishes
    much in one form.
    """

    threshold_of_source: float


def read_weights(file: str, names: Sequence[str]) -> dict[str, Any]:
    """The fields of the weights in ``file``. Raises ``ValueError`` if they are of other features than ``names``."""
    table = read_toml(__package__, file)
    features = table["features"]
    if set(features) != set(names):
        raise ValueError(f"{file} is of other features: {sorted(set(features) ^ set(names))}")
    return table | {"features": tuple(features[name] for name in names)}


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights of ``weights.toml``."""
    return Weights(**read_weights("weights.toml", FEATURES))


def measure_lead(likeness: Floats, stories: NDArray[np.int64]) -> Floats:
    """By how much each candidate is more alike than any of another story; 0 for those that are less."""
    order = np.argsort(-likeness, kind="stable")
    if not len(order):
        return np.zeros(0)
    others = order[stories[order] != stories[order[0]]]
    rival = likeness[others[0]] if len(others) else 0.0
    return np.where(stories == stories[order[0]], np.maximum(likeness - rival, 0.0), 0.0)


def _share(part: Floats, whole: Floats, least: float) -> Floats:
    shares: Floats = np.divide(part, whole, out=np.full(len(part), UNKNOWN), where=whole > least)
    return shares
