"""Personal alerts: creates, lists and ends watches, and explains why an alert was sent."""

from dataclasses import dataclass

from bot.archive.watches import WatchStore
from bot.clock import Clock
from bot.domain.watch import Alert, Watch, is_direct, parse_interest
from bot.errors import UsageError
from bot.i18n.messages import translatable

UNKNOWN = translatable("desk-alert-unknown")


@dataclass(frozen=True, slots=True)
class WatchRequest:
    """A requested watch, as typed; ``channel`` gets alerts, ``place`` in ``server`` is where it was created."""

    speaker: str
    topic: str
    channel: str
    server: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class AlertExplanation:
    """An alert's events with the outlets that cover each; ``mine`` is whether the person set up the watch."""

    alerts: tuple[Alert, ...]
    outlets: tuple[tuple[str, ...], ...]
    mine: bool


class WatchService:
    """The service behind ``/watch``. Methods take the person first. All raise ``AttacheError``."""

    def __init__(self, watches: WatchStore, clock: Clock) -> None:
        self._watches = watches
        self._clock = clock

    async def add(self, person: str, request: WatchRequest) -> Watch:
        """Create a watch. Raises ``UsageError`` for an empty or duplicate watch, or too many."""
        interest = parse_interest(request.speaker, request.topic)
        return await self._watches.add(
            person, interest, channel=request.channel, server=request.server, place=request.place, now=self._clock.now()
        )

    async def standing(self, person: str) -> tuple[Watch, ...]:
        """All watches of the person, by number."""
        return await self._watches.list(person)

    async def remove(self, person: str, number: int) -> Watch:
        """End a watch; return it."""
        return await self._watches.remove(person, number)

    async def explain(self, person: str, server: str | None, post: str) -> AlertExplanation | None:
        """Why the alert ``post`` was sent; None unless it is an alert that may be seen there."""
        found = await self._watches.find_in_post(post)
        seen = [one for one in found if _may_see(one, person, server)]
        if not seen:
            return None
        outlets = [await self._watches.outlets(one.story) for one in seen]
        return AlertExplanation(tuple(seen), tuple(outlets), mine=seen[0].owner == person)

    async def stop(self, person: str, server: str | None, post: str, number: int) -> Watch:
        """End the person's watch ``number`` behind the alert ``post``. Raises ``UsageError`` if it is not theirs."""
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
