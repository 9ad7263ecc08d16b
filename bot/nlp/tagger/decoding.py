"""Decodes the network's output for each word into spans: BIO labels, in which an inside follows its beginning."""

import numpy as np
import numpy.typing as npt

from bot.nlp.tagger.tagged_text import MentionKind
from bot.nlp.tagger.tokens import IntArray

FloatArray = npt.NDArray[np.float32]

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ENTITY_KINDS: tuple[MentionKind, ...] = ("PERSON", "ORG", "GPE", "NORP", "LOC")
"""The label of a kind's beginning is 1 + 2 x its index, that of the inside the next number; 0 is outside."""

Run = tuple[int, int]
"""A run of words, half-open."""


def decode_labels(scores: FloatArray) -> list[int]:
    """The best labels (Viterbi) for scores of shape (words, 7): I of a kind only after B or I of that kind."""
    if not len(scores):
        return []
    rows = scores.tolist()
    o, b1, i1, b2, i2, b3, i3 = rows[0]
    i1 = i2 = i3 = -1e9
    back: list[tuple[int, int, int, int]] = []
    for ro, rb1, ri1, rb2, ri2, rb3, ri3 in rows[1:]:
        here = (o, b1, i1, b2, i2, b3, i3)
        best = max(here)
        back.append((here.index(best), 1 if b1 >= i1 else 2, 3 if b2 >= i2 else 4, 5 if b3 >= i3 else 6))
        i1, i2, i3 = max(b1, i1) + ri1, max(b2, i2) + ri2, max(b3, i3) + ri3
        o, b1, b2, b3 = best + ro, best + rb1, best + rb2, best + rb3
    here = (o, b1, i1, b2, i2, b3, i3)
    label = here.index(max(here))
    labels = [label]
    for free, inside1, inside2, inside3 in reversed(back):
        label = {2: inside1, 4: inside2, 6: inside3}.get(label, free)
        labels.append(label)
    labels.reverse()
    return labels


def find_runs(labels: list[int] | IntArray, kind: int) -> list[Run]:
    """The runs of words with labels of one kind (0, 1, 2 for source, cue, content), in order."""
    row = np.asarray(labels, dtype=np.int32)
    begins, inside = 2 * kind + 1, 2 * kind + 2
    starts = np.flatnonzero(row == begins)
    within = row == inside
    runs = []
    for start in starts.tolist():
        end = start + 1
        while end < len(row) and within[end]:
            end += 1
        runs.append((start, end))
    return runs


def softmax(scores: FloatArray) -> FloatArray:
    """Softmax over the last axis."""
    raised: FloatArray = np.exp(scores - scores.max(axis=-1, keepdims=True))
    raised /= raised.sum(axis=-1, keepdims=True)
    return raised
