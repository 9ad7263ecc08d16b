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
    """A check's result in the current language: ``words``, the next ``step`` or "", and ``subject`` for programs."""

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
