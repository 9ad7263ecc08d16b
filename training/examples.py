"""Converts documents to training examples: windows with targets, padded to one width, in one set of arrays.

Targets are at the first pieces of words; runs of words (cues, sources, contents) are rows of marks over the pieces.
Windows are planned exactly as in the product.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from bot.nlp.tagger.decoding import ENTITY_KINDS
from bot.nlp.tagger.model import BEGIN, END
from bot.nlp.tagger.tagger import Tokenize, find_sentence_ends
from bot.nlp.tagger.tokens import PLAIN, TokenizedText, tokenize_text
from bot.nlp.tagger.windows import Window, WindowLimits, plan_windows
from training.documents import Document, Gold, Pair
from training.speech import is_speech

IGNORED = -100
NOT_TOLD, ALONE, NAMED = 0, 1, 2
"""Whether a cue's source is unknown, absent, or marked in ``sources``."""

Array = npt.NDArray[Any]


@dataclass(slots=True)
class Examples:
    """Arrays over windows (n), pieces (w), cues of a window (c) and contents of a window (m).

    ``labels``, ``entities`` (n, w): classes, or ``IGNORED``; ``place`` (n, w): a word's number in its window from 1, 0
    where no word of the territory begins; ``cues``, ``sources`` (n, c, w) and ``contents`` (n, m, w): marks;
    ``source_state`` (n, c); ``statement`` (n, c): target, negative if unknown, and ``statement_weight``; ``cue_of`` (n,
    m): a content's cue, -1 for none, ``IGNORED``; ``document`` (n,).
    """

    pieces: npt.NDArray[np.int32]
    features: npt.NDArray[np.int8]
    labels: npt.NDArray[np.int16]
    entities: npt.NDArray[np.int16]
    place: npt.NDArray[np.int16]
    cues: npt.NDArray[np.bool_]
    sources: npt.NDArray[np.bool_]
    contents: npt.NDArray[np.bool_]
    source_state: npt.NDArray[np.int8]
    statement: npt.NDArray[np.float32]
    statement_weight: npt.NDArray[np.float32]
    cue_of: npt.NDArray[np.int16]
    askers: npt.NDArray[np.bool_]
    speakers: npt.NDArray[np.bool_]
    speaker_state: npt.NDArray[np.int8]
    document: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.pieces)

    def take(self, rows: npt.NDArray[np.int64]) -> "Examples":
        """The examples of these rows."""
        return Examples(**{f.name: getattr(self, f.name)[rows] for f in fields(self)})


@dataclass(frozen=True, slots=True)
class Sizes:
    """Maximum pieces, cues and contents of a window."""

    width: int = 448
    cues: int = 40
    contents: int = 40


class WordIndex:
    """Finds the words of a range of code points."""

    def __init__(self, words: TokenizedText) -> None:
        self._words = words

    def run(self, pair: Pair) -> tuple[int, int] | None:
        """The words that overlap ``pair``, half-open, or None."""
        first = int(np.searchsorted(self._words.end, pair[0], side="right"))
        last = int(np.searchsorted(self._words.start, pair[1], side="left"))
        return (first, last) if first < last else None


def make_examples(
    documents: list[Document],
    tokenizer: Tokenizer,
    limits: WindowLimits,
    sizes: Sizes,
    *,
    weak_weight: float,
    tokenize: Tokenize = tokenize_text,
) -> Examples:
    """The windows of ``documents`` with their targets. ``weak_weight``: of PolNeAR's speech verbs as statements."""
    rows = [
        row
        for number, document in enumerate(documents)
        for row in _rows_of(document, number, tokenize(document.text, tokenizer), limits, sizes, weak_weight)
    ]
    columns = [f.name for f in fields(Examples)]
    return Examples(**{name: np.stack([row[name] for row in rows]) for name in columns})


def concatenate(parts: Iterable[Examples]) -> Examples:
    """Concatenate several sets."""
    parts = list(parts)
    return Examples(**{f.name: np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(Examples)})


