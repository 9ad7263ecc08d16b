"""Documents in a terminal: in columns where there is room, in plain lines where there is no terminal.

Laying out only wraps lines and sets colours. Each piece is checked against the articles that it is of, and what a
terminal would obey is written out.
"""

import io
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any, NamedTuple, TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text as RichText

from bot.domain.article import Article
from bot.domain.text import escape_controls
from bot.i18n.bidi import isolate
from bot.i18n.lists import join_facts
from bot.i18n.messages import translate
from bot.render.card import verify_plain
from bot.render.document import (
    Block,
    Columns,
    Document,
    Fields,
    Heading,
    Line,
    ListEntry,
    Listing,
    Quote,
    Row,
    Script,
    Sources,
    Speaker,
    Text,
)
from bot.render.line_text import one_line, plain_in
from bot.render.markdown import plain
from bot.render.quotations import ELLIPSIS, shorten

NARROW = 64
"""Columns below which nothing is laid side by side."""
WIDEST = 112
"""Columns beyond which lines are tiring to read."""
QUOTE_LIMIT = 1200
"""Characters of a quote; more is a speech, which the article itself shows better."""
_KEPT = "\n\t"
_REST: dict[str, Any] = {"ratio": 1}


@dataclass(frozen=True, slots=True)
class Screen:
    """Where documents are shown: ``columns`` (None: a file or pipe, unwrapped) and ``zone`` (None: this machine's)."""

    columns: int | None = None
    colour: bool = False
    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class _Speech:
    """Quotes of one speaker; without a ``speaker``, key sentences."""

    speaker: Speaker | None
    quotes: tuple[Quote, ...]

    @property
    def sourced(self) -> bool:
        """Whether each line names its date or article: they are of several."""
        return any(one.at or one.url for one in self.quotes)


class _Said(NamedTuple):
    """A quote in plain words."""

    who: str
    notes: str
    words: str


_Block = Block | Sources | _Speech


def find_screen(stream: TextIO) -> Screen:
    """The screen behind ``stream``. No colour where NO_COLOR is set (no-color.org) or the terminal has none."""
    if not stream.isatty():
        return Screen()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Screen(shutil.get_terminal_size().columns, colour=not plain)


def show(screen: Screen, *documents: Document, limit: int = QUOTE_LIMIT) -> str:
    """``documents`` as printed, a shared heading once, quotes up to ``limit``. Raises ``NotVerbatimError``."""
    blocks = list(_spaced(_blocks(documents)))
    words = _Words(screen.zone, limit)
    if screen.columns is None:
        lines = [line for block, apart in blocks for line in (*[""] * apart, *_plain(block, words))]
        return "\n".join(lines[1:]) + "\n"
    width = min(screen.columns, WIDEST)
    paper = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with paper.capture() as printed:
        for block, apart in blocks:
            if apart:
                paper.print()
            for piece in _laid(block, words, width):
                paper.print(piece)
    return "\n".join(line.rstrip() for line in printed.get().split("\n"))


def _blocks(documents: Iterable[Document]) -> Iterator[_Block]:
    """All that is shown, in order; the quotes of a speaker together."""
    above: Heading | None = None
    for document in documents:
        if document.above:
            yield Text(tuple((plain(line),) for line in document.above))
        if document.heading and document.heading != above:
            above = document.heading
            yield above
        if document.title:
            yield Heading(document.title)
        if document.facts:
            yield Text(
                (tuple(part for fact in filter(None, document.facts) for part in (" · ", *fact))[1:],), small=True
            )
        if document.sources:
            yield document.sources
        yield from _speeches(document.blocks)
        yield from (Text(((note,),), small=True) for note in document.notes)


def _speeches(blocks: Sequence[Block]) -> Iterator[_Block]:
    speaker: Speaker | None = None
    quotes: list[Quote] = []
    for block in (*blocks, None):
        if isinstance(block, Quote):
            quotes.append(block)
            continue
        if quotes:
            yield _Speech(speaker, tuple(quotes))
        quotes = []
        match block:
            case Speaker():
                speaker = block
            case Heading(level=2):
                speaker = None
                yield block
                if block.sources:
                    yield block.sources
            case Heading() | None:
                pass
            case _:
                yield block


def _spaced(blocks: Iterable[_Block]) -> Iterator[tuple[_Block, bool]]:
    """The blocks, each with whether an empty line stands before it: those of a list follow one another without."""
    before = ""
    for block in blocks:
        match block:
            case Text() if block.small or block.points:
                kind = "points" if block.points else "notes"
            case _Speech(speaker=Speaker()) if not block.sourced:
                kind = "lines"
            case _:
                kind = ""
        yield block, not kind or kind != before
        before = kind


