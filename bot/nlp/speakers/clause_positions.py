"""Finds where something stands in its sentence: first, as an active subject, or after a preposition."""

import re

from bot.domain.text import Span

_BEFORE = re.compile(
    r"\W*(?:[A-ZÀ-Þ][^.!?\n]{0,60}?\s(?:--|[–—-])\s+)?"
    r"(?:[Oo]n\s+(?:[A-Z]\w+\s+)?\w+,\s+)?"
    r"(?:(?:[Tt]he|But|And|Yet|Still|Meanwhile,?|Earlier,?|Later,?|Then|While)\s+)?(?:government\s+(?:of|in)\s+(?:the\s+)?)?$"
)
_VERB = re.compile(r"\s+[“\"]?(?!(?:and|or|to|in|for|with|of|on|at|over|from|after|as|against)\b)[a-z]+")
_GOVERNED = re.compile(
    r"\b(?:of|for|to|with|from|under|by|about|against|in|on|at|between|and|over|into|toward|towards)\s+(?:the\s+)?$"
)
_WINDOW = 90
"""How many characters before it are searched."""


def opens_sentence(text: str, sentence: Span, position: int) -> bool:
    """Whether what begins at ``position`` opens its sentence, apart from a dateline or "But the"."""
    before = text[sentence.start : position] if position - sentence.start <= _WINDOW else None
    return before is not None and _BEFORE.fullmatch(before) is not None


def acts_at(text: str, start: int, party: Span) -> bool:
    """Whether ``party`` is a subject in the sentence that begins at ``start``: "as Norway has done nothing"."""
    return _VERB.match(text, party.end) is not None and not is_governed(text, start, party)


def is_governed(text: str, start: int, party: Span) -> bool:
    """Whether a preposition governs ``party`` in the sentence that begins at ``start``."""
    return _GOVERNED.search(text[max(start, party.start - _WINDOW) : party.start]) is not None
