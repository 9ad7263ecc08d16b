"""What a search found, as readings and statements again, of which digests are composed; what it searched. Pure."""

from collections.abc import Sequence

from bot.domain.analysis import Analysis, Reading
from bot.domain.attribution import Attribution
from bot.domain.said import Found, Scope


def readings_of(found: Sequence[Found]) -> list[Reading]:
    """The articles of what was ``found`` (newest first), the oldest first, each with those statements alone."""
    statements: dict[str, list[Found]] = {}
    for one in reversed(found):
        statements.setdefault(one.reading, []).append(one)
    return [_reading(ident, those) for ident, those in statements.items()]


def spoken_of(found: Sequence[Found]) -> list[tuple[Reading, Attribution]]:
    """Each statement of what was ``found`` (newest first) with its article, the oldest first."""
    readings = {reading.id: reading for reading in readings_of(found)}
    return [(readings[one.reading], one.attribution) for one in reversed(found)]


def describe_scope(scope: Scope) -> str:
    """What was searched, in words: "1,204 articles of 3 May 2025 to 14 March 2026"."""
    dates = " to ".join(dict.fromkeys(f"{at.day} {at:%B %Y}" for at in (scope.first, scope.last) if at))
    return f"{scope.articles:,} article{'' if scope.articles == 1 else 's'}{f' of {dates}' if dates else ''}"


def _reading(ident: str, those: Sequence[Found]) -> Reading:
    article = those[0].article
    return Reading(ident, article, Analysis(article.text_sha256, "", (), tuple(one.attribution for one in those)))
