"""Lines as parts of a document: slices of an article under a speaker's name, without labels. Pure.

Quotation marks are the article's; they tell what is quoted.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from bot.digests.lines.statement import StatementLine
from bot.domain.article import Article
from bot.domain.attribution import Attribution, Kind
from bot.domain.text import Span
from bot.i18n.messages import translate
from bot.render.document import Line, Quote, Speaker, StrangerText
from bot.render.line_text import translate_parts
from bot.render.quotations import ELLIPSIS, excerpt
from bot.render.statements import introduce, source_of

_MARKS = '“”„«»"'


def introduce_source(article: Article, said: Attribution) -> Speaker:
    """Whose statement it is: the speaker, or the article's words for them where nobody is known by name."""
    source = source_of(article.text, said)
    return Speaker(source, articles=(article,), known=False) if source else introduce(said.speaker, article)


def quote_line(
    article: Article,
    said: Attribution,
    line: StatementLine,
    *carried_by: Article,
    notes: Sequence[Line] = (),
    **more: Any,
) -> Quote:
    """The statement ``said`` of ``article`` in the words of ``line``; ``notes`` follow what is to be said of them."""
    told = line_notes(article.text, said, line.pieces)
    whole = ((translate("whosaid-sentence"),),) if line.whole else ()
    words = partial(write_pieces, article.text, said, line.pieces)
    return Quote(words, (article, *carried_by), notes=(*notes, *told, *whole), **more)


def write_pieces(
    text: str, said: Attribution, pieces: Sequence[Span], limit: int, escape: Callable[[str], str] = str
) -> str:
    """The words of a line, at most ``limit`` characters of the article in each piece, an ellipsis between the pieces.

    Direct speech that has no quotation marks (a transcript's) receives ours.
    """
    return join_pieces(text, said, pieces, limit, escape, verb=_has_verb(said, pieces))


def join_pieces(
    text: str, said: Attribution, pieces: Sequence[Span], limit: int, escape: Callable[[str], str], *, verb: bool
) -> str:
    """As :func:`write_pieces`; ``verb`` tells whether the verb of ``said`` is shown."""
    shown = [excerpt(text, span, limit, quoted=said.kind is Kind.DIRECT and not verb) for span in pieces]
    return f" {ELLIPSIS} ".join(one.marked(escape) + (f" {ELLIPSIS}" if one.cut else "") for one in shown)


def line_notes(text: str, said: Attribution, pieces: Sequence[Span]) -> tuple[Line, ...]:
    """What is to be said of a line: who passes it on, and that words with neither verb nor marks are reported."""
    return note_line(text, said, pieces, verb=_has_verb(said, pieces))


def note_line(text: str, said: Attribution, pieces: Sequence[Span], *, verb: bool) -> tuple[Line, ...]:
    """As :func:`line_notes`; ``verb`` tells whether the verb of ``said`` is shown."""
    marked = said.kind is Kind.DIRECT or any(set(span.of(text)) & set(_MARKS) for span in pieces)
    via = (translate_parts("whosaid-via", name=StrangerText(said.relayed_by, 60)),) if said.relayed_by else ()
    return (*via, *(() if marked or verb else ((translate("whosaid-mark", kind=Kind.INDIRECT),),)))


def _has_verb(said: Attribution, pieces: Sequence[Span]) -> bool:
    """Whether the verb of ``said`` stands within its line."""
    cue = said.cue
    return cue is not None and pieces[0].start <= cue.start and pieces[-1].end > cue.start
