"""Searches statements for ``/said``: page by page, and as one table."""

import asyncio
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.archive.preferences import PreferenceStore
from bot.archive.search import SearchStore
from bot.clock import Clock
from bot.digests.search_results import count_listed
from bot.domain.attribution import Act
from bot.domain.date_phrases import parse_since, parse_until
from bot.domain.language_filter import take_languages
from bot.domain.statement_search import FoundStatement, FoundStatements, SpeakerSuggestion, StatementQuery
from bot.domain.time_zones import load_zone
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.services.empty_results import explain_empty_result

PAGE = 5
"""Statements per page."""
MOST_OF_TABLE = 5000
"""Maximum number of statements in a table, the first found."""
WORDS_LIMIT = 100
"""Maximum length of the speaker and of the topic, in characters."""
MOST_COUNTED = 100
"""Maximum number of statements whose lines are counted; beyond it a count is an estimate."""
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The results ``wanted``, page ``number`` from 0; ``kept`` is a stored query's id, "" if a button can carry it.

    ``listed`` counts the lines of all pages, where lines that repeat others are left out; None if that is not known.
    """

    wanted: StatementQuery
    page: FoundStatements
    number: int = 0
    kept: str = ""
    listed: int | None = None

    @property
    def on(self) -> int | None:
        """The cursor of the next page, None at the end."""
        return self.page.newer if self.wanted.earliest else self.page.older

    @property
    def back(self) -> int | None:
        """The cursor of the previous page, None at the start."""
        return self.page.older if self.wanted.earliest else self.page.newer


class StatementSearchService:
    """The service behind ``/said``, over what ``askers`` may see. Raises ``UsageError``, ``ArchiveError``."""

    def __init__(self, search: SearchStore, preferences: PreferenceStore, clock: Clock) -> None:
        self._search = search
        self._preferences = preferences
        self._clock = clock

    async def search(
        self, *, who: str, about: str, since: str, until: str, askers: frozenset[str], readers: Sequence[str]
    ) -> SearchPage:
        """The first page of statements, all arguments as typed, by zone and attitudes of ``readers``."""
        who, about = " ".join(who.split()), " ".join(about.split())
        if not (who or take_languages(about)[0]):
            raise UsageError(translatable("desk-search-of-nothing"))
        check_length(who, about)
        zone, now = await zone_of(self._preferences, readers), self._clock.now()
        about, languages = take_languages(about)
        start = parse_since(since, now, zone) if since.strip() else None
        end = parse_until(until, now, zone) if until.strip() else None
        if start and end and start >= end:
            raise UsageError(translatable("desk-dates-leave-nothing"))
        languages = languages or await languages_of(self._preferences, readers)
        wanted = StatementQuery(who, about, start, end, languages=languages)
        if readers and (await self._preferences.load(readers[0])).attitudes:
            wanted = replace(wanted, acts=frozenset(Act))
        return await self.load_page(wanted, askers=askers)

    async def load_page(
        self,
        wanted: StatementQuery,
        *,
        askers: frozenset[str],
        before: int | None = None,
        after: int | None = None,
        number: int = 0,
        limit: int = PAGE,
        counted: bool = True,
    ) -> SearchPage:
        """A page of results for ``wanted``, at a cursor; ``counted``: with the number of lines of all pages.

        Raises ``UsageError`` that says what was searched in vain.
        """
        page = await self._search.find(wanted, askers=askers, limit=limit, before=before, after=after)
        if not page.found:
            raise await explain_empty_result(self._search, wanted, askers)
        said = SearchPage(
            wanted, page, number, listed=await self._count(wanted, page, askers, limit) if counted else None
        )
        return said if said.back is not None else replace(said, number=0)

    async def _count(
        self, wanted: StatementQuery, page: FoundStatements, askers: frozenset[str], limit: int
    ) -> int | None:
        """The lines of all pages of ``limit`` statements; None if there are too many to look at."""
        if page.total > MOST_COUNTED:
            return None
        found = page.found
        if len(found) < page.total:
            found = (await self._search.find(wanted, askers=askers, limit=MOST_COUNTED)).found
        return await asyncio.to_thread(count_listed, found, wanted.about, limit)

    async def collect(self, wanted: StatementQuery, *, askers: frozenset[str]) -> tuple[FoundStatement, ...]:
        """All results for ``wanted``, up to ``MOST_OF_TABLE``, in the same order."""
        found: list[FoundStatement] = []
        cursor: int | None = None
        while len(found) < MOST_OF_TABLE:
            before, after = (None, cursor) if wanted.earliest else (cursor, None)
            page = await self._search.find(wanted, askers=askers, limit=_CHUNK, before=before, after=after)
            found += page.found
            cursor = SearchPage(wanted, page).on
            if cursor is None:
                break
        return tuple(found[:MOST_OF_TABLE])

    async def suggest(self, typed: str, *, askers: frozenset[str]) -> tuple[SpeakerSuggestion, ...]:
        """People and countries with statements whose names begin with ``typed``."""
        return await self._search.suggest_speakers(typed, askers=askers)

    async def save_query(self, said: SearchPage) -> SearchPage:
        """The same page, with its query stored for buttons that cannot carry it."""
        question = _encode(said.wanted)
        ident = hashlib.sha256(question.encode()).hexdigest()[:20]
        await self._search.keep_question(ident, question, self._clock.now())
        return replace(said, kept=ident)

    async def load_query(self, ident: str) -> StatementQuery:
        """The stored query. Raises ``UsageError`` if it was deleted."""
        question = await self._search.load_question(ident)
        if question is None:
            raise UsageError(translatable("desk-search-forgotten"))
        return _decode(question)


def check_length(*typed: str) -> None:
    """Raise ``UsageError`` for a speaker or topic of more than ``WORDS_LIMIT`` characters: each word costs time."""
    if any(len(words) > WORDS_LIMIT for words in typed):
        raise UsageError(translatable("desk-search-long", limit=WORDS_LIMIT))


def _encode(wanted: StatementQuery) -> str:
    facts = {
        "who": wanted.who,
        "about": wanted.about,
        "since": wanted.since and wanted.since.isoformat(),
        "until": wanted.until and wanted.until.isoformat(),
        "acts": sorted(wanted.acts),
        "countries": sorted(wanted.countries),
        **({"earliest": True} if wanted.earliest else {}),
        **({"languages": sorted(wanted.languages)} if wanted.languages else {}),
    }
    return json.dumps(facts, sort_keys=True)


def _decode(question: str) -> StatementQuery:
    facts = json.loads(question)
    since, until = (datetime.fromisoformat(at) if (at := facts[name]) else None for name in ("since", "until"))
    known = frozenset(act.value for act in Act)
    acts = frozenset(Act(act) for act in facts["acts"] if act in known)
    countries, languages = frozenset(facts["countries"]), frozenset(facts.get("languages", ()))
    earliest = facts.get("earliest", False)
    return StatementQuery(facts["who"], facts["about"], since, until, acts, countries, earliest, languages)


async def zone_of(preferences: PreferenceStore, readers: Iterable[str]) -> ZoneInfo:
    """The time zone of the first of ``readers`` (a person, their server) who has set one. Raises ``ArchiveError``."""
    for reader in readers:
        if zone := (await preferences.load(reader)).zone:
            return load_zone(zone)
    return load_zone("UTC")


async def languages_of(preferences: PreferenceStore, readers: Iterable[str]) -> frozenset[str]:
    """The languages of the first of ``readers`` who has chosen any; None for all. Raises ``ArchiveError``."""
    for reader in readers:
        if chosen := (await preferences.load(reader)).languages:
            return chosen
    return frozenset()
