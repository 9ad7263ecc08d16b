"""Sheets laid out for a terminal: in columns where there is room, in plain lines where there is no terminal.

Laying out only wraps lines and sets colours; what the words are was decided, and checked, before.
"""

import io
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import tzinfo
from enum import Enum
from typing import TextIO, TypeVar, cast

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.domain.attribution import Kind
from bot.domain.text import escape_controls
from bot.render.document import Document
from bot.render.statements import quote_mark
from bot.render.text.document_sheet import render_sheet
from bot.render.text.sheet import (
    Block,
    Caption,
    Heading,
    Lines,
    Listing,
    Note,
    Point,
    Points,
    Sentences,
    Sheet,
    SheetStatement,
    SidesBlock,
    SpeakerBlock,
    render_lines,
    spaced,
)

NARROW = 64
"""Columns below which nothing is laid side by side."""
WIDEST = 112
"""Columns beyond which lines are tiring to read."""
_KEPT = "\n\t"
_MARK_STYLES = {Kind.DIRECT: "green", Kind.MIXED: "yellow", Kind.INDIRECT: "dim"}

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Screen:
    """Where sheets are shown: ``columns`` of a terminal, None for a file or pipe, where nothing is wrapped or coloured.

    ``zone`` is the reader's time zone, None that of this machine.
    """

    columns: int | None = None
    colour: bool = False
    zone: tzinfo | None = None


def find_screen(stream: TextIO) -> Screen:
    """The screen behind ``stream``. No colour where NO_COLOR is set (no-color.org) or the terminal has none."""
    if not stream.isatty():
        return Screen()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Screen(shutil.get_terminal_size().columns, colour=not plain)


def show(screen: Screen, *documents: Document) -> str:
    """``documents`` below one another as they are printed. Raises ``NotVerbatimError``."""
    return lay_out(render_sheet(screen.zone, *documents), screen)


def lay_out(sheet: Sheet, screen: Screen) -> str:
    """``sheet`` as it is printed."""
    if screen.columns is None:
        return escape_controls("\n".join(render_lines(sheet)) + "\n", keep=_KEPT)
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
        for block, apart in spaced(sheet):
            if apart:
                paper.print()
            for piece in _laid(_harmless(block), width):
                paper.print(piece)
    return "\n".join(line.rstrip() for line in printed.get().split("\n"))


def _harmless(value: V) -> V:
    """A block, or any part of one, with what a terminal would obey written out."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return cast("V", escape_controls(value, keep=_KEPT))
    if isinstance(value, tuple):
        return cast("V", tuple(map(_harmless, value)))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _harmless(getattr(value, field.name)) for field in fields(value)})
    return value


def _laid(block: Block, width: int) -> Iterator[RenderableType]:
    match block:
        case Heading():
            yield Text(block.title, "bold")
            yield from (Text(line, "dim") for line in (" · ".join(block.facts), block.url) if line)
        case Caption():
            yield Text(block.words.upper(), "bold cyan")
        case Note():
            yield Padding(Text(block.words, "dim italic"), (0, 0, 0, 2))
        case Sentences():
            yield _hanging((Text("•", "cyan"), Text(sentence)) for sentence in block.sentences)
        case Lines():
            yield from map(_indented, block.lines)
        case Points():
            yield _hanging((Text(point.number or "•", "cyan"), _point(point)) for point in block.points)
        case Listing():
            yield Padding(_listing(block), (0, 0, 0, 2))
        case SpeakerBlock():
            yield Text.assemble((block.name, "bold"), *((f" · {fact}", "dim") for fact in block.facts))
            yield _statements(block.said, width)
        case SidesBlock():
            yield from _facing(block, width)


def _indented(line: str) -> Padding:
    """A line that keeps its place from the left where it is wrapped."""
    words = line.lstrip(" ")
    return Padding(Text(words), (0, 0, 0, len(line) - len(words)))


def _point(point: Point) -> Text:
    return Text.assemble(point.head, *((f"\n{fact}", "dim") for fact in point.facts))


def _listing(block: Listing) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="cyan")
    grid.add_column()
    for name, meaning in block.rows:
        grid.add_row(name, meaning)
    return grid


def _hanging(rows: "Iterator[tuple[Text, Text]]") -> Table:
    """A mark, and beside it words that stay to its right on every line."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column()
    grid.add_column(ratio=1)
    for row in rows:
        grid.add_row(*row)
    return grid


def _statements(said: tuple[SheetStatement, ...], width: int) -> RenderableType:
    if width < NARROW:
        return Group(
            *(Padding(part, (0, 0, 0, left)) for one in said for part, left in ((_how(one), 2), (_words(one), 4)))
        )
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=16, style="cyan")
    grid.add_column(width=13)
    grid.add_column(ratio=1)
    for one in said:
        verb = f"{one.who} {one.verb}" if one.who else one.verb
        grid.add_row(verb, Text(quote_mark(one.kind), _MARK_STYLES[one.kind]), _words(one))
    return Padding(grid, (0, 0, 0, 2))


def _words(one: SheetStatement) -> Text:
    return Text.assemble(one.words, (f"\n{one.relayed}" if one.relayed else "", "dim italic"))


def _how(one: SheetStatement) -> Text:
    who = (f"{one.who} ", "bold") if one.who else ""
    return Text.assemble(who, (one.verb, "cyan"), " · ", (quote_mark(one.kind), _MARK_STYLES[one.kind]))


def _facing(block: SidesBlock, width: int) -> Iterator[RenderableType]:
    if width < NARROW:
        for row in block.rows:
            yield Text.assemble((row.topic, "bold"), f" · {row.note}")
            for name, side in ((block.a, row.a), (block.b, row.b)):
                yield Padding(Text.assemble((name, "cyan"), "\n", _cell(side, block.absent)), (0, 0, 1, 2))
        return
    yield _halves(Text(block.a, "bold cyan"), Text(block.b, "bold cyan"))
    for row in block.rows:
        yield Text()
        yield Rule(Text.assemble((row.topic, "bold"), f" · {row.note}"), align="left", style="dim")
        yield _halves(_cell(row.a, block.absent), _cell(row.b, block.absent))


def _halves(a: Text, b: Text) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(ratio=1)
    grid.add_column(ratio=1)
    grid.add_row(a, b)
    return grid


def _cell(side: tuple[SheetStatement, ...], absent: str) -> Text:
    if not side:
        return Text(absent, "dim italic")
    return Text("\n\n").join(Text("\n").join((_how(one), _words(one))) for one in side)
