"""The console's commands: their table, and a typed line taken apart. Names and options are those of Discord. Pure."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.errors import UsageError

LONG_TEXT = 280
"""Characters from which a line without a command is an article; the same as in a direct message."""
QUESTION_WORDS = 3
"""Words from which a line without a command is a question; fewer are a slip unless they end in a question mark."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command of one word or two: what it does in a few words, and its options.

    Words without an option's name go to the first.
    """

    name: str
    does: str
    options: tuple[str, ...] = ()

    @property
    def usage(self) -> str:
        """How it is typed: "whosaid article:… speaker:…"."""
        return " ".join([self.name, *(f"{option}:…" for option in self.options)])


@dataclass(frozen=True, slots=True)
class Request:
    """What a line asks for: a command with its options.

    ``READ`` stands for a link, a file or a text alone, ``ASK`` for a question.
    """

    command: str
    options: Mapping[str, str] = field(default_factory=dict)


READ = "read"
ASK = "ask"
COMMANDS = {
    command.name: command
    for command in (
        Command("summarize", "the key sentences, word for word", ("article", "sentences")),
        Command("whosaid", "who said what: speaker, office, quoted or reported", ("article", "speaker")),
        Command(
            "twosides",
            "two accounts of one event, topic by topic; file: a .png",
            ("article", "a", "b", "about", "file", "theme"),
        ),
        Command(
            "said",
            "who said what about what, in everything that was read; file: a .csv",
            ("who", "about", "since", "until", "file"),
        ),
        Command(
            "timeline",
            "statements over time by speaker and kind; file: a .png or .csv",
            ("who", "about", "since", "file", "theme"),
        ),
        Command("position", "what a country said on a topic; file: an .md", ("country", "topic", "file")),
        Command("feed add", "follow a feed, and see what it would post", ("url", "filter", "deliver", "edits", "name")),
        Command("feed list", "all feeds: how they are, what came last"),
        Command("feed why", "what became of a feed's items", ("number",)),
        Command("feed filter", "change which items are posted", ("number", "filter")),
        Command("feed token", "a new token for a source that sends its articles", ("number",)),
        Command("feed remove", "follow a feed no more", ("number",)),
        Command("feed pause", "post nothing of a feed until it is resumed", ("number",)),
        Command("feed resume", "go on with a feed", ("number",)),
        Command("feed import", "follow all feeds of a list (OPML)", ("file", "filter", "deliver")),
        Command("feed export", "all feeds as a list (OPML)"),
        Command("digest now", "a digest of the last hours", ("topic", "hours")),
        Command("digest preview", "the same", ("topic", "hours")),
        Command(
            "digest schedule",
            "have a digest come by itself, once a day",
            ("time", "timezone", "days", "topic", "quiet", "silent"),
        ),
        Command("digest list", "all digests that are scheduled"),
        Command("digest pause", "leave a digest out until it is resumed", ("number",)),
        Command("digest resume", "go on with a digest", ("number",)),
        Command("digest remove", "schedule a digest no more", ("number",)),
        Command("watch add", "be told of each event once: of a speaker, a country, a topic", ("speaker", "topic")),
        Command("watch list", "all watches, and how many alerts each gave"),
        Command("watch remove", "end a watch", ("number",)),
        Command("settings me", "time zone and quiet hours of alerts", ("timezone", "quiet", "attitudes", "language")),
        Command("settings server", "how digests are", ("style", "timezone", "quiet", "labels", "language")),
        Command("forget me", "delete what is stored of you, after you confirm", ("confirm",)),
        Command("status", "version, engine, articles, feeds, digests"),
        Command("privacy", "what is stored, and what is not"),
        Command("help", "this list"),
        Command("help feed", "the options of feeds, and how a filter is written"),
        Command("help digest", "the options of digests"),
        Command("quit", "leave (Ctrl-D does, too)"),
    )
}
_GROUPS = frozenset({"feed", "digest", "watch", "settings", "forget"})
_ALIASES = {"exit": "quit", "summarise": "summarize"}
_COMMAND = re.compile(r"(/?)([a-z]+)(?:\s+(.*))?", re.DOTALL)
_REFERENCE = re.compile(r"\S*[./]\S+")


def parse_request(line: str) -> Request | None:
    """What ``line`` asks for; None for an empty one.

    Raises ``UsageError`` for what is neither a command nor an article nor a question.
    """
    line = line.strip()
    if match := _COMMAND.fullmatch(line):
        slash, name, rest = bool(match[1]), _ALIASES.get(match[2], match[2]), match[3] or ""
        second, *more = rest.split(maxsplit=1) or [""]
        if f"{name} {second}" in COMMANDS:
            name, rest = f"{name} {second}", more[0] if more else ""
        # without a slash, "status quo in …" is an article's beginning
        if name in COMMANDS and (slash or COMMANDS[name].options or not rest):
            return Request(name, parse_options(rest, COMMANDS[name].options))
        if name in _GROUPS and (slash or len(line) < LONG_TEXT):
            raise UsageError(f"{name} needs to be told what to do.", f"Type one of: {', '.join(_of_group(name))}.")
    if not line:
        return None
    if len(line) >= LONG_TEXT or _REFERENCE.fullmatch(line.lstrip("<")):
        return Request(READ, {"article": line})
    if not line.startswith("/") and (line.endswith("?") or len(line.split()) >= QUESTION_WORDS):
        return Request(ASK, {"question": line})
    nearest = difflib.get_close_matches(line.split()[0].lstrip("/").lower(), COMMANDS, n=1)
    step = f"Did you mean {nearest[0]}?" if nearest else "Paste a link, a file's path or a whole article, or type help."
    raise UsageError("This is neither a command nor an article.", step)


def _of_group(name: str) -> list[str]:
    return [command for command in COMMANDS if command.startswith(f"{name} ")]


def parse_options(words: str, names: tuple[str, ...]) -> dict[str, str]:
    """The options in ``words`` ("… speaker:Lavrov"): what stands before the first name belongs to the first option.

    A value may stand in quotation marks. Empty values are left out.
    """
    if not names:
        return {}
    parts = re.split(rf"(?:(?<=\s)|^)({'|'.join(names)}):", words)
    values = {names[0]: parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}
    return {name: value for name, given in values.items() if (value := _unquoted(given.strip()))}


def parse_count(value: str, *, most: int) -> int:
    """A whole number from 1 to ``most``. Raises ``UsageError``."""
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= most):
        raise UsageError(f"{value[:40]} is no number from 1 to {most}.", f"Give a number from 1 to {most}.")
    return int(value)


def _unquoted(value: str) -> str:
    """``value`` without straight quotation marks around it, as a shell would take it; longer words are an article's."""
    marked = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] not in value[1:-1]
    return value[1:-1].strip() if marked and len(value) < LONG_TEXT else value
