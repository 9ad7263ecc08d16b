"""Quotation marks: which characters of a text stand inside them, and so whether content is direct, mixed or indirect.

Marks pair within a paragraph. One left open runs to the paragraph's end, and on into the next paragraph where that
opens with a mark again, as the press sets long quotations. Straight, curly, low and angled marks; an apostrophe is not
a mark.
"""

import re
from collections.abc import Iterable

from bot.domain.attribution import Kind
from bot.domain.text import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_CLOSE = {"“": "”“", "„": "“”", "«": "»", "‟": "”", "»": "«", "「": "」", "『": "』", '"': '"'}
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?])[‘'](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
_WORD = re.compile(r"\w+")
DIRECT_SHARE = 0.8
"""Share of quoted words from which content counts as direct: a cue word inside the marks does not make it mixed."""


def find_quotations(text: str) -> tuple[Span, ...]:
    """Every quotation of ``text`` in order, marks included; quotations inside quotations are not listed apart."""
    found: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found += _double(paragraph.group(), paragraph.start())
        found += _single(paragraph.group(), paragraph.start(), found)
    return tuple(sorted(found))


def _double(paragraph: str, offset: int) -> list[Span]:
    found: list[Span] = []
    opened, closers = None, ""
    for i, mark in enumerate(paragraph):
        if opened is None:
            if mark in _CLOSE and (mark != "»" or "»" in paragraph[i + 1 :] or "«" in paragraph[i + 1 :]):
                opened, closers = i, _CLOSE[mark]
        elif mark in closers or (closers == '"' and mark == "”"):
            found.append(Span(offset + opened, offset + i + 1))
            opened = None
    if opened is not None and opened < len(paragraph) - 1:
        found.append(Span(offset + opened, offset + len(paragraph)))
    return found


def _single(paragraph: str, offset: int, taken: Iterable[Span]) -> list[Span]:
    """Quotations in single marks: an opening mark before a word, a closing one after it, nothing double around."""
    found: list[Span] = []
    at = 0
    while opening := _SINGLE_OPEN.search(paragraph, at):
        closing = _SINGLE_CLOSE.search(paragraph, opening.end())
        if closing is None:
            break
        span = Span(offset + opening.start(), offset + closing.end())
        if not any(t.overlaps(span) for t in taken):
            found.append(span)
        at = closing.end()
    return found


def classify_kind(text: str, content: Iterable[Span], quotations: Iterable[Span]) -> Kind:
    """Direct, mixed or indirect, by the share of the content's words that stand in quotation marks."""
    words = [Span(c.start + m.start(), c.start + m.end()) for c in content for m in _WORD.finditer(c.of(text))]
    if not words:
        return Kind.INDIRECT
    quotations = tuple(quotations)
    inside = sum(any(q.contains(word) for q in quotations) for word in words)
    if inside >= DIRECT_SHARE * len(words):
        return Kind.DIRECT
    return Kind.MIXED if inside else Kind.INDIRECT
