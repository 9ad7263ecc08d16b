"""Scheduled digests as values: a schedule, whose it is, where it goes, and how far its digests have told the news."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.schedule import Occurrence, Schedule


@dataclass(frozen=True, slots=True)
class ScheduledDigest:
    """A digest that comes by itself. ``number`` counts from 1 among the owner's, for people to type.

    ``topic`` is "" for everything; ``silent`` tells to say nothing when there is nothing new. ``next`` is its next
    occurrence, None while paused. ``last_day`` is the newest local day that was dealt with, ``last_until`` up to when
    its digests have told the news, ``last_outcome`` what became of the last, in words.
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
