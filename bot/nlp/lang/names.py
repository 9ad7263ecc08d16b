"""Finds where personal names begin and end, by the network's probability that each word is part of one."""

import re
from functools import cached_property

from bot.domain.text import UNSPACED, Span
from bot.nlp.lang.lexicon import Lexicon, Word

NAMED = 0.45
"""Minimum mean probability of the words of a person's name."""
NO_NAME, SURELY_NAMED = 0.3, 0.6
"""Maximum probability of a word that is cut from a name, and minimum mean of the words that are left."""
_SURELY_NONE = 0.1
"""Maximum probability of a character that is cut from the end of a name in Han."""
_DOTS = "·•・‧"
_LONGEST, _LONGEST_TITLE = 16, 6
_DOTTED = re.compile(rf"[{UNSPACED}][{_DOTS}][{UNSPACED}]")
"""A foreigner's given and family name in Han."""
_MOST_TIMES = 5
"""Maximum occurrences of a name that are checked."""
_LOOKED_AT = 40
"""A number of characters that contains the word before or behind a name."""


class Names:
    """The probabilities of a text's words; ``words`` is None without a network: then anything may be a name."""

    def __init__(self, text: str, lexicon: Lexicon, words: tuple[tuple[Span, float], ...] | None) -> None:
        self._text, self._lexicon, self._words = text, lexicon, words
        self._elsewhere: dict[str, bool] = {}

    @cached_property
    def _named(self) -> dict[int, float]:
        """The probability of each letter that may be part of a name."""
        return {at: share for span, share in self._words or () for at in range(span.start, span.end)}

    def may_be(self, span: Span) -> bool:
        """Whether words are probably a person's name, here or elsewhere in the text; true if nothing is known."""
        if self._words is None or _DOTTED.search(span.of(self._text)):
            return True
        return self.likeness(span) >= NAMED or self._is_likely_elsewhere(span.of(self._text))

    def _is_likely_elsewhere(self, name: str) -> bool:
        """Whether one of the first occurrences of these words in the text makes a name likely."""
        if name not in self._elsewhere:
            found, at = False, self._text.find(name)
            for _ in range(_MOST_TIMES):
                if at < 0 or found:
                    break
                found = self.likeness(Span(at, at + len(name))) >= NAMED
                at = self._text.find(name, at + len(name))
            self._elsewhere[name] = found
        return self._elsewhere[name]

    def is_none(self, span: Span) -> bool:
        """Whether words are surely no part of a person's name; false if nothing is known."""
        return bool(self._words) and self.likeness(span) < NO_NAME

    def is_sure(self, span: Span) -> bool:
        """Whether words are surely a person's name; false if nothing is known."""
        return bool(self._words) and self._is_sure(span)

    def trimmed(self, words: list[Word]) -> list[Word]:
        """The words of a name without words at its ends that surely do not belong: "Energy Ana Ruiz", "Ruiz Monday"."""
        definite = self._lexicon.writing.definite
        for end in (0, -1):
            alone = end == -1 or (bool(words) and words[0].text.startswith(definite))
            # in a script without capitals, a word without article right before a single name is the first name
            fewest = 1 if alone and not self._lexicon.writing.cased else 2
            while len(words) > fewest and self._words and self.likeness(words[end].span) < NO_NAME:
                rest = words[1:] if end == 0 else words[:-1]
                joined = self._text[words[0].span.end : words[-1].span.start].startswith("-")
                kept = (end == 0 and joined) or self._is_held(words, end)
                if kept or not self._is_sure(Span(rest[0].span.start, rest[-1].span.end)):
                    break
                words = rest
        return words

    def _is_held(self, words: list[Word], end: int) -> bool:
        """Whether the first or last word cannot be cut from a name, in a script without capitals.

        An initial is next to it, or it stands behind a noun with an article, or before an office with one.
        """
        lexicon = self._lexicon
        if not lexicon.writing.caseless:
            return False
        at = words[end].span
        if end == 0:
            before = lexicon.words(self._text, max(0, at.start - _LOOKED_AT), at.start)[-1:]
            near = [one for one in before if self._text[one.span.end : at.start] == " "]
            follows = any(map(lexicon.is_definite, near)) and not lexicon.is_definite(words[0])
            return len(words[1].text) == 1 or follows
        after = lexicon.words(self._text, at.end, min(len(self._text), at.end + _LOOKED_AT))[:1]
        near = [one for one in after if self._text[at.end : one.span.start] == " "]
        return any(lexicon.is_definite(one) and one.of(lexicon.lists["titles.definite"]) for one in near)

    def whole(self, span: Span) -> Span:
        """A name in a script without spaces, with all its characters and no others."""
        if not self._words:
            return span
        start, end = span.start, span.end
        owned = span.start + span.of(self._text).rfind(self._lexicon.writing.attached[0], 0, -1)
        if owned >= start:  # "the editor's friend Ana Ruiz", "called Ana Ruiz, a young one"
            named = self.likeness(Span(owned + 1, end)) >= NAMED or owned == start
            start, end = (owned + 1, end) if named else (start, owned)
        while end - start > 2 and self._text.startswith(self._lexicon.writing.attached, end - 1):
            end -= 1
        titles = self._lexicon.pattern["titles.words"].finditer(self._text, start + 2, end)
        end = next((one.start() for one in titles if one.end() == end), end)  # "colonel" after the name
        while end - start > 2 and self._named.get(end - 1, 0.0) < _SURELY_NONE and self._is_sure(Span(start, end - 1)):
            end -= 1
        if self._follows_title(start):
            return Span(start, self._extended(start, end))
        while start > 0 and end - start < _LONGEST and self._continues(start - 1, -1):
            start -= 1
        return Span(start, self._extended(start, end))

    def _extended(self, start: int, end: int) -> int:
        """The end of a name that continues after ``end``."""
        title = self._lexicon.pattern["titles.words"]
        while (
            end < len(self._text)
            and end - start < _LONGEST
            and self._continues(end, 1)
            and not title.match(self._text, end)
        ):
            end += 1
        return end

    def _follows_title(self, place: int) -> bool:
        """Whether an office ends at a position, in a script without spaces."""
        before = self._text[max(0, place - _LONGEST_TITLE) : place]
        return any(m.end() == len(before) for m in self._lexicon.pattern["titles.words"].finditer(before))

    def _continues(self, at: int, step: int) -> bool:
        """Whether a character continues the name beside it; a dot does if the next character does."""
        if self._text[at] in _DOTS:
            return 0 <= at + step < len(self._text) and self._named.get(at + step, 0.0) >= SURELY_NAMED
        return self._named.get(at, 0.0) >= SURELY_NAMED and self._text[at].isalpha()

    def _is_sure(self, span: Span) -> bool:
        return self.likeness(span) >= SURELY_NAMED

    def likeness(self, span: Span) -> float:
        """The mean probability that the letters of a span belong to a person's name."""
        letters = [at for at in range(span.start, span.end) if self._text[at].isalnum()]
        return sum(self._named.get(at, 0.0) for at in letters) / max(1, len(letters))
