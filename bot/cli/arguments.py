"""The arguments of the command line. Each command names its function, which is imported when it runs."""

import argparse
import gettext
from collections.abc import Callable
from importlib import import_module
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


def make_parser() -> argparse.ArgumentParser:
    """The parser; ``options.run(options)`` runs the command and returns the exit status."""
    translate_usage()
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description=translate("cli-about"),
        epilog="\n".join(
            (
                translate("cli-examples"),
                *(f"  python -m bot {typed:<30} {translate_message(does)}" for typed, does in _EXAMPLES),
            )
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    version = f"Attaché {__version__}"
    parser.add_argument("--version", action="version", version=version, help=translate("usage-version"))
    commands = parser.add_subparsers(title=translate("cli-commands"), metavar="COMMAND", required=True)
    _add_analyse(commands)
    _add_export(commands)

    console = commands.add_parser("console", help=translate("cli-console"))
    console.add_argument("--sample", action="store_true", help=translate("cli-console-sample"))
    console.set_defaults(run=_later("bot.console", "run"))

    run = commands.add_parser("run", help=translate("cli-run"), description=translate("cli-run-about"))
    run.add_argument("--roles", metavar="ROLES", help=translate("cli-run-roles"))
    run.set_defaults(run=_later("bot.cli.run", "run"))

    _add_keeping(commands)

    catalogue = commands.add_parser("catalogue", help=translate("cli-catalogue"))
    catalogue.add_argument("action", choices=("check",), help=translate("cli-catalogue-check"))
    catalogue.add_argument("words", nargs="*", metavar="WORD", help=translate("cli-catalogue-words"))
    catalogue.add_argument("--pack", choices=_PACKS, help=translate("cli-catalogue-pack"))
    catalogue.set_defaults(run=_later("bot.cli.catalogue", "run"))

    doctor = commands.add_parser("doctor", help=translate("cli-doctor"))
    doctor.add_argument("--offline", action="store_true", help=translate("cli-doctor-offline"))
    doctor.set_defaults(run=_later("bot.doctor", "run"))
    return parser


def _add_analyse(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    analyse = commands.add_parser(
        "analyse",
        help=translate("cli-analyse"),
        description=translate("cli-analyse-about"),
    )
    what = analyse.add_mutually_exclusive_group(required=True)
    what.add_argument("target", nargs="?", metavar="PATH|URL|-", help=translate("cli-analyse-target"))
    what.add_argument("--batch", metavar="IN.jsonl", help=translate("cli-analyse-batch"))
    analyse.add_argument("--json", action="store_true", help=translate("cli-analyse-json"))
    analyse.add_argument("--sentences", type=_positive, default=5, metavar="N", help=translate("cli-analyse-sentences"))
    analyse.add_argument("--workers", type=_positive, metavar="N", help=translate("cli-analyse-workers"))
    analyse.set_defaults(run=_later("bot.cli.analyse", "run"))


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = commands.add_parser(
        "export",
        help=translate("cli-export"),
        description=translate("cli-export-about"),
    )
    export.add_argument("out", metavar="OUT", help=translate("cli-export-out"))
    export.add_argument(
        "--format",
        choices=("csv", "jsonl", "html"),
        help=translate("cli-export-format"),
    )
    export.add_argument("--who", default="", metavar="NAME", help=translate("cli-export-who"))
    export.add_argument("--about", default="", metavar="WORDS", help=translate("cli-export-words"))
    export.add_argument("--since", metavar="WHEN", help=translate("cli-export-since"))
    export.add_argument("--until", metavar="WHEN", help=translate("cli-export-until"))
    export.add_argument("--stories", action="store_true", help=translate("cli-export-stories"))
    export.add_argument("--attitudes", action="store_true", help=translate("cli-export-attitudes"))
    export.add_argument("--confidence", type=_share, metavar="0-1", help=translate("cli-export-confidence"))
    export.add_argument("--owner", metavar="OWNER", help=translate("cli-export-owner"))
    export.add_argument("--bom", action="store_true", help=translate("cli-export-bom"))
    export.add_argument("--force", action="store_true", help=translate("cli-export-force"))
    export.set_defaults(run=_later("bot.cli.export", "run"))


def _add_keeping(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = commands.add_parser(
        "backup",
        help=translate("cli-backup"),
        description=translate("cli-backup-about"),
    )
    backup.add_argument("out", metavar="OUT", help=translate("cli-backup-out"))
    backup.add_argument("--force", action="store_true", help=translate("cli-backup-force"))
    backup.set_defaults(run=_later("bot.cli.backup", "run_backup"))

    restore = commands.add_parser(
        "restore",
        help=translate("cli-restore"),
        description=translate("cli-restore-about"),
    )
    restore.add_argument("backup", metavar="IN", help=translate("cli-restore-in"))
    restore.add_argument("--force", action="store_true", help=translate("cli-restore-force"))
    restore.set_defaults(run=_later("bot.cli.backup", "run_restore"))

    move = commands.add_parser(
        "move",
        help=translate("cli-move"),
        description=translate("cli-move-about"),
    )
    move.add_argument("target", metavar="TO_URL", help=translate("cli-move-target"))
    move.add_argument("--afresh", action="store_true", help=translate("cli-move-afresh"))
    move.set_defaults(run=_later("bot.cli.backup", "run_move"))


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
