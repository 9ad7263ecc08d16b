"""Lines of stories and of two sides as quotes of a document: slices of their articles, without labels. Pure."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from bot.domain.line import LineReference
from bot.render.document import Line, Quote
from bot.render.statement_lines import join_pieces, note_line


def quote_line(one: LineReference, *notes: Line, **more: Any) -> Quote:
    """A line with ``notes`` on it, then who passes it on, and that it is reported where neither verb nor marks tell."""
    articles = (one.reading.article, *(reading.article for reading in one.also))
    said = replace(one.statement, relayed_by=one.line.relayed_by)
    told = note_line(one.reading.article.text, said, one.line.pieces, verb=_has_verb(one))
    return Quote(partial(_words, one), articles, notes=(*notes, *told), **more)


def _words(one: LineReference, limit: int, escape: Callable[[str], str] = str) -> str:
    """At most ``limit`` characters of the article in each piece. Direct speech without marks receives ours."""
    text = one.reading.article.text
    return join_pieces(text, one.statement, one.line.pieces, limit, escape, verb=_has_verb(one))


def _has_verb(one: LineReference) -> bool:
    """Whether a piece of the line holds the verb of its statement; one that stands between pieces is not shown."""
    cue = one.statement.cue
    return cue is not None and any(piece.overlaps(cue) for piece in one.line.pieces)
