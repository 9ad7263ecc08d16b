"""Sources that send their articles themselves: opened for a channel, and given another token."""

from bot.archive.store import Archive
from bot.clock import Clock
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.ingest.push_sources import add_source, renew_token
from bot.services.feed_results import PushSourceOpened
from bot.services.subscription_options import SubscriptionOptions

PUSH = "push"
"""What is given in place of a feed's address to open a source."""


def asks_for_source(address: str) -> bool:
    """Whether what was given in place of an address asks for a source that sends its articles."""
    return address.strip().casefold() == PUSH


class PushSourceService:
    """Opens sources. ``address`` is where newsrooms send to. All raise ``AttacheError`` with a sentence."""

    def __init__(self, archive: Archive, clock: Clock, address: str) -> None:
        self._archive = archive
        self._clock = clock
        self._address = address

    async def open(self, owner: str, wish: SubscriptionOptions) -> PushSourceOpened:
        """A source called ``wish.name``, whose filter was read, with the token that nobody will see again."""
        for one in await self._archive.feeds.followed(owner):
            if one.feed.kind == PUSH and (one.feed.title or "").casefold() == " ".join(wish.name.split()).casefold():
                number = one.subscription.number
                raise UsageError(translatable("desk-source-known", number=str(number)))
        source = await add_source(
            self._archive,
            owner,
            name=wish.name,
            channel=wish.channel,
            by=wish.by,
            now=self._clock.now(),
            filter=wish.filter,
            delivery=wish.delivery,
            edits=wish.edits,
        )
        followed = await self._archive.feeds.find(owner, source.subscription.number)
        return PushSourceOpened(followed, source.token, self._address)

    async def renew(self, owner: str, number: int) -> PushSourceOpened:
        """Another token for the owner's source; the old one is worth nothing from now on."""
        token = await renew_token(self._archive, owner, number)
        return PushSourceOpened(await self._archive.feeds.find(owner, number), token, self._address, renewed=True)
