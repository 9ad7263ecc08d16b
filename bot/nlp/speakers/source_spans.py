"""The sources to resolve, with their positions, and which is reported within which."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.text import Span, hull

ASIDE = 800
"""Maximum characters of a nested report; a longer one frames the text, and the speakers in it continue outside."""


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """The position of an attribution: the input of the resolver. Fields are as in a link of the tagger."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]

    @property
    def anchor(self) -> Span:
        """The words that say who speaks: the source, else the cue, else the content."""
        return self.source or self.cue or self.content[0]

    @property
    def place(self) -> Span:
        """The position of the act of speaking: the cue, else the content."""
        return self.cue or self.content[0]

    @property
    def hull(self) -> Span:
        """From its first to its last character."""
        return hull(s for s in (self.source, self.cue, *self.content) if s is not None)

    def reports(self, other: "SourceSpan") -> bool:
        """Whether ``other`` is within the content of this one."""
        return other is not self and any(c.contains(other.place) for c in self.content)


def find_outer(sources: Sequence[SourceSpan]) -> tuple[frozenset[int], ...]:
    """For each source the indices of those that report it, without frames longer than ``ASIDE``."""
    pieces = sorted((c.start, c.end, i) for i, one in enumerate(sources) for c in one.content if len(one.hull) < ASIDE)
    found = []
    for i, one in enumerate(sources):
        place, outer = one.place, set()
        at = bisect_right(pieces, (place.start, len(pieces) and pieces[-1][1] + place.end, 0))
        while at > 0 and pieces[at - 1][0] > place.start - ASIDE:
            at -= 1
            start, end, owner = pieces[at]
            if owner != i and start <= place.start and place.end <= end:
                outer.add(owner)
        found.append(frozenset(outer))
    return tuple(found)
