"""Words that run against the line they stand in are set apart (Unicode UAX #9), so that both keep their order.

Quotations stay exact: the isolates stand around them and their marks, and no check of a quotation sees them.
"""

import re
import unicodedata

from babel import Locale
from fluent.runtime.types import FluentType

from bot.words.language import spoken

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
"""The isolates, for ``str.translate`` to leave out; no stored text contains them."""

_LEFTWARD = frozenset({"R", "AL"})
_RIGHTWARD = frozenset({"L"})
_CLOSING = frozenset(".:!؟…)")
_CODE = re.compile(r"`[^`\n]+`|(?<![\w/`])/[a-z]+(?: [a-z]+\b)*")
"""What is typed: anything between backticks, and a command with its slash."""


def isolate(words: str) -> str:
    """``words`` of one line set apart if they hold letters of the other direction than the language spoken now."""
    against = _RIGHTWARD if spoken().leftward else _LEFTWARD
    if "\n" in words or (words[:1] == "\u2068" and words[-1:] == "\u2069"):
        return words
    return f"\u2068{words}\u2069" if any(unicodedata.bidirectional(char) in against for char in words) else words


class Given(FluentType):
    """Words that a message is given: it may choose by them as they are, and shows them ``apart`` from its own."""

    def __init__(self, words: str, *, apart: bool = True) -> None:
        self._words = words
        self._apart = apart

    def __eq__(self, other: object) -> bool:
        return other == self._words

    def __hash__(self) -> int:
        return hash(self._words)

    def format(self, locale: Locale) -> str:  # noqa: ARG002 - numbers need it, words do not
        """The words as they are shown."""
        return isolate(self._words) if self._apart else self._words


def closed(said: str) -> str:
    """A message written right to left, a number held at its beginning and a mark at its end.

    Where Discord runs the line left to right, they would stand at the wrong end of it.
    """
    begin = "\u200f" if said[:1].isdecimal() else ""
    return f"{begin}{said}\u200f" if said[-1:] in _CLOSING else f"{begin}{said}"


def isolate_code(source: str) -> str:
    """A catalogue written right to left, with what is typed in it (`/said`) set apart as written left to right."""
    return _CODE.sub(lambda match: f"\u2066{match[0]}\u2069", source)
