"""A statement as a page shows it, in plain words that are not escaped yet; every quotation is checked here.

Marks stand around direct speech alone, and each string in them is a slice of the article: :mod:`bot.render.quotations`
makes and checks them. Names lose marks of their own, since a page has no article to check a name against.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.domain.article import Article
from bot.domain.attribution import Attribution
from bot.domain.text import Span, hull
from bot.export.statement import ExportedStatement, names_of
from bot.render.card import verify_plain
from bot.render.line_text import plain_in
from bot.render.markdown import host, web_address
from bot.render.quotations import ELLIPSIS, check_verbatim, excerpt, find_quotations, shorten
from bot.render.statement_lines import quote_line, write_pieces

WORDS_LIMIT = 1200
"""Characters of a statement; more is a speech, which its article shows better."""
CONTEXT_LIMIT = 900
TITLE_LIMIT = 200
NAME_LIMIT = 120
UNTITLED = "Untitled"
UNRESOLVED = "Speaker not clear from the article"
_QUOTES = dict.fromkeys(map(ord, '“”„"«»‘‚‹›'))


@dataclass(frozen=True, slots=True)
class DisplayedSource:
    """An article as pages name it. ``url`` is None unless it is a web address; ``label`` a state outlet's, else ""."""

    id: str
    title: str
    outlet: str
    label: str
    url: str | None
    host: str
    at: str
    published: bool
    language: str


@dataclass(frozen=True, slots=True)
class ContextPiece:
    """Words of the context; ``said`` where they are the statement's."""

    words: str
    said: bool


@dataclass(frozen=True, slots=True)
class DisplayedStatement:
    """One statement: who (as this article states), how, the words, and the sentence that they stand in."""

    name: str
    role: str
    country: str
    speakers: tuple[str, ...]
    note: str
    words: str
    relayed_by: str
    context: tuple[ContextPiece, ...]


def show(one: ExportedStatement, sentences: Sequence[Span]) -> DisplayedStatement:
    """``one`` as shown; ``sentences`` are those of its article in order. Raises ``NotVerbatimError``."""
    article, said = one.reading.article, one.attribution
    speaker, line = said.speaker, one.word()
    name = speaker.name if speaker else said.source.of(article.text) if said.source else ""
    return DisplayedStatement(
        name=unmarked(name) or UNRESOLVED,
        role=unmarked(speaker.role or "") if speaker else "",
        country=unmarked(speaker.country or "") if speaker else "",
        speakers=tuple(known.key for known in names_of(one)),
        note=", ".join(map(plain_in(UTC), quote_line(article, replace(said, relayed_by=None), line).notes)),
        words=verify_plain(write_pieces(article.text, said, line.pieces, WORDS_LIMIT), article),
        relayed_by=unmarked(said.relayed_by or ""),
        context=_context(article, said, sentences),
    )


def show_source(article: Article, ident: str, at: datetime) -> DisplayedSource:
    """``article`` as pages name it. Raises ``NotVerbatimError``."""
    title = shorten(article.title or "", TITLE_LIMIT) or UNTITLED
    check_verbatim(title, article.title or "", article.text)
    outlet = article.outlet
    return DisplayedSource(
        id=ident,
        title=title,
        outlet=unmarked(outlet.name) if outlet else "",
        label=unmarked((outlet and outlet.state) or ""),
        url=web_address(article.url),
        host=host(article.url),
        at=at.isoformat(),
        published=article.published_at == at,
        language=article.language or "",
    )


def unmarked(name: str) -> str:
    """A name on one line and without quotation marks; an apostrophe stays."""
    name = " ".join(name.split())
    if any(find_quotations(name)):
        name = name.translate(_QUOTES)
    return name if len(name) <= NAME_LIMIT else f"{name[:NAME_LIMIT].rstrip()} {ELLIPSIS}"


def _context(article: Article, said: Attribution, sentences: Sequence[Span]) -> tuple[ContextPiece, ...]:
    """The sentences that hold the statement, cut where they are long; nothing where they are the statement alone."""
    text, span = article.text, said.span
    first = max(bisect_right(sentences, span.start, key=lambda one: one.start) - 1, 0)
    around = hull([span, *(one for one in sentences[first : first + 50] if one.overlaps(span))])
    if said.content == (around,):
        return ()
    piece = excerpt(text, around, CONTEXT_LIMIT)
    if not piece.words:
        return ()
    start = text.index(piece.words, around.start)
    pieces, at = [ContextPiece(piece.before, said=False)], start
    for one in said.content:
        left, right = max(one.start, at), min(one.end, start + len(piece.words))
        if left < right:
            pieces += [ContextPiece(text[at:left], said=False), ContextPiece(text[left:right], said=True)]
            at = right
    tail = text[at : start + len(piece.words)] + piece.after + (f" {ELLIPSIS}" if piece.cut else "")
    pieces.append(ContextPiece(tail, said=False))
    check_verbatim("".join(one.words for one in pieces), text)
    return tuple(one for one in pieces if one.words)
