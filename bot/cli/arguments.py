"""What the command line takes. Each command names the function that runs it, imported only then."""

import argparse
from collections.abc import Callable
from importlib import import_module

from bot import __version__

_EXAMPLES = """\
examples:
  python -m bot analyse article.txt            the digest, for a person
  python -m bot analyse --json https://…       the same as one JSON object
  python -m bot analyse --batch in.jsonl       {"id", "text"} a line in, an analysis a line out
  python -m bot console --sample               the bundled sample, then every command in this terminal
  python -m bot export statements.csv          what was read, for a spreadsheet; a folder for a site
  python -m bot run                            the bot; needs DISCORD_TOKEN
  python -m bot backup attache.backup          the whole archive in one file; restore reads it again
"""


def make_parser() -> argparse.ArgumentParser:
    """The parser; ``options.run(options)`` runs what was asked for and returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="Attaché reads diplomatic news and says, in the articles' own words, who said what.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Attaché {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_analyse(commands)
    _add_export(commands)

    console = commands.add_parser("console", help="run every command in this terminal, without Discord")
    console.add_argument("--sample", action="store_true", help="begin with the digest of the bundled sample article")
    console.set_defaults(run=_later("bot.console", "run"))

    run = commands.add_parser(
        "run",
        help="run the bot on Discord",
        description="Run the bot, or one process of it: with an archive on PostgreSQL, several processes on as many "
        "machines as wanted share the work. docs/operating.md says more.",
    )
    run.add_argument(
        "--roles",
        metavar="ROLES",
        help="what this process does, separated by commas: gateway, work, send, receive (default: all)",
    )
    run.set_defaults(run=_later("bot.cli.serve", "run"))

    _add_keeping(commands)

    doctor = commands.add_parser("doctor", help="check settings, archive, model, network and token; say what to do")
    doctor.add_argument("--offline", action="store_true", help="leave out what needs the network")
    doctor.set_defaults(run=_later("bot.doctor", "run"))
    return parser


def _add_analyse(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    analyse = commands.add_parser(
        "analyse",
        help="read one article, or a file of texts",
        description="Read an article and print who said what. Nothing is stored.",
    )
    what = analyse.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "target", nargs="?", metavar="PATH|URL|-", help="a text or HTML file, a web address, or - for stdin"
    )
    what.add_argument(
        "--batch", metavar="IN.jsonl", help='a file (or -) with {"id", "text"} a line; the same order out'
    )
    analyse.add_argument("--json", action="store_true", help="print one JSON object")
    analyse.add_argument("--sentences", type=_positive, default=5, metavar="N", help="key sentences (default: 5)")
    analyse.add_argument("--workers", type=_positive, metavar="N", help="processes for --batch (default: one a core)")
    analyse.set_defaults(run=_later("bot.cli.analyse", "run"))


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = commands.add_parser(
        "export",
        help="write statements as CSV, JSON Lines, or a site that opens from its folder",
        description="Write what the archive holds: who said what, and in which article. What persons pasted, and what "
        "sources sent for one server, stays in unless --owner names whose it is. docs/export.md says more.",
    )
    export.add_argument("out", metavar="OUT", help="a file (csv, jsonl), a folder (html), or - for standard output")
    export.add_argument(
        "--format",
        choices=("csv", "jsonl", "html"),
        help="default: by the ending of OUT, csv for standard output, else html",
    )
    export.add_argument(
        "--who", default="", metavar="NAME", help="only statements of a person, country, body or office"
    )
    export.add_argument(
        "--about", default="", metavar="WORDS", help='only those with all these words; "a phrase", word*'
    )
    export.add_argument("--since", metavar="WHEN", help="from this day (UTC): 2026-03-01, 30d, March")
    export.add_argument("--until", metavar="WHEN", help="up to the end of this day")
    export.add_argument("--stories", action="store_true", help="with what is found, all else said of the same events")
    export.add_argument("--attitudes", action="store_true", help="also thoughts and wishes that nobody communicated")
    export.add_argument(
        "--confidence", type=_share, metavar="0-1", help="the least confidence (default: that of the cards, 0.5)"
    )
    export.add_argument("--owner", metavar="OWNER", help="also private articles of discord:<user id> or console")
    export.add_argument("--bom", action="store_true", help="csv: begin with the mark by which Excel knows UTF-8")
    export.add_argument("--force", action="store_true", help="replace what is at OUT")
    export.set_defaults(run=_later("bot.cli.export", "run"))


def _add_keeping(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = commands.add_parser(
        "backup",
        help="write the whole archive to one file, while the bot runs",
        description="Write one state of the whole archive to a compressed file, the same from SQLite and PostgreSQL. "
        "The bot may run. The file holds what people pasted and set up: keep it as private as the archive.",
    )
    backup.add_argument("out", metavar="OUT", help="a file, or - for standard output")
    backup.add_argument("--force", action="store_true", help="replace the file that is at OUT")
    backup.set_defaults(run=_later("bot.cli.keeping", "run_backup"))

    restore = commands.add_parser(
        "restore",
        help="make a backup the archive, while the bot is stopped",
        description="Make a backup the archive that the settings name, on SQLite or PostgreSQL: wholly, or not at all.",
    )
    restore.add_argument("backup", metavar="IN", help="a file that backup wrote, or - for standard input")
    restore.add_argument("--force", action="store_true", help="replace an archive that is not empty")
    restore.set_defaults(run=_later("bot.cli.keeping", "run_restore"))

    move = commands.add_parser(
        "move",
        help="copy the archive from SQLite to PostgreSQL, while the bot is stopped",
        description="Copy the archive that the settings name to an empty PostgreSQL database, and compare both. What "
        "is stopped, however it ends, goes on where it was when the same command is given again.",
    )
    move.add_argument(
        "target", metavar="TO_URL", help="postgresql://user:password@host/name, or - to read it from standard input"
    )
    move.add_argument("--afresh", action="store_true", help="empty what an earlier move left there, and begin anew")
    move.set_defaults(run=_later("bot.cli.keeping", "run_move"))


def _later(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    """A function of another module, imported when it is called."""

    def run(options: argparse.Namespace) -> int:
        status: int = getattr(import_module(module), name)(options)
        return status

    return run


def _positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _share(value: str) -> float:
    number = float(value)
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError("must lie between 0 and 1")
    return number
