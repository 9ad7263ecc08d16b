"""The job of watches: matches decided items against all watches, and sends alerts for the events found.

Alerts wait in the archive until they are sent: during quiet hours until their end, then in one message. One event makes
one alert per speaker and place, whichever outlet carries it next. What a feed listed when it was followed counts if it
was published since the watch was set. An alert names all of the watch's speakers in the
article; a later article with another speaker makes another alert. The clock is read once for each step, and decisions
take that moment as a value. Only articles from public feeds are matched: never pasted texts, nor articles from a
server's own push source.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeVar

import structlog

from bot.archive.database_errors import ArchiveUnavailableError
from bot.archive.store import Archive
from bot.clock import Clock
from bot.digests.watch_matching import WatchedArticle, WatchMatch, find_new_speakers
from bot.domain.feed import Item
from bot.domain.language_filter import passes
from bot.domain.post import Post, PostKind, lone_post, post_key
from bot.domain.preferences import end_of_quiet
from bot.domain.watch import Alert, Watch, is_direct
from bot.errors import ArchiveError
from bot.i18n.language import using_language
from bot.i18n.messages import encode_message, translatable
from bot.jobs.reader_language import language_of
from bot.render.card_codec import encode_card
from bot.render.cards.notice_cards import with_mark
from bot.render.cards.watch_cards import MERGED, AlertEvent, render_alert, render_closed

EVERYTHING: Final = "all"
"""The only subject of the job."""
AT_ONCE: Final = 100
POST_LIFETIME = timedelta(hours=24)
"""An alert that could not be sent for this long is no longer news."""
CLOSED: Final = encode_message(translatable("watch-closed"))
"""The stored reason why a watch is paused whose owner accepts no direct messages."""

_log = structlog.get_logger(__name__)


class WatchJob:
    """The job of watches over ``archive``, by ``clock``."""

    def __init__(self, archive: Archive, clock: Clock) -> None:
        self._archive = archive
        self._watches = archive.watches
        self._clock = clock

    async def handle(self, _subject: str) -> None:
        """Match the queued items, then send due alerts. Raises ``ArchiveError``."""

        async def look(queued: Sequence[int]) -> None:
            for number in queued:
                await self._look(number, self._clock.now())

        async def tell(found: Sequence[Alert]) -> bool:
            return await self._tell(found, self._clock.now())

        await process_all_due(lambda: self._watches.queued(limit=AT_ONCE), look, action="watch")
        await process_all_due(lambda: self._watches.due(self._clock.now(), limit=MERGED), tell, action="watch")

    async def close(self, channel: str, _reason: str) -> None:
        """Pause the watches of a person who accepts no direct messages; say so once, where the newest was created."""
        now = self._clock.now()
        resting = await self._watches.of_channel(channel)
        places = (one for one in resting if one.place and one.server)
        place, notice = max(places, key=lambda one: (one.created_at, one.id), default=None), None
        if place and place.server:
            with using_language(await language_of(self._archive.preferences, place.server)):
                notice = _compose_notice(place, now)
        await self._watches.close(channel, CLOSED, notice, now)

    async def _look(self, number: int, now: datetime) -> None:
        """Match the item against every watch; record the alerts as the item leaves the queue."""
        item = await self._archive.feeds.load_item(number)
        try:
            found = await self._find(item, now) if item else ()
        except ArchiveUnavailableError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever is wrong with an article, it must not hold up all others
            _log.error("an article cannot be looked at", action="watch", item=number, exc_info=error)
            found = ()
        await self._watches.save_found(number, found, [await self._due_at(one, now) for one in found])

    async def _find(self, item: Item, now: datetime) -> tuple[Alert, ...]:
        article, story = item.article, item.story
        if article is None or story is None:
            return ()
        watches = await self._watches.active(item.first_seen_at)
        if not watches or not await self._watches.is_public(article):
            return ()
        try:
            matter = WatchedArticle(await self._archive.load_reading(article))
        except ArchiveUnavailableError:  # the item stays queued
            raise
        except ArchiveError as error:  # removed meanwhile, or damaged: nothing of it can be shown
            _log.warning("an article cannot be looked at", action="watch", article=article, exc_info=error)
            return ()
        published_at = item.entry.dated_until or matter.reading.article.published_at
        if published_at and await self._watches.was_listed_before(item):
            watches = tuple(one for one in watches if one.created_at <= published_at)
        matched = await asyncio.to_thread(_ask, watches, matter)
        matched = [one for one in matched if await self._sees(one[0], matter.language)]
        if not matched:
            return ()
        return decide_alerts(matched, story, article, await self._watches.load_speakers(story), now)

    async def _sees(self, watch: Watch, language: str | None) -> bool:
        """Whether the watch's person or server wants articles in ``language``. A watch may have its own languages."""
        if watch.interest.languages:
            return True
        owner = _answerable(watch.channel, watch)
        try:
            return passes((await self._archive.preferences.load(owner)).languages, language)
        except ArchiveError as error:  # damaged settings: an alert too many is better than none
            _log.warning("settings cannot be read", action="watch", exc_info=error)
            return True

    async def _due_at(self, one: Alert, now: datetime) -> datetime:
        """When to send it: ``now``, or after the quiet hours of the person, and of the server if it is sent there."""
        owners = [one.owner]
        if one.watch and one.watch.server and not is_direct(one.channel):
            owners.append(one.watch.server)
        held = []
        for owner in owners:
            try:
                held.append(await self._archive.preferences.load(owner))
            except ArchiveError as error:  # damaged settings: an early alert is better than none
                _log.warning("settings cannot be read", action="watch", exc_info=error)
        return end_of_quiet(now, *held)

    async def _tell(self, found: Sequence[Alert], now: datetime) -> bool:
        """Record one message for those of ``found`` that can be sent now; False if others were sent meanwhile."""
        told: list[Alert] = []
        for one in found:
            until = await self._due_at(one, now)
            if until > now:
                await self._watches.defer([one], until)
            else:
                told.append(one)
        events = [(one, event) for one in told if (event := await self._load(one))]
        if lost := [one for one in told if one not in [kept for kept, _ in events]]:
            await self._watches.defer(lost, None)
        if not events:
            return True
        owner = _answerable(events[0][0].channel, events[0][1].watch)
        with using_language(await language_of(self._archive.preferences, owner)):
            post = _compose_post(owner, [one for one, _ in events], [event for _, event in events], now)
        return await self._watches.save_told([one for one, _ in events], post, now)

    async def _load(self, one: Alert) -> AlertEvent | None:
        """What an alert shows; None if its watch or article is gone, or its quotations cannot be verified."""
        if one.watch is None:
            return None
        try:
            reading = await self._archive.load_reading(one.article)
            matter = WatchedArticle(reading)
            matches = await asyncio.to_thread(matter.find, one.watch.interest)
            match = next((match for match in matches if match.speaker in one.speakers), next(iter(matches), None))
            outlets = await self._watches.outlets(one.story)
            event = AlertEvent(one.watch, reading, match, outlets, await self._find_also(one, matter))
            render_alert([event], "0" * 20)  # an unverifiable quotation must not stop the others
        except ArchiveUnavailableError:  # the alert stays due
            raise
        except Exception as error:  # noqa: BLE001 - whatever is wrong with an alert, it must not hold up all others
            _log.warning("an alert cannot be shown", action="watch", article=one.article, exc_info=error)
            return None
        return event

    async def _find_also(self, one: Alert, matter: WatchedArticle) -> tuple[Watch, ...]:
        """The other watches of its owner in its channel that match a speaker of the alert ``one``."""
        beside = [
            watch
            for watch in await self._watches.of_channel(one.channel)
            if one.watch and watch.id != one.watch.id
            if watch.owner == one.owner and watch.created_at <= one.matched_at
        ]
        matched = await asyncio.to_thread(_ask, beside, matter)
        shared = [
            watch
            for watch, found in matched
            if any(not find_new_speakers([match.speaker], one.speakers) for match in found)
        ]
        return tuple([watch for watch in shared if await self._sees(watch, matter.language)])


