"""Nothing found, in words: what was looked for, in how many articles of which dates, and what is spelt like it."""

from bot.archive.search import SearchStore
from bot.digests.found import describe_scope
from bot.domain.said import Wanted
from bot.errors import UsageError

_ALIKE = 3


async def explain_nothing(search: SearchStore, wanted: Wanted, askers: frozenset[str]) -> UsageError:
    """The sentence for a person whose search found nothing. Raises ``ArchiveError``."""
    scope = await search.scope(wanted, askers=askers)
    alike = await search.nearest(wanted.who, askers=askers) if wanted.who else ()
    by = [wanted.who] if wanted.who else sorted(wanted.countries)
    what = " ".join(
        part for part in (f"by {by[0]}" if by else "", f"about {wanted.about}" if wanted.about else "") if part
    )
    step = f"Did you mean {' or '.join(alike[:_ALIKE])}?" if alike else "Try another spelling or fewer words."
    return UsageError(f"Nothing {what} was found in {describe_scope(scope)}.".replace("  ", " "), step)
