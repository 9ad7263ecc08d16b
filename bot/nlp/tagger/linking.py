"""Links spans of one window into attributions: each cue chooses its source, contents are assigned to cues."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.nlp.tagger.decoding import FloatArray, Run
from bot.nlp.tagger.tokens import IntArray

EDGES = np.array([1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256])
_HALF = len(EDGES) + 1
BUCKETS = 2 * _HALF
_REACH = 256
_OFFSETS = np.arange(-_REACH, _REACH + 1)
_STEPS = np.searchsorted(EDGES, np.abs(_OFFSETS), side="right")
_BUCKET = np.where(_OFFSETS >= 0, _HALF + _STEPS, _HALF - 1 - _STEPS)
FARTHEST_SOURCE = 150
"""Maximum words between a cue and its source."""
_FLOOR, _ACCEPTED = -12.0, -6.0
_LEFT_OVER = float(np.log(0.75))
"""Minimum probability for a further content; from .6 to .9 the development sets give the same."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """The network's output for the words of one territory, for linking.

    ``query`` and ``key`` (words, 128) are scaled so that their product is the score; ``no_source`` and ``no_content``
    (words,) are the scores of standing alone; ``source_bias`` and ``content_bias`` (34,) are by bucket of distance.
    ``none_leaning`` is added to a cue's score of having no source.
    """

    query: FloatArray
    key: FloatArray
    no_source: FloatArray
    no_content: FloatArray
    source_bias: FloatArray
    content_bias: FloatArray
    none_leaning: float = 0.0


@dataclass(frozen=True, slots=True)
class LinkedSpans:
    """An attribution as runs of words, with the probabilities of its two links."""

    cue: Run
    source: Run | None
    content: tuple[Run, ...]
    source_probability: float
    content_probability: float


def distance_buckets(words: IntArray, cue_first: int) -> IntArray:
    """The bucket of each word's distance from a cue's first word, 0 to 33."""
    buckets: IntArray = _BUCKET[np.clip(words - cue_first, -_REACH, _REACH) + _REACH]
    return buckets


def link_spans(sources: list[Run], cues: list[Run], contents: list[Run], vectors: Vectors) -> list[LinkedSpans]:
    """The attributions of one territory, in order of their cues; a cue without content makes none."""
    if not cues or not contents:
        return []
    numbers = np.arange(len(vectors.query), dtype=np.int32)
    keys = np.stack([vectors.key[a:b].mean(axis=0) for a, b in cues])
    buckets = np.stack([distance_buckets(numbers, a) for a, _ in cues], axis=1)
    scores = vectors.query @ keys.T  # (words, cues)
    chosen = _choose_sources(sources, cues, scores + vectors.source_bias[buckets], vectors)
    given = _assign_contents(contents, scores + vectors.content_bias[buckets], vectors.no_content)
    joined = []
    for number, cue in enumerate(cues):
        mine = [(content, p) for content, (at, p) in zip(contents, given, strict=True) if at == number]
        if mine:
            source, source_p = chosen[number]
            joined.append(LinkedSpans(cue, source, tuple(run for run, _ in mine), source_p, min(p for _, p in mine)))
    return joined


def _choose_sources(
    sources: list[Run], cues: list[Run], scores: FloatArray, vectors: Vectors
) -> list[tuple[Run | None, float]]:
    """Each cue's source and its probability. Several cues may share a source ("He said … and warned …")."""
    none = np.array([vectors.no_source[a:b].mean() for a, b in cues])
    if not sources:
        return [(None, 1.0)] * len(cues)
    weights = np.stack([np.logaddexp.reduce(scores[a:b], axis=0) for a, b in sources])  # (sources, cues)
    far = np.array([[abs(a - c) > FARTHEST_SOURCE for c, _ in cues] for a, _ in sources])
    weights[far] = -np.inf
    table = np.vstack([weights, none])
    table = table - np.logaddexp.reduce(table, axis=0)
    leaning = np.zeros((len(table), 1))
    leaning[-1] = vectors.none_leaning
    best = (table + leaning).argmax(axis=0)
    chosen: list[tuple[Run | None, float]] = []
    for number, at in enumerate(best.tolist()):
        chosen.append((sources[at] if at < len(sources) else None, float(np.exp(table[at, number]))))
    return chosen


def find_speakers(asker: Run, query: FloatArray, key: FloatArray, none: FloatArray, bias: FloatArray) -> FloatArray:
    """For each word the probability that it names the speaker of what ``asker`` (a cue) tells; last that none does."""
    numbers = np.arange(len(query), dtype=np.int32)
    first, last = asker
    scores = query @ key[first:last].mean(axis=0) + bias[distance_buckets(numbers, first)]
    table = np.append(scores, none[first:last].mean())
    found: FloatArray = np.exp(table - np.logaddexp.reduce(table))
    return found


def _assign_contents(contents: list[Run], scores: FloatArray, no_content: FloatArray) -> list[tuple[int, float]]:
    """For each content the index of its cue (-1 for none) and the link's probability.

    First each cue gets at most one content, by the best assignment overall; the others (a quotation's second piece) go
    to their best cue, if the probability is at least ``_LEFT_OVER``.
    """
    likings = [np.append(scores[a:b].mean(axis=0), no_content[a:b].mean()) for a, b in contents]
    rows = np.stack(likings).astype(np.float64)
    rows -= np.logaddexp.reduce(rows, axis=1, keepdims=True)
    links = rows[:, :-1]
    given = []
    for number, at in enumerate(assign(np.maximum(links, _FLOOR))):
        if at < 0 or links[number, at] <= _ACCEPTED:
            best = int(rows[number].argmax())
            sure = best < links.shape[1] and rows[number, best] >= _LEFT_OVER
            at = best if sure else -1  # noqa: PLW2901 - the assignment is corrected, not the loop
        given.append((at, float(np.exp(links[number, at])) if at >= 0 else 0.0))
    return given


def assign(gain: npt.NDArray[np.float64]) -> list[int]:
    """For each row of ``gain`` (rows, columns) its assigned column, maximising the sum of gains (Hungarian method).

    Each column is assigned at most once; surplus rows get -1. Time: rows² x columns, vectorised over columns. Kuhn
    1955, Munkres 1957, in Lawler's form. SciPy has the same, but costs a worker 40 MB and half of the loading time.
    """
    rows, columns = gain.shape
    if rows == 0 or columns == 0:
        return [-1] * rows
    if rows > columns:
        given = [-1] * rows
        for column, row in enumerate(assign(gain.T)):
            given[row] = column
        return given
    u = np.zeros(rows + 1)
    v = np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=np.int64)  # the row (from 1) of each column (from 1); 0: none
    cost = -gain
    for row in range(1, rows + 1):
        owner[0] = row
        least = np.full(columns + 1, np.inf)
        way = np.zeros(columns + 1, dtype=np.int64)
        used = np.zeros(columns + 1, dtype=bool)
        column = 0
        while True:
            used[column] = True
            holder = int(owner[column])
            reduced = cost[holder - 1] - u[holder] - v[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better] = reduced[better]
            way[1:][better] = column
            free = np.where(used, np.inf, least)
            column_next = int(np.argmin(free[1:])) + 1
            delta = free[column_next]
            u[owner[used]] += delta
            v[used] -= delta
            least[~used] -= delta
            column = column_next
            if owner[column] == 0:
                break
        while column:
            owner[column] = owner[way[column]]
            column = int(way[column])
    given = [-1] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            given[int(owner[column]) - 1] = column - 1
    return given
