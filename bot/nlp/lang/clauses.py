"""Completes contents to whole clauses: the tagger leaves out words at the ends and in the middle.

Nothing is added that belongs to another statement's words, cue or source, or that contains a verb of saying.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.text import Span
from bot.nlp.lang.lexicon import Word
from bot.nlp.lang.page import Page
from bot.nlp.lang.sources import EDGE, is_according
from bot.nlp.summary.tokenizer import find_stop_words
from bot.nlp.tagger.tagged_text import AttributionLink

_LONGEST_GAP = 80
"""Maximum characters between two pieces of one clause."""
_LOOKED_AT = 30
"""A number of characters that contains at least one word."""
_AROUND = 12
_FEW = 2
"""Maximum words that cannot be a clause."""
_SHORT = 3
"""Words of at most this many letters do not begin with an article."""
_PUNCTUATION = EDGE + '،"»”'
_CLAUSE_END = re.compile(r"[.;:!?؟؛،,\n«»“”\"()]|\s[-–—]\s")
_PART_END = re.compile(r"[:;؛()\n]|\.\s?[-–—]")
_COMMA = re.compile(r"\s?[,،]\s?")
_SPACES = (" ", "\xa0")
_FUNCTION = ("leading_words", "prepositions", "locatives")


def complete_contents(page: Page, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links``, with contents completed to whole clauses."""
    if page.lexicon.writing.unspaced:
        return list(links)
    clauses = _Clauses(page, links)
    return [replace(link, content=clauses.complete(link)) for link in links]


