"""What a check found, and the line that tells it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bot.errors import AttacheError
from bot.words.speech import Wording, said


class Level(StrEnum):
    """How bad it is: fine; works, but not all of it; does not work."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: ``words`` say how it is, ``step`` what to do about it ("" for nothing).

    Both are in the language that was spoken when it was found; ``subject`` names what was looked at, for programs.
    """

    level: Level
    subject: str
    words: str
    step: str = ""

    @classmethod
    def of(cls, level: Level, subject: str, words: Wording) -> Self:
        """A finding in a message, whose attribute ``step`` is what to do."""
        return cls(level, subject, said(words), said(words, "step"))

    @classmethod
    def of_error(cls, subject: str, error: AttacheError) -> Self:
        """What went wrong when it was looked at."""
        return cls(Level.FAIL, subject, *error.parts())
