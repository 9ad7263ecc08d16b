"""Who said what: the attribution of some content to a source, in the terms of the PARC and PolNeAR annotations."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.text import Span, hull

THRESHOLD = 0.5
"""Attributions below this confidence are not shown. Chosen on annotated articles: see benchmarks/README.md."""


class Kind(StrEnum):
    """How much of the content is in quotation marks: all, part, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """The type of a statement; ``ATTITUDE`` is a thought or wish that was not voiced, hidden by default."""

    SAYS = "says"
    DENIES = "denies"
    REJECTS = "rejects"
    ACCUSES = "accuses"
    CONDEMNS = "condemns"
    WARNS = "warns"
    THREATENS = "threatens"
    DEMANDS = "demands"
    URGES = "urges"
    PROPOSES = "proposes"
    PLEDGES = "pledges"
    PRAISES = "praises"
    THANKS = "thanks"
    AGREES = "agrees"
    CONFIRMS = "confirms"
    ANNOUNCES = "announces"
    REITERATES = "reiterates"
    ASKS = "asks"
    DISCUSSES = "discusses"
    ATTITUDE = "attitude"


DENIALS = frozenset((Act.DENIES, Act.REJECTS))
"""Acts that turn down what somebody said."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who made a statement, as far as the article says.

    ``name`` is the fullest name in the article, several joined by "; "; ``role`` the office in the article's words;
    ``country`` the English short name of the country or organisation represented. None if not stated.
    """

    name: str
    role: str | None = None
    country: str | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a speaker needs a name")

    @property
    def facts(self) -> tuple[str, ...]:
        """Office and country, unless the name says them already, perhaps with words between."""
        told = (fact for fact in (self.role, self.country) if fact)
        return tuple(fact for fact in told if not _has_words(self.name, fact))


def _has_words(name: str, fact: str) -> bool:
    """Whether ``name`` holds the words of ``fact``, in order."""
    words = iter(name.casefold().split())
    return fact.casefold() in name.casefold() or all(word in words for word in fact.casefold().split())


POINTING = frozenset({"it", "this", "that", "them", "these", "those"})
"""Words that only refer to something said before, in lower case: "Oslo denies it"."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A place where the text reports a statement or an expressed position of a source.

    ``content`` is one or more spans in text order, without overlap; ``source`` the words that name the source here
    ("He"), None if elided; ``cue`` the words that signal the attribution, None if a quotation stands alone; ``speaker``
    the resolved source, None rather than a guess; ``relayed_by`` who passes it on, if somebody else does;
    ``confidence`` the estimated probability, 0 to 1, that content and speaker are right.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    kind: Kind
    act: Act
    speaker: Speaker | None = None
    relayed_by: str | None = None
    confidence: float = 1.0
    negated: bool = False
    conditional: bool = False

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution needs content")
        if any(a.end > b.start for a, b in zip(self.content, self.content[1:], strict=False)):
            raise ValueError("content spans must be in text order and must not overlap")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence must lie in [0, 1], not {self.confidence}")

    @property
    def span(self) -> Span:
        """From the first to the last character of source, cue and content."""
        return hull([s for s in (self.content[0], self.content[-1], self.source, self.cue) if s is not None])

    def moved(self, by: int) -> "Attribution":
        """The same in a text that has ``by`` more characters before it."""
        source, cue = (span and span.moved(by) for span in (self.source, self.cue))
        return replace(self, content=tuple(span.moved(by) for span in self.content), source=source, cue=cue)
