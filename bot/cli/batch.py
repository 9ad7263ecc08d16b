"""Analyses a batch of texts in worker processes: a line in, a line out, in order.

An error is an answer like any other, and the batch goes on. However long the file is, only a bounded number of its
lines is in memory.
"""

import asyncio
import contextlib
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from bot.cli.batch_lines import BadLineError, Line, parse_line, read_lines, render_failure
from bot.domain.article import Article
from bot.errors import AttacheError
from bot.render.analysis_json import render_json, render_record

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
    """Answer every line of ``source`` on ``sink``, in order; return whether all succeeded.

    ``ahead`` lines are processed at a time. ``advance`` is called with the bytes of each answered line.
    """
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
