"""Creates push sources for a channel and renews their tokens."""

from bot.archive.store import Archive
from bot.clock import Clock
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.ingest.push_sources import add_source, renew_token
from bot.services.feed_results import PushSourceOpened
from bot.services.subscription_options import SubscriptionOptions

PUSH = "push"
"""Given in place of a feed's address to create a push source."""


def asks_for_source(address: str) -> bool:
    """Whether ``address`` requests a push source instead of naming a feed."""
    return address.strip().casefold() == PUSH


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
        source = await add_source(
            self._archive,
            owner,
            name=options.name,
            channel=options.channel,
            by=options.by,
            now=self._clock.now(),
            filter=options.filter,
            delivery=options.delivery,
            edits=options.edits,
        )
        followed = await self._archive.feeds.find(owner, source.subscription.number)
        return PushSourceOpened(followed, source.token, self._address)

    async def renew(self, owner: str, number: int) -> PushSourceOpened:
        """Create a new token for the owner's source; the old one becomes invalid."""
        token = await renew_token(self._archive, owner, number)
        return PushSourceOpened(await self._archive.feeds.find(owner, number), token, self._address, renewed=True)
