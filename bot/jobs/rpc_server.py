"""Errands: what a process that holds no reader has done by one that does, through the record of jobs.

A gateway asks (:mod:`bot.jobs.rpc_client`), a worker does it in its reading processes, and the answer goes back through
the database. An errand is pure: it may be done twice. Only the functions of ``PROCEDURES`` can be asked for, by name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import structlog
from dbos import DBOS

from bot.background import Offload
from bot.errors import AttacheError, ReadingError
from bot.fair_queue import Requester, working_for
from bot.i18n.messages import translatable
from bot.jobs.in_flight import in_flight
from bot.nlp.worker_tasks import analyse_text, choose_key_sentences
from bot.pictures.typst_renderer import draw_png
from bot.web.feed_snapshot import read_snapshot
from bot.web.parsers import (
    find_feeds,
    parse_entry_article,
    parse_feed,
    parse_opml,
    parse_page,
    parse_upload,
    write_opml,
)

WORKFLOW: Final = "errand"
READING_QUEUE: Final = "reading"
"""The queue of what needs the model."""
PARSING_QUEUE: Final = "parsing"
"""The queue of all that is quicker: it waits for no long text."""

_READING = (analyse_text,)
_PARSING = (
    choose_key_sentences,
    draw_png,
    find_feeds,
    parse_entry_article,
    parse_feed,
    parse_opml,
    parse_page,
    parse_upload,
    read_snapshot,
    write_opml,
)


_STORED_NAMES: Final[Mapping[Callable[..., Any], str]] = {
    analyse_text: "bot.reading.jobs.analyse_text",
    choose_key_sentences: "bot.reading.jobs.choose_key_sentences",
    draw_png: "bot.pictures.paint.draw_png",
    find_feeds: "bot.sources.parsing.find_feeds",
    parse_entry_article: "bot.sources.parsing.parse_carried",
    parse_feed: "bot.sources.parsing.parse_feed",
    parse_opml: "bot.sources.parsing.parse_opml",
    parse_page: "bot.sources.parsing.parse_page",
    parse_upload: "bot.sources.parsing.parse_upload",
    read_snapshot: "bot.sources.snapshot.read_snapshot",
    write_opml: "bot.sources.parsing.write_opml",
}
"""Names that are in the job record of released versions. They stay as they are, wherever the functions move."""


def rpc_name(work: Callable[..., Any]) -> str:
    """The name of ``work`` in the job record."""
    return _STORED_NAMES.get(work) or f"{work.__module__}.{work.__qualname__}"


PROCEDURES: Final[Mapping[str, tuple[str, Callable[..., Any]]]] = {
    rpc_name(work): (queue, work)
    for queue, all_ in ((READING_QUEUE, _READING), (PARSING_QUEUE, _PARSING))
    for work in all_
}
"""By name: the queue of an errand, and what is to be done."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class RpcResult:
    """What came of an errand: its ``value``, or the ``error`` to be raised where it was asked for."""

    value: Any = None
    error: AttacheError | None = None


@dataclass(frozen=True, slots=True)
class RpcQueue:
    """Where one queue's errands are done, and how many at once in this process."""

    offload: Offload
    at_once: int


# DBOS finds a workflow by its name, so that there is one function for the whole process
_rpc_queues: dict[str, RpcQueue] = {}


def set_rpc_queues(rpc_queues: Mapping[str, RpcQueue]) -> None:
    """Do the errands of these queues, by name, from now on; of none where there are none."""
    _rpc_queues.clear()
    _rpc_queues.update(rpc_queues)


@DBOS.workflow(name=WORKFLOW)
async def run_call(name: str, args: tuple[Any, ...], kwargs: dict[str, Any], requester: str = "") -> RpcResult:
    """Do what ``name`` stands for with ``args`` and ``kwargs``, for the person ``requester``."""
    queue, work = PROCEDURES.get(name, ("", None))
    bench = _rpc_queues.get(queue)
    if work is None or bench is None:
        _log.error("an errand that this process cannot do", action="errand", errand=name)
        return RpcResult(error=ReadingError(translatable("reading-other-version")))
    try:
        with in_flight(), working_for(Requester(requester, background=not requester)):
            return RpcResult(await bench.offload(work, *args, **kwargs))
    except AttacheError as error:
        return RpcResult(error=error)
    except Exception:  # noqa: BLE001 - whoever asked gets a sentence, as from the pool
        # what was asked may be a person's text: the log gets the fault, and not the words
        _log.exception("an errand failed", action="errand", errand=name)
        return RpcResult(error=ReadingError(translatable("reading-this-failed")))
