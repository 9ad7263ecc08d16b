"""Polling policy: how often a feed is polled, how failures are handled, and when subscribers are notified. Pure.

| the source | result |
|---|---|
| has new items | the interval is halved for each doubling of their number, down to 5 minutes |
| has nothing new | the interval grows by a quarter, up to 6 hours |
| asks for a longer interval (ttl, sy:update, Cache-Control) | it is honoured, up to 6 hours |
| fails in any way | 5 minutes, doubled with each failure up to 6 hours; given up after 30 days |
| 404 | the same, given up after 7 days |
| 410 | given up at once |
| 429, 503 | the wait that it asks for, up to a day; then twice the interval |
| is refused by the address guard | every 6 hours |

Since the interval is halved when there is news and grows by a quarter when there is none, a feed with steady news is
polled three to four times as often as it publishes: in equilibrium p = ln 1.25 / (ln 2 + ln 1.25) = .24 of its polls
find something.

Subscribers are notified once of a failure, when it has lasted a day or polling stops, and once when the feed works
again; and when more items appear at once than are posted (:mod:`bot.domain.item_outcomes`).
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median
from typing import Final
from urllib.parse import urlsplit

from bot.domain.feed import Entry, Feed, FeedHealth, PollOutcome
from bot.domain.item_outcomes import FLOOD
from bot.errors import AddressRefusedError, AttacheError, FetchError, ParseError, ThrottledError, TooLargeError
from bot.i18n.dates import message_day, message_time
from bot.i18n.messages import Translatable, decode_message, encode_message, translatable

SHORTEST: Final = 300.0
"""Minimum seconds between two polls of a feed."""
LONGEST: Final = 6 * 3600.0
"""Maximum seconds between two polls of a feed, whatever it asks for, also after failures."""
PATIENCE: Final = timedelta(days=1)
"""How long a feed fails before subscribers are notified, and the longest wait that a source may ask for."""
FARTHEST: Final = 2 * PATIENCE
"""No next poll is further ahead, with its random addition: one that is was set by a clock that was wrong."""
MISSING_FOR: Final = timedelta(days=7)
"""How long a feed may be missing (404) before polling stops."""
FAILING_FOR: Final = timedelta(days=30)
"""How long a feed may fail in any other way before polling stops."""

_GROWTH = 1.25
_JITTER = 0.1  # maximum random addition, as a share of the interval
_WHOLE_EVERY = 48  # every so many polls are unconditional, in case the source answers 304 for ever
_GAP_AGAIN = timedelta(days=1)
_DATED = 20  # newest entries whose dates determine the first interval


class PollFailureKind(StrEnum):
    """How a poll failed."""

    GONE = "gone"  # 410
    MISSING = "missing"  # 404
    THROTTLED = "throttled"  # 429, 503
    REFUSED = "refused"  # by the address guard, or for being too large
    UNREADABLE = "unreadable"  # it answered, but not with a feed
    UNREACHABLE = "unreachable"  # everything else: DNS, connections, certificates, server errors


@dataclass(frozen=True, slots=True)
class PollFailure:
    """Why a poll failed, as a message of one sentence; ``wait`` is how many seconds the source asked for, if any."""

    trouble: PollFailureKind
    reason: Translatable | str
    wait: float | None = None
    status: int | None = None


@dataclass(frozen=True, slots=True)
class Validators:
    """Validators for a conditional request; both None for an unconditional one."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class PollResponse:
    """What a poll learned besides the entries. ``body_sha256`` None: the source answered "not modified".

    ``rest`` is the minimum interval in seconds by the response's headers; ``ttl_seconds`` the feed's own.
    """

    etag: str | None = None
    last_modified: str | None = None
    rest: float = 0.0
    body_sha256: str | None = None
    ttl_seconds: float | None = None
    moved_to: str | None = None


def parse_poll_response(headers: Mapping[str, str], *, body_sha256: str | None = None) -> PollResponse:
    """Parse the response ``headers``, which must be case-insensitive."""
    modified = headers.get("Last-Modified")
    if modified == headers.get("Date"):  # the source may change once more in this second, and say that it has not
        modified = None
    return PollResponse(headers.get("ETag"), modified, _find_rest(headers), body_sha256)


