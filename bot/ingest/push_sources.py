"""Sources of a newsroom's own: made, given another token, shut. A token is shown once and kept as its fingerprint."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.archive.store import Archive
from bot.domain.feed import Delivery, Feed, Subscription
from bot.errors import UsageError
from bot.i18n.messages import translatable

MAX_NAME = 100  # characters

_MARK = "attache_"  # by which people, and scanners for leaked secrets, know what it is


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source just made, with its token: the only time that anybody sees it."""

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
    """Make a source called ``name`` whose articles go to ``channel``. Raises ``UsageError``, ``ArchiveError``."""
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
    """A new token for the owner's source; the old one is worth nothing from now on."""
    token = _MARK + secrets.token_urlsafe(32)
    await archive.received.save_token(owner, number, hash_token(token))
    return token


async def revoke_token(archive: Archive, owner: str, number: int) -> None:
    """Take nothing more from the owner's source, until its token is renewed."""
    await archive.received.save_token(owner, number, None)


def hash_token(token: str) -> str:
    """What is kept of a token: 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
