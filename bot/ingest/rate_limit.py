"""Limits how often somebody may do something, by the generic cell rate algorithm (ITU-T I.371)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

_MOST_KEYS: Final = 10_000


@dataclass(slots=True)
class TokenBucket:
    """Allows ``burst`` uses at once, then ``a_minute``, for each key."""

    burst: int
    a_minute: float
    _earned_at: dict[object, float] = field(default_factory=dict)

    def acquire(self, key: object, now: datetime, count: int = 1) -> float:
        """Use ``count`` tokens of ``key``, at most the burst: 0.0, or the seconds until there are enough."""
        moment, step = now.timestamp(), 60 / self.a_minute
        whole = self.burst * step
        # a clock that was set back must lock nobody out
        earned_at = min(max(self._earned_at.get(key, moment), moment), moment + whole)
        if key not in self._earned_at and len(self._earned_at) >= _MOST_KEYS:
            self._forget(moment)
        wait = earned_at + step * count - moment - whole
        granted = wait <= step * 1e-6  # rounding error of floating point
        self._earned_at[key] = earned_at + step * count if granted else earned_at
        return 0.0 if granted else wait

    def _forget(self, moment: float) -> None:
        """Forget keys with a full burst; all keys if that is not enough: bounded memory comes before fairness."""
        left = {key: earned_at for key, earned_at in self._earned_at.items() if earned_at > moment}
        self._earned_at = left if len(left) < _MOST_KEYS else {}
