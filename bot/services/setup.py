"""Sets up a server in one step: a pack of sources, a daily digest of them, language, time zone; and takes it back."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from bot.domain.feed import Delivery, Entry, OutlineFeed, SubscriptionOptions
from bot.domain.schedule import parse_time
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.time_zones import parse_zone
from bot.errors import AttacheError, UsageError
from bot.gazetteer.source_catalogue import CatalogueSource, Pack, SourceCatalogue, SourceFilter
from bot.i18n.language import Language, current_language
from bot.i18n.messages import translatable
from bot.services.feed_lookup import SOURCES_AT_ONCE
from bot.services.preferences import PreferenceService
from bot.services.schedules import ScheduleRequest, ScheduleService
from bot.services.subscriptions import FeedsImported, Progress, SubscriptionService

MORNING = "08:00"
SHOWN = 8
"""Headlines of a preview."""
OF_EACH = 2
"""Headlines of one source in a preview."""
PATIENCE = 20.0
"""Seconds that a preview waits for sources."""


@dataclass(frozen=True, slots=True)
class SetupChoice:
    """What is to be set up: ``zone`` is an IANA name, ``time`` is "08:00"."""

    channel: str
    language: Language
    zone: str
    pack: Pack
    time: str


@dataclass(frozen=True, slots=True)
class SetupPreview:
    """The newest headlines of the sources, which ``answered`` of those ``asked`` told."""

    headlines: tuple[tuple[CatalogueSource, Entry], ...]
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class SetupPlan:
    """A choice before anything is changed. ``counts`` are the sources of each pack."""

    choice: SetupChoice
    counts: tuple[tuple[Pack, int], ...]
    preview: SetupPreview | None = None

    @property
    def members(self) -> int:
        """The sources of the chosen pack."""
        return dict(self.counts)[self.choice.pack]


@dataclass(frozen=True, slots=True)
class SetupUndo:
    """What undoes a setup: numbers of its digest and feeds (0 for none) and the settings before ("" for unchanged).

    ``ended`` are the seconds from 1970 when it had ended, 0 if unknown: what has these numbers since then is another's.
    """

    digest: int
    first: int
    last: int
    language: str
    zone: str
    ended: int = 0

    def covers(self, at: datetime) -> bool:
        """Whether what was added ``at`` that moment may be the setup's."""
        return not self.ended or int(at.timestamp()) <= self.ended


@dataclass(frozen=True, slots=True)
class SetupDone:
    """What was set up; ``digest`` is the one that stands, also where it stood before."""

    choice: SetupChoice
    imported: FeedsImported
    digest: ScheduledDigest
    undo: SetupUndo


@dataclass(frozen=True, slots=True)
class SetupUndone:
    """What was taken back: how many feeds, and whether a digest."""

    feeds: int
    digest: bool


