"""Logs on standard error: text for people, or one JSON object a line. What is secret never gets there.

An entry (``run``, ``console``) calls ``start_logging`` once, or ``silence_logging``; until then logs go astray.
Whatever is logged, by this program or by a library, becomes one line and passes ``redact`` as that line: no key, no
traceback and no library's message is an exception. In text, control characters are written out, and what follows the
first line of a traceback is indented, so that no stranger's words look like a line of the log or move the cursor.
"""

import json
import logging
import re
import sys
from collections.abc import Iterable
from functools import partial
from typing import TextIO
from urllib.parse import quote

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.domain.text import escape_controls
from bot.settings import Settings

HIDDEN = "[hidden]"

_SECRETS = (
    # what stands between user and host of an address: scheme://user:password@host
    re.compile(r"(?<=://)[^\s/@:]*:([^\s/@]+)(?=@)"),
    # a Discord token: id, time and signature (discord.com/developers/docs/reference#authentication)
    re.compile(r"\b([\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,})"),
    re.compile(r"(?i)\bauthorization['\"]?\s*[:=]\s*['\"]?((?:bot |bearer |basic )?[^\s'\",}]+)"),
    # a newsroom's token (bot.ingest.push_sources)
    re.compile(r"\b(attache_[\w-]{43})"),
    # the right to answer an interaction, or to post through a webhook, is part of its address
    re.compile(r"/(?:webhooks|interactions)/\d+/([\w.-]{20,})"),
    re.compile(r"(?i)[?&](?:[\w.-]*(?:token|password|secret|signature|api_?key|auth))=([^\s&#'\"]+)"),
)
_SEVERAL = frozenset({"exception", "stack"})  # what may have several lines
_FEWEST = 6  # characters: a shorter "secret" would hide ordinary words


def start_quiet_logging(settings: Settings) -> None:
    """Log faults of this program to standard error, and of nothing else unless LOG_LEVEL is set."""
    if "log_level" in settings.model_fields_set:
        start_logging(settings)
        return
    start_logging(settings.model_copy(update={"log_level": "ERROR"}))
    # libraries call a page that holds no article an error; people are told in a sentence
    logging.getLogger().setLevel(logging.CRITICAL)
    logging.getLogger("bot").setLevel(logging.ERROR)


def start_logging(settings: Settings, stream: TextIO | None = None) -> None:
    """Log from ``settings.log_level`` on, to ``stream`` (standard error), without the settings' secrets."""
    target = stream or sys.stderr
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.log_json
        else structlog.dev.ConsoleRenderer(
            colors=target.isatty(), exception_formatter=structlog.dev.plain_traceback, sort_keys=False
        )
    )
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            *([] if settings.log_json else [_escape]),
            renderer,
            partial(_redact_line, frozenset(settings.secrets)),
        ],
    )
    handler = logging.StreamHandler(target)
    handler.setFormatter(formatter)
    logging.basicConfig(handlers=[handler], level=settings.log_level, force=True)
    # at INFO, Alembic tells of itself at every migration; below it, discord.py tells of what members write, and
    # aiosqlite of what is stored
    logging.getLogger("alembic").setLevel(logging.WARNING)
    for name in ("discord", "aiosqlite"):
        logging.getLogger(name).setLevel(max(logging.INFO, logging.getLevelNamesMapping()[settings.log_level]))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.PositionalArgumentsFormatter(),
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def silence_logging() -> None:
    """Log nothing: for a command whose answers tell all that a log would."""
    logging.basicConfig(level=logging.CRITICAL, force=True)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


def redact(line: str, secrets: Iterable[str] = ()) -> str:
    """``line`` with ``[hidden]`` for each of ``secrets``, however written, and for all that looks like a secret."""
    for secret in secrets:
        if len(secret) >= _FEWEST:
            for form in _forms(secret):
                line = line.replace(form, HIDDEN)
    for pattern in _SECRETS:
        line = pattern.sub(_hide, line)
    return line


def _forms(secret: str) -> set[str]:
    """``secret`` as it may stand in a line: plain, in an address, in a Python string, in JSON, and one in the other."""
    forms = {secret, quote(secret, safe="")}
    forms |= {repr(form)[1:-1] for form in forms}
    return forms | {json.dumps(form, ensure_ascii=False)[1:-1] for form in forms}


def _hide(match: re.Match[str]) -> str:
    start, end = match.start(1) - match.start(), match.end(1) - match.start()
    return match[0][:start] + HIDDEN + match[0][end:]


def _escape(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    return {escape_controls(str(key)): _escaped(value, several=key in _SEVERAL) for key, value in line.items()}


def _escaped(value: object, *, several: bool = False) -> object:
    if isinstance(value, str):
        return escape_controls(value, keep="\n").replace("\n", "\n    ") if several else escape_controls(value)
    # what is no string is shown as its repr, which need not escape
    return value if isinstance(value, int | float) or value is None else escape_controls(repr(value))


def _redact_line(secrets: frozenset[str], _logger: WrappedLogger, _method: str, line: EventDict | str) -> str:
    return redact(str(line), secrets)
