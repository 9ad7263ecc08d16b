"""What a check found, and the line that tells it."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is: fine; works, but not all of it; does not work."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: ``words`` say how it is, ``step`` what to do about it ("" for nothing)."""

    level: Level
    subject: str
    words: str
    step: str = ""
