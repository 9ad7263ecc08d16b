"""The command line: ``python -m bot analyse | console | run | doctor``.

Two rules apply here. Standard output has the requested output and nothing else, in UTF-8 whatever the locale;
everything else goes to standard error. A command's modules are imported when it runs, so that ``--help`` is instant.

Help, digests and errors are in the language of the terminal. Output for programs is the same in every locale.
"""

import io
import os
import sys
from collections.abc import Mapping, Sequence

from bot.cli.arguments import make_parser
from bot.cli.standard_error import tell
from bot.domain.text import escape_controls
from bot.errors import AttacheError
from bot.i18n.language import Language, find_language, set_language

FAILED = 2
"""Exit status if the request cannot be fulfilled: unknown input, no network, no token."""
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells define it: 128 plus the signal's number."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command (by default, the process's arguments) and return its exit status."""
    speak_utf8()
    set_language(language_of_terminal(os.environ))
    parser = make_parser()
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except AttacheError as error:
        tell(escape_controls(" ".join(error.message().split())))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # the reader has enough (`| head`); Python would complain when it flushes at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def speak_utf8() -> None:
    """Make the standard streams UTF-8 in any locale, and let no character cause an error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def language_of_terminal(environment: Mapping[str, str]) -> Language:
    """The language of the locale, as POSIX defines it: the first of these variables that is set; English for others."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((value for name in names if (value := environment.get(name))), None)
    return find_language(locale) or Language.ENGLISH
