"""Posts: messages that nobody is waiting for, recorded before they are sent so that each is sent once.

A post's key is made of what it is about and where it goes, so that whoever decides to post the same again makes the
same key. The nonce and the mark are made of the key: Discord gives back the message that it has instead of making a
second one for a nonce that it saw within minutes, and the mark stands in the message itself (in a button's identity),
to be looked for in the channel after a longer silence. :func:`decide_step` is the whole rule.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

REMEMBERED = timedelta(minutes=2)
"""For how long sending again with the same nonce makes no second message; Discord says "the past few minutes"."""
SETTLING = timedelta(minutes=1)
"""How long a request without a nonce may still be on its way; only then is it worth looking for its message."""
GIVEN_UP = 24
"""Attempts after which a post is dropped that Discord answers with its own errors: with the pauses, about 4 hours."""

_FIRST_PAUSE = timedelta(seconds=5)
_LONGEST_PAUSE = timedelta(minutes=15)


class PostState(StrEnum):
    """Where a post stands: recorded, perhaps sent (its answer was not seen), sent, held back, or given up."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    HELD = "held"
    DROPPED = "dropped"


class PostKind(StrEnum):
    """What a post is: an item of a feed, a page of a digest, a notice to those who can act, or what a watch found."""

    ITEM = "item"
    DIGEST = "digest"
    NOTICE = "notice"
    ALERT = "alert"


class Step(StrEnum):
    """What to do with a post now: send it, look whether it stands in the channel, wait a little, or give it up."""

    SEND = "send"
    LOOK = "look"
    SETTLE = "settle"
    EXPIRE = "expire"


@dataclass(frozen=True, slots=True)
class Post:
    """One message of a channel, ``part`` counted from 0 within its ``series``; part n + 1 waits for part n.

    ``card`` is the message as :mod:`bot.render.card_codec` writes it, "" once it is sent; ``revision`` the card that
    is to take the place of the one sent, None for none. ``subject`` names what it is about (an item's number, a
    schedule's and day). ``tried_at`` is None while the message certainly stands nowhere, else since when it may: when
    it was first handed to Discord without a clear answer. ``attempts`` counts how often it was; ``retry_at`` is when
    to try again; ``expires_at`` when it is no longer worth sending; ``message`` Discord's id once it stands there.
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

    @property
    def nonce(self) -> str:
        """What Discord recognises a second sending by: at most 25 characters."""
        return f"at-{self.key}"

    @property
    def mark(self) -> str:
        """What the message is recognised by in its channel: part of a button's custom id."""
        return self.key


def post_key(kind: PostKind, channel: str, subject: str, part: int) -> str:
    """The key of a post: 20 hex digits of the SHA-256 of what it is and where it goes."""
    return hashlib.sha256(f"{kind}\n{channel}\n{subject}\n{part}".encode()).hexdigest()[:20]


def decide_step(post: Post, now: datetime, *, remembers: bool, begun: bool) -> Step:
    """What to do with an unfinished ``post`` at ``now``.

    ``remembers`` tells whether nonces are recognised where it goes (not where it opens a thread of a forum), ``begun``
    whether an earlier part of its series stands there: what is begun is finished, however late.
    """
    if post.tried_at is None:
        late = post.expires_at is not None and post.expires_at <= now
        return Step.EXPIRE if late and not begun else Step.SEND
    since = now - post.tried_at  # negative when the machine's clock was set back: then nothing is known of the nonce
    if remembers and timedelta(0) <= since <= REMEMBERED:
        return Step.SEND
    if not remembers and timedelta(0) <= since < SETTLING:
        return Step.SETTLE
    return Step.LOOK


def decide_pause(attempts: int) -> timedelta:
    """How long to wait after the ``attempts``-th attempt failed: from 5 seconds, doubling, to 15 minutes."""
    doublings = min(max(attempts - 1, 0), 20)
    return min(_LONGEST_PAUSE, _FIRST_PAUSE * (1 << doublings))
