"""Errands: what a process that holds no reader has done by one that does, through the record of jobs.

A gateway asks (:mod:`bot.work.asking`), a worker does it in its reading processes, and the answer goes back through the
database. An errand is pure: it may be done twice. Only the functions of ``KNOWN`` can be asked for, by name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import structlog
from dbos import DBOS

from bot.errors import AttacheError, ReadingError
from bot.fairness import Requester, working_for
from bot.newsroom import OffLoop
from bot.pictures.paint import draw_png
from bot.reading.jobs import analyse_text, choose_key_sentences
from bot.sources.parsing import (
    find_feeds,
    parse_carried,
    parse_feed,
    parse_opml,
    parse_page,
    parse_upload,
    write_opml,
)
from bot.sources.snapshot import read_snapshot
from bot.words.speech import worded
from bot.work.under_way import under_way

WORKFLOW: Final = "errand"
READING: Final = "reading"
"""The queue of what needs the model."""
PARSING: Final = "parsing"
"""The queue of all that is quicker: it waits for no long text."""

_READING = (analyse_text,)
_PARSING = (
    choose_key_sentences,
    draw_png,
    find_feeds,
    parse_carried,
    parse_feed,
    parse_opml,
    parse_page,
    parse_upload,
    read_snapshot,
    write_opml,
)


def name_of(work: Callable[..., Any]) -> str:
    """The name by which ``work`` is asked for: it stands in the record of jobs, and must stay."""
    return f"{work.__module__}.{work.__qualname__}"


KNOWN: Final[Mapping[str, tuple[str, Callable[..., Any]]]] = {
    name_of(work): (queue, work) for queue, all_ in ((READING, _READING), (PARSING, _PARSING)) for work in all_
}
"""By name: the queue of an errand, and what is to be done."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an errand: its ``value``, or the ``error`` to be raised where it was asked for."""

    value: Any = None
    error: AttacheError | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """Where one queue's errands are done, and how many at once in this process."""

    off_loop: OffLoop
    at_once: int


# DBOS finds a workflow by its name, so that there is one function for the whole process
_benches: dict[str, Bench] = {}


def set_benches(benches: Mapping[str, Bench]) -> None:
    """Do the errands of these queues, by name, from now on; of none where there are none."""
    _benches.clear()
    _benches.update(benches)


@DBOS.workflow(name=WORKFLOW)
async def do_errand(name: str, args: tuple[Any, ...], kwargs: dict[str, Any], requester: str = "") -> Answer:
    """Do what ``name`` stands for with ``args`` and ``kwargs``, for the person ``requester``."""
    queue, work = KNOWN.get(name, ("", None))
    bench = _benches.get(queue)
    if work is None or bench is None:
        _log.error("an errand that this process cannot do", action="errand", errand=name)
        return Answer(error=ReadingError(worded("reading-other-version")))
    try:
        with under_way(), working_for(Requester(requester, background=not requester)):
            return Answer(await bench.off_loop(work, *args, **kwargs))
    except AttacheError as error:
        return Answer(error=error)
    except Exception:  # noqa: BLE001 - whoever asked gets a sentence, as from the pool
        # what was asked may be a person's text: the log gets the fault, and not the words
        _log.exception("an errand failed", action="errand", errand=name)
        return Answer(error=ReadingError(worded("reading-this-failed")))
