"""Turns search results back into readings and statements, for composing; describes what was searched. Pure."""

from collections.abc import Sequence

from bot.digests.lines.statement import StatementLine, word_statement
from bot.domain.analysis import Analysis, Reading
from bot.domain.attribution import Attribution
from bot.domain.statement_search import FoundStatement, SearchScope, parse_about
from bot.i18n.dates import format_day
from bot.i18n.messages import translate


def readings_of_results(found: Sequence[FoundStatement]) -> list[Reading]:
    """The articles of what was ``found`` (newest first), oldest first, each with only these statements."""
    statements: dict[str, list[FoundStatement]] = {}
    for one in reversed(found):
        statements.setdefault(one.reading, []).append(one)
    return [_reading(ident, those) for ident, those in statements.items()]


def statements_with_articles(found: Sequence[FoundStatement]) -> list[tuple[Reading, Attribution]]:
    """Each statement of what was ``found`` (newest first) with its article, oldest first."""
    readings = {reading.id: reading for reading in readings_of_results(found)}
    return [(readings[one.reading], one.attribution) for one in reversed(found)]


def word_found(one: FoundStatement, about: str = "") -> StatementLine:
    """What is printed of a found statement; of a speech, the part that holds most of the words ``about``."""
    terms = [" ".join(term.words) for term in parse_about(about)]
    return word_statement(one.article.text, one.attribution, one.beside, language=one.language, about=terms)


def describe_scope(scope: SearchScope) -> str:
    """What was searched, in words: "1,204 articles of 3 May 2025 to 14 March 2026"."""
    first, last = (format_day(at) if at else "" for at in (scope.first, scope.last))
    if not (first or last):
        return translate("said-scope", count=scope.articles)
    if not (first and last) or first == last:
        return translate("said-scope-of-day", count=scope.articles, day=first or last)
    return translate("said-scope-of-days", count=scope.articles, first=first, last=last)


def _reading(ident: str, those: Sequence[FoundStatement]) -> Reading:
    article = those[0].article
    return Reading(ident, article, Analysis(article.text_sha256, "", (), tuple(one.attribution for one in those)))