def decide_alerts(
    matched: Sequence[tuple[Watch, Sequence[WatchMatch]]],
    story: int,
    article: str,
    told: Mapping[str, frozenset[str]],
    now: datetime,
) -> tuple[Alert, ...]:
    """Alerts for ``article``, per place for speakers new in ``story``; watches on a speaker come first."""
    known = {channel: set(speakers) for channel, speakers in told.items()}
    found = []
    for watch, matches in sorted(matched, key=lambda one: not one[0].interest.speaker):
        here = known.setdefault(watch.channel, set())
        if speakers := find_new_speakers([match.speaker for match in matches], here):
            here.update(speakers)
            found.append(Alert(watch.channel, story, watch.owner, watch, article, now, speakers))
    return tuple(found)


def _ask(watches: Sequence[Watch], matter: WatchedArticle) -> list[tuple[Watch, tuple[WatchMatch, ...]]]:
    return [(watch, matches) for watch in watches if (matches := matter.find(watch.interest))]


def _answerable(channel: str, watch: Watch) -> str:
    """The owner of an alert's post in ``channel``: the person who gets it directly, else the server of the channel."""
    return watch.owner if is_direct(channel) or watch.server is None else watch.server


def _compose_post(owner: str, told: Sequence[Alert], events: Sequence[AlertEvent], now: datetime) -> Post:
    first = told[0]
    subject = ",".join(str(one.story) for one in told)
    # a second alert for the same story, with other speakers: a separate message
    speakers = "\n".join("; ".join(sorted(one.speakers)) for one in told)
    key = post_key(PostKind.ALERT, first.channel, f"{subject}\n{speakers}", 0)
    card = encode_card(render_alert(events, key))
    return lone_post(PostKind.ALERT, key, owner, first.channel, f"stories:{subject}", card, now, POST_LIFETIME)


def _compose_notice(watch: Watch, now: datetime) -> Post:
    place = watch.place or ""
    key = post_key(PostKind.NOTICE, place, f"closed:{watch.id}:{now.isoformat()}", 0)
    card = encode_card(with_mark(render_closed(), key))
    return lone_post(PostKind.NOTICE, key, watch.server or "", place, f"watch:{watch.id}", card, now, POST_LIFETIME)


T = TypeVar("T", bound=Hashable)


async def process_all_due(
    find: Callable[[], Awaitable[Sequence[T]]], work: Callable[[Sequence[T]], Awaitable[bool | None]], *, action: str
) -> None:
    """Call ``work`` with what ``find`` returns until that is empty or was returned before, or ``work`` returns False.

    ``action`` names the work in the log. A row that stays due after it was processed would be found again at once, for
    ever: it ends the call, with an error in the log, and is tried at the job's next run.
    """
    seen: set[T] = set()
    while found := await find():
        if again := seen.intersection(found):
            _log.error("work that was done is still due", action=action, rows=len(again))
            return
        seen.update(found)
        if await work(found) is False:
            return
