"""Finds quotations, and decides whether content is direct, mixed or indirect.

Marks pair within a paragraph. An open one extends to the end of the paragraph. It continues in the next paragraph if
that begins with another opening mark, as the press sets long quotations, or if the next mark is its closing one, as
some ministries set them. Straight, curly, low and angled marks count; apostrophes do not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from bot.domain.attribution import Kind
from bot.domain.text import Span

_PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CLOSE = {"“": "”“", "„": "“”", "«": "»", "‟": "”", "»": "«»", "「": "」", "『": "』", '"': '"”'}
# a straight mark before a number or a clipped word is an apostrophe: '90s, rock 'n roll
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?])(?:‘(?=\w)|'(?=[^\W\d])(?!(?:n|em|til|tis|twas|cause)\b))")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
_ANY_DOUBLE = re.compile(r"[“”„‟«»「」『』\"]")
_CURLY = re.compile("[“”]")
_FAR = 2_000
"""Characters after a straight mark that are searched for a curly one."""
_LONGEST = 12
"""Maximum paragraphs of a quotation that is opened once and closed once."""
_SENTENCE_STOPS = ".,!?…"
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4)
def find_quotations(text: str) -> tuple[Span, ...]:
    """Every quotation of ``text`` in order, including marks; nested quotations are not listed."""
    found: list[Span] = []
    paragraphs = [(m.start(), m.group()) for m in _PARAGRAPH.finditer(text)]
    closed, closers = -1, ""
    for number, (at, paragraph) in enumerate(paragraphs):
        double, left_open = _double(paragraph, closers if number <= closed else "")
        found += (Span(at + start, at + end) for start, end in _outermost(double, _single(paragraph, double)))
        if number >= closed:
            closed, closers = _closing(paragraphs, number, left_open), left_open
    return tuple(found)


def quotation_at(quotations: Sequence[Span], position: int) -> Span | None:
    """The one of ``quotations``, in order, that contains ``position``, marks included; None outside."""
    before = bisect_right(quotations, position, key=lambda quotation: quotation.start)
    return quotations[before - 1] if before and position < quotations[before - 1].end else None


def _closing(paragraphs: Sequence[tuple[int, str]], number: int, closers: str) -> int:
    """The paragraph that closes the quotation left open in paragraph ``number``, if no other mark comes before."""
    if not closers:
        return -1
    for later in range(number + 1, min(number + 1 + _LONGEST, len(paragraphs))):
        if mark := _ANY_DOUBLE.search(paragraphs[later][1]):
            opens = mark[0] not in closers or _opens(paragraphs[later][1], mark.start())
            return -1 if opens else later
    return -1


def _double(paragraph: str, closers: str = "") -> tuple[list[tuple[int, int]], str]:
    """Ranges between double marks, low and angled ones included, and the marks that would close one still open.

    An open mark extends to the end of the paragraph. ``closers`` close one from an earlier paragraph.
    """
    found: list[tuple[int, int]] = []
    opened = 0 if closers else None
    straight = 0  # marks since the opening one; the second of a pair closes that pair
    for i, mark in enumerate(paragraph):
        if opened is None:
            if mark in _CLOSE and (mark != "»" or _opens(paragraph, i)):
                opened, closers, straight = i, _CLOSE[mark], 0
            continue
        straight += mark == '"'
        alone = straight % 2 == 1 and _closes(paragraph, opened, i)
        if (mark in closers and not (mark in "“»" and _opens(paragraph, i))) or alone:
            found.append((opened, i + 1))
            opened = None
    if opened is None:
        return found, ""
    if opened < len(paragraph) - 1:
        found.append((opened, len(paragraph)))
    return found, "" if closers == _CLOSE['"'] else closers  # a straight mark could also open another


def _closes(paragraph: str, opened: int, i: int) -> bool:
    """Whether a straight mark closes a curly one: “Yes," not the second in “He said "no" to me.”"""
    if paragraph[i] != '"' or paragraph[opened] != "“" or paragraph[i - 1].isspace() or _opens(paragraph, i):
        return False
    later = _CURLY.search(paragraph, i + 1, i + 1 + _FAR)
    return later is None or later[0] == "“"


def _opens(paragraph: str, i: int) -> bool:
    """Whether a mark that opens in one country and closes in another opens here: “word, »word."""
    return (i == 0 or not (paragraph[i - 1].isalnum() or paragraph[i - 1] in _SENTENCE_STOPS)) and (
        i + 1 < len(paragraph) and paragraph[i + 1].isalnum()
    )


def _single(paragraph: str, double: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges between single marks (opening before a word, closing after it) outside of double marks.

    A range that contains double marks counts only if it opens with a curly mark or closes after a stop, which an
    apostrophe does not.
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
    """All of ``ranges`` in order, without those that begin inside another."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(chain(*ranges)):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def classify_kind(text: str, content: Iterable[Span], quotations: Sequence[Span]) -> Kind:
    """Direct, mixed or indirect: all, some or none of the content's words are in quotation marks.

    ``quotations`` are ordered and disjoint, as :func:`find_quotations` returns them.
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
