"""What a check found, and the line that tells it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bot.errors import AttacheError
from bot.i18n.messages import Translatable, translate_message


class Severity(StrEnum):
    """How bad it is: fine; works, but not all of it; does not work."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: ``words`` say how it is, ``step`` what to do about it ("" for nothing).

    Both are in the language that was spoken when it was found; ``subject`` names what was looked at, for programs.
    """

    level: Severity
    subject: str
    words: str
    step: str = ""

    @classmethod
    def of(cls, level: Severity, subject: str, words: Translatable) -> Self:
        """A finding in a message, whose attribute ``step`` is what to do."""
        return cls(level, subject, translate_message(words), translate_message(words, "step"))

    @classmethod
    def of_error(cls, subject: str, error: AttacheError) -> Self:
        """What went wrong when it was looked at."""
        return cls(Severity.FAIL, subject, *error.parts())
