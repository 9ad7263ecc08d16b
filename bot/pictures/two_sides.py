"""Two accounts of one event as pictures: the same checked words as on the card, fewer of them on each."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

from bot.i18n.bidi import isolate
from bot.i18n.messages import translate
from bot.pictures.drawing import ALT_LIMIT, Drawing, as_line, as_text, encode_data
from bot.render.card import verify_plain
from bot.render.document import Columns, Document, Line, Quote, Row, Speaker
from bot.render.line_text import beside, plain_in
from bot.render.markdown import units
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
_ALT_STATEMENT = 110
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
        "absent": columns.absent,
        "footer": page + translate("twosides-legend"),
    }
    alt = _alt(columns, rows, f"{page}{title}. {facts}", len(columns.rows))
    return Drawing("twosides", encode_data(data), alt, f"two-sides-{number + 1}")


def _title(document: Document, columns: Columns) -> tuple[str, str]:
    """What the accounts are of: an article with its outlet and date, or what several are about."""
    articles = columns.a.articles
    outlets = [_plain((outlet,)) for outlet in document.sources.outlets] if document.sources else []
    more = [translate("twosides-and-more", count=len(outlets) - OUTLETS)] if len(outlets) > OUTLETS else []
    named = ", ".join((*outlets[:OUTLETS], *more))
    heading = document.heading
    title = _plain(heading.line if heading else document.title)
    facts = beside((*(heading.facts if heading else document.facts), (named,)), _plain)
    return verify_plain(title, *(articles if heading else ())), verify_plain(facts, *articles)


def _column(side: Speaker) -> dict[str, Any]:
    shown = ", ".join(map(_plain, side.facts[:SPEAKERS]))
    if side.facts[SPEAKERS:]:
        shown = translate("list-names-more", names=shown, count=len(side.facts) - SPEAKERS)
    label = verify_plain(_name(side, 60), *side.articles)
    return {"label": as_line(label), "speakers": as_line(verify_plain(shown, *side.articles))}


def _name(side: Speaker, limit: int) -> str:
    return shorten(_plain(side.name), limit)


def _topic(row: Row) -> str:
    return verify_plain(shorten(row.topic, 60) or ELLIPSIS, *row.articles)


def _row(columns: Columns, row: Row) -> dict[str, Any]:
    return {
        "topic": as_line(isolate(_topic(row))),
        "note": verify_plain(row.note, *columns.a.articles),
        "clash": row.clash,
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
    return [
        _entry(one, "" if one.who == last else _plain(one.who))
        for one, last in zip(quotes[:OF_CELL], before, strict=False)
    ]


def _entry(one: Quote, who: str) -> dict[str, Any]:
    words, how, _ = _words(one, STATEMENT_LIMIT)
    about = {"how": how, "who": who, "source": verify_plain(beside(one.notes, _plain), *one.articles)}
    return {"words": as_text(words), **{key: as_line(part) for key, part in about.items()}}


def _words(one: Quote, limit: int) -> tuple[str, str, str]:
    """What was said, how, and by whom."""
    words = " ".join(one.words(limit, str).split("\n"))
    mark: Line = (quote_mark(one.kind),) if one.kind else ()
    how, who = beside((one.verb, mark, one.relayed), _plain), _plain(one.who)
    verify_plain("\n".join((words, how, who)), one.articles[0])
    return words, how, who


def _lines(row: Row) -> int:
    """About how many lines a row takes."""

    def lines(quotes: Sequence[Quote]) -> int:
        return sum(4 + len(one.words(STATEMENT_LIMIT, str)) // _LINE for one in quotes[:OF_CELL])

    return 3 + max(lines(row.a), lines(row.b))


def _alt(columns: Columns, rows: Sequence[Row], head: str, topics: int) -> str:
    """The rows in words, as much of each statement as fits."""
    limit = _ALT_STATEMENT
    while units(shown := _alt_of(columns, rows, head[:300], limit)) > ALT_LIMIT and limit > 10:
        limit //= 2
    if units(shown) <= ALT_LIMIT:
        return shown
    a, b = (_name(side, 60) for side in (columns.a, columns.b))
    return f"{head[:300]}\n{translate('twosides-topics', count=topics, a=a, b=b)}"


def _alt_of(columns: Columns, rows: Sequence[Row], head: str, limit: int) -> str:
    lines = [head]
    for row in rows:
        told = []
        for side, quotes in ((columns.a, row.a), (columns.b, row.b)):
            found = [_words(one, limit) for one in quotes[:OF_CELL]]
            said = "; ".join(f"{who} {how}: {words}" for words, how, who in found)
            told.append(f"{_name(side, 30)}: {said or columns.absent}.")
        lines.append(f"{_topic(row)} ({row.note}). {' '.join(told)}")
    return "\n".join(lines)