def _rows_of(
    document: Document, number: int, words: TokenizedText, limits: WindowLimits, sizes: Sizes, weak_weight: float
) -> list[dict[str, Array]]:
    index = WordIndex(words)
    golds = [_Runs(gold, index) for gold in document.gold or ()]
    rejected = [_Runs(gold, index) for gold in document.rejected]
    labels = _labels(len(words), golds, rejected, known=document.origin != "unlabelled")
    entities = _entities(document, len(words), index)
    asked = _asked(document, golds, len(words), index)
    rows = []
    for window in plan_windows(words, find_sentence_ends(document.text, words), limits):
        row = _Row(words, window, sizes)
        row.fill("labels", labels)
        row.fill("entities", entities)
        for one in golds:
            if one.usable:
                statement, weight = _statement(document, one.gold, weak_weight)
                row.add(one, statement, weight)
        for anchor, spoken in asked:
            row.ask(anchor, spoken)
        for one in rejected:
            row.add(one, 0.0, 1.0, linked=False)
        row.arrays["document"] = np.array(number, dtype=np.int32)
        rows.append(row.arrays)
    return rows


def _statement(document: Document, gold: Gold, weak_weight: float) -> tuple[float, float]:
    """A cue's target as a statement, and its weight."""
    if gold.act is not None:
        return float(gold.act == "statement"), 1.0
    cue = document.text[slice(*gold.cue)] if gold.cue else ""
    return float(is_speech(cue)), weak_weight


class _Runs:
    """An annotated attribution in words. Not usable for links if it is optional, or overlapped by another."""

    def __init__(self, gold: Gold, index: WordIndex) -> None:
        self.gold = gold
        self.cue = index.run(gold.cue) if gold.cue else None
        self.source = index.run(gold.source) if gold.source else None
        self.content = [run for pair in gold.content if (run := index.run(pair))]
        self.usable = not gold.optional

    @property
    def runs(self) -> list[tuple[tuple[int, int], int]]:
        """All runs with their kinds: 0 source, 1 cue, 2 content."""
        marked = [(run, kind) for run, kind in ((self.source, 0), (self.cue, 1)) if run]
        return marked + [(run, 2) for run in self.content]


def _labels(count: int, golds: list[_Runs], rejected: list[_Runs], *, known: bool) -> npt.NDArray[np.int16]:
    """Hard labels: required attributions have precedence over optional ones, those over rejected finds.

    Teachers' finds (not ``known``) are used for links only; their labels come as probabilities.
    """
    labels = np.zeros(count, dtype=np.int16)
    for one in [*rejected, *(one for one in golds if one.gold.optional)]:
        for (a, b), _ in one.runs:
            labels[a:b] = IGNORED
    taken = np.zeros(count, dtype=np.int8)  # 1: by a source, which may serve several cues; 2: otherwise
    for one in sorted((one for one in golds if one.usable), key=lambda one: one.gold.nested):
        spoken_over = any(taken[a:b].any() if kind else (taken[a:b] == 2).any() for (a, b), kind in one.runs)
        if spoken_over or not one.content:
            one.usable = False  # labels are flat: of two overlapping attributions, the outer one is kept
            continue
        for (a, b), kind in one.runs:
            labels[a:b] = 2 * kind + 2
            labels[a] = 2 * kind + 1
            taken[a:b] = 2 if kind else 1
    return labels if known else np.full_like(labels, IGNORED)


def _entities(document: Document, count: int, index: WordIndex) -> npt.NDArray[np.int16]:
    if document.entities is None:
        return np.full(count, IGNORED, dtype=np.int16)
    labels = np.zeros(count, dtype=np.int16)
    for start, end, kind in document.entities:
        run = index.run((start, end))
        if run:
            labels[run[0] : run[1]] = 2 * ENTITY_KINDS.index(kind) + 2
            labels[run[0]] = 2 * ENTITY_KINDS.index(kind) + 1
    return labels


_ANCHOR = 8
"""Maximum words of a content without cue that stand in for the cue."""


def _asked(
    document: Document, golds: list[_Runs], count: int, index: WordIndex
) -> list[tuple[tuple[int, int], npt.NDArray[np.bool_]]]:
    """The cue of each attribution, or the first words of one without, and the words that name its speaker."""
    asked = []
    for one in golds:
        if one.gold.speakers is None or not one.content:
            continue
        first = one.content[0]
        anchor = one.cue or (first[0], min(first[1], first[0] + _ANCHOR))
        spoken = np.zeros(count, dtype=bool)
        for name in one.gold.speakers:
            edge = "" if "\u3000" <= name[:1] <= "\u9fff" else r"\b"
            for match in re.finditer(f"{edge}{re.escape(name)}{edge}", document.text) if len(name) > 1 else ():
                run = index.run(match.span())
                if run:
                    spoken[run[0] : run[1]] = True
        spoken[anchor[0] : anchor[1]] = False
        asked.append((anchor, spoken))
    return asked


