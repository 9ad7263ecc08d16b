"""Unicode's normal forms in linear time: the only module that calls ``unicodedata.normalize``.

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
