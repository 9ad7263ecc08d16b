"""Statements over time, where they reverse earlier ones, and a country's position, from the whole archive."""

import asyncio
from dataclasses import dataclass

from bot.archive.preferences import PreferenceStore
from bot.archive.search import SearchStore
from bot.archive.speaker_query import name_country
from bot.clock import Clock
from bot.digests.position import PositionSheet, compose_position
from bot.digests.reversals import ReversalSheet, find_reversals
from bot.digests.timeline import Timeline, compose_timeline
from bot.domain.date_phrases import parse_since
from bot.domain.language_filter import take_languages
from bot.domain.statement_search import FoundStatement, StatementQuery
from bot.errors import UsageError
from bot.i18n.messages import quote_input, translatable, translate
from bot.services.empty_results import explain_empty_result
from bot.services.statement_search import check_length, languages_of, zone_of

MOST_OF_TIMELINE = 1000
"""Maximum number of statements in a timeline, the newest."""
MOST_OF_POSITION = 100
MOST_COMPARED = 1000
"""Maximum number of statements among which reversals are found, the newest."""


@dataclass(frozen=True, slots=True)
class TimelineResult:
    """A timeline, its query in words, and its statements, newest first."""

    timeline: Timeline
    title: str
    found: tuple[FoundStatement, ...]


class TimelineService:
    """Timelines, positions, reversals from what ``askers`` may see. All raise ``UsageError``, ``ArchiveError``."""

    def __init__(self, search: SearchStore, preferences: PreferenceStore, clock: Clock) -> None:
        self._search = search
        self._preferences = preferences
        self._clock = clock

    async def timeline(
        self, *, who: str, about: str, since: str, askers: frozenset[str], readers: tuple[str, ...]
    ) -> TimelineResult:
        """What ``who`` said ``about`` something ``since`` a date, as typed, in a zone of ``readers``."""
        if not (who.strip() or about.strip()):
            raise UsageError(translatable("desk-timeline-of-nothing"))
        check_length(" ".join(who.split()), " ".join(about.split()))
        zone, now = await zone_of(self._preferences, readers), self._clock.now()
        start = parse_since(since, now, zone) if since.strip() else None
        about, languages = take_languages(about)
        languages = languages or await languages_of(self._preferences, readers)
        wanted = StatementQuery(who=who, about=about, since=start, languages=languages)
        page = await self._search.find(wanted, askers=askers, limit=MOST_OF_TIMELINE)
        if not page.found:
            raise await explain_empty_result(self._search, wanted, askers)
        left_out = page.over or page.total > len(page.found)
        name = page.people[0] if len(page.people) == 1 else who.strip() or translate("timeline-everybody")
        title = translate("said-about", who=name, about=about.strip()) if about.strip() else name
        timeline = await asyncio.to_thread(
            compose_timeline, page.found, since=start, until=now, zone=zone, left_out=left_out
        )
        return TimelineResult(timeline, title, page.found)

    async def position(self, *, country: str, topic: str, askers: frozenset[str]) -> PositionSheet:
        """What the speakers of a country or organisation said on a topic; on everything for ""."""
        name = name_country(country)
        if name is None:
            raise UsageError(translatable("desk-country-unknown", typed=quote_input(country)))
        check_length(" ".join(topic.split()))
        topic, languages = take_languages(topic)
        wanted = StatementQuery(about=topic, countries=frozenset({name}), languages=languages)
        page = await self._search.find(wanted, askers=askers, limit=MOST_OF_POSITION)
        sheet = await asyncio.to_thread(
            compose_position,
            page.found,
            country=name,
            topic=topic.strip(),
            scope=await self._search.scope(wanted, askers=askers),
            left_out=page.over or page.total > len(page.found),
        )
        if not sheet.voices:
            raise await explain_empty_result(self._search, wanted, askers)
        return sheet

    async def suggest(self, typed: str, *, askers: frozenset[str], countries: bool = False) -> tuple[str, ...]:
        """Names with statements that begin with ``typed``: people and countries, or ``countries`` only."""
        found = await self._search.suggest_speakers(typed, askers=askers)
        return tuple(one.name for one in found if not countries or name_country(one.name) == one.name)

    async def reversals(self, *, who: str, about: str, askers: frozenset[str]) -> ReversalSheet:
        """Reversals by ``who``, on ``about`` or on everything."""
        who, about = " ".join(who.split()), " ".join(about.split())
        if not who:
            raise UsageError(translatable("changed-nobody"))
        check_length(who, about)
        wanted = StatementQuery(who, about)
        page = await self._search.find(wanted, askers=askers, limit=MOST_COMPARED)
        if not page.found:
            raise await explain_empty_result(self._search, wanted, askers)
        return ReversalSheet(
            page.people[0] if len(page.people) == 1 else who,
            about,
            await asyncio.to_thread(find_reversals, page.found),
            len(page.found),
            await self._search.scope(wanted, askers=askers),
            left_out=page.over or page.total > len(page.found),
            asked=wanted,
        )
