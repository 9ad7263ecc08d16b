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
from bot.web import parsers

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

_CALLS: Final[tuple[tuple[str, Callable[..., Any], str], ...]] = (
    (READING_QUEUE, analyse_text, "bot.reading.jobs.analyse_text"),
    (PARSING_QUEUE, choose_key_sentences, "bot.reading.jobs.choose_key_sentences"),
    (PARSING_QUEUE, draw_png, "bot.pictures.paint.draw_png"),
    (PARSING_QUEUE, parsers.find_feeds, "bot.sources.parsing.find_feeds"),
    (PARSING_QUEUE, parsers.find_news_sitemaps, "bot.web.parsers.find_news_sitemaps"),
    (PARSING_QUEUE, parsers.parse_entry_article, "bot.sources.parsing.parse_carried"),
    (PARSING_QUEUE, parsers.parse_feed, "bot.sources.parsing.parse_feed"),
    (PARSING_QUEUE, parsers.parse_feed_list, "bot.web.parsers.parse_feed_list"),
    (PARSING_QUEUE, parsers.parse_opml, "bot.sources.parsing.parse_opml"),
    (PARSING_QUEUE, parsers.parse_page, "bot.sources.parsing.parse_page"),
    (PARSING_QUEUE, parsers.parse_upload, "bot.sources.parsing.parse_upload"),
    (PARSING_QUEUE, parsers.read_snapshot, "bot.sources.snapshot.read_snapshot"),
    (PARSING_QUEUE, parsers.write_opml, "bot.sources.parsing.write_opml"),
)
"""Queue, function, and its name in the database, which does not change when the function moves."""
_NAMES: Final = {work: name for _, work, name in _CALLS}


def rpc_name(work: Callable[..., Any]) -> str:
    """The name of ``work`` in the database."""
    return _NAMES.get(work) or f"{work.__module__}.{work.__qualname__}"


PROCEDURES: Final[Mapping[str, tuple[str, Callable[..., Any]]]] = {name: (queue, work) for queue, work, name in _CALLS}
"""By name: the queue of a call and the function that it runs."""


@dataclass(frozen=True, slots=True)
class RpcResult:
    """The result of a call: its ``value``, or the ``error`` that the caller raises."""

    value: Any = None
    error: AttacheError | None = None
