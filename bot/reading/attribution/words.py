"""A text as the network sees it: word pieces with one feature each, and the words (pre-tokens) that they make up.

Each line is tokenised by itself, without special tokens; one separator piece stands between two lines. A word's first
piece carries the word's feature and later its labels; positions are code points of the text, so a span of words is a
slice of the article.
"""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

type IntArray = npt.NDArray[np.int32]

SEPARATOR = "[unused1]"
PLAIN = 12
"""The feature of separators and of pieces that do not begin a word."""
FEATURES = 13

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_OPENING, _CLOSING, _TOGGLING = "“«„", "”»", '"'
# The encoder knows American marks only; others are shown to it as those.
_SAME_MARK = {"«": "“", "„": "“", "»": "”"}
_OUTSIDE, _INSIDE, _MARK = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order, over one row of word pieces.

    ``start`` and ``end`` are offsets of code points, ``piece`` the index of a word's first piece, ``line`` the number
    of the line it stands in, all of shape (words,); ``pieces`` (token ids) and ``features`` have shape (pieces,).
    """

    start: IntArray
    end: IntArray
    piece: IntArray
    line: IntArray
    pieces: IntArray
    features: IntArray

    def __len__(self) -> int:
        return len(self.start)


def case_of(word: str) -> int:
    """0 other, 1 starts with a capital, 2 all capitals (two letters or more), 3 starts with a digit."""
    first = word[0]
    if first.isdigit():
        return 3
    if not first.isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def split_words(text: str, tokenizer: Tokenizer) -> Words:
    """Tokenise ``text``. Linear in its length; an empty text gives no words."""
    separator = tokenizer.token_to_id(SEPARATOR)
    same = {tokenizer.token_to_id(mark): tokenizer.token_to_id(other) for mark, other in _SAME_MARK.items()}
    start: list[int] = []
    end: list[int] = []
    first: list[int] = []
    line_of: list[int] = []
    pieces: list[int] = []
    features: list[int] = []
    state = _OUTSIDE
    for number, line in enumerate(_LINE.finditer(text)):
        encoding = tokenizer.encode(line.group(), add_special_tokens=False)
        ids = encoding.ids
        if not ids:
            continue
        if pieces:
            pieces.append(separator)
            features.append(PLAIN)
        base = len(pieces)
        pieces.extend(same.get(i, i) for i in ids)
        features.extend([PLAIN] * len(ids))
        offset, previous = line.start(), None
        for k, (word, (s, e)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
            if word == previous:
                end[-1] = offset + e
                continue
            previous = word
            start.append(offset + s)
            end.append(offset + e)
            first.append(base + k)
            line_of.append(number)
        state = _mark_line(text, start, end, first, features, line_of, number, state)
    return Words(*(np.asarray(column, dtype=np.int32) for column in (start, end, first, line_of, pieces, features)))
