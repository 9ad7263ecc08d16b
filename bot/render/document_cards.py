"""Documents as cards within Discord's limits; whatever is of an article is checked against it. Pure."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from bot.i18n.messages import translate
from bot.render.card import (
    BLOCK_LIMIT,
    COLUMN_LIMIT,
    FOOTER_ROOM,
    HEADING_LIMIT,
    TEXT_LIMIT,
    Button,
    Card,
    Menu,
    Option,
    verify_text,
)
from bot.render.card import Columns as CardColumns
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
from bot.render.line_text import beside, markdown_of
from bot.render.markdown import block_quote, escape, inline, units
from bot.render.pagination import fit_to_limit, page_buttons, page_note, paginate
from bot.render.quotations import ELLIPSIS
from bot.render.statements import write_how, write_speaker

OUTLETS_ROOM = 1100
"""Code units of a line of outlets, whose addresses may be long; what does not fit is counted."""
TITLES_ROOM = 700
"""Code units of the titles above a quote."""
CELL_LIMIT = 280
CELL_ROOM = 800
"""Code units of a quote with all that belongs to it, in a column."""
COLUMNS_ROOM = 3700
"""Code units of the rows of a card, so that header, names of the sides and footer fit beside them."""
ROWS = 5
SPEAKERS = 5
"""Speakers that are named for a side."""
FILE_ROOM = 100_000
LEAST = 100
"""Characters of a quote below which a card shows fewer of them."""
SECTION_BUTTONS = 4
"""Buttons of sections and of the document, so that one more has room beside them."""


@dataclass(frozen=True, slots=True)
class _Title:
    """A heading or speaker as it is written, which stands again on each page."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part that no page tears, of a section and below titles. ``again`` names the section where it goes on."""

    text: str
    section: int = 0
    titles: tuple[_Title, ...] = ()
    gap: str = "\n\n"
    again: str = ""
    counted: bool = False
    option: Option | None = None
    button: Button | None = None


def render_cards(document: Document) -> list[Card]:
    """``document`` as pages, at least one. Raises ``NotVerbatimError``: what fails is never shown."""
    columns = next((block for block in document.blocks if isinstance(block, Columns)), None)
    if columns:
        return _facing(document, columns)
    pages = _pages(document)
    if document.one_page and len(pages) > 1:
        shorter = list(_shortened(document))
        most = bisect_left(shorter, 1, hi=len(shorter) - 1, key=lambda one: len(_pages(one)) == 1)
        document, pages = shorter[most], _pages(shorter[most])
    return [_card(document, page, number, len(pages)) for number, page in enumerate(pages)]


def check_blocks(blocks: Sequence[Block]) -> None:
    """Raise ``NotVerbatimError`` unless all words of ``blocks`` are of the articles that they are attributed to."""
    _pieces(Document((), tuple(blocks)), TEXT_LIMIT)


def render_markdown(document: Document, *below: str, limit: int) -> str:
    """``document`` as a file in Markdown, the lines ``below`` under its title. Raises ``NotVerbatimError``."""
    lines = [f"# {verify_text(markdown_of(document.title))}", *below]
    for block in document.blocks:
        if isinstance(block, Speaker):
            lines.append(f"## {verify_text(write_speaker(block), *block.articles)}")
        elif isinstance(block, Quote):
            lines.append(_quote(block, limit, FILE_ROOM).removeprefix("-# "))
    return "\n\n".join(lines) + "\n"


def _card(document: Document, page: Sequence[_Piece], number: int, count: int) -> Card:
    sections = list(dict.fromkeys(piece.button for piece in page if piece.button))
    return Card(
        header=_header(document, number),
        blocks=_blocks(page, dense=document.dense),
        footer=_footer(document, number, count),
        menu=_menu(document, page),
        buttons=(
            *_page_buttons(document, number, count),
            *sections[: SECTION_BUTTONS - len(document.buttons)],
            *document.buttons,
        ),
        tone=document.tone,
    )


def _footer(document: Document, number: int, count: int) -> str:
    place = page_note(number, count)
    if place and not document.turn:
        place = translate("digest-part", page=number + 1, count=count)
    return " · ".join(filter(None, (*document.footer, *document.notes, place)))


def _page_buttons(document: Document, number: int, count: int) -> tuple[Button, ...]:
    return page_buttons(replace(document.turn, page=number), count) if document.turn else ()


def _menu(document: Document, page: Sequence[_Piece]) -> Menu | None:
    """The menu of quotes; of two at one place the first, since Discord wants each line to be another."""
    options = {piece.option.value: piece.option for piece in reversed(page) if piece.option}
    if not options or not document.choose:
        return None
    return Menu(translate("whosaid-context"), document.choose, tuple(reversed(options.values())))


