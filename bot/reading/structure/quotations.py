"""Quotation marks: which characters of a text stand inside them, and so whether content is direct, mixed or indirect.

Marks pair within a paragraph. One left open runs to the paragraph's end, and on into the next paragraph where that
opens with a mark again, as the press sets long quotations. Straight, curly, low and angled marks; an apostrophe is not
a mark.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain

from bot.domain.attribution import Kind
from bot.domain.text import Span

_PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CLOSE = {"“": "”“", "„": "“”", "«": "»", "‟": "”", "»": "«»", "「": "」", "『": "』", '"': '"”'}
# a straight mark before a number or a clipped word is an apostrophe: '90s, rock 'n roll
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?])(?:‘(?=\w)|'(?=[^\W\d])(?!(?:n|em|til|tis|twas|cause)\b))")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
_SENTENCE_STOPS = ".,!?…"
_WORD = re.compile(r"\w+")


def find_quotations(text: str) -> tuple[Span, ...]:
    """Every quotation of ``text`` in order, marks included; quotations inside quotations are not listed apart."""
    found: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        double = _double(paragraph.group())
        found += (
            Span(paragraph.start() + start, paragraph.start() + end)
            for start, end in _outermost(double, _single(paragraph.group(), double))
        )
    return tuple(found)


def _double(paragraph: str) -> list[tuple[int, int]]:
    """Ranges between double marks, low and angled ones included. A mark left open runs to the paragraph's end."""
    found: list[tuple[int, int]] = []
    opened, closers = None, ""
    for i, mark in enumerate(paragraph):
        if opened is None:
            if mark in _CLOSE and (mark != "»" or _opens(paragraph, i)):
                opened, closers = i, _CLOSE[mark]
        elif mark in closers and not (mark in "“»" and _opens(paragraph, i)):
            found.append((opened, i + 1))
            opened = None
    if opened is not None and opened < len(paragraph) - 1:
        found.append((opened, len(paragraph)))
    return found


def _opens(paragraph: str, i: int) -> bool:
    """Whether a mark that opens in one country and closes in another stands as an opening one: “word, »word."""
    return (i == 0 or not (paragraph[i - 1].isalnum() or paragraph[i - 1] in _SENTENCE_STOPS)) and (
        i + 1 < len(paragraph) and paragraph[i + 1].isalnum()
    )


def _single(paragraph: str, double: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges between single marks: an opening mark before a word, a closing one after it, both out of double marks.

    One that holds double marks counts only if it opens curly or closes after a stop: an apostrophe does neither.
    """
    found: list[tuple[int, int]] = []
    starts = [start for start, _ in double]

    def inside(place: int) -> bool:
        k = bisect_right(starts, place)
        return k > 0 and place < double[k - 1][1]

    closings = [m.start() for m in _SINGLE_CLOSE.finditer(paragraph) if not inside(m.start())]
    at = 0
    for opening in (m.start() for m in _SINGLE_OPEN.finditer(paragraph)):
        if opening < at or inside(opening):
            continue
        k = bisect_right(closings, opening)
        if k == len(closings):
            break
        end = closings[k] + 1
        holds = bisect_right(starts, opening) < bisect_right(starts, end)
        if not holds or paragraph[opening] == "‘" or paragraph[end - 2] in _SENTENCE_STOPS:
            found.append((opening, end))
            at = end
    return found


def _outermost(*ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """All of ``ranges`` in order but those that begin inside another."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(chain(*ranges)):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def classify_kind(text: str, content: Iterable[Span], quotations: Sequence[Span]) -> Kind:
    """Direct, mixed or indirect: all, some or none of the content's words stand in quotation marks.

    ``quotations`` in order and apart, as :func:`find_quotations` gives them.
    """
    words = inside = 0
    for piece in content:
        for match in _WORD.finditer(text, piece.start, piece.end):
            words += 1
            k = bisect_right(quotations, match.start(), key=lambda q: q.start)
            inside += k > 0 and match.end() <= quotations[k - 1].end
    if not inside:
        return Kind.INDIRECT
    return Kind.DIRECT if inside == words else Kind.MIXED
