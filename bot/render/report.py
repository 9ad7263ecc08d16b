"""Answers of the desk as values, shown alike by Discord and by a terminal: a title, lines of parts, numbered entries.

A part says what it is (a time, a link, what somebody typed), and each face writes that its own way. Words of strangers
are only ever ``UserText``, ``TypedText`` or the label of a ``AttributionLink``, so that escaping cannot be forgotten.
Pure.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import tzinfo

from bot.i18n.messages import translate
from bot.render.card import FOOTER_ROOM, TEXT_LIMIT, Button, Card, ComponentAction, Menu, Tone
from bot.render.document import Line
from bot.render.line_text import markdown_of, plain_in
from bot.render.markdown import escape, units
from bot.render.pagination import page_buttons, page_note, paginate
from bot.render.text.sheet import Block, Caption, Lines, Note, Point, Points, Sheet

TITLE_ROOM = 300
ENTRIES = 10
"""Entries on a page."""
_PAGE_ROOM = TEXT_LIMIT - TITLE_ROOM - FOOTER_ROOM


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


def _point(entry: ReportEntry, plain: Callable[[Line], str]) -> Point:
    number = "" if entry.number is None else str(entry.number)
    return Point(number, plain(entry.head), tuple(map(plain, entry.facts)))
