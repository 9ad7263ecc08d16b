"""Analyses a batch of texts in worker processes: a line in, a line out, in order.

An error is an answer like any other, and the batch goes on. However long the file is, only a bounded number of its
lines is in memory. An empty line is invalid, but empty lines at the end of the file are ignored.
"""

import asyncio
import contextlib
import json
import os
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, NoReturn, TextIO

from bot.domain.article import Article
from bot.errors import AttacheError, UsageError
from bot.render.analysis_json import render_json, render_record

LINE_LIMIT = 64 * 1024 * 1024
"""Maximum bytes of a line; a longer one is skipped without being held in memory."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a batch: ``text`` to analyse exactly as given, and its ``id``."""

    id: str | int
    text: str


class BadLineError(UsageError):
    """A line without a text to analyse. ``id`` is the line's, if it could be read."""

    def __init__(self, cause: str, id: str | int | None = None) -> None:  # noqa: A002 - the contract's own name
        super().__init__(cause, 'A line is one JSON object: {"id": "a name or number", "text": "the article"}.')
        self.id = id


def read_lines(source: BinaryIO, limit: int = LINE_LIMIT) -> Iterator[bytes]:
    """The lines of ``source`` without line ends. A line over ``limit`` bytes is cut to ``limit`` + 1 bytes."""
    empty = 0
    while piece := source.readline(limit + 1):
        line = piece.rstrip(b"\r\n")
        while len(piece) > limit and not piece.endswith(b"\n"):
            piece = source.readline(limit + 1)
        if not line.strip():
            empty += 1
            continue
        yield from (b"" for _ in range(empty))
        empty = 0
        yield line


def parse_line(raw: bytes, limit: int = LINE_LIMIT) -> Line:
    """Parse a line. Raises ``BadLineError`` with the reason."""
    if len(raw) > limit:
        raise BadLineError(f"This line is longer than the limit of {limit / 2**20:g} MiB.")
    if not raw:
        raise BadLineError("This line is empty.")
    try:
        value = json.loads(raw.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise BadLineError("This line is not UTF-8.") from None
    except (ValueError, RecursionError):
        raise BadLineError("This line is not JSON.") from None
    if not isinstance(value, dict):
        raise BadLineError("This line is JSON, but no object.")
    given = value.get("id")
    ident = given if isinstance(given, str | int) and not isinstance(given, bool) else None
    if ident is None:
        raise BadLineError('This line has no "id" that is a name or a whole number.')
    if not isinstance(value.get("text"), str):
        raise BadLineError('This line has no "text" that is a string.', ident)
    return Line(ident, value["text"])


def render_failure(id: str | int | None, error: Exception) -> str:  # noqa: A002 - the contract's own name
    """The answer for a line that could not be read."""
    return render_json({"id": id, "error": " ".join(str(error).split())})


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


Reader = Callable[[Line], Awaitable[str]]
"""Reads one line and returns its answer, or raises ``AttacheError``."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of output, whether it is an analysis rather than an error, and the length in bytes of its input line."""

    line: str
    good: bool
    size: int


def count_cores() -> int:
    """The number of processors that this process may use."""
    with contextlib.suppress(AttributeError):  # not available on every system
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


async def answer_batch(
    source: BinaryIO, sink: TextIO, read: Reader, *, ahead: int, advance: Callable[[int], None] = lambda _: None
) -> bool:
    """Answer all lines of ``source`` in order, ``ahead`` at a time; return whether all succeeded."""
    good = True
    started: asyncio.Queue[asyncio.Task[Answer] | None] = asyncio.Queue(ahead)
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_start_lines(source, read, started, tasks))
            while task := await started.get():
                answer = await task
                sink.write(answer.line + "\n")
                sink.flush()  # a writer of single lines may wait for the answer
                good = good and answer.good
                advance(answer.size)
    except BaseExceptionGroup as group:
        raise group.exceptions[0] from None  # the first error ended the other tasks
    return good


def answer_line(line: Line) -> str:
    """Analyse and render one line, in a worker."""
    from bot.nlp.analyse import analyse

    analysis = analyse(line.text)
    record = render_record(Article(line.text, language=analysis.language), analysis)
    return render_json({"id": line.id, **record})


async def _start_lines(
    source: BinaryIO, read: Reader, started: "asyncio.Queue[asyncio.Task[Answer] | None]", tasks: asyncio.TaskGroup
) -> None:
    """Start the lines in order, each when the queue has room; None marks the end."""
    lines = read_lines(source)
    # in a thread, because the writer of the lines may be slow
    while (raw := await asyncio.to_thread(next, lines, None)) is not None:
        await started.put(tasks.create_task(_answer(raw, read)))
    await started.put(None)


async def _answer(raw: bytes, read: Reader) -> Answer:
    ident = None
    try:
        line = parse_line(raw)
        ident = line.id
        return Answer(await read(line), good=True, size=len(raw) + 1)
    except BadLineError as error:
        return Answer(render_failure(error.id, error), good=False, size=len(raw) + 1)
    except AttacheError as error:
        return Answer(render_failure(ident, error), good=False, size=len(raw) + 1)
