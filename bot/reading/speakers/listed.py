"""Whose statements stand in a list: "The Sides:", then "🔹 agreed to …", "🔹 called for …" on lines of their own."""

import re

from bot.domain.text import Span

_ITEM = re.compile(r"[^\w\s“\"«(\[#@]|[a-z]{1,2}\)|\d{1,2}[.)]\s")
_HEAD = re.compile(r"(?P<who>(?:[Tt]he\s+)?\w[^\n:,.;!?“”\"]{2,60}):\s*$")
_ITEMS = 20
"""Lines that a list is looked up through at most."""


def find_list_head(text: str, at: int) -> Span | None:
    """The words before the colon above the list in whose item ``at`` stands; None outside such a list."""
    start = text.rfind("\n", 0, at) + 1
    for _ in range(_ITEMS):
        if _ITEM.match(text, start) is None:
            break
        while start > 0 and text[start - 1] in "\r\n \t":
            start -= 1
        start = text.rfind("\n", 0, start) + 1
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)].rstrip()
        if head := _HEAD.fullmatch(line):
            return Span(start, start + head.end("who"))
        if start == 0:
            break
    return None