class _Clauses:
    """The clauses of a page, and the parts of it that already belong to a statement."""

    def __init__(self, page: Page, links: Sequence[AttributionLink]) -> None:
        self._page, self._text, self._lists = page, page.text, page.lexicon.lists
        self._taken = sorted({span for link in links for span in link.spans})
        self._starts = [span.start for span in self._taken]

    def complete(self, link: AttributionLink) -> tuple[Span, ...]:
        """The content of a link."""
        pieces: list[Span] = []
        for piece in link.content:
            if pieces and self._is_one_clause(pieces[-1], piece):
                pieces[-1] = Span(pieces[-1].start, piece.end)
            else:
                pieces.append(piece)
        pieces = [self._to_end(piece) for piece in pieces]
        before = sum(1 for piece in pieces if link.cue is not None and piece.end <= link.cue.start)
        if before and self._is_beside(pieces[before - 1], link):
            pieces[before - 1] = self._from_start(pieces[before - 1])
        elif link.cue is not None and not before and is_according(self._page, link.cue):
            pieces[0] = self._from_comma(link, link.cue, pieces[0])
        return tuple(pieces)

    def _is_free(self, start: int, end: int) -> bool:
        last = bisect_left(self._starts, end)
        return all(one.end <= start for one in self._taken[max(0, last - _AROUND) : last])

    def _is_one_clause(self, one: Span, other: Span) -> bool:
        """Whether the words between two pieces belong to them."""
        page = self._page
        if page.quotation(one.start) or page.quotation(other.start) or other.start - one.end > _LONGEST_GAP:
            return False
        return page.sentence(one.start) == page.sentence(other.start) and self._is_free(one.end, other.start)

    def _to_end(self, piece: Span) -> Span:
        """A piece that breaks off before a word, extended to the end of its clause."""
        page, text = self._page, self._text
        after = page.words(Span(piece.end, min(len(text), piece.end + _LOOKED_AT))) if piece.end < len(text) else []
        if page.quotation(piece.end - 1) or not after or text[piece.end : after[0].span.start] not in _SPACES:
            return piece
        last = page.words(Span(max(piece.start, piece.end - _LOOKED_AT), piece.end))[-_FEW:]
        cut = self._is_relative_clause_begun(last)
        unfinished = cut or self._is_cut_before(last[-1:], after[0])
        leads_on = after[0].text.lower() in find_stop_words(page.lexicon.code) and not self._is_half_a_clause(piece)
        if not unfinished and (leads_on or not page.lexicon.writing.cased):
            return piece
        mark = _CLAUSE_END.search(text, piece.end)
        end = min(page.sentences[page.sentence(piece.start)].end, mark.start() if mark else len(text))
        while end > piece.end and text[end - 1] in EDGE:
            end -= 1
        if end <= piece.end or not self._is_free(piece.end, end):
            return self._before_relative(piece, last) if cut else piece
        if not unfinished and page.lexicon.find_cues(text, piece.end, end):
            return piece
        return Span(piece.start, end)

    def _is_cut_before(self, last: Sequence[Word], word: Word) -> bool:
        """Whether a piece ends with a word that needs the next one: "and", or a noun before its adjective.

        Without capitals, the article of both tells that they belong together.
        """
        is_definite = self._page.lexicon.is_definite
        described = is_definite(word) and len(word.text) > _SHORT and any(map(is_definite, last))
        return described or any(one.of(self._lists["unfinished"]) for one in last)

    def _is_relative_clause_begun(self, last: Sequence[Word]) -> bool:
        """Whether a piece in a script without capitals ends right after the first word of a relative clause."""
        relative = self._lists["pronouns.relative"].whole
        return not self._page.lexicon.writing.cased and any(not relative.isdisjoint(word.forms) for word in last)

    def _before_relative(self, piece: Span, last: Sequence[Word]) -> Span:
        """A piece without the relative clause that it ends in."""
        relative = self._lists["pronouns.relative"].whole
        if last[-1].text.endswith(tuple(self._page.lexicon.lists["pronouns.attached"].whole)):
            return piece  # "which they made it"
        start = next((word.span.start for word in last if not relative.isdisjoint(word.forms)), piece.end)
        while start > piece.start and self._text[start - 1] in _PUNCTUATION:
            start -= 1
        return Span(piece.start, start) if len(self._page.words(Span(piece.start, start))) > _FEW else piece

    def _is_half_a_clause(self, piece: Span) -> bool:
        """Whether a few words after "that" cannot be a clause: "that the harbour", before "was open"."""
        before = self._page.word_before(piece.start)
        led_in = before is not None and before.forms[0] in self._lists["conjunctions"].whole
        return led_in and len(self._page.words(piece)) <= _FEW

    def _is_beside(self, piece: Span, link: AttributionLink) -> bool:
        """Whether there is only punctuation between a piece and the cue or source after it."""
        near = min(span.start for span in (link.cue, link.source) if span is not None and span.start >= piece.end)
        return not self._text[piece.end : near].strip(_PUNCTUATION)

    def _from_start(self, piece: Span) -> Span:
        """A piece before its cue, extended back to the start of its sentence."""
        sentence = self._page.sentences[self._page.sentence(piece.start)]
        if self._page.quotation(piece.start) or self._page.quotation(sentence.start) or sentence.start >= piece.start:
            return piece
        parts = (m.end() for m in _PART_END.finditer(self._text, sentence.start, piece.start))
        start = max([sentence.start, *parts])
        while start < piece.start and self._text[start] in _PUNCTUATION:
            start += 1
        spoken = start < piece.start and self._page.lexicon.find_cues(self._text, start, piece.start)
        return (
            piece if spoken or start == piece.start or not self._is_free(start, piece.start) else Span(start, piece.end)
        )

    def _from_comma(self, link: AttributionLink, cue: Span, piece: Span) -> Span:
        """A piece after "according to X", extended back to the comma after X, unless an apposition stands between."""
        named = link.source is not None and cue.end <= link.source.start < piece.start
        begun = link.source.end if link.source is not None and named else cue.end
        comma = _COMMA.match(self._text, begun) if begun < piece.start else None
        if comma is None or comma.end() >= piece.start or self._page.quotation(piece.start):
            return piece
        first = self._page.words(Span(comma.end(), piece.start))[:1]
        adverbial = any(self._page.lexicon.has_whole(word, *_FUNCTION) for word in first)
        near = self._page.sentence(cue.start) == self._page.sentence(piece.start)
        return Span(comma.end(), piece.end) if adverbial and near and self._is_free(comma.end(), piece.start) else piece
