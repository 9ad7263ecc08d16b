"""Remote procedure calls: a process without analysis workers has another process run a function (PostgreSQL only).

A gateway calls (:mod:`bot.jobs.rpc_client`), and a worker runs the call in its analysis processes
(:mod:`bot.jobs.rpc_server`). DBOS carries calls and results through the database. Calls are pure, so a call may run
twice. Only the functions in ``PROCEDURES`` can be called, by name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.errors import AttacheError
from bot.nlp.worker_tasks import analyse_text, choose_key_sentences
from bot.pictures.typst_renderer import draw_png
from bot.web.parsers import (
    find_feeds,
    find_news_sitemaps,
    parse_entry_article,
    parse_feed,
    parse_feed_list,
    parse_opml,
    parse_page,
    parse_upload,
    read_snapshot,
    write_opml,
)

APPLICATION: Final = "attache"
"""The application's name in DBOS's tables."""
VERSION: Final = "1"
"""The version of the calls. It increases when a call changes; DBOS runs only calls of its own version."""
WORKFLOW: Final = "errand"
"""The name of every call in DBOS's tables."""
READING_QUEUE: Final = "reading"
"""The queue of calls that need the model."""
PARSING_QUEUE: Final = "parsing"
"""The queue of all quicker calls, which do not wait for long texts."""

_READING = (analyse_text,)
_PARSING = (
    choose_key_sentences,
    draw_png,
    find_feeds,
    find_news_sitemaps,
    parse_entry_article,
    parse_feed,
    parse_feed_list,
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
"""Names in the database that released versions use. They do not change when a function moves."""


def rpc_name(work: Callable[..., Any]) -> str:
    """The name of ``work`` in the database."""
    return _STORED_NAMES.get(work) or f"{work.__module__}.{work.__qualname__}"


PROCEDURES: Final[Mapping[str, tuple[str, Callable[..., Any]]]] = {
    rpc_name(work): (queue, work)
    for queue, all_ in ((READING_QUEUE, _READING), (PARSING_QUEUE, _PARSING))
    for work in all_
}
"""By name: the queue of a call and the function that it runs."""


@dataclass(frozen=True, slots=True)
class RpcResult:
    """The result of a call: its ``value``, or the ``error`` that the caller raises."""

    value: Any = None
    error: AttacheError | None = None
