"""What a terminal shows, before it is laid out: blocks of plain words, made of documents. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.attribution import Kind
from bot.i18n.messages import translate
from bot.render.statements import quote_mark


@dataclass(frozen=True, slots=True)
class Heading:
    """An article: its title, what is known about it ("RT (state-funded)", a date), its address if any."""

    title: str
    facts: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Caption:
    """The title of what follows."""

    words: str


@dataclass(frozen=True, slots=True)
class Sentences:
    """Key sentences, word for word."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetStatement:
    """One statement: ``verb`` and ``kind`` say how, ``words`` are the article's, ``who`` if not told above.

    ``relayed`` is who passed it on, "" when nobody did.
    """

    verb: str
    kind: Kind
    words: str
    who: str = ""
    relayed: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerBlock:
    """What one speaker said. ``facts`` are office and country."""

    name: str
    facts: tuple[str, ...]
    said: tuple[SheetStatement, ...]


@dataclass(frozen=True, slots=True)
class SidesBlockRow:
    """What each side said on one topic; a side without statements did not mention it.

    ``note`` tells whose topic it is: "Both sides", "Only Norway".
    """

    topic: str
    a: tuple[SheetStatement, ...]
    b: tuple[SheetStatement, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SidesBlock:
    """Two accounts side by side, under the names of their sides."""

    a: str
    b: str
    rows: tuple[SidesBlockRow, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Names with what they mean: commands, facts about the program."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """What is said in our own words, a line each."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One of several things: its number or "", what it is, and what is to be said of it."""

    number: str
    head: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """Several things, one below the other."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of ours, in a smaller voice."""

    words: str


Block = Heading | Caption | Sentences | SpeakerBlock | SidesBlock | Listing | Lines | Points | Note
Sheet = tuple[Block, ...]


def render_lines(sheet: Sheet) -> Iterable[str]:
    """The sheet in plain lines, unwrapped, an empty one between its blocks: for files, pipes and Braille lines."""
    for number, (block, apart) in enumerate(spaced(sheet)):
        if number and apart:
            yield ""
        yield from _block_lines(block)


def spaced(sheet: Sheet) -> Iterable[tuple[Block, bool]]:
    """The blocks, each with whether an empty line stands before it: remarks follow one another without."""
    before: Block | None = None
    for block in sheet:
        yield block, not (isinstance(before, Note) and isinstance(block, Note))
        before = block


def _block_lines(block: Block) -> Iterable[str]:
    match block:
        case Heading():
            return [line for line in (block.title, " · ".join(block.facts), block.url) if line]
        case Caption() | Note():
            return [block.words]
        case Sentences():
            return [f"- {sentence}" for sentence in block.sentences]
        case Lines():
            return block.lines
        case Points():
            return [line for point in block.points for line in _point_lines(point)]
        case Listing():
            # a name such as "a:… b:…" has its own colons
            return [f"{name}{' –' if ':' in name else ':'} {meaning}" for name, meaning in block.rows]
        case SpeakerBlock():
            return [", ".join((block.name, *block.facts)), *map(_said_line, block.said)]
        case SidesBlock():
            return _facing_lines(block)


def _point_lines(point: Point) -> Iterable[str]:
    return (f"{point.number or '-'} {point.head}", *(f"  {fact}" for fact in point.facts))


def _facing_lines(block: SidesBlock) -> Iterable[str]:
    for row in block.rows:
        yield translate("twosides-on", topic=row.topic, note=row.note)
        for name, side in ((block.a, row.a), (block.b, row.b)):
            if not side:
                yield f"- {name}: {block.absent}"
            yield from (f"- {name}: {_said_line(one)[2:]}" for one in side)


def _said_line(one: SheetStatement) -> str:
    how = [part for part in (one.who, one.verb, quote_mark(one.kind), one.relayed) if part]
    return f"- {' · '.join(how)}: {one.words}"
