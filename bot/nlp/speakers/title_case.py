"""Finds lines in title case, where capitals do not mark names: headlines, links to other stories, captions."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from bot.domain.text import Span

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = 4
"""Minimum letters of a word that counts; a headline may leave a few of these in lower case: "with"."""
_FEWEST = 4
_INSIDE = frozenset("a an and as at by for from in is of on or over the to with".split())
"""Words that a headline leaves in lower case."""
_SHARE = 0.75
_ENDS = ("!", ":", "”", '"', ",", ";")
_LONGEST = 200


def find_title_case(text: str) -> tuple[Span, ...]:
    """The lines of ``text`` in which nearly all longer words begin with a capital, and that do not end a sentence.

    If a full stop ends them, all words but the smallest must.
    """
    return tuple(Span(*line.span()) for line in _LINE.finditer(text) if _is_title(line.group().strip()))


def _is_title(line: str) -> bool:
    if len(line) > _LONGEST or line.endswith(_ENDS):
        return False
    words = _WORD.findall(line)
    long = [word for word in words if len(word) >= _SMALL]
    if line.endswith(".") and (len(words) <= _FEWEST or any(w[0].islower() and w not in _INSIDE for w in words)):
        return False
    return len(words) >= _FEWEST and len(long) > 1 and sum(w[0].isupper() for w in long) >= _SHARE * len(long)


class TitleCase:
    """The lines of one text that are in title case, and the names that the rest of the text confirms."""

    def __init__(self, text: str) -> None:
        self._lines: Sequence[Span] = find_title_case(text)
        rest, at = [], 0
        for line in self._lines:
            rest.append(text[at : line.start])
            at = line.end
        self._rest = "\n".join((*rest, text[at:]))

    def holds(self, position: int) -> bool:
        """Whether ``position`` is in such a line."""
        before = bisect_right(self._lines, position, key=lambda line: line.start)
        return before > 0 and position < self._lines[before - 1].end

    def makes_no_name(self, text: str, span: Span, *, titled: bool) -> bool:
        """Whether ``span`` is in such a line and the rest of the text does not confirm it as a name.

        A full name that occurs only here counts as a name if the rest contains its last word ("Orla Venn", then
        "Venn"). With an office beside it (``titled``), it also counts if the rest contains none of its words.
        """
        if not self.holds(span.start) or self._tells(span.of(text)):
            return False
        words = _WORD.findall(span.of(text))
        known = [self._tells(word) for word in words]
        if words[0].isupper() and len(words) > 1:
            return True  # "VENN MOCKS ROE"
        return not (known[-1] if any(known) else titled and len(words) > 1)

    def _tells(self, words: str) -> bool:
        """Whether ``words`` occur elsewhere in the text, as they are or in capitals."""
        return re.search(rf"\b(?:{re.escape(words)}|{re.escape(words.upper())})\b", self._rest) is not None
