"""Where the console's lines come from: typed with editing, completion and history, or piped."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory
from prompt_toolkit.patch_stdout import patch_stdout

from bot.commands.command import Interface, Kind, Option
from bot.console.parse import COMMANDS, LONG_TEXT
from bot.domain.time_zones import suggest_zones
from bot.i18n.messages import translate_message

Speakers = Callable[[], tuple[str, ...]]
_LAST_OPTION = re.compile(r"(?:.*\s)?(\w+):(.*)", re.DOTALL)


class CommandCompleter(Completer):
    """Completes typed commands. ``speakers`` tells who is quoted in the last article."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        self._paths = PathCompleter(expanduser=True)

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Everything that may stand at the cursor."""
        typed = document.text_before_cursor.lstrip().removeprefix("/")
        command = COMMANDS.get(max((name for name in COMMANDS if typed.startswith(f"{name} ")), key=len, default=""))
        names = (one for one in COMMANDS.values() if one.name.startswith(typed))
        yield from (Completion(one.name, -len(typed), display_meta=translate_message(one.does)) for one in names)
        options = {one.name: one for one in command.options_on(Interface.CONSOLE)} if command else {}
        if command and options:
            rest = typed.removeprefix(f"{command.name} ")
            word = rest.rpartition(" ")[2]
            unused = (option for option in options if f"{option}:" not in rest and option.startswith(word))
            yield from (Completion(f"{option}:", -len(word)) for option in unused)
            inside = _LAST_OPTION.fullmatch(rest)
            name, value = (inside[1], inside[2]) if inside else (next(iter(options)), rest)
            if name in options:
                yield from self._values(options[name], value, complete_event)

    def _values(self, option: Option, value: str, event: CompleteEvent) -> Iterable[Completion]:
        if option.kind is Kind.SPEAKER:
            names = (name for name in self._speakers() if value.strip().casefold() in name.casefold())
            yield from (Completion(name, -len(value)) for name in names)
        elif option.kind is Kind.ZONE:
            yield from (Completion(name, -len(value)) for name in suggest_zones(value))
        elif option.kind in {Kind.ARTICLE, Kind.FILE, Kind.PATH}:
            yield from self._paths.get_completions(Document(value), event) if value else ()
        else:
            choices = ("yes", "no") if option.kind is Kind.FLAG else option.choices
            yield from (Completion(one, -len(value)) for one in choices if one.startswith(value))


class LineHistory(FileHistory):
    """Remembers what was typed in a file; a pasted text is not for it."""

    def store_string(self, string: str) -> None:
        """Append ``string`` unless it is an article."""
        if len(string) < LONG_TEXT:
            super().store_string(string)


async def typed_lines(history: Path, speakers: Speakers) -> AsyncIterator[str]:
    """Lines typed at a prompt until Ctrl-D; Ctrl-C clears a line. A paste of several lines arrives as one."""
    history.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    session: PromptSession[str] = PromptSession(
        FormattedText([("ansicyan bold", "attaché"), ("", " › ")]),
        history=LineHistory(str(history)),
        completer=CommandCompleter(speakers),
        auto_suggest=AutoSuggestFromHistory(),
        complete_while_typing=False,
    )
    while True:
        try:
            # what is printed meanwhile stands above the prompt; raw: its colours are codes of the terminal already
            with patch_stdout(raw=True):
                line = await session.prompt_async(handle_sigint=False)
            yield line
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


async def piped_lines() -> AsyncIterator[str]:
    """The lines of standard input until its end."""
    while line := await asyncio.to_thread(sys.stdin.readline):
        yield line
