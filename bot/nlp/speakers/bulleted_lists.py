"""Finds the speaker of a list's items: "The Sides:", then "🔹 agreed to …", "🔹 called for …" on separate lines.

If a site's bullets are lost, the items are paragraphs that begin with their verb: "During her trip, Secretary Venn:",
then "Announced …", "In Oslo, reaffirmed …".
"""

import re

from bot.domain.text import Span

_ITEM = re.compile(r"[^\w\s“\"«(\[#@]|[a-z]{1,2}\)|\d{1,2}[.)]\s")
_OPENS_WITH_VERB = re.compile(r"[A-Z][a-z]+ed\s")
_HEAD = re.compile(
    r"(?:(?:During|On|In|At|Throughout)\s[^\n:,.;!?“”\"]{2,60},\s)?(?P<who>(?:[Tt]he\s+)?\w[^\n:,.;!?“”\"]{2,60}):\s*$"
)
_ITEMS = 20
"""Maximum number of a list's lines that are searched upwards."""


def find_list_head(text: str, at: int) -> Span | None:
    """The words before the colon above the list whose item contains ``at``; None outside such a list."""
    start = text.rfind("\n", 0, at) + 1
    bare = start == at and _OPENS_WITH_VERB.match(text, at) is not None
    for _ in range(_ITEMS):
        if not bare and _ITEM.match(text, start) is None:
            break
        while start > 0 and text[start - 1] in "\r\n \t":
            start -= 1
        start = text.rfind("\n", 0, start) + 1
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)].rstrip()
        if head := _HEAD.fullmatch(line):
            return Span(start + head.start("who"), start + head.end("who"))
        if start == 0:
            break
    return None
