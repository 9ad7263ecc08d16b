"""A batch of texts through the reading processes: a line in, a line out, in order. What fails is answered, and the rest
goes on. However long the file, only a bounded number of its lines is held at any time.
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
    """One line of output, whether it is an analysis rather than an error, and the bytes of the line it answers."""

    line: str
    good: bool
    size: int


def count_cores() -> int:
    """Processors that this process may use."""
    with contextlib.suppress(AttributeError):  # not on every system
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


async def answer_batch(
    source: BinaryIO, sink: TextIO, read: Reader, *, ahead: int, advance: Callable[[int], None] = lambda _: None
) -> bool:
    """Answer every line of ``source`` on ``sink``, in order; return whether all were good.

    ``ahead`` lines are on their way at a time. ``advance`` is told the bytes of each line once it is answered.
    """
    good = True
    started: asyncio.Queue[asyncio.Task[Answer] | None] = asyncio.Queue(ahead)
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_start_lines(source, read, started, tasks))
            while task := await started.get():
                answer = await task
                sink.write(answer.line + "\n")
                sink.flush()  # whoever writes line by line may wait for it
                good = good and answer.good
                advance(answer.size)
    except BaseExceptionGroup as group:
        raise group.exceptions[0] from None  # the first ended the others
    return good


def answer_line(line: Line) -> str:
    """Read and render one line: what a worker does."""
    from bot.nlp.analyse import analyse

    analysis = analyse(line.text)
    record = render_record(Article(line.text, language=analysis.language), analysis)
    return render_json({"id": line.id, **record})


async def _start_lines(
    source: BinaryIO, read: Reader, started: "asyncio.Queue[asyncio.Task[Answer] | None]", tasks: asyncio.TaskGroup
) -> None:
    """Start the lines one after the other, each as soon as there is a place in the queue; None ends it."""
    lines = read_lines(source)
    # in a thread: who writes the lines may take their time
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
