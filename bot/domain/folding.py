"""Folds words for comparison: no case, accents or punctuation. The only module that calls ``unicodedata.normalize``.

Normalising sorts each run of combining marks by insertion, in quadratic time: 40,000 marks take 7 s. So runs are cut
first, to the length of the Stream-Safe Text Format (UAX #15, section 13), which is more than any language uses.
"""

import re
import unicodedata
from typing import Literal

MOST_MARKS = 30
"""Maximum length of a run of combining marks; the rest is dropped."""

# Marks are not word characters. Five characters are not marks but become some: three Tibetan vowel signs and the two
# halfwidth sound marks, which are word characters. Every other decomposition begins with a non-mark.
_UNTOLD = "\u0f73\u0f75\u0f81\uff9e\uff9f"
_MAY_BE_MARK = re.compile(r"[^\x00-\u02ff\w\s]+")
_MAY_BE_MARKS = re.compile(rf"(?:[^\x00-\u02ff\w\s]|[\uff9e\uff9f]){{{MOST_MARKS + 1},}}")


def normalise(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """``text`` in a normal form, with at most ``MOST_MARKS`` combining marks in a row."""
    return text if text.isascii() else unicodedata.normalize(form, cap_marks(text))


def cap_marks(text: str) -> str:
    """``text`` with at most ``MOST_MARKS`` combining marks in a row; the rest of a run is dropped."""
    return text if text.isascii() else _MAY_BE_MARKS.sub(_cap_run, text)


def drop_marks(text: str) -> str:
    """``text`` without combining marks."""
    return _MAY_BE_MARK.sub(_drop_run, text)


def _drop_run(run: re.Match[str]) -> str:
    return "".join(letter for letter in run[0] if not unicodedata.combining(letter))


def _cap_run(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for letter in run[0]:
        marks = marks + 1 if letter in _UNTOLD or unicodedata.combining(letter) else 0
        if marks <= MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


# scripts without spaces: each character counts as a word, so that words are found within a sentence
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


def fold_letters(words: str) -> str:
    """``words`` without case and accents; punctuation and spaces stay."""
    if words.isascii():  # most text is ASCII and needs no decomposition
        return words.lower()
    words = normalise("NFKD", words.casefold())
    if (again := words.casefold()) != words:  # each can produce what the other removes (Unicode 3.13, D146)
        words = normalise("NFKD", again)
    return drop_marks(words)


def fold_words(words: str) -> str:
    """The folded words in ``words``, separated by one space; "" if there are none."""
    return " ".join(WORD.findall(fold_letters(words)))


def holds_words(folded: str, sought: str) -> bool:
    """Whether ``folded`` contains ``sought`` as whole consecutive words; both as returned by ``fold_words``."""
    return f" {sought} " in f" {folded} "
