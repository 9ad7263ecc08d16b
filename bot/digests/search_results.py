"""Turns search results back into readings and statements, for composing; describes what was searched. Pure."""

from collections import Counter
from collections.abc import Sequence

from bot.digests.lines.statement import StatementLine, without_repeated, word_statement
from bot.digests.statement_context import find_context
from bot.domain.analysis import Analysis, Reading
from bot.domain.attribution import Attribution
from bot.domain.folding import fold_words, holds_words
from bot.domain.statement_search import FoundStatement, SearchScope, parse_about
from bot.domain.text import Span, hull
from bot.i18n.dates import format_day
from bot.i18n.messages import translate
from bot.nlp.sentences import find_sentences


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
    """The line for a found statement; for a speech, the part that is most ``about`` the search."""
    terms = [term.forms for term in parse_about(about)]
    return word_statement(one.article.text, one.attribution, one.beside, language=one.language, about=terms)


def choose_listed(found: Sequence[FoundStatement], lines: Sequence[StatementLine]) -> tuple[int, ...]:
    """The places of those that a page with ``lines`` of ``found`` shows: none that another line contains."""
    return without_repeated([(one.reading, one.attribution, line) for one, line in zip(found, lines, strict=True)])


def count_listed(found: Sequence[FoundStatement], about: str, size: int) -> int:
    """How many lines pages of ``size`` statements show in all."""
    count = 0
    for start in range(0, len(found), size):
        page = found[start : start + size]
        beside = Counter((one.reading, one.attribution.speaker) for one in page)
        # a line repeats another only of the same article and speaker; to word one takes time
        near = [one for one in page if beside[one.reading, one.attribution.speaker] > 1]
        repeated = len(near) - len(choose_listed(near, [word_found(one, about) for one in near]))
        count += len(page) - repeated
    return count


def find_mention(one: FoundStatement, line: StatementLine, about: str) -> Span | None:
    """The context that shows that a found statement is ``about`` something, if its line does not show it.

    These are the words of its sentence before or after the line, or else the nearest sentence before it.
    """
    text = one.article.text
    terms = [term.forms for term in parse_about(about)]
    if not terms or _holds(" ".join(piece.of(text) for piece in line.pieces), terms):
        return None
    shown = hull(line.pieces)
    for around in reversed(find_context(text, one.attribution)):
        for sentence in reversed(find_sentences(around.of(text))):
            start, end = sentence.start + around.start, sentence.end + around.start
            source = one.attribution.source
            before = min(shown.start, source.start) if source and source.start >= start else shown.start
            parts = ((start, min(end, before)), (max(start, shown.end), end))
            for left, right in parts if start < shown.end and shown.start < end else ((start, end),):
                if left < right and _holds(text[left:right], terms):
                    return _bare(text, left, right)
    return None


def _bare(text: str, start: int, end: int) -> Span | None:
    """The slice without commas and white space at its ends."""
    words = text[start:end]
    left = len(words) - len(words.lstrip(" \t\n,;:—–-"))
    right = len(words.rstrip(" \t\n,;:—–-"))
    return Span(start + left, start + right) if left < right else None


def _holds(words: str, terms: Sequence[Sequence[str]]) -> bool:
    folded = fold_words(words)
    return any(holds_words(folded, form) for forms in terms for form in forms)


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
