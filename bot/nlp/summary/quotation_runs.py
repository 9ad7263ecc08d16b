"""Groups sentences that share a quotation, so that a summary takes all of them or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Typographic marks; straight ones by the character before them; ‘ before a letter, so that ‘90s opens nothing, and ’
# only if no letter follows, so that it is not an apostrophe.
_MARK = re.compile(r"[“”„«»]|(?P<opening>(?<![^\s(\[—–-])\")|\"|(?<!\w)‘(?=[^\W\d_])|’(?!\w)")
_CLOSED_BY = {"“": '”"', '"': '"”', "„": '“”"', "«": "»", "‘": "’"}


@dataclass(frozen=True, slots=True)
class QuotationRun:
    """Consecutive sentences, by ``places``; ``whole``: every quotation in them opens and closes in them."""

    places: range
    whole: bool


def find_quotation_runs(sentences: Sequence[str], lines: Sequence[int]) -> list[QuotationRun]:
    """``sentences`` grouped so that no quotation crosses a border; most groups are one sentence.

    ``lines`` gives the line of each. A group ends with its line: each paragraph of a longer quotation opens its own.
    """
    runs: list[QuotationRun] = []
    start, opened, stray = 0, "", False
    for place, (sentence, line) in enumerate(zip(sentences, lines, strict=True)):
        opened, lost = _follow_marks(sentence, opened)
        stray = stray or lost
        if not opened or place + 1 == len(sentences) or lines[place + 1] != line:
            runs.append(QuotationRun(range(start, place + 1), whole=not opened and not stray))
            start, opened, stray = place + 1, "", False
    return runs


def _follow_marks(sentence: str, opened: str) -> tuple[str, bool]:
    """The mark that is open after ``sentence`` ("" for none), and whether one closed that was not open."""
    stray = False
    for match in _MARK.finditer(sentence):
        mark = match[0]
        if opened:
            if mark in _CLOSED_BY[opened] and not match["opening"]:
                opened = ""
        elif match["opening"] or mark in "“„«‘":
            opened = mark
        else:
            stray = stray or mark != "’"  # alone, ’ is the apostrophe of a plural
    return opened, stray
