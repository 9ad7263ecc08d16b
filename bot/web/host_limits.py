"""Limits requests per host, in memory: a minimum interval, and none while a host asks for a pause."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

_REMEMBERED = timedelta(hours=1)
_FARTHEST: Final = timedelta(days=2)  # a later time than any that is given here was set by a clock that was wrong
_TIDY_ABOVE: Final = 4_096  # hosts
_SLOW: Final = 5  # assumed duration of a request, in intervals, at a host that responds more slowly than it is polled


@dataclass(slots=True)
class _Host:
    free_at: datetime
    line_until: datetime
    running: int = 0
    resting_until: datetime | None = None
    throttled_at: datetime | None = None
    throttled_url: str | None = None


class HostLimiter:
    """Recently polled hosts. ``at_once`` requests may run per host, started at least ``spacing`` apart."""

    def __init__(self, *, at_once: int = 2, spacing: timedelta = timedelta(seconds=1)) -> None:
        self._at_once = at_once
        self._spacing = spacing
        self._hosts: dict[str, _Host] = {}

    def reserve(self, host: str, now: datetime, *, within: timedelta) -> datetime | None:
        """Reserve the next turn at ``host``, ended with :meth:`release`; None if it is over ``within`` from now."""
        known = self._find(host, now)
        turn = max(now, known.free_at, known.resting_until or now)
        if known.running >= self._at_once or turn - now > within:
            return None
        known.running += 1
        known.free_at = turn + self._spacing
        return turn

    def next_turn(self, host: str, now: datetime) -> datetime:
        """When to try ``host`` again: every caller gets a later time, so that few collide."""
        known = self._find(host, now)
        turn = max(known.free_at, known.resting_until or now, known.line_until, now + self._spacing)
        known.line_until = turn + self._spacing * (_SLOW if known.running >= self._at_once else 1)
        return turn

    def release(self, host: str) -> None:
        """End a turn."""
        if known := self._hosts.get(host):
            known.running -= 1

    def throttle(self, host: str, url: str, now: datetime, until: datetime) -> None:
        """Record status 429 for ``url``. A second such address of a host within an hour pauses it ``until`` then."""
        known = self._find(host, now)
        repeated = known.throttled_at is not None and now - known.throttled_at <= _REMEMBERED
        if repeated and known.throttled_url != url:
            known.resting_until = max(until, known.resting_until or until)
        known.throttled_at, known.throttled_url = now, url

    def _find(self, host: str, now: datetime) -> _Host:
        if len(self._hosts) > _TIDY_ABOVE:
            self._tidy(now)
        known = self._hosts.setdefault(host, _Host(now, now))
        if max(known.free_at, known.line_until, known.resting_until or now) > now + _FARTHEST:
            known = self._hosts[host] = _Host(now, now, known.running)
        return known

    def _tidy(self, now: datetime) -> None:
        for name, host in list(self._hosts.items()):
            times = (
                host.free_at,
                host.line_until,
                host.resting_until or now,
                (host.throttled_at or now - _REMEMBERED) + _REMEMBERED,
            )
            if not host.running and max(times) <= now:
                del self._hosts[name]
