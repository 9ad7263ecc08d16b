"""Lines as parts of a document: slices of an article under a speaker's name, without labels. Pure.

Quotation marks are the article's; they tell what is quoted.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from bot.digests.lines.statement import StatementLine
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind
from bot.domain.attribution import Speaker as Person
from bot.domain.line import LineReference
from bot.domain.text import Span
from bot.i18n.messages import translate
from bot.render.document import Line, Quote, Speaker, StrangerText
from bot.render.line_text import translate_parts
from bot.render.quotations import ELLIPSIS, excerpt
from bot.render.statements import introduce, source_of

_MARKS = '“”„«»"'
_LEADING_ON = (",”", ',"', ",»")


def introduce_source(article: Article, said: Attribution, language: str | None) -> Speaker:
    """Whose statement it is: the speaker, or the article's words for them where nobody is known by name."""
    source = source_of(article, said, language)
    return Speaker(source, articles=(article,), known=False) if source else introduce(said.speaker, article)


def quote_line(
    article: Article,
    said: Attribution,
    line: StatementLine,
    *carried_by: Article,
    notes: Sequence[Line] = (),
    **more: Any,
) -> Quote:
    """The statement ``said`` of ``article`` in the words of ``line``, with notes on who relays it and how."""
    via = (translate_parts("whosaid-via", name=StrangerText(said.relayed_by, 60)),) if said.relayed_by else ()
    marked = said.kind is Kind.DIRECT or any(set(piece.of(article.text)) & set(_MARKS) for piece in line.pieces)
    reported = () if marked or _shows_verb(said, line.pieces) else ((translate("whosaid-reported"),),)
    whole = ((translate("whosaid-sentence"),),) if line.whole else ()
    words = partial(write_pieces, article.text, said, line.pieces)
    return Quote(words, (article, *carried_by), notes=(*notes, *via, *reported, *whole), **more)


def quote_reference(one: LineReference, *notes: Line, **more: Any) -> Quote:
    """A line of one of several articles, carried by the others that it names."""
    said = replace(one.statement, relayed_by=one.line.relayed_by)
    also = (reading.article for reading in one.also)
    return quote_line(one.reading.article, said, StatementLine(one.line.pieces), *also, notes=notes, **more)


def describe_answer(said: Attribution, answered: Person | None) -> tuple[Line, ...]:
    """The note that ``said`` denies or rejects what another line's speaker says; none if it answers nobody."""
    if answered is None:
        return ()
    act = Act.REJECTS if said.act is Act.REJECTS else Act.DENIES
    return (translate_parts("whosaid-answers", act=act, name=StrangerText(answered.name, 60)),)


def write_pieces(
    text: str, said: Attribution, pieces: Sequence[Span], limit: int, escape: Callable[[str], str] = str
) -> str:
    """A line's words, ``limit`` characters a piece, in our quotation marks where direct speech has none."""
    quoted = said.kind is Kind.DIRECT and not _shows_verb(said, pieces)
    shown = [excerpt(text, _without_comma(text, piece), limit, quoted=quoted) for piece in pieces]
    return f" {ELLIPSIS} ".join(one.marked(escape) for one in shown) + (f" {ELLIPSIS}" if shown[-1].cut else "")


def _without_comma(text: str, piece: Span) -> Span:
    """``piece`` without a comma and closing mark at its end; the mark is set again where it is shown."""
    leads_on = text[piece.end - 2 : piece.end] in _LEADING_ON and len(piece) > 2
    return Span(piece.start, piece.end - 2) if leads_on else piece


def _shows_verb(said: Attribution, pieces: Sequence[Span]) -> bool:
    """Whether a piece holds the verb of ``said``; one that stands between pieces is not shown."""
    return said.cue is not None and any(piece.overlaps(said.cue) for piece in pieces)
