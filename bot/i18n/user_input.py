"""Repeats what a person typed in an answer."""

from bot.i18n.messages import Translatable, translatable

_LENGTH = 40
"""Maximum characters that are repeated."""


def quote_input(words: str) -> str | Translatable:
    """``words`` on one line, shortened; if empty, a message that says so."""
    return " ".join(words.split())[:_LENGTH] or translatable("dates-nothing")
