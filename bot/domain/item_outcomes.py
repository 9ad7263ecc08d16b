"""Why an item is posted, or is not: its outcome for each subscription, with the reason shown to people.

Two functions decide. :func:`decide_new_items` runs when a poll finds new items; :func:`decide_read_item` when their
articles have been read. Later, the outbox marks what it sent, holds or drops (:mod:`bot.archive.outbox`).

New items:

- An item is old, and never posted, if it was listed on the feed's first poll, is dated more than 30 days back (a feed
  that lists its archive), or more than a day before the subscription.
- Of that first poll, the newest of the day before the subscription go into digests, so that the first is not empty.
  Undated items may be of that day: for a subscription for digests the dates of their articles decide.
- It is a duplicate if the feed listed the same link, text and date before under another identity: some sites renew all
  ids overnight. A link with another text or date is news: live pages are announced in this way.
- It is paused or held together with its subscription.
- Of more than ``FLOOD`` items at once only the newest are posted one by one; the others go into digests.

Read items: the first of these that applies.

- It is an undated item of the first poll, and its article is older than a day, or undated too: it is old.
- A rule of the subscription's filter rejects it.
- The channel already has a post with the same text.
- The subscription is for digests only: the item goes into the next one, or fails if no article was found.
- Its story was posted in the channel, and the subscription wants follow-ups: it waits for the next one.
- It is posted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.feed import Delivery, Entry, Subscription
from bot.domain.follow_up import FollowUps
from bot.i18n.messages import Translatable, encode_message, translatable

OLD_NEWS: Final = timedelta(days=30)
FLOOD: Final = 25
"""Maximum number of items of one poll that are posted one by one in a channel."""
NEWEST_KEPT: Final = 10
"""Held items that are still posted when a channel works again; all of them would be a flood."""
FIRST_DIGEST: Final = 10
"""Items of the day before a subscription that the first digest may tell."""

SHOWN_BEFORE: Final = encode_message(translatable("follow-shown-before"))
NO_ARTICLE: Final = encode_message(translatable("feeds-no-article"))
OWN_FAULT: Final = encode_message(translatable("feeds-own-fault"))
TOO_OLD: Final = encode_message(translatable("feeds-too-old", count=NEWEST_KEPT))
RESTORED: Final = encode_message(translatable("feeds-restored"))

# feeds' clocks and time zones are off by hours; a date without a time may mean any moment of the day
_SLACK: Final = timedelta(days=1)
_DAY: Final = timedelta(days=1)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Outcome(StrEnum):
    """What became of an item for one subscription."""

    WAITING = "waiting"
    POSTED = "posted"
    SENDING = "sending"
    DIGEST = "digest"
    FILTERED = "filtered"
    DUPLICATE = "duplicate"
    OLD = "old"
    PAUSED = "paused"
    HELD = "held"
    FAILED = "failed"
    FOLLOW_UP = "followup"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """An item's outcome for a subscription; ``detail`` is a rule, a duplicate's title or an encoded reason."""

    item_id: int
    subscription_id: int
    fate: Outcome
    detail: str | None = None
    post: str | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewItem:
    """An entry with a new identity; ``shown_as`` is its title when the feed listed it under another identity."""

    entry: Entry
    shown_as: str | None = None


def decide_new_items(
    arrivals: Sequence[NewItem], follower: Subscription, now: datetime, *, first: bool
) -> list[ItemOutcome]:
    """The first outcome of each of ``arrivals``, oldest first; waiting with a detail: for digests only."""
    fates = [_decide(one, follower, now, first=first) for one in arrivals]
    waiting = [place for place, fate in enumerate(fates) if fate.fate is Outcome.WAITING]
    if first:
        for place in waiting[:-FIRST_DIGEST]:
            fates[place] = replace(fates[place], fate=Outcome.OLD, detail=SHOWN_BEFORE)
        if follower.delivery is Delivery.EACH:
            for place in waiting[-FIRST_DIGEST:]:
                fates[place] = replace(fates[place], detail=SHOWN_BEFORE)
    elif follower.delivery is Delivery.EACH:
        spared = encode_message(translatable("follow-flood", others=len(waiting) - 1, most=FLOOD))
        for place in waiting[:-FLOOD]:
            fates[place] = replace(fates[place], detail=spared)
    return fates


def is_older_than_following(
    entry: Entry, follower: Subscription, *, first_seen_at: datetime, published_at: datetime | None
) -> bool:
    """Whether an undated item that the feed listed when it was followed is not known to be of the day before.

    ``published_at`` is the date of its article, None if that has none either.
    """
    if entry.dated_at or first_seen_at > follower.since:
        return False
    return published_at is None or published_at < follower.since - _DAY


def decide_read_item(
    follower: Subscription,
    *,
    rejection: str | None,
    twin: str | None,
    failure: str | None,
    told: bool = False,
    older: bool = False,
) -> tuple[Outcome, str | None]:
    """The outcome of an item that was read, with its detail; ``SENDING`` if it is to be posted now.

    ``rejection`` is the filter's rule that rejects the item; ``twin`` the title of a post in the channel with the same
    text; ``failure`` why there is no article. Each is None if there is no such thing. ``told``: the channel has a
    post of the item's story. ``older``: see :func:`is_older_than_following`.
    """
    if older:
        return Outcome.OLD, SHOWN_BEFORE
    if rejection:
        return Outcome.FILTERED, rejection
    if twin:
        return Outcome.DUPLICATE, twin
    if follower.delivery is Delivery.DIGEST:
        return (Outcome.FAILED, failure) if failure else (Outcome.DIGEST, None)
    if told and follower.options.follow_ups is not FollowUps.NONE:
        return Outcome.FOLLOW_UP, None
    return Outcome.SENDING, None


def _decide(one: NewItem, follower: Subscription, now: datetime, *, first: bool) -> ItemOutcome:
    dated, ends = one.entry.dated_at, one.entry.dated_until
    if first and not _is_for_first_digest(one.entry, follower, now):
        fate, detail = Outcome.OLD, SHOWN_BEFORE
    elif dated and dated < now - OLD_NEWS:
        reason = translatable("follow-dated-back", date=_worded(dated), days=OLD_NEWS.days)
        fate, detail = Outcome.OLD, encode_message(reason)
    elif dated and ends and ends < follower.since - _SLACK:
        fate, detail = Outcome.OLD, encode_message(translatable("follow-dated-before", date=_worded(dated)))
    elif one.shown_as is not None:
        fate, detail = Outcome.DUPLICATE, one.shown_as
    elif follower.paused:
        fate, detail = Outcome.PAUSED, None
    elif follower.broken and follower.delivery is Delivery.EACH and not first:
        fate, detail = Outcome.HELD, follower.broken
    else:
        fate, detail = Outcome.WAITING, None
    return ItemOutcome(0, follower.id, fate, detail)


def _is_for_first_digest(entry: Entry, follower: Subscription, now: datetime) -> bool:
    """Whether an item may be of the day before a subscription; a restored archive has had later ones."""
    following = now <= follower.since
    dated, ends = entry.dated_at, entry.dated_until
    if dated is None or ends is None:
        return following and follower.delivery is Delivery.DIGEST
    return ends >= follower.since - _DAY and dated <= follower.since + (_SLACK if following else timedelta())


def _worded(at: datetime) -> Translatable:
    """The date of ``at`` as a message."""
    return translatable("follow-date", day=str(at.day), month=_MONTHS[at.month - 1], year=str(at.year))
