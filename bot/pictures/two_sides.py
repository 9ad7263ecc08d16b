"""Two accounts of one event as pictures: the same checked words as on the card, fewer of them on each."""

from collections.abc import Sequence
from typing import Any

from bot.domain.attribution import Attribution
from bot.domain.briefing import StatementReference
from bot.domain.digest import Side, TopicRow, TwoSides
from bot.i18n.bidi import isolate
from bot.i18n.dates import format_day, format_short_day
from bot.i18n.messages import translate
from bot.pictures.drawing import ALT_LIMIT, Drawing, as_line, as_text, encode_data
from bot.render.card import verify_plain
from bot.render.cards.briefing_cards import without_marks
from bot.render.cards.two_sides_card import articles_of, describe_row, not_mentioned, outlet_name, side_name, title_of
from bot.render.cards.who_said_card import statement_line
from bot.render.localized_names import outlet_label
from bot.render.markdown import plain, units
from bot.render.pagination import paginate
from bot.render.quotations import ELLIPSIS, quote_statement, shorten

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


def compose_sides_drawings(sides: TwoSides) -> list[Drawing]:
    """The two accounts as pictures, each of some rows. Raises ``NotVerbatimError``."""
    pages = paginate(sides.rows, lambda rows: sum(map(_lines, rows)) <= LINES)
    return [_drawing(sides, rows, number, len(pages)) for number, rows in enumerate(pages)]


def _drawing(sides: TwoSides, rows: Sequence[TopicRow], number: int, count: int) -> Drawing:
    title, facts = _title(sides)
    page = translate("twosides-picture", number=number + 1, count=count) + " " if count > 1 else ""
    data = {
        "title": as_text(title),
        "facts": as_line(facts),
        "a": _column(sides, sides.a),
        "b": _column(sides, sides.b),
        "rows": [_row(sides, row) for row in rows],
        "absent": not_mentioned(sides),
        "footer": page + translate("twosides-legend"),
    }
    return Drawing(
        "twosides", encode_data(data), _alt(sides, rows, f"{page}{title}. {facts}"), f"two-sides-{number + 1}"
    )


def _title(sides: TwoSides) -> tuple[str, str]:
    """What the accounts are of: an article's title with its outlet and date, or what several are about."""
    articles = articles_of(sides)
    dates = sorted(article.published_at for article in articles if article.published_at)
    ends = list(dict.fromkeys(format_day(at) for at in (*dates[:1], *dates[-1:])))
    if len(articles) == 1:
        (article,) = articles
        name = outlet_label(article.outlet) if article.outlet else outlet_name(article)
        title = shorten(article.title or "", 160) or translate("article-pasted")
        return verify_plain(title, article), verify_plain(" · ".join((shorten(name, 80), *ends)), article)
    outlets = list(dict.fromkeys(outlet_label(a.outlet) if a.outlet else outlet_name(a) for a in articles))
    named = ", ".join(shorten(name, 40) for name in outlets[:OUTLETS])
    if len(outlets) > OUTLETS:
        named = translate("said-and-more", names=named, count=len(outlets) - OUTLETS)
    about = shorten(without_marks(sides.about), 60)
    facts = " · ".join(
        part for part in (translate("twosides-articles-of", count=len(articles), names=named), " – ".join(ends)) if part
    )
    return verify_plain(title_of(about)), verify_plain(facts, *articles)


def _column(sides: TwoSides, side: Side) -> dict[str, Any]:
    names = [name for name in dict.fromkeys(speaker.name for speaker in side.speakers) if name != side.label]
    shown = ", ".join(shorten(name, 40) for name in names[:SPEAKERS])
    if names[SPEAKERS:]:
        shown = translate("said-and-more", names=shown, count=len(names) - SPEAKERS)
    articles = articles_of(sides)
    label = verify_plain(side_name(side, 60), *articles)
    return {"label": as_line(label), "speakers": as_line(verify_plain(shown, *articles))}


