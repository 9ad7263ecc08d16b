"""Answers of the desk as values, shown alike by Discord and by a terminal: a title, lines of parts, numbered entries.

A part says what it is (a time, a link, what somebody typed), and each face writes that its own way. Words of strangers
are only ever ``UserText``, ``TypedText`` or the label of a ``AttributionLink``, so that escaping cannot be forgotten.
Pure.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot.domain.text import normalise_text
from bot.i18n.bidi import isolate, isolate_code
from bot.i18n.language import current_language
from bot.i18n.messages import translate
from bot.render.card import FOOTER_ROOM, TEXT_LIMIT, Button, Card, ComponentAction, Menu, Tone
from bot.render.markdown import escape, host, inline, link, timestamp, units
from bot.render.pagination import page_buttons, page_note, paginate
from bot.render.quotations import shorten
from bot.render.text.sheet import Block, Caption, Lines, Note, Point, Points, Sheet

TITLE_ROOM = 300
ENTRIES = 10
"""Entries on a page."""
_PAGE_ROOM = TEXT_LIMIT - TITLE_ROOM - FOOTER_ROOM


@dataclass(frozen=True, slots=True)
class StrangerText:
    """Words of a stranger: a title, a reason. Shown as they are, shortened."""

    words: str
    limit: int = 300


@dataclass(frozen=True, slots=True)
class StrongText:
    """Our own words, or a stranger's, set off from the rest."""

    words: str


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
    """A label that leads somewhere; its host stands beside it."""

    label: str
    url: str | None


@dataclass(frozen=True, slots=True)
class TimePart:
    """A time, in the reader's zone; ``ago`` adds its distance from now where the face keeps that up to date."""

    at: datetime
    ago: bool = False


@dataclass(frozen=True, slots=True)
class ChannelPart:
    """Where something is posted: a Discord channel's id, or the name of the console."""

    name: str


