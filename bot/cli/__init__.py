"""The command line: ``python -m bot analyse | console | run | doctor``.

Two rules govern this room. Standard output carries what was asked for and nothing else, in UTF-8 whatever the locale;
everything about it goes to standard error. A command's parts are imported when it runs, so that ``--help`` is instant.

People are spoken to in the language of their terminal: help, digests, what went wrong. What programs read stays as it
is in every locale.
"""

import io
import os
import sys
from collections.abc import Mapping, Sequence

from bot.cli.arguments import make_parser
from bot.domain.text import escape_controls
from bot.errors import AttacheError
from bot.i18n.language import Language, find_language, set_language

FAILED = 2
"""Exit status when what was asked for cannot be done: unknown input, no network, no token."""
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells count it: 128 and the signal's number."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command (those of the process by default) and return its exit status."""
    speak_utf8()
    set_language(language_of_terminal(os.environ))
    parser = make_parser()
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except AttacheError as error:
        print(f"attache: {escape_controls(' '.join(error.message().split()))}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever reads has enough (`| head`); Python would complain when it flushes at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def speak_utf8() -> None:
    """Make the standard streams UTF-8 whatever the locale, and nothing that a text holds an error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def language_of_terminal(environment: Mapping[str, str]) -> Language:
    """The language of messages by the locale, as POSIX has it: the first of these that is set; English for others."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((value for name in names if (value := environment.get(name))), None)
    return find_language(locale) or Language.ENGLISH
