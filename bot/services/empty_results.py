"""Explains an empty search result: the query, the number and dates of searched articles, and similar names."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from bot.archive.search import SearchStore
from bot.digests.search_results import describe_scope
from bot.domain.statement_search import StatementQuery
from bot.errors import UsageError
from bot.i18n.messages import Translatable, translatable

_ALIKE = 3


async def explain_empty_result(search: SearchStore, wanted: StatementQuery, askers: frozenset[str]) -> UsageError:
    """The message for a search without results. Raises ``ArchiveError``."""
    scope = await search.scope(wanted, askers=askers)
    if not scope.articles:
        every = await search.scope(replace(wanted, since=None, until=None), askers=askers)
        return UsageError(
            translatable("desk-nothing-dated", scope=describe_scope(every))
            if every.articles
            else translatable("desk-nothing-read")
        )
    by = [wanted.who] if wanted.who else sorted(wanted.countries)
    step = translatable("desk-try-otherwise")
    if wanted.languages and await is_known(search, replace(wanted, languages=frozenset()), askers):
        step = translatable("filter-codes-others", languages=", ".join(sorted(wanted.languages)))
    elif wanted.about and by and await is_known(search, replace(wanted, about="", since=None, until=None), askers):
        step = translatable("desk-try-other-topics", who=by[0])
    elif wanted.who and (alike := await search.nearest(wanted.who, askers=askers)):
        step = translatable("desk-did-you-mean", names=either(alike[:_ALIKE]))
    return UsageError(_nothing(by[0] if by else "", wanted.about, describe_scope(scope), step))


def either(names: Sequence[str | Translatable]) -> str | Translatable:
    """Alternatives, at least one, as text: "Lavrov or Larov"."""
    return reduce(lambda first, other: translatable("desk-or", first=first, other=other), names)


def _nothing(who: str, about: str, scope: str, step: Translatable) -> Translatable:
    if who and about:
        return translatable("desk-nothing-by-about", who=who, about=about, scope=scope, step=step)
    if who:
        return translatable("desk-nothing-by", who=who, scope=scope, step=step)
    if about:
        return translatable("desk-nothing-about", about=about, scope=scope, step=step)
    return translatable("desk-nothing-found", scope=scope, step=step)


async def is_known(search: SearchStore, wanted: StatementQuery, askers: frozenset[str]) -> bool:
    """Whether any statement matches ``wanted``."""
    return bool((await search.find(wanted, askers=askers, limit=1)).found)
