"""Switches the page and Atom feed of a channel on and off; an address that was given away can be taken back."""

from dataclasses import dataclass
from enum import StrEnum

from bot.archive.channel_pages import ChannelPageStore
from bot.clock import Clock
from bot.domain.channel_page import ChannelPage, make_token
from bot.errors import UsageError
from bot.i18n.messages import translatable

NAME_LIMIT = 100
"""Characters of a page's title."""


class PageAddress(StrEnum):
    """What to do with a page's address: switch it on (or show it again), replace it, switch it off."""

    ON = "on"
    NEW = "new"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class ChannelPageState:
    """What was done with the page of ``channel``; ``url`` is its address, None where there is no page any more."""

    done: PageAddress
    channel: str
    name: str = ""
    url: str | None = None

    @property
    def feed(self) -> str:
        """The address of the Atom feed."""
        return f"{self.url}feed.atom"


class ChannelPageService:
    """The service behind ``/feed publish``; ``address`` is where pages are served, if any. Raises ``AttacheError``."""

    def __init__(self, pages: ChannelPageStore, clock: Clock, address: str | None) -> None:
        self._pages = pages
        self._clock = clock
        self._address = address

    async def set(self, owner: str, channel: str, by: str, do: PageAddress, name: str = "") -> ChannelPageState:
        """Do what is asked for the page of the owner's channel; ``name`` titles it."""
        name = " ".join(name.split())
        if do is PageAddress.OFF:
            closed = await self._pages.close(owner, channel)
            return ChannelPageState(do, channel, closed.name if closed else "")
        if self._address is None:
            raise UsageError(translatable("publish-not-served"))
        if len(name) > NAME_LIMIT:
            raise UsageError(translatable("publish-name-long", limit=NAME_LIMIT))
        page = await self._pages.open(ChannelPage(channel, owner, make_token(), name, by, self._clock.now()))
        if page.owner != owner:
            raise UsageError(translatable("publish-another"))
        if do is PageAddress.NEW:
            page = await self._pages.renew(owner, channel, make_token()) or page
        return ChannelPageState(do, channel, page.name, f"{self._address}{page.token}/")
