"""Lines as quotes: the article's words and marks, and what is to be said of them."""

from dataclasses import replace

from bot.domain.attribution import Kind
from bot.domain.line import LineReference
from bot.domain.text import Span
from bot.i18n.messages import translate
from bot.render.line_quotes import quote_line
from tests.unit.digests.quarrel import as_line, trawler

NETS = trawler()[0]
SAID, ADDED, DEMANDED = sorted(NETS.analysis.attributions, key=lambda one: one.span)


def from_verb(line: LineReference) -> LineReference:
    """``line`` from its verb."""
    cue = line.statement.cue
    assert cue is not None
    return replace(line, line=replace(line.line, pieces=(Span(cue.start, line.line.pieces[-1].end),)))


def test_words_from_their_verb_need_no_label() -> None:
    quote = quote_line(from_verb(as_line(NETS, DEMANDED)))
    assert quote.words(400, str) == "demanded a joint inspection of the cargo hold"
    assert (quote.verb, quote.kind, quote.notes) == ((), None, ())
    assert quote.articles == (NETS.article,)


def test_words_without_verb_and_marks_are_reported() -> None:
    assert quote_line(as_line(NETS, SAID)).notes == ((translate("whosaid-mark", kind=Kind.INDIRECT),),)
    assert quote_line(as_line(NETS, ADDED)).notes == (), "the article's marks tell that it is quoted"


def test_who_passes_a_line_on_is_told_after_other_notes() -> None:
    line = from_verb(as_line(NETS, DEMANDED))
    quote = quote_line(replace(line, line=replace(line.line, relayed_by="the daily")), ("first",))
    assert quote.notes[0] == ("first",)
    assert len(quote.notes) == 2
