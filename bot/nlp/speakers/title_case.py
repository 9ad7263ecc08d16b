"""Lines set in title case, where capitals make no names: headlines, links to other stories, captions."""

import re
from collections.abc import Sequence

from bot.domain.text import Span

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = 4
"""Letters of a word that a headline, too, may leave small: "with"."""
_FEWEST = 4
_SHARE = 0.75
_ENDS = (".", "!", ":", "”", '"', ",", ";")
_LONGEST = 200


def find_title_case(text: str) -> tuple[Span, ...]:
    """The lines of ``text`` whose longer words all but a few begin with a capital, and that end no sentence."""
    return tuple(Span(*line.span()) for line in _LINE.finditer(text) if _is_title(line.group().strip()))


def _is_title(line: str) -> bool:
    if len(line) > _LONGEST or line.endswith(_ENDS):
        return False
    words = _WORD.findall(line)
    long = [word for word in words if len(word) >= _SMALL]
    return len(words) >= _FEWEST and len(long) > 1 and sum(w[0].isupper() for w in long) >= _SHARE * len(long)


class TitleCase:
    """The lines of one text that are set in title case, and what else of the text bears names out."""

    def __init__(self, text: str) -> None:
        self._lines: Sequence[Span] = find_title_case(text)
        rest, at = [], 0
        for line in self._lines:
            rest.append(text[at : line.start])
            at = line.end
        self._rest = "\n".join((*rest, text[at:]))

    def makes_no_name(self, text: str, span: Span) -> bool:
        """Whether ``span`` stands in such a line, and nothing else in the text is called so."""
        inside = any(line.contains(span) for line in self._lines)
        return inside and re.search(rf"\b{re.escape(span.of(text))}\b", self._rest) is None
