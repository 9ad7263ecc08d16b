"""What a person typed, as an answer repeats it."""

from bot.words.speech import Wording, worded

_LENGTH = 40
"""Characters that are repeated."""


def as_typed(words: str) -> str | Wording:
    """``words`` on one line and not at length; that it was nothing if it was."""
    return " ".join(words.split())[:_LENGTH] or worded("dates-nothing")
