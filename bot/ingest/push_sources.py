"""Push sources: created, given a new token, revoked. A token is shown once; only its hash is stored."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.archive.store import Archive
from bot.domain.feed import Delivery, Feed, Subscription
from bot.errors import UsageError
from bot.i18n.messages import translatable

MAX_NAME = 100  # characters

_MARK = "attache_"  # prefix by which people and secret scanners recognise a token


@dataclass(frozen=True, slots=True)
class NewSource:
    """A new source with its token, which is shown only this once."""

    subscription: Subscription
    token: str

    def __repr__(self) -> str:
        return f"NewSource({self.subscription!r})"


async def add_source(  # noqa: PLR0913 - what a follower says, each by name
    archive: Archive,
    owner: str,
    *,
    name: str,
    channel: str,
    by: str,
    now: datetime,
    filter: str = "",  # noqa: A002 - the subscription's name for it
    delivery: Delivery = Delivery.EACH,
    edits: bool = False,
) -> NewSource:
    """Create a source called ``name`` whose articles go to ``channel``. Raises ``UsageError``, ``ArchiveError``."""
    name = " ".join(name.split())
    if not 0 < len(name) <= MAX_NAME:
        raise UsageError(translatable("desk-source-name", limit=MAX_NAME))
    subscription = await archive.feeds.follow(
        owner,
        feed=Feed(id=0, url=f"push:{secrets.token_hex(8)}", kind="push", title=name),
        entries=(),
        channel=channel,
        by=by,
        filter=filter,
        delivery=delivery,
        edits=edits,
        now=now,
    )
    return NewSource(subscription, await renew_token(archive, owner, subscription.number))


async def renew_token(archive: Archive, owner: str, number: int) -> str:
    """Create a new token for the owner's source; the old one becomes invalid."""
    token = _MARK + secrets.token_urlsafe(32)
    await archive.received.save_token(owner, number, hash_token(token))
    return token


async def revoke_token(archive: Archive, owner: str, number: int) -> None:
    """Accept nothing more from the owner's source until its token is renewed."""
    await archive.received.save_token(owner, number, None)


def hash_token(token: str) -> str:
    """The stored hash of a token: 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