def _header(document: Document, number: int = 0) -> str:
    heading = document.heading or Heading(document.title, document.facts, 1, sources=document.sources)
    if number and not document.turn:
        heading = Heading((*heading.line, f" · {translate('digest-continued')}"), level=1, articles=heading.articles)
    shown = _heading(heading, f"### {markdown_of(heading.line)}" if heading.line else "")
    return "\n".join((*document.above, shown))


def _heading(heading: Heading, title: str) -> str:
    facts = beside(heading.facts)
    told = verify_text("\n".join(filter(None, (title, facts and f"-# {facts}"))), *heading.articles)
    room = OUTLETS_ROOM if heading.level > 1 else OUTLETS_ROOM // 2  # beside columns there is less
    sources = _sources(heading.sources, room) if heading.sources else ""
    return "\n".join(filter(None, (told, sources and f"-# {sources}")))


def _sources(sources: Sources, room: int) -> str:
    """Every outlet, as many as there is ``room`` for."""
    shown: list[str] = []
    for outlet in sources.outlets:
        entry = verify_text(markdown_of((outlet,)), outlet.article)
        if shown and sum(units(part) + 3 for part in (*shown, entry)) > room:
            return " · ".join([*shown, translate("digest-outlets-more", count=len(sources.outlets) - len(shown))])
        shown.append(entry)
    return " · ".join(shown)


