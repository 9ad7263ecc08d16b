"""When each host may be asked: one request after another with a pause between, and none while it asks for rest.

Kept in memory alone: after a restart each feed still has its own time to be tried again, and a host that is still
overrun says so at once.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

_REMEMBERED = timedelta(hours=1)
_TIDY_ABOVE: Final = 4_096  # hosts
_SLOW: Final = 5  # times the spacing that a request is thought to take at a host that is slower than it is asked


@dataclass(slots=True)
class _Host:
    free_at: datetime
    line_until: datetime
    running: int = 0
    resting_until: datetime | None = None
    throttled_at: datetime | None = None
    throttled_url: str | None = None


class HostLimiter:
    """The hosts asked lately. ``at_once`` requests may run at each, ``spacing`` lies between two beginnings."""

    def __init__(self, *, at_once: int = 2, spacing: timedelta = timedelta(seconds=1)) -> None:
        self._at_once = at_once
        self._spacing = spacing
        self._hosts: dict[str, _Host] = {}

    def reserve(self, host: str, now: datetime, *, within: timedelta) -> datetime | None:
        """Take the next turn at ``host``: when it comes, at most ``within`` from now; None when it would be later.

        Each turn that is given must be ended by :meth:`release`.
        """
        known = self._find(host, now)
        turn = max(now, known.free_at, known.resting_until or now)
        if known.running >= self._at_once or turn - now > within:
            return None
        known.running += 1
        known.free_at = turn + self._spacing
        return turn

    def next_turn(self, host: str, now: datetime) -> datetime:
        """When to ask for a turn at ``host`` again: each who is sent away is given a later time, so that few meet."""
        known = self._find(host, now)
        turn = max(known.free_at, known.resting_until or now, known.line_until, now + self._spacing)
        known.line_until = turn + self._spacing * (_SLOW if known.running >= self._at_once else 1)
        return turn

    def release(self, host: str) -> None:
        """A turn has ended."""
        if known := self._hosts.get(host):
            known.running -= 1

    def throttle(self, host: str, url: str, now: datetime, until: datetime) -> None:
        """``url`` was answered 429. At the second address of a host within the hour all of it rests, ``until`` then."""
        known = self._find(host, now)
        repeated = known.throttled_at is not None and now - known.throttled_at <= _REMEMBERED
        if repeated and known.throttled_url != url:
            known.resting_until = max(until, known.resting_until or until)
        known.throttled_at, known.throttled_url = now, url

    def _find(self, host: str, now: datetime) -> _Host:
        if len(self._hosts) > _TIDY_ABOVE:
            self._tidy(now)
        return self._hosts.setdefault(host, _Host(now, now))

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