class _Words:
    """Writes what a document says in plain words, each checked against its articles."""

    def __init__(self, zone: tzinfo | None, limit: int) -> None:
        self._plain = plain_in(zone)
        self._limit = limit

    def line(self, line: Line, *articles: Article) -> str:
        shown = self._plain(line)
        return escape_controls(verify_plain(shown, *articles) if articles else shown, keep=_KEPT)

    def lines(self, lines: Iterable[Line], *articles: Article) -> list[str]:
        return [shown for shown in (self.line(line, *articles) for line in lines) if shown]

    def beside(self, lines: Iterable[Line], *articles: Article) -> str:
        return " · ".join(self.lines(lines, *articles))

    def speaker(self, one: Speaker) -> list[str]:
        return self.lines((one.name, *one.facts, one.country), *one.articles)

    def quoted(self, one: Quote) -> str:
        return self.line((one.words(self._limit, str),), one.articles[0])

    def noted(self, one: Quote) -> str:
        """Words on one line, with whose they are before and what there is to say of them behind."""
        who, notes, words = self.said(one)
        return isolate(one_line((f"{who}: " if who else "") + words + (f" ({notes})" if notes else "")))

    def said(self, one: Quote) -> _Said:
        """A quote; its notes tell when it was said, in which article, how it came there, and where it is."""
        notes = self.beside((one.at, *one.notes, (one_line(one.url),)), *one.articles)
        return _Said(self.line(one.who, *one.articles), notes, self.quoted(one))

    def sides(self, columns: Columns) -> tuple[str, str]:
        return self.line(columns.a.name, *columns.a.articles), self.line(columns.b.name, *columns.b.articles)

    def topic(self, columns: Columns, row: Row) -> tuple[str, str]:
        """What a row is about, and whose topic that is."""
        topic = self.line((isolate(shorten(one_line(row.topic), 120)) or ELLIPSIS,), *row.articles)
        note = self.line((row.note,), *columns.a.articles)
        return topic, note[:1].lower() + note[1:]

    def pairs(self, block: Sources | Fields) -> list[tuple[str, str]]:
        if isinstance(block, Fields):
            return [(self.line((name,)), self.line(value)) for name, value in block.rows]
        both = zip(block.outlets, block.told, strict=True)
        return [(self.line((one,), one.article), self.line(told, one.article)) for one, told in both]


def _plain(block: _Block, words: _Words) -> Iterable[str]:
    """The lines of a block, unwrapped: for files, pipes and Braille lines."""
    match block:
        case Heading():
            facts = words.beside(block.facts, *block.articles)
            return filter(None, (words.line(block.line, *block.articles), facts, words.line((one_line(block.url),))))
        case Text():
            return ["- " * block.points + words.line(line, *block.articles) for line in block.lines]
        case Listing():
            return [line for entry in block.entries for line in _plain_entry(entry, words)]
        case Fields() | Sources():
            # a name such as "a:… b:…" has its own colons
            return [f"{name}{' –' if ':' in name else ':'} {value}" for name, value in words.pairs(block)]
        case _Speech():
            return _plain_speech(block, words)
        case Columns():
            return _plain_columns(block, words)
        case _:
            return block.lines if isinstance(block, Script) else ()


def _plain_entry(entry: ListEntry, words: _Words) -> Iterable[str]:
    mark = "-" if entry.number is None else entry.number
    return (f"{mark} {words.line(entry.head)}", *(f"  {words.line(fact)}" for fact in entry.facts))


def _plain_speech(speech: _Speech, words: _Words) -> Iterator[str]:
    name = join_facts(words.speaker(speech.speaker)) if speech.speaker else ""
    below = bool(name) and not speech.sourced
    if name:
        yield f"- {name}" if below else name
    yield from (f"{' ' if below else '-'} {words.noted(one)}" for one in speech.quotes)


def _plain_said(one: _Said) -> str:
    how = " · ".join(filter(None, one[:2]))
    return f"{how}: {one.words}" if how else one.words


def _plain_columns(block: Columns, words: _Words) -> Iterator[str]:
    for row in block.rows:
        topic, note = words.topic(block, row)
        yield translate("twosides-on", topic=topic, note=note)
        for name, quotes in zip(words.sides(block), (row.a, row.b), strict=True):
            if not quotes:
                yield f"- {name}: {row.absent or block.absent}"
            told = map(words.said, quotes)
            # a side that is one person names who speaks
            yield from (f"- {name}: {_plain_said(one._replace(who='') if one.who == name else one)}" for one in told)


