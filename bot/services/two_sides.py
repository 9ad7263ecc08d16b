"""Two sides of one article, of its story, or of the whole archive."""

import asyncio
from dataclasses import replace
from datetime import datetime

import structlog

from bot.archive.search import SearchStore
from bot.archive.stories import StoryStore
from bot.digests.account_lines import counts
from bot.digests.search_results import readings_of_results, statements_with_articles
from bot.digests.speaker_matching import match_speakers
from bot.digests.two_sides import compose_sides, compose_two_sides, name_side
from bot.domain.analysis import Reading
from bot.domain.digest import Side, TwoSides, TwoSidesQuery
from bot.domain.statement_search import FoundStatements, StatementQuery
from bot.errors import ArchiveError, UsageError
from bot.i18n.messages import translatable
from bot.services.articles import ArticleService
from bot.services.empty_results import explain_empty_result, is_known

MOST_ARTICLES = 40
"""Maximum number of a story's articles that are compared, the newest; longer stories repeat themselves."""
MOST_STATEMENTS = 60
"""Maximum number of statements per side, the newest."""

_log = structlog.get_logger(__name__)


class TwoSidesService:
    """Composes two accounts of one event. ``askers`` is the person and their server, whose private texts count."""

    def __init__(self, article_service: ArticleService, stories: StoryStore, search: SearchStore) -> None:
        self._article_service = article_service
        self._stories = stories
        self._search = search

    async def find(self, wanted: TwoSidesQuery, askers: frozenset[str] = frozenset()) -> TwoSides:
        """The two sides for ``wanted``. Raises ``UsageError`` that says why there are none, ``ArchiveError``."""
        if not wanted.article:
            return await self._find_everywhere(wanted, askers)
        readings = [await self._article_service.load(wanted.article)]
        if wanted.story:
            readings = await self._find_story(readings[0], askers)
        return await asyncio.to_thread(compose_two_sides, *readings, a=wanted.a, b=wanted.b, about=wanted.about)

    async def split(self, article: str, owner: str, now: datetime) -> int:
        """Split the article's story for ``owner``; return its size. Raises ``UsageError`` if it is split already."""
        idents = await self._stories.alongside(article, frozenset({owner}))
        if len(idents) < 2:
            raise UsageError(translatable("desk-story-of-one"))
        await self._stories.split(owner, idents, now)
        return len(idents)

    async def unsplit(self, article: str, owner: str) -> None:
        """Undo :meth:`split`."""
        await self._stories.unsplit(owner, article)

    async def _find_story(self, reading: Reading, askers: frozenset[str]) -> list[Reading]:
        """The articles in the story of ``reading``, oldest first; only itself if it has none."""
        idents = await self._stories.alongside(reading.id, askers)
        newest = idents[-MOST_ARTICLES:]
        readings = []
        for ident in newest if reading.id in newest else (reading.id, *newest[1:]):
            try:
                readings.append(reading if ident == reading.id else await self._article_service.load(ident))
            except ArchiveError as error:  # deleted meanwhile, or damaged: continue with the others
                _log.warning("an article of a story cannot be read", action="sides", article=ident, exc_info=error)
        return readings

    async def _find_everywhere(self, wanted: TwoSidesQuery, askers: frozenset[str]) -> TwoSides:
        if bool(wanted.a) != bool(wanted.b):
            raise UsageError(translatable("desk-one-side"))
        if not (wanted.a or wanted.about):
            raise UsageError(translatable("desk-sides-of-nothing"))
        if not wanted.a:
            return await self._find_leaders(wanted, askers)
        pages = [
            await self._search.find(StatementQuery(who=who, about=wanted.about), askers=askers, limit=MOST_STATEMENTS)
            for who in (wanted.a, wanted.b)
        ]
        for who, page in zip((wanted.a, wanted.b), pages, strict=True):
            known = page.found or await is_known(self._search, StatementQuery(who=who), askers)
            if not known or not any(one.found for one in pages):
                raise await explain_empty_result(self._search, StatementQuery(who=who, about=wanted.about), askers)
        return await asyncio.to_thread(_compare, wanted, *_apart(*pages))

    async def _find_leaders(self, wanted: TwoSidesQuery, askers: frozenset[str]) -> TwoSides:
        """The two sides with most statements about something."""
        page = await self._search.find(StatementQuery(about=wanted.about), askers=askers, limit=2 * MOST_STATEMENTS)
        if not page.found:
            raise await explain_empty_result(self._search, StatementQuery(about=wanted.about), askers)
        sides = await asyncio.to_thread(compose_two_sides, *readings_of_results(page.found))
        return replace(sides, about=wanted.about, left_out=page.total - len(page.found))


def _apart(a: FoundStatements, b: FoundStatements) -> tuple[FoundStatements, FoundStatements]:
    """Both without what both said together. Raises ``UsageError`` where that leaves one side nothing."""
    shared = {one.statement for one in a.found} & {one.statement for one in b.found}
    alone = [tuple(one for one in page.found if one.statement not in shared) for page in (a, b)]
    if shared and not all(alone):
        raise UsageError(translatable("desk-sides-overlap"))
    first, second = (
        replace(page, found=left, total=page.total - len(shared)) for page, left in zip((a, b), alone, strict=True)
    )
    return first, second


def _compare(wanted: TwoSidesQuery, a: FoundStatements, b: FoundStatements) -> TwoSides:
    spoken = [[one for one in statements_with_articles(page.found) if counts(one[1])] for page in (a, b)]
    if not any(spoken):
        raise UsageError(translatable("desk-sides-uncertain"))
    sides = []
    for words, said in zip((wanted.a, wanted.b), spoken, strict=True):
        persons = match_speakers((reading.id, one.speaker) for reading, one in said if one.speaker)
        speakers = tuple(person.speaker for person in persons)
        sides.append(Side(name_side(speakers, words), speakers))
    left_out = sum(page.total - len(page.found) for page in (a, b))
    return compose_sides(sides[0], sides[1], spoken[0], spoken[1], about=wanted.about, left_out=left_out)
