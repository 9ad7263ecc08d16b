"""Nothing found, in words: what was looked for, in how many articles of which dates, and what is spelt like it."""

from dataclasses import replace

from bot.archive.search import SearchStore
from bot.digests.found import describe_scope
from bot.domain.said import Wanted
from bot.errors import UsageError

_ALIKE = 3


async def explain_nothing(search: SearchStore, wanted: Wanted, askers: frozenset[str]) -> UsageError:
    """The sentence for a person whose search found nothing. Raises ``ArchiveError``."""
    scope = await search.scope(wanted, askers=askers)
    by = [wanted.who] if wanted.who else sorted(wanted.countries)
    parts = ("Nothing", f"by {by[0]}" if by else "", f"about {wanted.about}" if wanted.about else "", "was found in")
    step = "Try another spelling or fewer words."
    if wanted.about and by and await is_known(search, replace(wanted, about="", since=None, until=None), askers):
        step = f"{by[0]} is quoted on other topics: leave this one out to see them."
    elif wanted.who and (alike := await search.nearest(wanted.who, askers=askers)):
        step = f"Did you mean {' or '.join(alike[:_ALIKE])}?"
    return UsageError(f"{' '.join(part for part in parts if part)} {describe_scope(scope)}.", step)


async def is_known(search: SearchStore, wanted: Wanted, askers: frozenset[str]) -> bool:
    """Whether there is any statement that is ``wanted``."""
    return bool((await search.find(wanted, askers=askers, limit=1)).found)
