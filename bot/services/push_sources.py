"""Creates push sources for a channel and renews their tokens. A token is shown once; only its hash is stored."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime

from bot.archive.push_sources import hash_token
from bot.archive.store import Archive
from bot.clock import Clock
from bot.domain.feed import MOST_FEEDS, Feed, Followed, Subscription, SubscriptionOptions
from bot.errors import UsageError
from bot.i18n.messages import translatable

PUSH = "push"
"""Given in place of a feed's address to create a push source."""
MAX_NAME = 100  # characters

_MARK = "attache_"  # prefix by which people and secret scanners recognise a token


@dataclass(frozen=True, slots=True)
class NewSource:
    """A new source with its token, which is shown only this once."""

    subscription: Subscription
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PushSourceOpened:
    """A push source that sends to ``address``, with its token, which is shown only this once."""

    followed: Followed
    token: str = field(repr=False)
    address: str
    renewed: bool = False


def asks_for_source(address: str) -> bool:
    """Whether ``address`` requests a push source instead of naming a feed."""
    return address.strip().casefold() == PUSH


async def add_source(archive: Archive, owner: str, options: SubscriptionOptions, now: datetime) -> NewSource:
    """Create a source named by ``options``. Raises ``UsageError``, ``ArchiveError``."""
    name = " ".join(options.name.split())
    if not 0 < len(name) <= MAX_NAME:
        raise UsageError(translatable("desk-source-name", limit=MAX_NAME))
    feed = Feed(id=0, url=f"push:{secrets.token_hex(8)}", kind=PUSH, title=name)
    subscription = await archive.feeds.follow(owner, feed, (), options, now, most=MOST_FEEDS)
    return NewSource(subscription, await renew_token(archive, owner, subscription.number))


async def renew_token(archive: Archive, owner: str, number: int) -> str:
    """Create a new token for the owner's source; the old one becomes invalid."""
    token = _MARK + secrets.token_urlsafe(32)
    await archive.received.save_token(owner, number, hash_token(token))
    return token


class PushSourceService:
    """Creates push sources. Newsrooms send to ``address``. All raise ``AttacheError`` with a message."""

    def __init__(self, archive: Archive, clock: Clock, address: str) -> None:
        self._archive = archive
        self._clock = clock
        self._address = address

    async def open(self, owner: str, options: SubscriptionOptions) -> PushSourceOpened:
        """Create a source named by the options, whose filter was parsed already; its token is shown only this once."""
        for one in await self._archive.feeds.followed(owner):
            if one.feed.kind == PUSH and (one.feed.title or "").casefold() == " ".join(options.name.split()).casefold():
                number = one.subscription.number
                raise UsageError(translatable("desk-source-known", number=str(number)))
        source = await add_source(self._archive, owner, options, self._clock.now())
        followed = await self._archive.feeds.find(owner, source.subscription.number)
        return PushSourceOpened(followed, source.token, self._address)

    async def renew(self, owner: str, number: int) -> PushSourceOpened:
        """Create a new token for the owner's source; the old one becomes invalid."""
        token = await renew_token(self._archive, owner, number)
        return PushSourceOpened(await self._archive.feeds.find(owner, number), token, self._address, renewed=True)
