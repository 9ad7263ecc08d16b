"""Plans the network's windows: whole paragraphs, so that an attribution is seen and linked within one.

A window has a territory, whose labels it decides, and context on both sides. Territories are runs of whole lines that
tile the text. Only a line longer than a territory is cut, at the end of a sentence if there is one. Linking across
windows fails, because their vectors come from different contexts; so territories are as wide as possible.
"""

from dataclasses import dataclass

import numpy as np

from bot.nlp.tagger.tokens import IntArray, TokenizedText


@dataclass(frozen=True, slots=True)
class WindowLimits:
    """Sizes in word pieces: the network's maximum input, the maximum territory, the maximum context on each side."""

    window: int = 446
    territory: int = 430
    context: int = 446


@dataclass(frozen=True, slots=True)
class Window:
    """The territory is words ``first`` to ``last`` (half-open); the visible pieces are ``start`` to ``stop``."""

    first: int
    last: int
    start: int
    stop: int


def plan_windows(words: TokenizedText, sentence_end: IntArray, limits: WindowLimits) -> list[Window]:
    """Tile the words of a text. ``sentence_end``: sorted indices of words that end a sentence.

    No window exceeds ``limits.window`` pieces: of a single word that does, only the beginning is seen.
    """
    count = len(words)
    # the piece after the last one of each word; separators belong to no word
    stops = np.append(words.piece[1:], len(words.pieces)) if count else words.piece
    line_ends = np.append(np.flatnonzero(np.diff(words.line)) + 1, count)
    windows = []
    first = 0
    while first < count:
        start = int(words.piece[first])
        fits = int(np.searchsorted(stops, start + limits.territory, side="right"))
        last = _cut(first, max(fits, first + 1), line_ends, sentence_end)
        windows.append(_with_context(words, stops, first, last, limits))
        first = last
    return windows


def _cut(first: int, fits: int, line_ends: IntArray, sentence_end: IntArray) -> int:
    """The last position up to ``fits`` where a line ends, else a sentence, else ``fits`` itself."""
    for ends in (line_ends, sentence_end):
        at = int(np.searchsorted(ends, fits, side="right")) - 1
        if at >= 0 and ends[at] > first:
            return int(ends[at])
    return fits


def _with_context(words: TokenizedText, stops: IntArray, first: int, last: int, limits: WindowLimits) -> Window:
    """Share the window's remaining room evenly between both sides, in whole words."""
    low, high = int(words.piece[first]), int(stops[last - 1])
    room = max(0, limits.window - (high - low))
    left = min(low, limits.context, room // 2)
    right = min(len(words.pieces) - high, limits.context, room - left)
    left = min(low, limits.context, room - right)
    start = int(words.piece[np.searchsorted(words.piece, low - left)])
    stop = int(stops[np.searchsorted(stops, high + right, side="right") - 1]) if high + right > high else high
    return Window(first, last, start, min(stop, start + limits.window))
