"""Posts: messages that nobody is waiting for, recorded before they are sent so that each is sent once.

A post's key is made of what it is about and where it goes, so that whoever decides to post the same again makes the
same key. The nonce and the mark are made of the key: Discord refuses a nonce that it has seen within minutes, and the
mark stands in the message itself (in a button's identity), to be looked for in the channel after a longer silence.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PostState(StrEnum):
    """Where a post stands: recorded, perhaps sent (its answer was not seen), sent, held back, or given up."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    HELD = "held"
    DROPPED = "dropped"


class PostKind(StrEnum):
    """What a post is: an item of a feed, a page of a digest, or a notice to those who can act."""

    ITEM = "item"
    DIGEST = "digest"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Post:
    """One message of a channel, ``part`` counted from 0 within its ``series``; part n + 1 waits for part n.

    ``card`` is the message as :mod:`bot.render.card_record` writes it. ``subject`` names what it is about (an item's
    number, a schedule's and day). ``tried_at`` is when it was last handed to Discord; ``retry_at`` when to try again;
    ``expires_at`` when it is no longer worth sending; ``message`` Discord's id once it stands there.
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

    @property
    def nonce(self) -> str:
        """What Discord recognises a second sending by: at most 25 characters."""
        return f"at-{self.key}"


def post_key(kind: PostKind, channel: str, subject: str, part: int) -> str:
    """The key of a post: 20 hex digits of the SHA-256 of what it is and where it goes."""
    return hashlib.sha256(f"{kind}\n{channel}\n{subject}\n{part}".encode()).hexdigest()[:20]
