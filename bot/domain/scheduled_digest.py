"""A scheduled digest as a value: schedule, owner, destination, and what it has covered."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.schedule import OPENING_DAY, Occurrence, Schedule


@dataclass(frozen=True, slots=True)
class ScheduledDigest:
    """A digest on a schedule. ``number`` counts from 1 per owner, for people to type.

    ``topic`` is "" for everything; ``silent`` skips the post if there is nothing new. ``next`` is its next occurrence,
    None while paused. ``last_day`` is the newest local day that was processed, ``last_until`` the end of the period
    covered so far, ``last_outcome`` the last result in words. ``role`` and ``tag`` are those of its posts.
    """

    id: int
    number: int
    owner: str
    channel: str
    by: str | None
    schedule: Schedule
    created_at: datetime
    topic: str = ""
    silent: bool = False
    next: Occurrence | None = None
    last_day: date | None = None
    last_until: datetime | None = None
    last_outcome: str | None = None
    role: str = ""
    tag: str = ""

    @property
    def opens(self) -> bool:
        """Whether its next occurrence is the one that comes as soon as it is set up."""
        return self.next is not None and self.next.local_day == OPENING_DAY
