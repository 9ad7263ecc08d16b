"""A question as a value: what is wanted, of whom, about what, when."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.attribution import Act
from bot.domain.period import Period
from bot.domain.statement_search import COMMUNICATED


class Kind(StrEnum):
    """What is wanted: statements of somebody, who made them, whether or when there was one, words in quotation marks,
    what is new, or two accounts side by side.
    """

    SAID = "said"
    WHO = "who"
    WHETHER = "whether"
    WHEN = "when"
    QUOTE = "quote"
    LATEST = "latest"
    SIDES = "sides"


@dataclass(frozen=True, slots=True)
class Question:
    """What was understood.

    ``who`` is a name as the archive has it where it knows it, a country's English short name, an office, or else what
    was typed; ``country`` keeps the holders of an office of that country. ``other`` is the second of two sides.
    ``about`` are the words that a statement must hold, "phrases" in the marks that were typed. ``earliest`` asks for
    the first time that it was said, not for the last.
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
