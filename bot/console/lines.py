"""Where the console's lines come from: typed with editing, completion and history, or piped."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory
from prompt_toolkit.patch_stdout import patch_stdout

from bot.console.commands import LONG_TEXT
from bot.console.completion import CommandCompleter, Speakers


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
