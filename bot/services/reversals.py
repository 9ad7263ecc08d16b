"""Finds for ``/changed`` where a speaker's later statements reverse earlier ones, in the whole archive."""

import asyncio

from bot.archive.search import SearchStore
from bot.digests.reversals import ReversalSheet, find_reversals
from bot.domain.statement_search import StatementQuery
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.services.empty_results import explain_empty_result

MOST = 1000
"""Maximum number of statements that are compared, the newest."""


class ReversalService:
    """The service behind ``/changed``. ``askers`` is the person and their server: others' texts are invisible."""

    def __init__(self, search: SearchStore) -> None:
        self._search = search

    async def find(self, *, who: str, about: str, askers: frozenset[str]) -> ReversalSheet:
        """Where ``who`` reversed an earlier statement, ``about`` something or "" for everything.

        Raises ``UsageError`` if there is no statement to compare, ``ArchiveError``.
        """
        who, about = " ".join(who.split()), " ".join(about.split())
        if not who:
            raise UsageError(translatable("changed-nobody"))
        wanted = StatementQuery(who, about)
        page = await self._search.find(wanted, askers=askers, limit=MOST)
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
