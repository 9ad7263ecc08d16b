"""Logging to standard error: text for people, or one JSON object a line. Secrets are redacted.

An entry point (``run``, ``console``) calls ``start_logging`` or ``silence_logging`` once; logs before that are lost.
Everything logged, by this program or a library, becomes one line that passes ``redact``, including keys, tracebacks and
library messages. In text format, control characters are escaped and the lines of a traceback are indented, so that
untrusted text cannot imitate a log line or move the cursor.
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
    # credentials between scheme and host of an address: scheme://user:password@host
    re.compile(r"(?<=://)[^\s/@:]*:([^\s/@]+)(?=@)"),
    # a Discord token: id, time and signature (discord.com/developers/docs/reference#authentication)
    re.compile(r"\b([\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,})"),
    re.compile(r"(?i)\bauthorization['\"]?\s*[:=]\s*['\"]?((?:bot |bearer |basic )?[^\s'\",}]+)"),
    # a push source's token (bot.services.push_sources)
    re.compile(r"\b(attache_[\w-]{43})"),
    # the address of an interaction or webhook contains the right to answer or to post
    re.compile(r"/(?:webhooks|interactions)/\d+/([\w.-]{20,})"),
    re.compile(r"(?i)[?&](?:[\w.-]*(?:token|password|secret|signature|api_?key|auth))=([^\s&#'\"]+)"),
)
_SEVERAL = frozenset({"exception", "stack"})  # keys whose values may have several lines
_FEWEST = 6  # characters: a shorter "secret" would redact ordinary words


def start_quietly() -> Settings:
    """Load the settings, and log this program's faults to standard error, nothing else unless LOG_LEVEL is set."""
    settings = Settings.load()
    if "log_level" in settings.model_fields_set:
        start_logging(settings)
    else:
        start_logging(settings.model_copy(update={"log_level": "ERROR"}))
        # libraries log a page without an article as an error; people get a message instead
        logging.getLogger().setLevel(logging.CRITICAL)
        logging.getLogger("bot").setLevel(logging.ERROR)
    return settings


def start_logging(settings: Settings, stream: TextIO | None = None) -> None:
    """Log from ``settings.log_level`` on to ``stream`` (default: standard error), with secrets redacted."""
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
    # at INFO, Alembic logs every migration; below INFO, discord.py logs members' messages and aiosqlite stored data
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
    """Log nothing: for commands whose output says everything."""
    logging.basicConfig(level=logging.CRITICAL, force=True)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


def redact(line: str, secrets: Iterable[str] = ()) -> str:
    """Replace each of ``secrets``, in any notation, and everything that looks like a secret with ``[hidden]``."""
    for secret in secrets:
        if len(secret) >= _FEWEST:
            for form in _forms(secret):
                line = line.replace(form, HIDDEN)
    for pattern in _SECRETS:
        line = pattern.sub(_hide, line)
    return line


def _forms(secret: str) -> set[str]:
    """The forms of ``secret`` in a line: plain, in an address, in a Python string, in JSON, and nested."""
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
    # other values are shown by their repr, which may not escape
    return value if isinstance(value, int | float) or value is None else escape_controls(repr(value))


def _redact_line(secrets: frozenset[str], _logger: WrappedLogger, _method: str, line: EventDict | str) -> str:
    return redact(str(line), secrets)
