"""argparse's own words, "usage" and what it says of a wrong command line, in the language spoken now.

argparse looks each up by its English in gettext's catalogues, under the name ``_`` of its module, and offers no other
way to say it otherwise. So that name is given our catalogue; what this Python's argparse says beyond it stays English.
"""

import argparse
import gettext
from typing import Final

from bot.words.speech import Translatable, translatable, translate_message

WORDS: Final = {
    "usage: ": translatable("usage-begins"),
    "options": translatable("usage-options"),
    "positional arguments": translatable("usage-arguments"),
    "show this help message and exit": translatable("usage-help"),
    "%(prog)s: error: %(message)s\n": translatable("usage-error"),
    "argument %(argument_name)s: %(message)s": translatable("usage-argument"),
    "unrecognized arguments: %s": translatable("usage-unrecognized"),
    "not allowed with argument %s": translatable("usage-not-allowed"),
    "the following arguments are required: %s": translatable("usage-required"),
    "one of the arguments %s is required": translatable("usage-one-required"),
    "expected one argument": translatable("usage-expected-one"),
    "ignored explicit argument %r": translatable("usage-superfluous"),
    "ambiguous option: %(option)s could match %(matches)s": translatable("usage-ambiguous"),
    "invalid choice: %(value)r (choose from %(choices)s)": translatable("usage-choice"),
}
"""By argparse's English. White space at an end is kept."""


def translate_usage() -> None:
    """Have argparse say its words as the catalogue has them, whenever it says them."""
    setattr(argparse, "_", _translate)  # noqa: B010 - a private name of another module: see above


def _translate(english: str) -> str:
    words: Translatable | None = WORDS.get(english)
    if words is None:
        return gettext.gettext(english)
    return translate_message(words) + english[len(english.rstrip()) :]
