"""What may stand at the cursor: commands, then their options, then speakers of the last article, or files."""

import re
from collections.abc import Callable, Iterable

from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document

from bot.console.commands import COMMANDS

Speakers = Callable[[], tuple[str, ...]]
_OF_SPEAKERS = frozenset({"speaker", "a", "b"})
_LAST_OPTION = re.compile(r"(?:.*\s)?(\w+):(.*)", re.DOTALL)


class CommandCompleter(Completer):
    """Completes typed commands. ``speakers`` tells who is quoted in the last article."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        self._paths = PathCompleter(expanduser=True)

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Everything that may stand at the cursor."""
        name, space, rest = document.text_before_cursor.lstrip().removeprefix("/").partition(" ")
        if not space:
            commands = (command for command in COMMANDS.values() if command.name.startswith(name))
            yield from (Completion(command.name, -len(name), display_meta=command.does) for command in commands)
        elif name in COMMANDS and (options := COMMANDS[name].options):
            word = rest.rpartition(" ")[2]
            unused = (option for option in options if f"{option}:" not in rest and option.startswith(word))
            yield from (Completion(f"{option}:", -len(word)) for option in unused)
            inside = _LAST_OPTION.fullmatch(rest)
            option, value = (inside[1], inside[2]) if inside else (options[0], rest)
            yield from self._values(option, value, complete_event)

    def _values(self, option: str, value: str, event: CompleteEvent) -> Iterable[Completion]:
        if option in _OF_SPEAKERS:
            names = (name for name in self._speakers() if value.strip().casefold() in name.casefold())
            yield from (Completion(name, -len(value)) for name in names)
        elif option == "article" and value:
            yield from self._paths.get_completions(Document(value), event)