Part = str | StrangerText | StrongText | TypedText | CommandPart | LinkPart | TimePart | ChannelPart
Line = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One of several things: what it is called, and what is to be said of it in smaller letters.

    ``number`` is the one to type for it, None where it has none.
    """

    head: Line
    facts: tuple[Line, ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """An answer: ``lines`` under the title, then ``script``, then ``entries``, then ``notes`` in smaller letters.

    ``script`` is what is copied into a shell, line by line.
    """

    title: str
    lines: tuple[Line, ...] = ()
    entries: tuple[ReportEntry, ...] = ()
    notes: tuple[Line, ...] = ()
    tone: Tone = Tone.NEUTRAL
    script: tuple[str, ...] = ()


def render_report(
    report: Report, press: ComponentAction | None = None, *, menu: Menu | None = None, buttons: tuple[Button, ...] = ()
) -> list[Card]:
    """``report`` as pages of cards; ``press`` turns them, None where one page must do: then what is over is counted."""
    shown = [_entry(entry) for entry in report.entries]
    room = _PAGE_ROOM - sum(units(text) + 1 for text in _intro(report))

    def fits(page: list[str]) -> bool:
        return len(page) <= ENTRIES and sum(units(text) + 2 for text in page) <= room

    pages = paginate(shown, fits)
    if press is None and len(pages) > 1:
        left = len(shown) - len(pages[0])
        pages = [[*pages[0], f"-# {translate('list-more', count=left)}"]]
    return [
        Card(
            header=f"### {escape(report.title)}",
            blocks=tuple(
                filter(
                    None, (_joined(report.lines), _script(report), _between(report).join(page), _small(report.notes))
                )
            ),
            footer=page_note(number, len(pages)),
            menu=menu,
            buttons=(*(page_buttons(_at(press, number), len(pages)) if press else ()), *buttons),
            tone=report.tone,
        )
        for number, page in enumerate(pages)
    ]


def render_report_sheet(report: Report, zone: tzinfo | None) -> Sheet:
    """``report`` for a terminal, times in ``zone`` (this machine's when None)."""
    plain = plain_in(zone)
    blocks: list[Block] = [Caption(report.title)]
    if report.lines:
        blocks.append(Lines(tuple(map(plain, report.lines))))
    if report.script:
        blocks.append(Lines(report.script))
    if report.entries:
        blocks.append(Points(tuple(_point(one, plain) for one in report.entries)))
    return (*blocks, *(Note(plain(line)) for line in report.notes))


def _between(report: Report) -> str:
    """Numbered entries have several lines each, so that a gap tells one from the next; others have their marks."""
    return "\n\n" if any(entry.number is not None for entry in report.entries) else "\n"


def _at(press: ComponentAction, page: int) -> ComponentAction:
    return ComponentAction(press.action, press.reading, page, press.detail)


def _intro(report: Report) -> tuple[str, str, str]:
    return _joined(report.lines), _script(report), _small(report.notes)


def _script(report: Report) -> str:
    return "\n".join(("```sh", *(line.replace("`", "ˋ") for line in report.script), "```")) if report.script else ""


def _joined(lines: Iterable[Line]) -> str:
    return "\n".join(map(markdown_of, lines))


def _small(lines: Iterable[Line]) -> str:
    return "\n".join(f"-# {markdown_of(line)}" for line in lines)


def _entry(entry: ReportEntry) -> str:
    mark = "- " if entry.number is None else f"**{entry.number}** · "
    return "\n".join((mark + markdown_of(entry.head), *(f"-# {markdown_of(line)}" for line in entry.facts)))


def markdown_of(line: Line) -> str:
    """``line`` as Discord shows it."""
    return "".join(map(_marked, line))


def _marked(part: Part) -> str:
    match part:
        case StrangerText():
            return inline(_one_line(part.words), part.limit)
        case StrongText():
            return f"**{inline(_one_line(part.words))}**"
        case TypedText():
            return _typed(part.words, part.limit)
        case CommandPart():
            return _typed(f"/{part.words}", part.limit)
        case LinkPart():
            where = host(part.url)
            return link(shorten(_one_line(part.label), 120), part.url) + (f" ({inline(where, 60)})" if where else "")
        case TimePart():
            return timestamp(part.at) + (f" ({timestamp(part.at, 'R')})" if part.ago else "")
        case ChannelPart():
            return f"<#{part.name}>" if part.name.isdecimal() else escape(part.name)
        case str():
            return part


def _typed(words: str, limit: int) -> str:
    """Not ``shortened``, which leaves out what a cut through quotation marks would tear: a filter has its own."""
    line = _one_line(words)
    if units(line) > limit:
        line = line.encode("utf-16-le")[: 2 * (limit - 2)].decode("utf-16-le", "ignore") + " …"
    typed = f"`{line.replace('`', 'ˋ')}`"
    return isolate_code(typed) if current_language().right_to_left else typed


def plain_in(zone: tzinfo | None) -> Callable[[Line], str]:
    """What writes a line for a terminal, times in ``zone`` (this machine's when None)."""

    def plain(line: Line) -> str:
        return "".join(_words(part, zone) for part in line)

    return plain


def _words(part: Part, zone: tzinfo | None) -> str:
    match part:
        case StrangerText():
            return isolate(shorten(_one_line(part.words), part.limit))
        case StrongText():
            return isolate(shorten(_one_line(part.words), 120))
        case TypedText() | CommandPart():
            return isolate(_one_line(part.words))
        case LinkPart():
            where = host(part.url)
            return isolate(shorten(_one_line(part.label), 120)) + (f" ({where})" if where else "")
        case TimePart():
            return f"{part.at.astimezone(zone):%Y-%m-%d %H:%M %Z}".strip()
        case ChannelPart():
            return part.name
        case str():
            return part


def _point(entry: ReportEntry, plain: Callable[[Line], str]) -> Point:
    number = "" if entry.number is None else str(entry.number)
    return Point(number, plain(entry.head), tuple(map(plain, entry.facts)))


def _one_line(words: str) -> str:
    return " ".join(normalise_text(words).split())