def choose_validators(feed: Feed) -> Validators:
    """The validators for the next poll: those of the last response, but periodically none."""
    if feed.body_sha256 is None or feed.polls % _WHOLE_EVERY == _WHOLE_EVERY - 1:
        return Validators()
    return Validators(feed.etag, feed.last_modified)


def classify_poll_failure(error: AttacheError) -> PollFailure:
    """Classify an error of fetching or parsing a feed."""
    match error:
        case ThrottledError():
            return PollFailure(PollFailureKind.THROTTLED, error.words, error.retry_after, error.status)
        case AddressRefusedError() | TooLargeError():
            return PollFailure(PollFailureKind.REFUSED, error.words)
        case FetchError(status=410):
            return PollFailure(PollFailureKind.GONE, error.words, status=410)
        case FetchError(status=404):
            return PollFailure(PollFailureKind.MISSING, error.words, status=404)
        case FetchError():
            return PollFailure(PollFailureKind.UNREACHABLE, error.words, status=error.status)
        case ParseError():
            return PollFailure(PollFailureKind.UNREADABLE, error.words)
        case _:
            return PollFailure(PollFailureKind.UNREADABLE, error.words)


def guess_interval(entries: Sequence[Entry], now: datetime) -> float:
    """The first interval: a quarter of the median gap between the newest dates, and up to now."""
    dates = sorted((date for entry in entries if (date := entry.published_at) and date <= now), reverse=True)[:_DATED]
    if len(dates) < 3:
        return LONGEST / 12
    gaps = [(later - earlier).total_seconds() for later, earlier in zip([now, *dates], dates, strict=False)]
    return _bounded(median(gaps) / 4)


def decide_interval(interval: float, *, new: int) -> float:
    """The next interval, in seconds, after a poll with ``new`` items. Edits do not count as new."""
    return _bounded(interval / (1 + new) if new else interval * _GROWTH)


def decide_unchanged(feed: Feed, answer: PollResponse, now: datetime) -> Feed:
    """The feed after a poll that found nothing new. A move is accepted only for a feed that was read there."""
    return _answered(feed, replace(answer, ttl_seconds=feed.ttl_seconds, moved_to=None), now, new=0)


def decide_polled(
    feed: Feed, answer: PollResponse, outcome: PollOutcome, now: datetime, *, interval: float | None
) -> Feed:
    """The feed after a poll with ``outcome``; ``interval`` is the first interval, for a first poll."""
    after = _answered(feed, answer, now, new=0 if interval else len(outcome.new), interval=interval)
    if outcome.new and not interval:
        after = replace(after, last_changed_at=now)
    if outcome.gap:
        if feed.gap_at is None or abs(now - feed.gap_at) >= _GAP_AGAIN:
            after = _tell(after, _tell_gap(feed))
        after = replace(after, gap_at=now)
    # without the number, so that the text is the same each time: equal notices are sent once a day
    return _tell(after, translatable("feeds-flood", name=_name(feed), most=FLOOD)) if outcome.flood else after


def decide_failed(feed: Feed, failure: PollFailure, now: datetime) -> Feed:
    """The feed after a failed poll."""
    since = min(feed.failing_since or now, now)
    after = replace(
        feed,
        failures=feed.failures + 1,
        polls=feed.polls + 1,
        health=FeedHealth.FAILING,
        reason=encode_message(failure.reason),
        failing_since=since,
        last_polled_at=now,
    )
    lasts = now - since
    given_up = (
        failure.trouble is PollFailureKind.GONE
        or (failure.trouble is PollFailureKind.MISSING and lasts >= MISSING_FOR)
        or lasts >= FAILING_FOR
    )
    if given_up:
        after = replace(after, health=FeedHealth.GONE, next_poll_at=None)
    else:
        if failure.trouble is PollFailureKind.THROTTLED:
            after = replace(after, interval=_bounded(feed.interval * 2))
        after = replace(after, next_poll_at=now + timedelta(seconds=_jittered(_pause(after, failure), after)))
    if feed.noticed_at is None and (given_up or lasts >= PATIENCE):
        after = replace(_tell(after, _tell_failure(after, failure, since, given_up=given_up)), noticed_at=now)
    return after


def decide_wait(wait: float | None) -> float:
    """How many seconds to pause for a source that throttles: what it asks for, within limits."""
    return min(max(wait or 0.0, SHORTEST), PATIENCE.total_seconds())


