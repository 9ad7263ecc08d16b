"""argparse's own words, "usage" and what it says of a wrong command line, in the language spoken now.

argparse looks each up by its English in gettext's catalogues, under the name ``_`` of its module, and offers no other
way to say it otherwise. So that name is given our catalogue; what this Python's argparse says beyond it stays English.
"""

import argparse
import gettext
from typing import Final

from bot.words.speech import Wording, said, worded

WORDS: Final = {
    "usage: ": worded("usage-begins"),
    "options": worded("usage-options"),
    "positional arguments": worded("usage-arguments"),
    "show this help message and exit": worded("usage-help"),
    "%(prog)s: error: %(message)s\n": worded("usage-error"),
    "argument %(argument_name)s: %(message)s": worded("usage-argument"),
    "unrecognized arguments: %s": worded("usage-unrecognized"),
    "not allowed with argument %s": worded("usage-not-allowed"),
    "the following arguments are required: %s": worded("usage-required"),
    "one of the arguments %s is required": worded("usage-one-required"),
    "expected one argument": worded("usage-expected-one"),
    "ignored explicit argument %r": worded("usage-superfluous"),
    "ambiguous option: %(option)s could match %(matches)s": worded("usage-ambiguous"),
    "invalid choice: %(value)r (choose from %(choices)s)": worded("usage-choice"),
}
"""By argparse's English. White space at an end is kept."""


def translate_usage() -> None:
    """Have argparse say its words as the catalogue has them, whenever it says them."""
    setattr(argparse, "_", _translate)  # noqa: B010 - a private name of another module: see above


def _translate(english: str) -> str:
    words: Wording | None = WORDS.get(english)
    if words is None:
        return gettext.gettext(english)
    return said(words) + english[len(english.rstrip()) :]
