"""Discord's rate limits, and a count of violations. Times are seconds of one clock.

Every path has a bucket per channel, guild or webhook (docs.discord.com/developers/topics/rate-limits). In addition, a
bot may make 50 requests a second, not counting interactions and their follow-ups. Discord does not define that second;
here it is any second, the strictest interpretation.
"""

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Final

IDENTIFY_SECONDS: Final = 5.0
"""Of the shards that share a key, one may identify in this time."""
EVENTS_A_MINUTE: Final = 120
"""Events that a gateway connection may send per minute."""
ALLOWANCES: Final = {
    "POST channels/messages": (5, 5.0),
    "PATCH channels/messages": (5, 5.0),
    "GET channels/messages": (5, 5.0),
    "POST channels/threads": (5, 5.0),
    "POST users/channels": (10, 10.0),
    "POST webhooks": (5, 2.0),
    "PATCH webhooks": (5, 2.0),
}
"""Requests and seconds per bucket; Discord returns them with each answer, and these are its values of 2026."""
ANY: Final = (50, 1.0)


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether a request is allowed, and its rate-limit headers. ``retry_after`` 0: it is."""

    bucket: str
    limit: int
    remaining: int
    reset_after: float
    retry_after: float = 0.0
    everywhere: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the answer; by "Via", discord.py knows that it is from Discord itself."""
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
    """The buckets of one bot, and how often each was exceeded. ``a_second`` is the global limit."""

    a_second: int = 50
    exceeded: Counter[str] = field(default_factory=Counter)
    busiest: int = 0
    """The most requests in any second, including refused ones."""
    _windows: dict[tuple[str, str], _Window] = field(default_factory=dict)
    _last: deque[float] = field(default_factory=deque)

    def rule(self, bucket: str, major: str, now: float) -> Ruling:
        """Decide on a request to ``bucket`` for ``major``, its channel, guild or webhook."""
        limit, seconds = ALLOWANCES.get(bucket, ANY)
        window = self._windows.setdefault((bucket, major), _Window())
        if window.until <= now:
            window.until, window.used = now + seconds, 0
        left = window.until - now
        # an interaction's own address does not count towards the global limit
        if not bucket.endswith(("interactions", "webhooks")) and (wait := self._count(now)):
            self.exceeded["everywhere"] += 1
            return Ruling(bucket, limit, limit - window.used, left, wait, everywhere=True)
        if window.used >= limit:
            self.exceeded[bucket] += 1
            return Ruling(bucket, limit, 0, left, left)
        window.used += 1
        return Ruling(bucket, limit, limit - window.used, left)

    def _count(self, now: float) -> float:
        """Count a request towards the global limit; return the seconds to wait, or 0."""
        while self._last and self._last[0] <= now - 1.0:
            self._last.popleft()
        self._last.append(now)
        self.busiest = max(self.busiest, len(self._last))
        if len(self._last) <= self.a_second:
            return 0.0
        self._last.pop()  # refused requests do not count
        return self._last[0] + 1.0 - now


@dataclass(slots=True)
class Identifies:
    """Identifies: of the shards with the same remainder by ``max_concurrency``, one in five seconds."""

    max_concurrency: int = 1
    violations: int = 0
    count: int = 0
    _last: dict[int, float] = field(default_factory=dict)

    def allow(self, shard: int, now: float) -> bool:
        """Whether ``shard`` may identify now; a violation is counted."""
        key = shard % self.max_concurrency
        allowed = now - self._last.get(key, float("-inf")) >= IDENTIFY_SECONDS
        self.count += 1
        if allowed:
            self._last[key] = now
        else:
            self.violations += 1
        return allowed

    def wait(self, now: float) -> float:
        """Seconds until any shard may identify."""
        return max((last + IDENTIFY_SECONDS - now for last in self._last.values()), default=0.0)


@dataclass(slots=True)
class Sendings:
    """The events that one connection has sent in the last minute."""

    _last: deque[float] = field(default_factory=deque)

    def allow(self, now: float) -> bool:
        """Whether one more is allowed now."""
        while self._last and self._last[0] <= now - 60.0:
            self._last.popleft()
        self._last.append(now)
        return len(self._last) <= EVENTS_A_MINUTE
