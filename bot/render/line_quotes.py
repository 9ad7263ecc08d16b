"""Lines of stories and of two sides as quotes of a document: slices of their articles, without labels. Pure."""

from collections.abc import Callable
from functools import partial
from typing import Any

from bot.domain.attribution import Kind
from bot.domain.line_reference import LineReference
from bot.i18n.messages import translate
from bot.render.document import Line, Quote, StrangerText
from bot.render.line_text import translate_parts
from bot.render.quotations import ELLIPSIS, excerpt

_MARKS = '“”„«»"'


def quote_line(one: LineReference, *notes: Line, **more: Any) -> Quote:
    """A line with ``notes`` on it, then who passes it on, and that it is reported where neither verb nor marks tell."""
    articles = (one.reading.article, *(reading.article for reading in one.also))
    return Quote(partial(_words, one), articles, notes=(*notes, *_own_notes(one)), **more)


def _words(one: LineReference, limit: int, escape: Callable[[str], str] = str) -> str:
    """At most ``limit`` characters of the article in each piece. Direct speech without marks receives ours."""
    text = one.reading.article.text
    quoted = one.statement.kind is Kind.DIRECT and _is_without_verb(one)
    shown = [excerpt(text, span, limit, quoted=quoted) for span in one.line.pieces]
    return f" {ELLIPSIS} ".join(piece.marked(escape) + (f" {ELLIPSIS}" if piece.cut else "") for piece in shown)


def _own_notes(one: LineReference) -> tuple[Line, ...]:
    said, text = one.statement, one.reading.article.text
    marked = said.kind is Kind.DIRECT or any(set(span.of(text)) & set(_MARKS) for span in one.line.pieces)
    via = one.line.relayed_by
    relayed = (translate_parts("whosaid-via", name=StrangerText(via, 60)),) if via else ()
    reported = () if marked or not _is_without_verb(one) else ((translate("whosaid-mark", kind=Kind.INDIRECT),),)
    return (*relayed, *reported)


def _is_without_verb(one: LineReference) -> bool:
    """Whether the verb of a statement stands outside of its line, or between its pieces."""
    cue = one.statement.cue
    return cue is None or not any(piece.overlaps(cue) for piece in one.line.pieces)
