"""The arguments of the command line. Each command names its function, which is imported when it runs."""

import argparse
import gettext
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final, TypeVar

from bot import __version__
from bot.i18n.messages import Translatable, translatable, translate, translate_message

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
"""Messages by argparse's English text. White space at an end is kept."""

_PACKS = ("ministries", "wires", "ukraine", "mideast", "council", "mun")

Number = TypeVar("Number", int, float)

_EXAMPLES = (
    ("analyse article.txt", translatable("cli-example-analyse")),
    ("analyse --json https://…", translatable("cli-example-json")),
    ("analyse --batch in.jsonl", translatable("cli-example-batch")),
    ("console --sample", translatable("cli-example-console")),
    ("export statements.csv", translatable("cli-example-export")),
    ("setup", translatable("cli-setup")),
    ("run", translatable("cli-example-run")),
    ("backup attache.backup", translatable("cli-example-backup")),
)


def translate_usage() -> None:
    """Make argparse use the catalogue's messages, in the language that is current when it prints them."""
    setattr(argparse, "_", _translate)  # noqa: B010 - a private name of another module, which has no public way


def _translate(english: str) -> str:
    words: Translatable | None = WORDS.get(english)
    if words is None:
        return gettext.gettext(english)
    return translate_message(words) + english[len(english.rstrip()) :]


def program_name() -> str:
    """What a person types to run this program: the console script, where they did, else Python and the package."""
    return "attache" if Path(sys.argv[0]).stem == "attache" else "python -m bot"


def make_parser() -> argparse.ArgumentParser:
    """The parser; ``options.run(options)`` runs the command and returns the exit status."""
    translate_usage()
    program = program_name()
    parser = argparse.ArgumentParser(
        prog=program,
        description=translate("cli-about"),
        epilog="\n".join(
            (
                translate("cli-examples"),
                *(f"  {program} {typed:<30} {translate_message(does)}" for typed, does in _EXAMPLES),
            )
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    version = f"Attaché {__version__}"
    parser.add_argument("--version", action="version", version=version, help=translate("usage-version"))
    commands = parser.add_subparsers(title=translate("cli-commands"), metavar="COMMAND", required=True)

    def add(name: str, function: str, does: str, about: str | None = None) -> Callable[..., argparse.Action]:
        """Add a command that runs ``function`` ("module:name"); returns what adds its arguments."""
        command = commands.add_parser(name, help=does, description=about)
        command.set_defaults(run=_later(*function.split(":")))
        return command.add_argument

    _add_analyse(commands)
    argument = add("export", "bot.cli.export:run", translate("cli-export"), translate("cli-export-about"))
    argument("out", metavar="OUT", help=translate("cli-export-out"))
    argument("--format", choices=("csv", "jsonl", "html"), help=translate("cli-export-format"))
    argument("--who", default="", metavar="NAME", help=translate("cli-export-who"))
    argument("--about", default="", metavar="WORDS", help=translate("cli-export-words"))
    argument("--since", metavar="WHEN", help=translate("cli-export-since"))
    argument("--until", metavar="WHEN", help=translate("cli-export-until"))
    argument("--stories", action="store_true", help=translate("cli-export-stories"))
    argument("--attitudes", action="store_true", help=translate("cli-export-attitudes"))
    argument("--confidence", type=_share, metavar="0-1", help=translate("cli-export-confidence"))
    argument("--owner", metavar="OWNER", help=translate("cli-export-owner"))
    argument("--bom", action="store_true", help=translate("cli-export-bom"))
    argument("--force", action="store_true", help=translate("cli-export-force"))

    argument = add("console", "bot.console:run", translate("cli-console"))
    argument("--sample", action="store_true", help=translate("cli-console-sample"))

    add("setup", "bot.cli.setup:run", translate("cli-setup"), translate("cli-setup-about"))

    argument = add("run", "bot.cli.run:run", translate("cli-run"), translate("cli-run-about"))
    argument("--roles", metavar="ROLES", help=translate("cli-run-roles"))

    argument = add("backup", "bot.cli.backup:run_backup", translate("cli-backup"), translate("cli-backup-about"))
    argument("out", metavar="OUT", help=translate("cli-backup-out"))
    argument("--force", action="store_true", help=translate("cli-backup-force"))

    argument = add("restore", "bot.cli.backup:run_restore", translate("cli-restore"), translate("cli-restore-about"))
    argument("backup", metavar="IN", help=translate("cli-restore-in"))
    argument("--force", action="store_true", help=translate("cli-restore-force"))

    argument = add("move", "bot.cli.backup:run_move", translate("cli-move"), translate("cli-move-about"))
    argument("target", metavar="TO_URL", help=translate("cli-move-target"))
    argument("--afresh", action="store_true", help=translate("cli-move-afresh"))

    argument = add("catalogue", "bot.cli.catalogue:run", translate("cli-catalogue"))
    argument("action", choices=("check",), help=translate("cli-catalogue-check"))
    argument("words", nargs="*", metavar="WORD", help=translate("cli-catalogue-words"))
    argument("--pack", choices=_PACKS, help=translate("cli-catalogue-pack"))

    argument = add("doctor", "bot.doctor:run", translate("cli-doctor"))
    argument("--offline", action="store_true", help=translate("cli-doctor-offline"))
    return parser


def _add_analyse(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    about = translate("cli-analyse-about")
    analyse = commands.add_parser("analyse", help=translate("cli-analyse"), description=about)
    what = analyse.add_mutually_exclusive_group(required=True)
    what.add_argument("target", nargs="?", metavar="PATH|URL|-", help=translate("cli-analyse-target"))
    what.add_argument("--batch", metavar="IN.jsonl", help=translate("cli-analyse-batch"))
    analyse.add_argument("--json", action="store_true", help=translate("cli-analyse-json"))
    analyse.add_argument("--sentences", type=_positive, default=5, metavar="N", help=translate("cli-analyse-sentences"))
    analyse.add_argument("--why", type=_positive, metavar="N", help=translate("cli-analyse-why"))
    analyse.add_argument("--workers", type=_positive, metavar="N", help=translate("cli-analyse-workers"))
    analyse.set_defaults(run=_later("bot.cli.analyse", "run"))


def _later(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    """A function of another module, imported when it is called."""

    def run(options: argparse.Namespace) -> int:
        status: int = getattr(import_module(module), name)(options)
        return status

    return run


def _positive(value: str) -> int:
    number = _number(int, value)
    if number < 1:
        raise argparse.ArgumentTypeError(translate("cli-too-few"))
    return number


def _share(value: str) -> float:
    number = _number(float, value)
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(translate("cli-no-share"))
    return number


def _number(kind: Callable[[str], Number], value: str) -> Number:
    try:
        return kind(value)
    except ValueError:
        raise argparse.ArgumentTypeError(translate("usage-no-number", typed=value)) from None
