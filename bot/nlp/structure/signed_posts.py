"""Finds posts that a page embeds with their signature: "The harbour is open. — Arne Dahl (@ArneDahl) March 10, 2018".

X (Twitter) writes an embedded post with this signature as plain text. All words before it in its paragraph are the
author's; if it stands alone, those of the paragraph before. Leading "Skip Twitter post by @…" and trailing links belong
to the page.
"""

import re
from dataclasses import dataclass

from bot.domain.text import Span, trimmed

_SIGNATURE = re.compile(
    r"(?P<dash>[—–-]{1,2})[ \t]?(?P<name>[^\W\d_][^\n()—–@]{1,60}?)[ \t]"
    r"\(@\w{1,20}\)[ \t][^\n()]{0,16}\b(?:19|20)\d\d\b"
)
_LINK = re.compile(r"https?://|pic\.twitter\.com/|[\w.-]{1,30}\.[a-z]{2,4}/")
_LINKS = 4
"""Maximum number of links at the end of a post that are left out."""
_SKIP = re.compile(r"\s*(?:Skip|End of) Twitter post[^\n@]{0,30}@\w{1,20}\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SignedPost:
    """A post: its author's name in the signature, the dash before it, and the words."""

    name: Span
    dash: Span
    content: Span

    @property
    def span(self) -> Span:
        """From the first word to the name."""
        return Span(self.content.start, self.name.end)


def find_signed_posts(text: str) -> tuple[SignedPost, ...]:
    """The signed posts of ``text``, in order."""
    found = []
    begun = 0
    for signature in _SIGNATURE.finditer(text):
        words = _words_before(text, begun, signature.start())
        if words is not None:
            found.append(SignedPost(Span(*signature.span("name")), Span(*signature.span("dash")), words))
        begun = signature.end()
    return tuple(found)


def _words_before(text: str, begun: int, end: int) -> Span | None:
    """The paragraph that ends at ``end``, or the one before if that is empty; nothing before ``begun``."""
    last = trimmed(text, Span(begun, end)) if begun < end else None
    if last is None:
        return None
    start = max(begun, text.rfind("\n", begun, last.end) + 1)
    if skip := _SKIP.match(text, start, last.end):
        start = skip.end()
    stop = last.end
    for _ in range(_LINKS):
        begin = max(text.rfind(" ", start, stop) + 1, start)
        if not _LINK.match(text, begin, stop):
            break
        stop = start + len(text[start:begin].rstrip())
    return trimmed(text, Span(start, stop)) if start < stop else None
