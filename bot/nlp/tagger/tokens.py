"""Tokenises a text for the network: word pieces with one feature each, and the words (pre-tokens) they make up.

Each line is tokenised by itself, without special tokens; one separator piece is between two lines. A word's first piece
has the word's feature and its labels. Positions are code points of the text, so a run of words is a slice of the
article.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from bot.domain.text import UNSPACED

IntArray: TypeAlias = npt.NDArray[np.int32]

SEPARATOR = "[unused1]"
PLAIN = 12
"""The feature of separators and of pieces that do not begin a word."""
FEATURES = 13

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# The encoder was trained on American quotation marks; European ones are replaced by those.
_SAME_MARK = str.maketrans("«„»", "““”")
_GERMAN = re.compile(r"„([^„“”]*)“")
_DOUBLE = re.compile(r"[“”\"]")
# ‘ … ’ with apostrophes (a mark before a letter) inside, as in British papers
_SINGLE = re.compile(r"(?<!\w)‘([^‘’]*(?:’(?=\w)[^‘’]*)*)’(?!\w)")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_BLANK = "▁"
_CORNERS = str.maketrans("「」『』", "“”“”")
_OUTSIDE, _INSIDE, _MARK = 0, 1, 2


@dataclass(frozen=True, slots=True)
class TokenizedText:
    """The words of a text, in order, over a sequence of word pieces.

    ``start`` and ``end`` are offsets in code points, ``piece`` the index of a word's first piece, ``line`` the number
    of its line, all of shape (words,); ``pieces`` (token ids) and ``features`` have shape (pieces,).
    """

    start: IntArray
    end: IntArray
    piece: IntArray
    line: IntArray
    pieces: IntArray
    features: IntArray

    def __len__(self) -> int:
        return len(self.start)


def tokenize_text(text: str, tokenizer: Tokenizer) -> TokenizedText:
    """Tokenise ``text`` for the English network, in linear time; an empty text has no words."""
    return _tokenize(text, tokenizer, show_line, _find_pieces)


def tokenize_multilingual(text: str, tokenizer: Tokenizer) -> TokenizedText:
    """Tokenise ``text`` for the network that reads several languages, in linear time.

    Its tokenizer (XLM-R's, cut) writes the blank before a word into the piece. Here a word is a run of pieces without
    its blank, a quotation mark is a word, and in scripts without blanks each piece is one.
    """
    return _tokenize(text, tokenizer, lambda line: show_line(line.translate(_CORNERS)), _find_multilingual_pieces)


Pieces = Iterator[tuple[int, int, int, bool]]
"""For each piece of a word in a line: its index, its start and end, and whether it begins the word."""


def _tokenize(
    text: str, tokenizer: Tokenizer, show: Callable[[str], str], find_pieces: Callable[[Encoding, str], Pieces]
) -> TokenizedText:
    separator: int = tokenizer.token_to_id(SEPARATOR) or 0
    start: list[int] = []
    end: list[int] = []
    first: list[int] = []
    lines: list[int] = []
    shapes: list[str] = []
    pieces: list[int] = []
    for number, line in enumerate(LINE.finditer(text)):
        shown = show(line.group())
        encoding = tokenizer.encode(shown, add_special_tokens=False)
        if not encoding.ids:
            continue
        if pieces:
            pieces.append(separator)
        base, offset = len(pieces), line.start()
        pieces.extend(encoding.ids)
        for k, s, e, begins in find_pieces(encoding, shown):
            if begins:
                start.append(offset + s)
                end.append(offset + e)
                first.append(base + k)
                lines.append(number)
                shapes.append(shown[s:e])
            else:
                end[-1] = max(end[-1], offset + e)
    features = np.full(len(pieces), PLAIN, dtype=np.int32)
    features[first] = features_of(shapes, lines)
    columns = (np.asarray(column, dtype=np.int32) for column in (start, end, first, lines, pieces, features))
    return TokenizedText(*columns)


def _find_pieces(encoding: Encoding, _shown: str) -> Pieces:
    previous = None
    for k, (word, (s, e)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
        yield k, s, e, word != previous or word is None
        previous = word


def _find_multilingual_pieces(encoding: Encoding, shown: str) -> Pieces:
    previous: int | None = None
    last: int | None = None  # start of the last word
    found = zip(encoding.tokens, encoding.word_ids, encoding.offsets, strict=True)
    for k, (token, word, (s, e)) in enumerate(found):
        s += len(shown[s:e]) - len(shown[s:e].lstrip())  # noqa: PLW2901 - the blank belongs to no word
        if token == _BLANK or s >= e:
            continue
        begins = word != previous or word is None or _UNSPACED.search(shown[s:e]) is not None
        begins = last is None or (begins and s != last)
        yield k, s, e, begins
        previous, last = word, s if begins else last


def show_line(line: str) -> str:
    """A line as the network sees it, of the same length: with American quotation marks.

    Single marks count if the line has no double ones (inside those they mark a nested quotation). A lone surrogate,
    which has no UTF-8, becomes the replacement character.
    """
    line = _GERMAN.sub(r"“\1”", _SURROGATE.sub("\ufffd", line)).translate(_SAME_MARK)
    return line if _DOUBLE.search(line) else _SINGLE.sub(r"“\1”", line)


def features_of(words: list[str], lines: list[int]) -> list[int]:
    """3 x case + place in quotation marks, for each word.

    A quotation is open from its opening to its closing mark; a new line closes it unless the line begins with a mark,
    as in quotations of several paragraphs.
    """
    features: list[int] = []
    state, previous = _OUTSIDE, -1
    for word, line in zip(words, lines, strict=True):
        new_line, previous = line != previous, line
        if new_line:
            state = _OUTSIDE
        here = _MARK
        if word == "“":
            state = _INSIDE
        elif word == "”":
            state = _OUTSIDE
        elif word == '"':
            state = _INSIDE - state
        else:
            here = state
        features.append(3 * case_of(word) + here)
    return features


def case_of(word: str) -> int:
    """0 other, 1 starts with a capital, 2 all capitals (two letters or more), 3 starts with a digit."""
    if word[0].isdigit():
        return 3
    if not word[0].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1