def _row(sides: TwoSides, row: TopicRow) -> dict[str, Any]:
    topic = verify_plain(shorten(row.topic.words, 60) or ELLIPSIS, row.topic.reading.article)
    return {
        "topic": as_line(isolate(topic)),
        "note": verify_plain(plain(describe_row(sides, row, 40)), *articles_of(sides)),
        "clash": row.clash is not None,
        "a": _entries(sides, row.a),
        "b": _entries(sides, row.b),
        "more_a": _more(row.a),
        "more_b": _more(row.b),
    }


def _more(told: tuple[StatementReference, ...]) -> str:
    return translate("twosides-and-more", count=len(told) - OF_CELL) if len(told) > OF_CELL else ""


def _entries(sides: TwoSides, told: tuple[StatementReference, ...]) -> list[dict[str, Any]]:
    """The first statements of a cell; a name is not repeated under itself."""
    entries = [_entry(sides, one) for one in told[:OF_CELL]]
    for entry, before in zip(entries[:0:-1], entries[-2::-1], strict=True):
        if entry["who"] == before["who"]:
            entry["who"] = as_line("")
    return entries


def _entry(sides: TwoSides, one: StatementReference) -> dict[str, Any]:
    article = one.reading.article
    words, how, who = _words(one.reading.article.text, one.statement, STATEMENT_LIMIT)
    at = article.published_at
    name = outlet_label(article.outlet) if article.outlet else outlet_name(article)
    also = f" · {translate('twosides-also-others', count=len(one.also))}" if one.also else ""
    date = f", {format_short_day(at)}" if at else ""
    source = f"{isolate(shorten(name, 60))}{date}{also}" if len(sides.readings) > 1 else ""
    parts = {"words": words, "how": how, "who": who, "source": source}
    checked = {key: verify_plain(part, article) for key, part in parts.items()}
    return {key: as_text(part) if key == "words" else as_line(part) for key, part in checked.items()}


def _words(text: str, one: Attribution, limit: int) -> tuple[str, str, str]:
    """What was said, how, and by whom."""
    who = shorten(one.speaker.name, 60) if one.speaker else ""
    return " ".join(quote_statement(text, one, limit).split("\n")), plain(statement_line(text, one)), who


def _lines(row: TopicRow) -> int:
    """About how many lines a row takes."""

    def lines(told: tuple[StatementReference, ...]) -> int:
        lengths = (min(sum(map(len, one.statement.content)), STATEMENT_LIMIT) for one in told[:OF_CELL])
        return sum(4 + length // _LINE for length in lengths)

    return 3 + max(lines(row.a), lines(row.b))


def _alt(sides: TwoSides, rows: Sequence[TopicRow], head: str) -> str:
    """The rows in words, as much of each statement as fits."""
    limit = _ALT_STATEMENT
    while units(shown := _alt_of(sides, rows, head, limit)) > ALT_LIMIT and limit > 10:
        limit //= 2
    return shown if units(shown) <= ALT_LIMIT else _alt_of(sides, (), head[:400], 0)


def _alt_of(sides: TwoSides, rows: Sequence[TopicRow], head: str, limit: int) -> str:
    lines = [head[:300]]
    for row in rows:
        topic = verify_plain(shorten(row.topic.words, 60) or ELLIPSIS, row.topic.reading.article)
        told = []
        for side, cell in ((sides.a, row.a), (sides.b, row.b)):
            found = [_words(one.reading.article.text, one.statement, limit) for one in cell[:OF_CELL]]
            for one, parts in zip(cell, found, strict=False):
                verify_plain("\n".join(parts), one.reading.article)
            said = "; ".join(f"{who} {how}: {words}" for words, how, who in found)
            told.append(f"{side_name(side, 30)}: {said or not_mentioned(sides)}.")
        lines.append(f"{topic} ({describe_row(sides, row, 30)}). {' '.join(told)}")
    if not rows:
        a, b = (side_name(side, 60) for side in (sides.a, sides.b))
        lines.append(translate("twosides-topics", count=len(sides.rows), a=a, b=b))
    return "\n".join(lines)
