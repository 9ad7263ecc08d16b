"""``console``: every command in a terminal, without Discord; without a terminal, from standard input."""

import argparse
import asyncio
import contextlib
import secrets
import signal
import sys
import textwrap
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from importlib import resources
from typing import TYPE_CHECKING

import structlog

from bot.concurrency import background_tasks
from bot.console.parse import READ, Request, parse_request
from bot.domain.text import escape_controls
from bot.errors import AttacheError
from bot.i18n.language import set_language
from bot.i18n.messages import translate
from bot.settings import Settings

if TYPE_CHECKING:
    from rich.status import Status

    from bot.console.session import ConsoleSession
    from bot.render.terminal import Screen

SAMPLE = "samples/harbour-call.txt"
"""The bundled article, inside the package."""
_TELL_OF_FEEDS = frozenset({"feed list", "feed why", "digest now", "digest preview"})


_log = structlog.get_logger(__name__)


def run(options: argparse.Namespace) -> int:
    """Hold the conversation that ``options`` of the command ``console`` ask for."""
    from bot.log import start_quietly

    settings = start_quietly()
    asyncio.run(_converse(settings, sample=options.sample))
    return 0


async def _converse(settings: Settings, *, sample: bool) -> None:
    from bot.console.background_work import BackgroundWork
    from bot.console.line_input import piped_lines, typed_lines
    from bot.console.session import OWNER, ConsoleSession
    from bot.container import open_container
    from bot.render.terminal import find_screen

    def screen() -> "Screen":
        return find_screen(sys.stdout)

    async with open_container(settings) as container:
        session = ConsoleSession(container.article_service, container.services, screen, describe_place(settings))
        work = BackgroundWork(container.dependencies, OWNER, screen, print, _status.say)
        set_language(await session.language())
        if sample:
            with resources.as_file(resources.files("bot") / SAMPLE) as path:
                await _answer(session, Request(READ, {"article": str(path)}))
        if not sys.stdin.isatty():
            await converse(session, piped_lines(), work.catch_up)
            return
        print(translate("console-welcome"))
        history = settings.attache_data_dir / "console-history"
        # waited for at the end: a query that is cut off still needs the archive
        async with background_tasks(work.run()):
            _ignore_interrupts()
            await converse(session, typed_lines(history, lambda: session.speakers), work.catch_up)


async def converse(
    session: "ConsoleSession", lines: AsyncIterator[str], catch_up: Callable[[], Awaitable[None]] | None = None
) -> None:
    """Answer each line until ``quit`` or the end; errors go to standard error. ``catch_up`` polls feeds first."""
    async for line in lines:
        try:
            set_language(await session.language())
            request = parse_request(line)
        except AttacheError as error:
            _complain(error.message())
            continue
        if request and request.command == "quit":
            return
        if request:
            await _answer(session, request, catch_up if request.command in _TELL_OF_FEEDS else None)


async def _answer(
    session: "ConsoleSession", request: Request, first: Callable[[], Awaitable[None]] | None = None
) -> None:
    async def work() -> str:
        if first:
            await first()
        return await session.answer(request)

    try:
        with _status.shown():
            answer = await _interruptible(work())
    except AttacheError as error:
        _complain(error.message())
    except Exception:  # noqa: BLE001 - the conversation goes on, whatever it was
        number = secrets.token_hex(4)
        _log.exception("unexpected error", action="console", number=number)
        _complain(translate("gateway-unexpected", number=number))
    else:
        if answer is None:
            _complain(translate("console-stopped"))
        else:
            print(answer, flush=True)


async def _interruptible(work: Coroutine[None, None, str]) -> str | None:
    """What ``work`` returns; None when Ctrl-C ends it, and only it."""
    loop = asyncio.get_running_loop()
    task = loop.create_task(work)
    before = signal.getsignal(signal.SIGINT)
    with contextlib.suppress(NotImplementedError):  # not on every system
        loop.add_signal_handler(signal.SIGINT, task.cancel)
    try:
        return await task
    except asyncio.CancelledError:
        own = asyncio.current_task()
        if own is not None and own.cancelling():
            raise
        return None
    finally:
        with contextlib.suppress(NotImplementedError):
            loop.remove_signal_handler(signal.SIGINT)
        if before is not None:  # asyncio would leave Python's own, which ends the program
            signal.signal(signal.SIGINT, before)


def _ignore_interrupts() -> None:
    """Let Ctrl-C end nothing between a line that was typed and its answer: the prompt and the answer see to it."""
    signal.signal(signal.SIGINT, lambda *_: None)


class _Waiting:
    """A sign of life on standard error while a person waits, and what goes on."""

    def __init__(self) -> None:
        self._shown: Status | None = None

    def say(self, words: str) -> None:
        """Show ``words`` if anything is shown."""
        if self._shown:
            self._shown.update(words)

    @contextlib.contextmanager
    def shown(self) -> Iterator[None]:
        """Show it within the context, where there is a terminal."""
        if not (sys.stderr.isatty() and sys.stdout.isatty()):
            yield
            return
        from rich.console import Console

        with Console(stderr=True).status(translate("console-waiting")) as status:
            self._shown = status
            try:
                yield
            finally:
                self._shown = None


_status = _Waiting()


def _complain(words: str) -> None:
    from bot.render.terminal import find_screen

    line, columns = escape_controls(" ".join(words.split())), find_screen(sys.stderr).columns
    print(textwrap.fill(line, columns) if columns else line, file=sys.stderr, flush=True)


def describe_place(settings: Settings) -> str:
    """Where the archive is, without the password that its address may hold."""
    from sqlalchemy.engine import make_url

    url = make_url(settings.archive_url)
    return url.database or "memory" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