class _Row:
    """The arrays of one window, being filled."""

    def __init__(self, words: TokenizedText, window: Window, sizes: Sizes) -> None:
        self._window = window
        self._sizes = sizes
        # one piece precedes the window's first
        self._at = words.piece[window.first : window.last] - window.start + 1
        self._at = self._at[self._at < sizes.width - 1]
        width = sizes.width
        pieces, features = np.zeros(width, dtype=np.int32), np.full(width, PLAIN, dtype=np.int8)
        seen = window.stop - window.start
        pieces[: seen + 2] = [BEGIN, *words.pieces[window.start : window.stop], END]
        features[1 : seen + 1] = words.features[window.start : window.stop]
        place = np.zeros(width, dtype=np.int16)
        place[self._at] = np.arange(1, len(self._at) + 1)
        self.arrays: dict[str, Array] = {
            "pieces": pieces,
            "features": features,
            "place": place,
            "labels": np.full(width, IGNORED, dtype=np.int16),
            "entities": np.full(width, IGNORED, dtype=np.int16),
            "cues": np.zeros((sizes.cues, width), dtype=bool),
            "sources": np.zeros((sizes.cues, width), dtype=bool),
            "contents": np.zeros((sizes.contents, width), dtype=bool),
            "source_state": np.zeros(sizes.cues, dtype=np.int8),
            "statement": np.full(sizes.cues, -1, dtype=np.float32),
            "statement_weight": np.zeros(sizes.cues, dtype=np.float32),
            "cue_of": np.full(sizes.contents, IGNORED, dtype=np.int16),
            "askers": np.zeros((sizes.cues, width), dtype=bool),
            "speakers": np.zeros((sizes.cues, width), dtype=bool),
            "speaker_state": np.zeros(sizes.cues, dtype=np.int8),
        }
        self._cues = self._contents = self._asked = 0

    def fill(self, name: str, of_words: npt.NDArray[np.int16]) -> None:
        """Put words' classes at their first pieces."""
        self.arrays[name][self._at] = of_words[self._window.first : self._window.first + len(self._at)]

    def _mark(self, run: tuple[int, int] | None) -> npt.NDArray[np.int32] | None:
        """The positions of a run's words, or None unless all of it is in the territory."""
        if run is None or run[0] < self._window.first or run[1] > self._window.first + len(self._at):
            return None
        return self._at[run[0] - self._window.first : run[1] - self._window.first]

    def ask(self, anchor: tuple[int, int], spoken: npt.NDArray[np.bool_]) -> None:
        """Add the question of who speaks, as far as the window contains it."""
        marked = self._mark(anchor)
        if marked is None or self._asked == self._sizes.cues:
            return
        number, self._asked = self._asked, self._asked + 1
        here = spoken[self._window.first : self._window.first + len(self._at)]
        self.arrays["askers"][number, marked] = True
        self.arrays["speakers"][number, self._at[here]] = True
        self.arrays["speaker_state"][number] = NAMED if here.any() else ALONE

    def add(self, one: _Runs, statement: float, weight: float, *, linked: bool = True) -> None:
        """Add an attribution, as far as the window contains it."""
        cue = self._mark(one.cue)
        number = -1
        if cue is not None:
            if self._cues == self._sizes.cues:
                return
            number, self._cues = self._cues, self._cues + 1
            self.arrays["cues"][number, cue] = True
            self.arrays["statement"][number], self.arrays["statement_weight"][number] = statement, weight
            source = self._mark(one.source)
            if linked and source is not None:
                self.arrays["source_state"][number] = NAMED
                self.arrays["sources"][number, source] = True
            elif linked and one.source is None:
                self.arrays["source_state"][number] = ALONE
        for run in one.content if linked else ():
            content = self._mark(run)
            if content is not None and self._contents < self._sizes.contents:
                self.arrays["contents"][self._contents, content] = True
                self.arrays["cue_of"][self._contents] = number
                self._contents += 1