class SetupService:
    """The service behind ``/setup``. All methods raise ``AttacheError`` with a message for the person."""

    def __init__(
        self,
        feeds: SubscriptionService,
        digests: ScheduleService,
        preferences: PreferenceService,
        catalogue: SourceCatalogue,
    ) -> None:
        self._feeds = feeds
        self._digests = digests
        self._preferences = preferences
        self._catalogue = catalogue

    async def plan(
        self,
        owner: str,
        person: str,
        channel: str,
        *,
        language: str = "",
        timezone: str = "",
        pack: str = "",
        time: str = "",
    ) -> SetupPlan:
        """The choice as typed; what is empty is the server's setting, then the person's, then the default."""
        ours, theirs = await self._preferences.load(owner), await self._preferences.load(person)
        chosen = SetupChoice(
            channel,
            Language(language) if language else ours.language or current_language(),
            parse_zone(timezone or ours.zone or theirs.zone or "UTC"),
            Pack(pack) if pack else Pack.WIRES,
            f"{parse_time(time or MORNING):%H:%M}",
        )
        return SetupPlan(chosen, tuple((one, len(self._members(one))) for one in Pack))

    async def with_preview(self, plan: SetupPlan) -> SetupPlan:
        """``plan`` with what its sources carry now. Nothing is followed."""
        return replace(plan, preview=await self._preview(plan.choice.pack))

    async def _preview(self, pack: Pack) -> SetupPreview:
        """What the sources of ``pack`` carry now, as far as they answer in time."""
        turns, members = asyncio.Semaphore(SOURCES_AT_ONCE), self._members(pack)

        async def look(source: CatalogueSource) -> list[tuple[CatalogueSource, Entry]]:
            async with turns:
                entries = (await self._feeds.preview(source.feed)).entries
            dated = [entry for entry in entries if entry.published_at and entry.headline]
            dated.sort(key=lambda entry: entry.published_at or 0, reverse=True)
            return [(source, entry) for entry in dated[:OF_EACH]]

        asked = [asyncio.create_task(look(source)) for source in members]
        try:
            if asked:
                await asyncio.wait(asked, timeout=PATIENCE)
        finally:  # also when the preview itself is cancelled
            done = [task for task in asked if task.done()]
            for task in asked:
                task.cancel()
            await asyncio.gather(*asked, return_exceptions=True)
        told = [task.result() for task in done if _worked(task)]
        newest = sorted(chain.from_iterable(told), key=lambda one: one[1].published_at or 0, reverse=True)
        return SetupPreview(tuple(newest[:SHOWN]), len(told), len(asked))

    async def apply(self, owner: str, person: str, choice: SetupChoice, progress: Progress) -> SetupDone:
        """Follow the pack for the digest, schedule that, and change the settings; nothing if no source answers."""
        await self._digests.check_room(owner)
        outlines = [OutlineFeed(source.feed, source.name) for source in self._members(choice.pack)]
        options = SubscriptionOptions(choice.channel, person, delivery=Delivery.DIGEST)
        imported = await self._feeds.follow_all(owner, outlines, options, progress)
        if not imported.added and not imported.known:
            raise UsageError(translatable("setup-nothing-answered"))
        before = await self._preferences.load(owner)
        await self._preferences.change(owner, timezone=choice.zone, language=choice.language)
        digest, added = await self._schedule(owner, person, choice)
        numbers = [one.subscription.number for one in imported.added]
        moments = [one.subscription.since for one in imported.added] + [digest.created_at] * added
        undo = SetupUndo(
            digest.number if added else 0,
            min(numbers, default=0),
            max(numbers, default=0),
            before.language or "",
            before.zone or "",
            int(max(moments).timestamp()) if moments else 0,
        )
        return SetupDone(choice, imported, digest, undo)

    async def undo(self, owner: str, channel: str, undo: SetupUndo) -> SetupUndone:
        """Take back what a setup for ``channel`` added, and restore the settings. What is gone already is left out."""
        feeds = [
            one.subscription.number
            for one in await self._feeds.followed(owner)
            if undo.first <= one.subscription.number <= undo.last
            and one.subscription.channel == channel
            and one.subscription.delivery is Delivery.DIGEST
            and undo.covers(one.subscription.since)
        ]
        for number in feeds:
            await self._feeds.remove(owner, number)
        standing = {
            one.number
            for one in await self._digests.standing(owner)
            if one.channel == channel and undo.covers(one.created_at)
        }
        if undo.digest in standing:
            await self._digests.remove(owner, undo.digest)
        await self._preferences.change(owner, timezone=undo.zone or "none", language=undo.language or "none")
        return SetupUndone(len(feeds), undo.digest in standing)

    async def _schedule(self, owner: str, person: str, choice: SetupChoice) -> tuple[ScheduledDigest, bool]:
        """The digest, and whether it is new."""
        for one in await self._digests.standing(owner):
            same_time = (f"{one.schedule.at:%H:%M}", one.schedule.zone) == (choice.time, choice.zone)
            if same_time and (one.channel, one.topic) == (choice.channel, ""):
                return one, False
        request = ScheduleRequest(choice.time, choice.zone, choice.channel, person, opening=True)
        return await self._digests.add(owner, request), True

    def _members(self, pack: Pack) -> tuple[CatalogueSource, ...]:
        return self._catalogue.filter(SourceFilter(pack=pack))


def _worked(task: "asyncio.Task[list[tuple[CatalogueSource, Entry]]]") -> bool:
    """Whether the source answered. Raises what no site can cause."""
    error = task.exception()
    if error is not None and not isinstance(error, AttacheError):
        raise error
    return error is None
