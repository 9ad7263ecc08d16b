"""The finding of a check."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bot.errors import AttacheError
from bot.i18n.messages import Translatable, translate_message


class Severity(StrEnum):
    """Severity: fine; works in part; does not work."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of a check: ``words`` describe it, ``step`` says what to do ("" for nothing).

    Both are in the language that was current at the time. ``subject`` names what was checked, for programs.
    """

    level: Severity
    subject: str
    words: str
    step: str = ""

    @classmethod
    def of(cls, level: Severity, subject: str, words: Translatable) -> Self:
        """A finding from a message, whose attribute ``step`` says what to do."""
        return cls(level, subject, translate_message(words), translate_message(words, "step"))

    @classmethod
    def of_error(cls, subject: str, error: AttacheError) -> Self:
        """A finding from an error."""
        return cls(Severity.FAIL, subject, *error.parts())