def find_host(url: str) -> str:
    """The host of ``url``, by which requests are counted; "" if it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _answered(feed: Feed, answer: PollResponse, now: datetime, *, new: int, interval: float | None = None) -> Feed:
    """The feed after any successful poll."""
    after = replace(
        feed,
        etag=_header(answer.etag) or (feed.etag if answer.body_sha256 is None else None),
        last_modified=_header(answer.last_modified) or (feed.last_modified if answer.body_sha256 is None else None),
        body_sha256=answer.body_sha256 or feed.body_sha256,
        ttl_seconds=answer.ttl_seconds,
        interval=interval or decide_interval(feed.interval, new=new),
        polls=feed.polls + 1,
        failures=0,
        health=FeedHealth.HEALTHY,
        reason=None,
        failing_since=None,
        noticed_at=None,
        last_polled_at=now,
    )
    if answer.moved_to and answer.moved_to != feed.url:
        after = replace(after, url=answer.moved_to)
        if _without_scheme(answer.moved_to) != _without_scheme(feed.url):
            after = _tell(after, translatable("feeds-moved", name=_name(feed)))
    if feed.noticed_at:
        after = _tell(after, translatable("feeds-answers-again", name=_name(feed)))
    rest = min(max(after.interval, answer.rest, answer.ttl_seconds or 0.0), LONGEST)
    return replace(after, next_poll_at=now + timedelta(seconds=_jittered(rest, after)))


def _pause(feed: Feed, failure: PollFailure) -> float:
    """Seconds until a failed feed is retried; ``feed.failures`` includes this failure."""
    if failure.trouble is PollFailureKind.REFUSED:
        return LONGEST
    backed_off = min(SHORTEST * 2.0 ** min(feed.failures - 1, 20), LONGEST)
    return max(backed_off, decide_wait(failure.wait)) if failure.trouble is PollFailureKind.THROTTLED else backed_off


def _jittered(seconds: float, feed: Feed) -> float:
    """``seconds`` plus up to a tenth, the same for the same poll of a feed, so that polls spread out."""
    digest = hashlib.sha256(f"{feed.id}:{feed.polls}".encode()).digest()
    part = int.from_bytes(digest[:4], "big") / 2**32
    return seconds * (1 + _JITTER * part)


def _find_rest(headers: Mapping[str, str]) -> float:
    """Seconds until a response expires: Cache-Control minus Age (RFC 9111); 0 if unspecified."""
    directives = dict(
        directive.strip().lower().partition("=")[::2] for directive in headers.get("Cache-Control", "").split(",")
    )
    if not directives.keys().isdisjoint({"no-cache", "no-store"}):
        return 0.0
    return max(0.0, _seconds(directives.get("max-age")) - _seconds(headers.get("Age")))


def _seconds(value: str | None) -> float:
    value = (value or "").strip().strip('"')
    return float(value[:9]) if value.isascii() and value.isdigit() else 0.0


def _header(value: str | None) -> str | None:
    """A validator that may be sent back; the server's own may be too long or contain invalid characters."""
    return value if value and len(value) <= 1_000 and value.isprintable() else None


def _bounded(interval: float) -> float:
    return min(max(interval, SHORTEST), LONGEST)


def _tell(feed: Feed, words: Translatable) -> Feed:
    notice = translatable("feeds-both", first=decode_message(feed.notice), second=words) if feed.notice else words
    return replace(feed, notice=encode_message(notice))


def _tell_gap(feed: Feed) -> Translatable:
    if feed.last_polled_at is None:
        return translatable("feeds-gap", name=_name(feed))
    return translatable("feeds-gap-since", name=_name(feed), moment=message_time(feed.last_polled_at))


def _tell_failure(feed: Feed, failure: PollFailure, since: datetime, *, given_up: bool) -> Translatable:
    if failure.trouble is PollFailureKind.GONE:
        return translatable("feeds-withdrawn", name=_name(feed), reason=failure.reason)
    if given_up:
        return translatable("feeds-given-up", name=_name(feed), since=message_time(since), reason=failure.reason)
    until = since + (MISSING_FOR if failure.trouble is PollFailureKind.MISSING else FAILING_FOR)
    return translatable(
        "feeds-failing", name=_name(feed), since=message_time(since), reason=failure.reason, until=message_day(until)
    )


def _name(feed: Feed) -> str:
    return feed.title or feed.url


def _without_scheme(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.")
