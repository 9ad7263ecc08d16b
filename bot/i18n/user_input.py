"""What a person typed, as an answer repeats it."""

from bot.i18n.messages import Translatable, translatable

_LENGTH = 40
"""Characters that are repeated."""


def quote_input(words: str) -> str | Translatable:
    """``words`` on one line and not at length; that it was nothing if it was."""
    return " ".join(words.split())[:_LENGTH] or translatable("dates-nothing")
