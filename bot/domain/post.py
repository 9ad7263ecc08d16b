"""Posts: messages that the bot sends on its own, recorded before they are sent, so that each is sent once.

The key of a post derives from its subject and destination, so recording the same post twice gives the same key. The
nonce and the mark derive from the key. For some minutes Discord answers a known nonce with the existing message instead
of creating a second one. The mark is part of the message (in a button's custom id), so that it can be found in the
channel later. :func:`decide_step` is the whole rule.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.follow_up import FollowUps

REMEMBERED = timedelta(minutes=2)
"""How long Discord recognises a nonce; its documentation says "the past few minutes"."""
SETTLING = timedelta(minutes=1)
"""How long a request without a nonce may be in transit; searching for its message makes sense only afterwards."""
GIVEN_UP = 24
"""Attempts after which a post is dropped if Discord keeps returning server errors; with the pauses, about 4 hours."""
MENTIONS_AN_HOUR = 1
MENTIONS_A_DAY = 6
"""How often the items of a channel may mention a role. A digest mentions its role always: it comes once a day."""

_FIRST_PAUSE = timedelta(seconds=5)
_LONGEST_PAUSE = timedelta(minutes=15)


class PostState(StrEnum):
    """The state of a post: recorded, possibly sent (no answer was seen), sent, held, or dropped."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    HELD = "held"
    DROPPED = "dropped"


class PostKind(StrEnum):
    """The kind of a post: an item of a feed, a page of a digest, a notice for those who can act, an alert, or what
    is new of a story.
    """

    ITEM = "item"
    DIGEST = "digest"
    NOTICE = "notice"
    ALERT = "alert"
    FOLLOW_UP = "followup"


class Step(StrEnum):
    """What to do with a post now: send it, search for it in the channel, wait a little, or give it up."""

    SEND = "send"
    LOOK = "look"
    SETTLE = "settle"
    EXPIRE = "expire"


@dataclass(frozen=True, slots=True)
class Post:
    """A message in a channel; ``part`` counts from 0 within its ``series``, and part n + 1 waits for part n.

    ``card`` is the message as encoded by :mod:`bot.render.card_codec`, "" once it is sent; ``revision`` is a newer card
    that replaces the sent one, or None. ``subject`` is what it is about (an item's number, a schedule and day).
    ``tried_at`` is None while the message certainly does not exist; then it is when the message was first sent without
    a clear answer. ``attempts`` counts the attempts; ``retry_at`` is when to try again; ``expires_at`` is when it is no
    longer worth sending; ``message`` is Discord's id of the sent message. ``follow_up`` says whether it replies to the
    first message of its series or stands in that message's thread; ``tag`` names the tag of a forum's thread.
    ``stories`` of a follow-up or a digest's first part are the articles that it tells
    (:func:`bot.domain.channel_page.encode_stories`).
    ``mentioned`` is the role that its message mentions, Discord's id.
    """

    key: str
    series: str
    part: int
    kind: PostKind
    owner: str
    channel: str
    subject: str
    card: str
    created_at: datetime
    state: PostState = PostState.WAITING
    attempts: int = 0
    tried_at: datetime | None = None
    retry_at: datetime | None = None
    expires_at: datetime | None = None
    message: str | None = None
    reason: str | None = None
    revision: str | None = None
    follow_up: FollowUps = FollowUps.NONE
    tag: str = ""
    stories: str | None = None
    mentioned: str | None = None

    @property
    def nonce(self) -> str:
        """The key by which Discord recognises a repetition: at most 25 characters."""
        return f"at-{self.key}"

    @property
    def mark(self) -> str:
        """The text by which the message is found in its channel: part of a button's custom id."""
        return self.key


def post_key(kind: PostKind, channel: str, subject: str, part: int) -> str:
    """The key of a post: 20 hex digits of the SHA-256 of its kind, subject and destination."""
    return hashlib.sha256(f"{kind}\n{channel}\n{subject}\n{part}".encode()).hexdigest()[:20]


def lone_post(
    kind: PostKind, key: str, owner: str, channel: str, subject: str, card: str, now: datetime, worth: timedelta | None
) -> Post:
    """A post that is a series of its own; ``worth`` is how long it is worth sending, None for ever."""
    expires_at = None if worth is None else now + worth
    return Post(key, key, 0, kind, owner, channel, subject, card, now, expires_at=expires_at)


def may_mention(mentioned_at: Iterable[datetime], now: datetime) -> bool:
    """Whether an item may mention a role that its channel's posts mentioned at these times."""
    ago = [now - at for at in mentioned_at]
    hour, day = (sum(one < timedelta(hours=hours) for one in ago) for hours in (1, 24))
    return hour < MENTIONS_AN_HOUR and day < MENTIONS_A_DAY


def decide_step(post: Post, now: datetime, *, remembers: bool, begun: bool) -> Step:
    """What to do with an unfinished post; ``remembers`` nonces at its place; ``begun``: its series must be finished."""
    if post.tried_at is None:
        late = post.expires_at is not None and post.expires_at <= now
        return Step.EXPIRE if late and not begun else Step.SEND
    since = now - post.tried_at  # negative if the machine's clock was set back; then the nonce may have expired
    if remembers and timedelta(0) <= since <= REMEMBERED:
        return Step.SEND
    if not remembers and timedelta(0) <= since < SETTLING:
        return Step.SETTLE
    return Step.LOOK


def decide_pause(attempts: int) -> timedelta:
    """The pause after the ``attempts``-th failed attempt: from 5 seconds, doubling, to 15 minutes."""
    doublings = min(max(attempts - 1, 0), 20)
    return min(_LONGEST_PAUSE, _FIRST_PAUSE * (1 << doublings))
