"""Words that run against the line they stand in are set apart (Unicode UAX #9), so that both keep their order.

Quotations stay exact: the isolates stand around them and their marks, and no check of a quotation sees them.
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
"""Numbers with a hyphen between them, "22:00-07:00": behind Arabic letters they would change places."""
_LEFTWARD = frozenset({"R", "AL"})
_RIGHTWARD = frozenset({"L"})
_CLOSING = frozenset(".:!؟…)")
_CODE = re.compile(r"`[^`\n]+`|(?<![\w/`])/[a-z]+(?: [a-z]+\b)*")
"""What is typed: anything between backticks, and a command with its slash."""
_APART = re.compile(r"[\u2066\u2068][^\u2066-\u2069]*\u2069|\u200f")
"""What is set apart, and the mark that holds a number or a full stop at its end of a line."""
_LINE = re.compile(r"((?:-# |#{1,3} |- )?(?:\*\*\d+\*\* · )?(?:__)?)(.*)", re.DOTALL)
"""A line of Markdown: what makes it small, a heading or a point, its number, and what underlines it; and its words."""
_LISTED = re.compile(r"[*\[]*\u2068[^\u2069]*\u2069[*\]]*(?:\(<[^>]*>\))?(?: [·—(]|,)")
"""The first of several things beside one another, set apart: a speaker before the office, a verb before its kind."""
_DRAWN = re.compile(r"<(?:t:\d+(?::\w)?|#\d+)>")
"""A moment or a channel, for which Discord writes words of the reader's language, or the channel's name."""


def isolate(words: str) -> str:
    """``words`` of one line set apart if they hold letters of the other direction than the language spoken now.

    Where that is written right to left, words of both directions run so too, and hours or a date as they are typed.
    """
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


def close_right_to_left(said: str) -> str:
    """A message written right to left, a number held at its beginning and a mark at its end.

    Where Discord runs the line left to right, they would stand at the wrong end of it.
    """
    begin = "\u200f" if said[:1].isdecimal() else ""
    return f"{begin}{said}\u200f" if said[-1:] in _CLOSING else f"{begin}{said}"


def isolate_code(source: str) -> str:
    """A catalogue written right to left, with what is typed in it (`/said`) set apart as written left to right."""
    return _CODE.sub(lambda match: f"\u2066{match[0]}\u2069", source)


def set_right_to_left(shown: str) -> str:
    """Markdown with each line of ours that is written right to left run in that direction, whatever the client does.

    Discord's desktop runs every line left to right: the parts of a mixed line come in the wrong order, and mingle where
    it is broken in two. A line is ours if letters of that direction stand in it beyond what is set apart. Quoted lines
    and code stay, and so does a line whose first part is set apart: a speaker with their office, then the country.
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
    mark = "" if "·" in before else "\u200f"  # numbers stay below one another
    # behind emphasis it would keep that open; the end of the line ends what is run so as well
    end = "" if told.endswith(("*", "_")) else "\u2069"
    drawn = _DRAWN.sub(lambda match: f"\u2068{match[0]}\u2069", told)
    return f"{before}{mark}\u2067{drawn}{end}"
