"""Documents for a terminal: as plain words in blocks, before they are laid out. Pure.

Each block is checked against the articles that it is of.
"""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from bot.domain.article import Article
from bot.domain.attribution import Kind
from bot.i18n.bidi import isolate
from bot.render import document as told
from bot.render.card import verify_plain
from bot.render.document import Document, Line, Quote
from bot.render.line_text import beside, one_line, plain_in
from bot.render.quotations import ELLIPSIS
from bot.render.text import sheet
from bot.render.text.sheet import Sheet, SheetStatement

QUOTE_LIMIT = 1200
"""Characters of a quote; more is a speech, which the article itself shows better."""


def render_sheet(zone: tzinfo | None, *documents: Document) -> Sheet:
    """``documents`` below one another, times in ``zone`` (this machine's when None), an article's heading once.

    Raises ``NotVerbatimError``: what fails is never shown.
    """
    writer = _Writer(zone)
    blocks: list[sheet.Block] = []
    above: told.Heading | None = None
    for document in documents:
        if document.heading and document.heading != above:
            above = document.heading
            blocks.append(writer.heading(above))
        blocks += writer.document(document)
    return tuple(blocks)


class _Writer:
    def __init__(self, zone: tzinfo | None) -> None:
        self._plain = plain_in(zone)

    def document(self, document: Document) -> Iterator[sheet.Block]:
        if document.title:
            yield sheet.Caption(verify_plain(self._plain(document.title)))
        if facts := beside(document.facts, self._plain):
            yield sheet.Note(facts)
        if document.sources:
            yield self._sources(document.sources)
        yield from self._blocks(document.blocks)
        yield from map(sheet.Note, document.notes)

    def heading(self, one: told.Heading) -> sheet.Heading:
        facts = tuple(filter(None, map(self._plain, one.facts)))
        title = self._plain(one.line)
        verify_plain("\n".join((title, *facts)), *one.articles)
        return sheet.Heading(title, facts, one_line(one.url))

    def _blocks(self, blocks: Sequence[told.Block]) -> Iterator[sheet.Block]:
        """Quotes that follow one another belong together: to the speaker before them, if there is one."""
        speaker: told.Speaker | None = None
        quotes: list[Quote] = []
        points: list[sheet.Point] = []
        for block in (*blocks, None):
            if isinstance(block, Quote):
                quotes.append(block)
                continue
            if quotes and speaker and not quotes[0].kind:
                points.append(self._point(speaker, quotes))
            elif quotes:
                yield self._speech(speaker, quotes) if speaker else self._sentences(quotes)
            quotes = []
            match block:
                case told.Speaker():
                    speaker = block
                case told.Heading(level=2):
                    speaker = None
                    yield self._section(block)
                    if block.sources:
                        yield self._sources(block.sources)
                case told.Text():
                    yield self._text(block)
                case told.Columns():
                    yield self._columns(block)
        if points:
            yield sheet.Points(tuple(points))

    def _section(self, one: told.Heading) -> sheet.Block:
        heading = self.heading(one)
        return heading if heading.facts else sheet.Caption(heading.title)

    def _sources(self, sources: told.Sources) -> sheet.Listing:
        rows = tuple(
            (self._checked((outlet,), outlet.article), self._checked(line, outlet.article))
            for outlet, line in zip(sources.outlets, sources.told, strict=True)
        )
        return sheet.Listing(rows)

    def _text(self, block: told.Text) -> sheet.Block:
        lines = tuple(self._checked(line, *block.articles) for line in block.lines)
        if block.points:
            return sheet.Points(tuple(sheet.Point("", line) for line in lines))
        return sheet.Note("\n".join(lines))

    def _sentences(self, quotes: Sequence[Quote]) -> sheet.Sentences:
        return sheet.Sentences(tuple(self._bare(one) for one in quotes))

    def _point(self, speaker: told.Speaker, quotes: Sequence[Quote]) -> sheet.Point:
        name, facts = self._speaker(speaker)
        return sheet.Point("", ", ".join((name, *facts)), tuple(isolate(one_line(self._bare(one))) for one in quotes))

    def _speech(self, speaker: told.Speaker, quotes: Sequence[Quote]) -> sheet.SpeakerBlock:
        name, facts = self._speaker(speaker)
        return sheet.SpeakerBlock(name, facts, tuple(map(self._said, quotes)))

    def _speaker(self, one: told.Speaker) -> tuple[str, tuple[str, ...]]:
        facts = tuple(filter(None, map(self._plain, (*one.facts, one.country))))
        name = self._plain(one.name)
        verify_plain("\n".join((name, *facts)), *one.articles)
        return name, facts

    def _bare(self, one: Quote) -> str:
        """Words with what there is to say of them behind."""
        notes = beside(one.notes, self._plain)
        verify_plain(notes, *one.articles)
        return self._quoted(one) + (f" ({notes})" if notes else "")

    def _said(self, one: Quote) -> SheetStatement:
        notes = beside((one.at, one.relayed, *one.notes, (one_line(one.url),)), self._plain)
        verb, who = self._plain(one.verb), self._plain(one.who)
        verify_plain("\n".join((verb, who, notes)), *one.articles)
        return SheetStatement(verb, one.kind or Kind.INDIRECT, self._quoted(one), who, notes)

    def _quoted(self, one: Quote) -> str:
        return verify_plain(one.words(QUOTE_LIMIT, str), one.articles[0])

    def _columns(self, block: told.Columns) -> sheet.SidesBlock:
        a, b = (self._checked(side.name, *side.articles) for side in (block.a, block.b))
        rows = []
        for row in block.rows:
            topic = verify_plain(isolate(one_line(row.topic)) or ELLIPSIS, *row.articles)
            note = verify_plain(row.note, *block.a.articles)
            left, right = (tuple(map(self._said, quotes)) for quotes in (row.a, row.b))
            rows.append(sheet.SidesBlockRow(topic, left, right, note[:1].lower() + note[1:]))
        return sheet.SidesBlock(a, b, tuple(rows), block.absent)

    def _checked(self, line: Line, *articles: Article) -> str:
        return verify_plain(self._plain(line), *articles)
