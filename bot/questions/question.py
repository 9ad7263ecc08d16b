"""A question as a value: what is asked, about whom, about what, and when."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.attribution import Act
from bot.domain.period import Period
from bot.domain.statement_search import COMMUNICATED


class Kind(StrEnum):
    """What is asked for: statements, who made them, whether or when one was made, quotations, news, or two sides."""

    SAID = "said"
    WHO = "who"
    WHETHER = "whether"
    WHEN = "when"
    QUOTE = "quote"
    LATEST = "latest"
    SIDES = "sides"


@dataclass(frozen=True, slots=True)
class Question:
    """A parsed question.

    ``who`` is a name as the archive has it, a country's English short name, an office, or else the typed words;
    ``country`` restricts an office to its country. ``other`` is the second of two sides. ``about`` are the words that a
    statement must contain, phrases in the quotation marks that were typed. ``earliest`` asks for the first time instead
    of the last.
    """

    kind: Kind
    who: str = ""
    country: str = ""
    other: str = ""
    about: str = ""
    acts: frozenset[Act] = COMMUNICATED
    period: Period = field(default_factory=Period)
    earliest: bool = False

    def __post_init__(self) -> None:
        if not (self.who or self.about or self.country):
            raise ValueError("a question is about somebody or something")
        if (self.kind is Kind.SIDES) != bool(self.other):
            raise ValueError("two sides are two")
