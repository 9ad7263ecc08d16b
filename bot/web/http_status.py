"""Turns HTTP status codes into messages: one sentence for the cause, one for the next step."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from bot.errors import FetchError, PageRefusedError, ThrottledError
from bot.i18n.messages import Translatable, translatable

Thing = Literal["page", "feed"]
"""What was requested."""


def check_status(status: int, headers: Mapping[str, str], *, url: str, now: datetime, thing: Thing = "page") -> None:
    """Accept a successful ``status``.

    Raises ``ThrottledError`` for 429 and 503, ``PageRefusedError`` if a retry is useless, else ``FetchError``.

    ``headers`` must be case-insensitive, as aiohttp's are; ``now`` is aware and used for Retry-After.
    """
    if 200 <= status < 300:
        return
    if status in {429, 503}:
        wait = parse_retry_after(headers.get("Retry-After"), now)
        when = _duration(wait) if wait else translatable("sources-later")
        throttled = translatable("sources-throttled", status=str(status), when=when)
        overloaded = translatable("sources-overloaded", status=str(status), when=when)
        words = throttled if status == 429 else overloaded
        raise ThrottledError(words, resource=url, status=status, retry_after=wait)
    lasting = 400 <= status < 500 and status != 408
    raise (PageRefusedError if lasting else FetchError)(_words(status, thing), resource=url, status=status)


def parse_retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header (RFC 9110, 10.2.3: seconds or a date); None if absent or invalid."""
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (date - now).total_seconds())


def _words(status: int, thing: Thing) -> Translatable:
    number = str(status)
    match status:
        case 401 | 403:
            return translatable("sources-barred", thing=thing, status=number)
        case 402:
            return translatable("sources-payment-required", thing=thing, status=number)
        case 404 | 410:
            return translatable("sources-not-found", thing=thing, status=number)
        case 408:
            return translatable("sources-repeat", status=number)
        case 451:
            return translatable("sources-withheld", thing=thing, status=number)
        case _ if status >= 500:
            return translatable("sources-fault", status=number)
        case _:
            return translatable("sources-no-answer", thing=thing, status=number)


def _duration(seconds: float) -> Translatable:
    if seconds < 90:
        return translatable("sources-in-seconds", count=max(1, round(seconds)))
    if seconds < 5400:
        return translatable("sources-in-minutes", count=round(seconds / 60))
    return translatable("sources-in-hours", count=round(seconds / 3600))
