"""What awaits an item that a feed shows for the first time, for one follower. Pure.

- It waits, to be read and posted; or it is paused or held back with its follower.
- It is old, and never posted, on a feed's first poll, when it is dated more than 30 days back (a feed that shows its
  archive has no news), or more than a day before the follower came. What the feed showed when the follower came needs
  no date: it is filed then.
- It is a duplicate when the feed has shown the same link, words and date before, under another identity: sites give all
  their items new ones in a night. (A link that comes again with other words or another date is news: live pages are
  announced so.)
- Of more than ``FLOOD`` at once only the newest are posted by themselves, and the others are kept for digests: a reader
  fears a flood, and finds in the record what was spared them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.feed import Delivery, Entry, ItemOutcome, Outcome, Subscription
from bot.i18n.messages import Translatable, encode_message, translatable

OLD_NEWS: Final = timedelta(days=30)
FLOOD: Final = 25
"""Items of one poll that are posted one by one in a channel, at most."""

# clocks and time zones of feeds are wrong by hours, and a date without a time of day means any moment of that day
_SLACK: Final = timedelta(days=1)
_DAY: Final = timedelta(days=1)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class NewItem:
    """An entry whose identity is new; ``shown_as`` is what it was called when the feed showed it under another."""

    entry: Entry
    shown_as: str | None = None


def decide_new_items(
    arrivals: Sequence[NewItem], follower: Subscription, now: datetime, *, first: bool
) -> list[ItemOutcome]:
    """What awaits each of ``arrivals``, given the oldest first, before it has a number.

    One that waits and has a detail is not to be posted by itself: the detail says why. ``first``: nothing is news.
    """
    fates = [_decide(one, follower, now, first=first) for one in arrivals]
    waiting = [place for place, fate in enumerate(fates) if fate.fate is Outcome.WAITING]
    if follower.delivery is Delivery.EACH:
        spared = encode_message(translatable("follow-flood", others=len(waiting) - 1, most=FLOOD))
        for place in waiting[:-FLOOD]:
            fates[place] = replace(fates[place], detail=spared)
    return fates


def _decide(one: NewItem, follower: Subscription, now: datetime, *, first: bool) -> ItemOutcome:
    dated = one.entry.published_at or one.entry.updated_at
    if first:
        fate, detail = Outcome.OLD, encode_message(translatable("follow-shown-before"))
    elif dated and dated < now - OLD_NEWS:
        fate, detail = (
            Outcome.OLD,
            encode_message(translatable("follow-dated-back", date=_worded(dated), days=OLD_NEWS.days)),
        )
    elif dated and dated + (_DAY if one.entry.day_only else timedelta()) < follower.since - _SLACK:
        fate, detail = Outcome.OLD, encode_message(translatable("follow-dated-before", date=_worded(dated)))
    elif one.shown_as is not None:
        fate, detail = Outcome.DUPLICATE, one.shown_as
    elif follower.paused:
        fate, detail = Outcome.PAUSED, None
    elif follower.broken and follower.delivery is Delivery.EACH:
        fate, detail = Outcome.HELD, follower.broken
    else:
        fate, detail = Outcome.WAITING, None
    return ItemOutcome(0, follower.id, fate, detail)


def _worded(at: datetime) -> Translatable:
    """The date of ``at``."""
    return translatable("follow-date", day=str(at.day), month=_MONTHS[at.month - 1], year=str(at.year))
