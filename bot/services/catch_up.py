"""What is new since a person last looked at a server's news."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.archive.preferences import LookStore
from bot.clock import Clock
from bot.domain.briefing import Briefing
from bot.services.digest_composer import ArchiveDigestComposer

FIRST_LOOK = timedelta(hours=24)
"""The period of a person's first look."""
LONGEST_LOOK = timedelta(days=7)
"""The longest period of any look."""
SETTLING = timedelta(seconds=10)
"""A look ends so long ago: what was read later may still be on its way into the archive, and is in the next."""
MOST_STORIES = 25
"""Stories shown in full; others are named or counted."""


@dataclass(frozen=True, slots=True)
class CatchUp:
    """A server's news in a period; ``again``: only what is new since the last look; ``cut``: that was longer ago."""

    briefing: Briefing
    again: bool
    cut: bool = False


class CatchUpService:
    """The service behind ``/catchup``. All methods raise ``ArchiveError``."""

    def __init__(self, looks: LookStore, composer: ArchiveDigestComposer, clock: Clock) -> None:
        self._looks = looks
        self._composer = composer
        self._clock = clock

    async def look(self, person: str, server: str) -> CatchUp:
        """What is new in ``server`` since ``person`` last looked; that they have now looked is recorded."""
        now = self._clock.now() - SETTLING
        last = await self._looks.load(person, server)
        since = max(last or now - FIRST_LOOK, now - LONGEST_LOOK)
        found = await self.load(server, since, now, again=last is not None)
        await self._looks.save(person, server, now)
        return CatchUp(found.briefing, found.again, cut=last is not None and last < since)

    async def load(self, server: str, since: datetime, until: datetime, *, again: bool) -> CatchUp:
        """The news of a period that somebody has looked at, for another page."""
        told_since = since - LONGEST_LOOK if again else None
        briefing = await self._composer.compose(server, since, until, "", told_since=told_since, limit=MOST_STORIES)
        return CatchUp(briefing, again)