def _pieces(document: Document, room: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    titles: tuple[_Title, ...] = ()
    section, inside = 0, Heading(())
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            section, inside, titles = section + 1, block, ()
            pieces.append(_Piece(_heading(block, f"**{markdown_of(block.line)}**"), section, button=block.button))
        elif isinstance(block, Heading | Speaker):
            titles = tuple(title for title in titles if title.level < block.level)
            section += not titles and not inside.line
            titles = (*titles, _Title(block.level, _title(block, titles, dense=document.dense)))
        else:
            if not isinstance(block, Quote) and not inside.line:
                section, titles = section + 1, ()
            again = markdown_of(inside.again)
            pieces += (
                replace(piece, section=section, titles=titles, again=again, button=inside.button)
                for piece in _written(block, document.limit, room)
            )
    return pieces


def _written(block: Block, limit: int, room: int) -> Iterator[_Piece]:
    match block:
        case Quote():
            yield _Piece(_quote(block, limit, room), option=block.option, counted=block.option is not None)
        case Text():
            mark = "- " if block.points else "-# " if block.small else ""
            for number, line in enumerate(block.lines):
                gap = "\n" if number or block.points else "\n\n"
                text = markdown_of(line)
                yield _Piece(mark + (verify_text(text, *block.articles) if block.articles else text), gap=gap)
        case Listing():
            gap = "\n\n" if any(entry.number is not None for entry in block.entries) else "\n"
            yield from (_Piece(_entry(entry), gap=gap, counted=True) for entry in block.entries)
            if block.left:
                yield _Piece(f"-# {translate('list-more', count=block.left)}", gap=gap)
        case Fields():
            yield from (_Piece(f"**{name}** {markdown_of(line)}", gap="\n") for name, line in block.rows)
        case Script():
            lines = (line.replace("`", "ˋ") for line in block.lines)
            yield _Piece("\n".join(("```sh", *lines, "```")))
        case _:
            raise TypeError(f"no card shows {block!r}")


def _entry(entry: ListEntry) -> str:
    mark = "- " if entry.number is None else f"**{entry.number}** · "
    return "\n".join((mark + markdown_of(entry.head), *(f"-# {markdown_of(line)}" for line in entry.facts)))


def _title(block: Heading | Speaker, above: Sequence[_Title], *, dense: bool) -> str:
    if isinstance(block, Speaker):
        shown = write_speaker(block, country=not above)
    else:
        name = markdown_of(block.line)
        shown = f"-# {name}" if dense else f"__{name}__"
    return verify_text(shown, *block.articles)


def _quote(block: Quote, limit: int, room: int) -> str:
    how = verify_text(write_how(block), *block.articles)
    above = f"-# {how}\n" if how else ""
    words = fit_to_limit(lambda most: block_quote(block.words(most, escape)), limit, room - units(above))
    return above + verify_text(words, block.articles[0])


def _shortened(document: Document) -> Iterator[Document]:
    """``document``, and then ever less of it."""
    shorter: Document | None = document
    while shorter is not None:
        yield shorter
        shorter = _less(shorter)


def _less(document: Document) -> Document | None:
    """``document`` with a line of ours, an entry or a block less, or less of each quote; None for no less."""
    last = document.blocks[-1]
    if isinstance(last, Text) and not last.small and len(last.lines) > 1:
        return replace(document, blocks=(*document.blocks[:-1], replace(last, lines=last.lines[:-1])))
    if document.limit > LEAST and any(isinstance(block, Quote) for block in document.blocks):
        return replace(document, limit=document.limit // 2)
    for place, block in enumerate(document.blocks):
        if isinstance(block, Listing) and len(block.entries) > 1:
            fewer = replace(block, entries=block.entries[:-1], left=block.left + 1)
            return replace(document, blocks=(*document.blocks[:place], fewer, *document.blocks[place + 1 :]))
    return replace(document, blocks=document.blocks[:-1]) if document.blocks[1:] else None


def _pages(document: Document) -> list[list[_Piece]]:
    room = TEXT_LIMIT - FOOTER_ROOM - units(_header(document))
    pieces = _pieces(document, room - TITLES_ROOM)

    def fits(bundles: list[list[_Piece]]) -> bool:
        page = list(chain.from_iterable(bundles))
        blocks = _blocks(page, dense=document.dense)
        counted = sum(piece.counted for piece in page)
        return counted <= document.per_page and len(blocks) <= BLOCK_LIMIT and sum(map(units, blocks)) <= room

    bundles = [[piece] for piece in pieces]
    if document.whole:
        sections = [list(group) for _, group in groupby(pieces, key=lambda piece: piece.section)]
        bundles = [page for one in sections for page in paginate(one, lambda some: fits([some]))]
    return [list(chain.from_iterable(page)) for page in paginate(bundles, fits)]


def _blocks(page: Sequence[_Piece], *, dense: bool) -> tuple[str, ...]:
    """One block a section: its pieces below one another, each title where it changes."""
    blocks: list[str] = []
    last: _Piece | None = None
    for piece in page:
        follows = last is not None and last.section == piece.section
        told = last.titles if last and follows else ()
        changed = next((n for n, title in enumerate(piece.titles) if told[n : n + 1] != (title,)), len(piece.titles))
        text = "\n".join((*(title.text for title in piece.titles[changed:]), piece.text))
        if follows:
            blocks[-1] += ("\n" if dense and changed < len(piece.titles) else piece.gap) + text
        else:
            blocks.append("".join((f"-# {piece.again}", piece.gap, text)) if piece.again else text)
        last = piece
    return tuple(blocks)


def _facing(document: Document, columns: Columns) -> list[Card]:
    rows = [_row(columns, row) for row in columns.rows]
    pages = paginate(
        rows, lambda page: len(page) <= ROWS and sum(units(text) for row in page for text in row.texts) <= COLUMNS_ROOM
    )
    names = "\n".join(map(_side, (columns.a, columns.b)))
    return [
        Card(
            header=_header(document),
            blocks=(names,),
            columns=tuple(page),
            footer=_footer(document, number, len(pages)),
            buttons=(*_page_buttons(document, number, len(pages)), *document.buttons),
            tone=document.tone,
        )
        for number, page in enumerate(pages)
    ]


def _side(side: Speaker) -> str:
    """The party, and who speaks for it."""
    speakers = translate("list-comma").join(map(markdown_of, side.facts[:SPEAKERS]))
    return verify_text(f"**{markdown_of(side.name)}**" + (f": {speakers}" if speakers else ""), *side.articles)


def _row(columns: Columns, row: Row) -> CardColumns:
    a, b = (verify_text(markdown_of(side.name), *side.articles) for side in (columns.a, columns.b))
    # Discord takes no empty heading
    topic = verify_text(inline(row.topic, HEADING_LIMIT // 2 - 2) or ELLIPSIS, *row.articles)
    left, right = (
        _cell(columns, quotes, [one.who for other in columns.rows for one in getattr(other, name)], row.absent)
        for name, quotes in (("a", row.a), ("b", row.b))
    )
    return CardColumns(topic, verify_text(row.note, *columns.a.articles), a, left, b, right)


def _cell(columns: Columns, quotes: Sequence[Quote], speakers: Sequence[Line], absent: str) -> str:
    """As many quotes as fit, and how many more; a repeated speaker, or one alone in ``speakers``, is not named."""
    shown: list[str] = []
    last = speakers[0] if len(set(speakers)) == 1 and not columns.several else ()
    for one in quotes:
        entry = _column_quote(one, named=one.who != last)
        if shown and sum(units(part) + 2 for part in (*shown, entry)) > COLUMN_LIMIT - 60:
            left = len(quotes) - len(shown)
            in_all = columns.several
            more = translate("twosides-more-in-all", count=left) if in_all else translate("twosides-more", count=left)
            return "\n\n".join([*shown, f"*{more}*"])
        shown.append(entry)
        last = one.who
    return "\n\n".join(shown) or f"*{absent or columns.absent}*"


def _column_quote(one: Quote, *, named: bool) -> str:
    who = f"**{markdown_of(one.who)}**" if named and one.who else ""
    how = verify_text("\n".join(filter(None, (who, beside(one.notes)))), *one.articles)
    words = fit_to_limit(lambda most: block_quote(one.words(most, escape)), CELL_LIMIT, CELL_ROOM - units(how))
    return "\n".join(filter(None, (how, verify_text(words, one.articles[0]))))
