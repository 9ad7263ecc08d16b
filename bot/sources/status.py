"""What an HTTP status means to a person: one sentence for the cause, one for the next step."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.errors import FetchError, PageRefusedError, ThrottledError

_PASTE = "Open it in a browser and paste the article's text instead."
_ASK = "Ask its publisher how programs may read it, or add another feed."
_LATER = "Try again later."
_BARRED = "This site does not let the bot read this {thing}: a paywall, a login or a block on programs"
_GONE = ("There is no {thing} at this address", "Check the link; the {thing} may have moved.")
_WORDS = {
    401: (_BARRED, _PASTE),
    402: ("This {thing} is behind a paywall", _PASTE),
    403: (_BARRED, _PASTE),
    404: _GONE,
    408: ("This site asks to repeat the request", _LATER),
    410: _GONE,
    451: ("This {thing} is withheld for legal reasons", _PASTE),
}


def check_status(status: int, headers: Mapping[str, str], *, url: str, now: datetime, thing: str = "page") -> None:
    """Let a successful ``status`` pass. ``thing`` is what was asked for, "page" or "feed".

    Raises ``ThrottledError`` for 429 and 503, ``PageRefusedError`` where asking again is of no use, else
    ``FetchError``.

    ``headers`` must look up without regard to case, as aiohttp's do; ``now`` is aware and dates Retry-After.
    """
    if 200 <= status < 300:
        return
    if status in {429, 503}:
        wait = parse_retry_after(headers.get("Retry-After"), now)
        cause = "This site asks for fewer requests" if status == 429 else "This site is overloaded or being repaired"
        step = f"Try again in {_duration(wait)}." if wait else _LATER
        raise ThrottledError(f"{cause} (status {status}).", step, resource=url, status=status, retry_after=wait)
    lasting = 400 <= status < 500 and status != 408
    raise (PageRefusedError if lasting else FetchError)(*_words(status, thing), resource=url, status=status)


def parse_retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header (RFC 9110, 10.2.3: seconds or a date); None if absent or unreadable."""
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


def _words(status: int, thing: str) -> tuple[str, str]:
    if status in _WORDS:
        cause, step = _WORDS[status]
    elif status >= 500:
        cause, step = "This site has a fault of its own", _LATER
    else:
        cause, step = "This site did not answer with a {thing}", "Check the link in a browser."
    if step == _PASTE and thing == "feed":
        step = _ASK
    return f"{cause.format(thing=thing)} (status {status}).", step.format(thing=thing)


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} seconds"
    if seconds < 5400:
        return f"{round(seconds / 60)} minutes"
    return f"{round(seconds / 3600)} hours"
