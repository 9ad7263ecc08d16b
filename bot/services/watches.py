"""A person's own alerts on command: watches to set up, list and end, and why an alert came."""

from dataclasses import dataclass

from bot.archive.watches import WatchStore
from bot.clock import Clock
from bot.domain.watch import Alert, Watch, is_direct, parse_interest
from bot.errors import UsageError
from bot.i18n.messages import translatable

UNKNOWN = translatable("desk-alert-unknown")


@dataclass(frozen=True, slots=True)
class WatchRequest:
    """A watch as a person asks for it: what for, as it was typed, and where to tell.

    ``channel`` is where alerts go. ``server`` is the one in which it is made, None in direct messages, and ``place``
    the channel there, None where the bot may not post.
    """

    speaker: str
    topic: str
    channel: str
    server: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class AlertExplanation:
    """An alert's events with the outlets that carry each; ``mine`` tells that the one who asks set the watch up."""

    alerts: tuple[Alert, ...]
    outlets: tuple[tuple[str, ...], ...]
    mine: bool


class WatchService:
    """What ``/watch`` does. Every method takes the person first and touches nothing of another's.

    All raise ``AttacheError`` with a sentence for the person.
    """

    def __init__(self, watches: WatchStore, clock: Clock) -> None:
        self._watches = watches
        self._clock = clock

    async def add(self, person: str, order: WatchRequest) -> Watch:
        """Watch from now on. Raises ``UsageError`` for nothing to watch for, a watch they have, or too many."""
        interest = parse_interest(order.speaker, order.topic)
        return await self._watches.add(
            person, interest, channel=order.channel, server=order.server, place=order.place, now=self._clock.now()
        )

    async def standing(self, person: str) -> tuple[Watch, ...]:
        """All watches of the person, by number."""
        return await self._watches.list(person)

    async def remove(self, person: str, number: int) -> Watch:
        """End a watch; what it was."""
        return await self._watches.remove(person, number)

    async def explain(self, person: str, server: str | None, post: str) -> AlertExplanation | None:
        """Why the alert with the key ``post`` came; None where it is no alert that may be seen there.

        Direct messages are seen by their person, a channel's alerts by everybody in its server.
        """
        found = await self._watches.find_told(post)
        seen = [one for one in found if _may_see(one, person, server)]
        if not seen:
            return None
        outlets = [await self._watches.outlets(one.story) for one in seen]
        return AlertExplanation(tuple(seen), tuple(outlets), mine=seen[0].owner == person)

    async def stop(self, person: str, server: str | None, post: str, number: int) -> Watch:
        """End the person's watch ``number`` that the alert ``post`` came of.

        Raises ``UsageError`` where it is another's, or was ended before.
        """
        explained = await self.explain(person, server, post)
        if explained is None:
            raise UsageError(UNKNOWN)
        if not explained.mine:
            raise UsageError(translatable("desk-watch-of-another"))
        if not any(one.watch and one.watch.number == number for one in explained.alerts):
            raise UsageError(translatable("desk-watch-removed"))
        return await self._watches.remove(person, number)


def _may_see(one: Alert, person: str, server: str | None) -> bool:
    if one.owner == person:
        return True
    return not is_direct(one.channel) and one.watch is not None and server is not None and one.watch.server == server