def _laid(block: _Block, words: _Words, width: int) -> Iterator[RenderableType]:
    match block:
        case Heading(level=2, facts=()):
            yield RichText(words.line(block.line).upper(), "bold cyan")
        case Heading():
            title, *more = _plain(block, words)
            yield RichText(title, "bold")
            yield from (RichText(line, "dim") for line in more)
        case Text(small=True):
            yield from (Padding(RichText(line, "dim italic"), (0, 0, 0, 2)) for line in _plain(block, words))
        case Text(points=True):
            yield _hanging(("•", RichText(words.line(line, *block.articles))) for line in block.lines)
        case Text() | Script():
            yield from map(_indented, _plain(block, words))
        case Listing(entries=entries):
            heads = (_below(words.line(one.head), words.lines(one.facts)) for one in entries)
            yield _hanging(zip(("•" if one.number is None else f"{one.number}" for one in entries), heads, strict=True))
        case Fields() | Sources():
            rows = (tuple(map(RichText, row)) for row in words.pairs(block))
            yield Padding(_grid(rows, {"style": "cyan"}, {}, expand=False), (0, 0, 0, 2))
        case _Speech():
            yield from _speech(block, words)
        case Columns():
            yield from _facing(block, words, width)


def _indented(line: str) -> Padding:
    """A line that keeps its place from the left where it is wrapped."""
    words = line.lstrip(" ")
    return Padding(RichText(words), (0, 0, 0, len(line) - len(words)))


def _below(head: str, facts: Iterable[str]) -> RichText:
    return RichText.assemble(head, *((f"\n{fact}", "dim") for fact in facts))


def _grid(
    rows: Iterable[Sequence[RenderableType]], *columns: dict[str, Any], gap: int = 2, expand: bool = True
) -> Table:
    """Cells beside one another, ``gap`` columns of the terminal between them."""
    grid = Table.grid(padding=(0, gap, 0, 0), expand=expand)
    for column in columns:
        grid.add_column(**column)
    for row in rows:
        grid.add_row(*row)
    return grid


def _hanging(rows: Iterable[tuple[str, RichText]]) -> Table:
    """A mark, and beside it words that stay to its right on every line."""
    marked = ((RichText(mark, "cyan"), words) for mark, words in rows)
    return _grid(marked, {}, _REST, gap=1, expand=False)


def _speech(speech: _Speech, words: _Words) -> Iterator[RenderableType]:
    named = words.speaker(speech.speaker) if speech.speaker else []
    if speech.sourced:
        if named:
            name, *facts = named
            yield RichText.assemble((name, "bold"), *((f" · {fact}", "dim") for fact in facts))
        yield from _with_sources([words.said(one) for one in speech.quotes])
        return
    noted = [words.noted(one) for one in speech.quotes]
    if named:
        yield _hanging([("•", RichText("\n").join((RichText(join_facts(named), "bold"), *map(RichText, noted))))])
    else:
        yield _hanging(("•", RichText(one)) for one in noted)


def _with_sources(said: Sequence[_Said]) -> Iterator[RenderableType]:
    """Lines with their sources below; lines of one source follow one another, and it stands below the last."""
    for number, one in enumerate(said):
        yield Padding(RichText(isolate(one_line(one.words))), (0, 0, 0, 2))
        if one.notes and (number + 1 == len(said) or said[number + 1].notes != one.notes):
            yield Padding(RichText(one.notes, "dim italic"), (0, 0, 0, 4))


def _facing(block: Columns, words: _Words, width: int) -> Iterator[RenderableType]:
    names = words.sides(block)
    if width >= NARROW:
        yield _grid([[RichText(name, "bold cyan") for name in names]], _REST, _REST)
    for row in block.rows:
        topic, note = words.topic(block, row)
        about = RichText.assemble((topic, "bold"), f" · {note}")
        cells = [_cell([words.said(one) for one in quotes], row.absent or block.absent) for quotes in (row.a, row.b)]
        if width >= NARROW:
            yield from (RichText(), Rule(about, align="left", style="dim"), _grid([cells], _REST, _REST))
        else:
            yield about
            for name, cell in zip(names, cells, strict=True):
                yield Padding(RichText.assemble((name, "cyan"), "\n", cell), (0, 0, 1, 2))


def _cell(said: Sequence[_Said], absent: str) -> RichText:
    if not said:
        return RichText(absent, "dim italic")
    return RichText("\n\n").join(map(_told, said))


def _told(one: _Said) -> RichText:
    who = (f"{one.who}\n", "bold") if one.who else ""
    return RichText.assemble(who, one.words, (f"\n{one.notes}" if one.notes else "", "dim italic"))
