"""Two accounts of one event as pictures: the same checked words as on the card, fewer of them on each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from typing import Any

from bot.i18n.bidi import isolate
from bot.i18n.lists import join_first, join_names
from bot.i18n.messages import translate
from bot.pictures.drawing import Drawing, as_line, as_text, describe, encode_data
from bot.render.card import verify_plain
from bot.render.document import Columns, Document, Line, Quote, Row, Speaker
from bot.render.line_text import beside, plain_in
from bot.render.pagination import paginate
from bot.render.quotations import ELLIPSIS, shorten
from bot.render.statements import quote_mark

STATEMENT_LIMIT = 180
OF_CELL = 2
"""Statements of a cell; the card shows the others."""
OUTLETS = 5
SPEAKERS = 3
LINES = 54
"""Lines of a picture: about twice as high as wide, to be read on a telephone without turning it."""
_LINE = 26
"""Characters of a line in a column."""
_plain = plain_in(UTC)


def compose_sides_drawings(document: Document) -> list[Drawing]:
    """The columns of ``document`` as pictures, each of some rows. Raises ``NotVerbatimError``."""
    (columns,) = (block for block in document.blocks if isinstance(block, Columns))
    pages = paginate(columns.rows, lambda rows: sum(map(_lines, rows)) <= LINES)
    return [_drawing(document, columns, rows, number, len(pages)) for number, rows in enumerate(pages)]


def _drawing(document: Document, columns: Columns, rows: Sequence[Row], number: int, count: int) -> Drawing:
    title, facts = _title(document, columns)
    page = translate("twosides-picture", number=number + 1, count=count) + " " if count > 1 else ""
    data = {
        "title": as_text(title),
        "facts": as_line(facts),
        "a": _column(columns.a),
        "b": _column(columns.b),
        "rows": [_row(columns, row) for row in rows],
        "footer": page + translate("twosides-legend"),
    }
    told = replace(columns, rows=tuple(replace(row, a=_brief(row.a), b=_brief(row.b)) for row in rows))
    named = ((facts,),) if document.sources else ()
    notes = (page.strip(),) if page else ()
    alt = describe(replace(document, facts=named, sources=None, blocks=(told,), notes=notes))
    return Drawing("twosides", encode_data(data), alt, f"two-sides-{number + 1}")


def _brief(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """What a picture shows of a cell, without its outlets."""
    return tuple(replace(one, notes=(), url="") for one in quotes[:OF_CELL])


def _title(document: Document, columns: Columns) -> tuple[str, str]:
    """What the accounts are of: an article with its outlet and date, or what several are about."""
    articles = columns.a.articles
    outlets = [_plain((outlet,)) for outlet in document.sources.outlets] if document.sources else []
    more = [translate("twosides-and-more", count=len(outlets) - OUTLETS)] if len(outlets) > OUTLETS else []
    named = join_names((*outlets[:OUTLETS], *more))
    heading = document.heading
    title = _plain(heading.line if heading else document.title)
    facts = beside((*(heading.facts if heading else document.facts), (named,)), _plain)
    return verify_plain(title, *(articles if heading else ())), verify_plain(facts, *articles)


def _column(side: Speaker) -> dict[str, Any]:
    shown = join_first(list(map(_plain, side.facts)), SPEAKERS)
    label = verify_plain(shorten(_plain(side.name), 60), *side.articles)
    return {"label": as_line(label), "speakers": as_line(verify_plain(shown, *side.articles))}


def _row(columns: Columns, row: Row) -> dict[str, Any]:
    topic = verify_plain(shorten(row.topic, 60) or ELLIPSIS, *row.articles)
    return {
        "topic": as_line(isolate(topic)),
        "note": verify_plain(row.note, *columns.a.articles),
        "clash": row.clash,
        "absent": row.absent or columns.absent,
        "a": _entries(row.a),
        "b": _entries(row.b),
        "more_a": _more(row.a),
        "more_b": _more(row.b),
    }


def _more(quotes: Sequence[Quote]) -> str:
    return translate("twosides-and-more", count=len(quotes) - OF_CELL) if len(quotes) > OF_CELL else ""


def _entries(quotes: Sequence[Quote]) -> list[dict[str, Any]]:
    """The first statements of a cell; a name is not repeated under itself."""
    before: tuple[Line, ...] = ((), *(one.who for one in quotes))
    return [_entry(one, named=one.who != last) for one, last in zip(quotes[:OF_CELL], before, strict=False)]


def _entry(one: Quote, *, named: bool) -> dict[str, Any]:
    words = " ".join(one.words(STATEMENT_LIMIT, str).split("\n"))
    how = beside((one.verb, (quote_mark(one.kind),) if one.kind else (), one.relayed), _plain)
    about = {"how": how, "who": _plain(one.who) if named else "", "source": beside(one.notes, _plain)}
    verify_plain("\n".join(about.values()), *one.articles)
    return {
        "words": as_text(verify_plain(words, one.articles[0])),
        **{key: as_line(part) for key, part in about.items()},
    }


def _lines(row: Row) -> int:
    """About how many lines a row takes."""

    def lines(quotes: Sequence[Quote]) -> int:
        return sum(4 + len(one.words(STATEMENT_LIMIT, str)) // _LINE for one in quotes[:OF_CELL])

    return 3 + max(lines(row.a), lines(row.b))
