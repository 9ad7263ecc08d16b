"""A rendered answer as one value, composed once and shown alike by Discord, a terminal, a file and a picture. Pure.

A document is blocks: headings, speakers, quotes, columns, text. Their lines are made of parts, and a part says what it
is (a time, a link, what somebody typed), so that each back end writes it its own way. Words of strangers are never
plain ``str``: escaping cannot be forgotten. A block names the articles that its words are of; a back end checks what it
shows of the block against them (:func:`bot.render.card.verify_text`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.article import Article
from bot.render.card import Button, ComponentAction, Option, Tone

Words = Callable[[int, Callable[[str], str]], str]
"""Words of an article: at most so many characters of it, guarded against a markup by the function."""


@dataclass(frozen=True, slots=True)
class StrangerText:
    """Words of a stranger: a title, a name, a reason. Shown as they are, shortened."""

    words: str
    limit: int = 300


@dataclass(frozen=True, slots=True)
class StrongText:
    """Our own words, or a stranger's, set off from the rest."""

    words: str
    limit: int = 120


@dataclass(frozen=True, slots=True)
class TypedText:
    """What is typed, letter for letter: a filter, a command, an address. Cut only where it is beyond all measure."""

    words: str
    limit: int = 520


@dataclass(frozen=True, slots=True)
class CommandPart:
    """A command to type next, without the slash: "feed remove number:1"."""

    words: str
    limit: int = 520


@dataclass(frozen=True, slots=True)
class LinkPart:
    """A label that leads somewhere; its host stands beside it, unless ``host`` tells that another part names it."""

    label: str
    url: str | None
    limit: int = 120
    host: bool = True


@dataclass(frozen=True, slots=True)
class TimePart:
    """A time, in the reader's zone; ``ago`` adds its distance from now where the face keeps that up to date.

    ``style`` is Discord's: "f" day and time, "d" and "D" the day, "R" the distance alone. ``plainly`` writes the month
    as a word in a terminal.
    """

    at: datetime
    ago: bool = False
    style: str = "f"
    plainly: bool = False


@dataclass(frozen=True, slots=True)
class ChannelPart:
    """Where something is posted: a Discord channel's id, or the name of the console; or a role's id with its mark."""

    name: str
    mark: str = "#"


@dataclass(frozen=True, slots=True)
class OutletPart:
    """The outlet of an article with the label of a state's.

    Where links can be followed it leads to the article (``linked``, unless the address is longer than ``longest``) and
    by numbers to the ``others``; ``host`` adds the host that it leads to, ``language`` that of the article where it is
    not the reader's.
    """

    article: Article
    others: tuple[Article, ...] = ()
    linked: bool = True
    host: bool = True
    state: bool = True
    strong: bool = False
    limit: int = 60
    longest: int = 512
    language: bool = True


@dataclass(frozen=True, slots=True)
class HostPart:
    """The host of an address, where the address itself is not shown."""

    url: str | None
    known: str = ""


SpecialPart = (
    StrangerText | StrongText | TypedText | CommandPart | LinkPart | TimePart | ChannelPart | OutletPart | HostPart
)
Part = str | SpecialPart
Line = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Every outlet once; ``told`` is what is said of its article where links cannot be followed."""

    outlets: tuple[OutletPart, ...]
    told: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Opens the document or a section of it; ``facts`` stand beside one another below, in smaller letters.

    ``level`` is 1 for the document, 2 for a section, 3 for a side, whose speakers name no country then. ``again`` is
    the section's name on another page. ``button`` stands on the card that shows the section.
    """

    line: Line
    facts: tuple[Line, ...] = ()
    level: int = 2
    articles: tuple[Article, ...] = ()
    url: str = ""
    sources: Sources | None = None
    again: Line = ()
    button: Button | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's heading of ``level``: name, office and country; ``known``, or only as the article calls them."""

    name: Line
    facts: tuple[Line, ...] = ()
    country: Line = ()
    articles: tuple[Article, ...] = ()
    level: int = 3
    known: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of ``articles[0]``, which the others carry too.

    ``who`` tells by whom they are where nothing above does, ``notes`` whatever else there is to say. ``url`` is where
    the words are, for those who cannot follow links; ``option`` leads to their context.
    """

    words: Words
    articles: tuple[Article, ...]
    who: Line = ()
    notes: tuple[Line, ...] = ()
    number: int | None = None
    at: Line = ()
    url: str = ""
    option: Option | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of our own words, or of a stranger's from ``articles`` (else unchecked); ``points`` marks each."""

    lines: tuple[Line, ...]
    points: bool = False
    small: bool = False
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What two sides say on a topic, and how they meet; ``absent`` or the columns' words stand for a silent side."""

    topic: str
    note: str
    a: tuple[Quote, ...]
    b: tuple[Quote, ...]
    articles: tuple[Article, ...]
    clash: bool = False
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Two accounts under the names of their sides, of ``several`` articles or one; ``absent`` for a silent side."""

    a: Speaker
    b: Speaker
    rows: tuple[Row, ...]
    absent: str
    several: bool


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One of several things: a title and details in small letters; ``number`` is what to type for it, if anything."""

    head: Line
    facts: tuple[Line, ...] = ()
    number: int | str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things, one below the other; ``left`` counts those that are not shown."""

    entries: tuple[ListEntry, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class Fields:
    """Names with what they mean: commands, facts about the program."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Script:
    """What is copied into a shell, line by line."""

    lines: tuple[str, ...]


Block = Heading | Speaker | Quote | Text | Columns | Listing | Fields | Script


@dataclass(frozen=True, slots=True)
class Document:
    """An answer. ``title`` names it; ``heading`` is the article that it tells of, where it is one.
    ``above`` is what was asked, in Markdown.

    ``notes`` stand at the end, ``footer`` only on cards. ``limit`` is how many characters of a quote a card shows, and
    ``per_page`` how many quotes; ``one_page`` shows less of each instead of another page. ``dense`` leaves no gap
    between speakers; ``whole`` tears no section that fits a page. ``turn`` asks for another page: without it, pages are
    messages that follow one another. ``choose`` asks for a line of the menu.
    """

    title: Line
    blocks: tuple[Block, ...]
    heading: Heading | None = None
    above: tuple[str, ...] = ()
    facts: tuple[Line, ...] = ()
    sources: Sources | None = None
    notes: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    turn: ComponentAction | None = None
    choose: ComponentAction | None = None
    buttons: tuple[Button, ...] = ()
    tone: Tone = Tone.NEUTRAL
    limit: int = 600
    per_page: int = 12
    one_page: bool = False
    dense: bool = False
    whole: bool = False


def reply(
    title: str,
    lines: tuple[Line, ...] = (),
    entries: tuple[ListEntry, ...] = (),
    notes: tuple[Line, ...] = (),
    *,
    tone: Tone = Tone.NEUTRAL,
    script: tuple[str, ...] = (),
) -> Document:
    """An answer about what is set up: lines, what is copied into a shell, entries, notes in smaller letters."""
    blocks: tuple[Block, ...] = (Text(lines), Script(script), Listing(entries), Text(notes, small=True))
    told = (lines, script, entries, notes)
    shown = tuple(block for block, parts in zip(blocks, told, strict=True) if parts)
    return Document((title,), shown, tone=tone, per_page=10, one_page=True)
