"""Isolates words that run against the direction of their line (Unicode UAX #9), so that both keep their order.

Quotations stay exact: the isolates are outside of them and their marks, and quotation checks do not see them.
"""

import re
import unicodedata

from babel import Locale
from fluent.runtime.types import FluentType

from bot.i18n.language import current_language

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
"""The isolates, for ``str.translate`` to leave out; no stored text contains them."""

_OPENING = ("\u2066", "\u2067", "\u2068")
_RANGE = re.compile(r"\d-\d")
"""Numbers joined by a hyphen, "22:00-07:00": after Arabic letters they would change places."""
_LEFTWARD = frozenset({"R", "AL"})
_RIGHTWARD = frozenset({"L"})
_CLOSING = frozenset(".:!؟…)")
_CODE = re.compile(r"`[^`\n]+`|(?<![\w/`])/[a-z]+(?: [a-z]+\b)*")
"""What people type: anything between backticks, and a command with its slash."""
_APART = re.compile(r"[\u2066\u2068][^\u2066-\u2069]*\u2069|\u200f")
"""Isolated text, and the mark that keeps a number or a full stop at its end of a line."""
_LINE = re.compile(r"((?:-# |#{1,3} |- )?(?:\*\*\d+\*\* · )?(?:__)?)(.*)", re.DOTALL)
"""A line of Markdown: its prefix (small, heading, list item, number, underline), and its words."""
_LISTED = re.compile(r"[*\[]*\u2068[^\u2069]*\u2069[*\]]*(?:\(<[^>]*>\))?(?: [·—(]|,)")
"""The first of several isolated things in a row: a speaker before the office, a verb before its kind."""
_DRAWN = re.compile(r"<(?:t:\d+(?::\w)?|#\d+)>")
"""A moment or a channel, which Discord shows in the reader's language, or as the channel's name."""


def isolate(words: str) -> str:
    """Isolate ``words`` with letters of the other direction; in right-to-left languages also mixed ones and numbers."""
    if "\n" in words or (words[:1] in _OPENING and words.find("\u2069") == len(words) - 1):
        return words
    found = set(map(unicodedata.bidirectional, words))
    if not current_language().right_to_left:
        return f"\u2068{words}\u2069" if found & _LEFTWARD else words
    if found & _RIGHTWARD:
        opening = "\u2067" if found & _LEFTWARD else "\u2068"
        return f"{opening}{words}\u2069"
    return f"\u2066{words}\u2069" if _RANGE.search(words) and not found & _LEFTWARD else words


class UserText(FluentType):
    """Values for a message: it can select by them as they are, and shows them isolated."""

    def __init__(self, words: str, *, apart: bool = True) -> None:
        self._words = words
        self._apart = apart

    def __eq__(self, other: object) -> bool:
        return other == self._words

    def __hash__(self) -> int:
        return hash(self._words)

    def format(self, locale: Locale) -> str:  # noqa: ARG002 - numbers need it, words do not
        """The words as shown."""
        return isolate(self._words) if self._apart else self._words


def close_right_to_left(said: str) -> str:
    """A right-to-left message, marked so that numbers and punctuation at its ends stay there on Discord."""
    begin = "\u200f" if said[:1].isdecimal() else ""
    return f"{begin}{said}\u200f" if said[-1:] in _CLOSING else f"{begin}{said}"


def isolate_code(source: str) -> str:
    """A right-to-left catalogue, with what people type (`/said`) isolated as left-to-right."""
    return _CODE.sub(lambda match: f"\u2066{match[0]}\u2069", source)


def set_right_to_left(shown: str) -> str:
    """Markdown in which each right-to-left line of ours has that direction, whatever the client does.

    Discord's desktop client runs every line left to right: the parts of a mixed line appear in the wrong order, and mix
    where the line breaks. A line is ours if it has letters of that direction outside isolated text. Quoted lines and
    code are unchanged, and so is a line whose first part is isolated: a speaker with their office, then the country.
    """
    lines, code = [], False
    for line in shown.split("\n"):
        fence = line.startswith("```")
        lines.append(line if code or fence or line.startswith(">") else _run_line(line))
        code ^= fence
    return "\n".join(lines)


def _run_line(line: str) -> str:
    found = _LINE.fullmatch(line)
    before, told = found.groups() if found else ("", line)
    if _LISTED.match(told) or all(unicodedata.bidirectional(char) not in _LEFTWARD for char in _APART.sub("", told)):
        return line
    mark = "" if "·" in before else "\u200f"  # numbers stay aligned
    # after emphasis it would keep that open; the end of the line ends the direction as well
    end = "" if told.endswith(("*", "_")) else "\u2069"
    drawn = _DRAWN.sub(lambda match: f"\u2068{match[0]}\u2069", told)
    return f"{before}{mark}\u2067{drawn}{end}"
