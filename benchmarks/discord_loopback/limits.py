"""Discord's rate limits as it keeps them, and a count of what broke them. Times are seconds of one clock.

Every path has its bucket for each channel, guild or webhook (docs.discord.com/developers/topics/rate-limits); besides,
a bot may make 50 requests a second, in which interactions and their follow-ups do not count. How Discord counts a
second is not said; here it is any second, which is the strictest way.
"""

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Final

IDENTIFY_SECONDS: Final = 5.0
"""Of the shards that share a key, one may identify in so long."""
EVENTS_A_MINUTE: Final = 120
"""What one connection to the gateway may send in a minute."""
ALLOWANCES: Final = {
    "POST channels/messages": (5, 5.0),
    "PATCH channels/messages": (5, 5.0),
    "GET channels/messages": (5, 5.0),
    "POST channels/threads": (5, 5.0),
    "POST users/channels": (10, 10.0),
    "POST webhooks": (5, 2.0),
    "PATCH webhooks": (5, 2.0),
}
"""Requests in so many seconds; Discord tells them with each answer, and these are what it told in 2026."""
ANY: Final = (50, 1.0)


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether a request is let through, and what its answer says of the bucket. ``retry_after`` 0: it is."""

    bucket: str
    limit: int
    remaining: int
    reset_after: float
    retry_after: float = 0.0
    everywhere: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """What Discord says beside the answer; with "Via", by which discord.py knows that it was Discord itself."""
        told = {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.remaining),
            "X-RateLimit-Reset-After": f"{self.reset_after:.3f}",
            "X-RateLimit-Bucket": self.bucket,
            "Via": "1.1 loopback",
        }
        if self.retry_after:
            told |= {"Retry-After": str(int(self.retry_after) + 1)}
            told |= {"X-RateLimit-Scope": "global" if self.everywhere else "user"}
        return told


@dataclass(slots=True)
class _Window:
    until: float = 0.0
    used: int = 0


@dataclass(slots=True)
class Limits:
    """The buckets of one bot, and how often each was overrun. ``a_second`` is the limit over all."""

    a_second: int = 50
    exceeded: Counter[str] = field(default_factory=Counter)
    busiest: int = 0
    """The most requests in any second, those that were refused included."""
    _windows: dict[tuple[str, str], _Window] = field(default_factory=dict)
    _last: deque[float] = field(default_factory=deque)

    def rule(self, bucket: str, major: str, now: float) -> Ruling:
        """Decide on a request to ``bucket`` about ``major``, the channel, guild or webhook that it names."""
        limit, seconds = ALLOWANCES.get(bucket, ANY)
        window = self._windows.setdefault((bucket, major), _Window())
        if window.until <= now:
            window.until, window.used = now + seconds, 0
        left = window.until - now
        # an interaction's own address is not among the requests that are counted together
        if not bucket.endswith(("interactions", "webhooks")) and (wait := self._count(now)):
            self.exceeded["everywhere"] += 1
            return Ruling(bucket, limit, limit - window.used, left, wait, everywhere=True)
        if window.used >= limit:
            self.exceeded[bucket] += 1
            return Ruling(bucket, limit, 0, left, left)
        window.used += 1
        return Ruling(bucket, limit, limit - window.used, left)

    def _count(self, now: float) -> float:
        """Count a request against the limit over all; the seconds to wait, 0 where it holds."""
        while self._last and self._last[0] <= now - 1.0:
            self._last.popleft()
        self._last.append(now)
        self.busiest = max(self.busiest, len(self._last))
        if len(self._last) <= self.a_second:
            return 0.0
        self._last.pop()  # what is refused does not count
        return self._last[0] + 1.0 - now


@dataclass(slots=True)
class Identifies:
    """Who may identify when: of the shards with the same remainder by ``max_concurrency``, one in five seconds."""

    max_concurrency: int = 1
    violations: int = 0
    count: int = 0
    _last: dict[int, float] = field(default_factory=dict)

    def allow(self, shard: int, now: float) -> bool:
        """Whether ``shard`` may identify now; if not, that is counted."""
        key = shard % self.max_concurrency
        allowed = now - self._last.get(key, float("-inf")) >= IDENTIFY_SECONDS
        self.count += 1
        if allowed:
            self._last[key] = now
        else:
            self.violations += 1
        return allowed


@dataclass(slots=True)
class Sendings:
    """What one connection has sent in the last minute."""

    _last: deque[float] = field(default_factory=deque)

    def allow(self, now: float) -> bool:
        """Whether one more is allowed now."""
        while self._last and self._last[0] <= now - 60.0:
            self._last.popleft()
        self._last.append(now)
        return len(self._last) <= EVENTS_A_MINUTE
