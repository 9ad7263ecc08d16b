"""The two-sides card: two accounts of one event in two columns, topic by topic, of one article or of several.

Each piece is checked against the articles it is attributed to before the card is put together; where there are
several, each statement names its outlet and date, and links to its article.
"""

from functools import partial

from bot.domain.analysis import Reading
from bot.domain.article import Article
from bot.domain.briefing import StatementReference, publisher
from bot.domain.digest import Side, TopicRow, TwoSides
from bot.i18n.bidi import isolate
from bot.i18n.messages import translate
from bot.render.card import (
    COLUMN_LIMIT,
    HEADING_LIMIT,
    Action,
    Button,
    Card,
    Columns,
    ComponentAction,
    Tone,
    verify_text,
)
from bot.render.cards.article_card import footer, header, source_button, tone
from bot.render.cards.briefing_cards import outlet_facts, without_marks
from bot.render.cards.who_said_card import statement_line
from bot.render.localized_names import country_name, outlet_state
from bot.render.markdown import block_quote, escape, host, inline, link, timestamp, units, web_address
from bot.render.pagination import fit_to_limit, page_buttons, page_note, paginate
from bot.render.quotations import ELLIPSIS, quote_statement, shorten
from bot.render.split import split_button
from bot.render.two_sides_buttons import parse_two_sides_action

STATEMENT_LIMIT = 280
STATEMENT_ROOM = 800
"""Code units of a statement with all that belongs to it, in a cell."""
PAGE_ROOM = 3700
"""Code units of the rows of a card, so that header, names of the sides and footer fit beside them."""
OUTLETS_ROOM = 600
"""Code units of the line of outlets; what does not fit is counted."""
ROWS = 5
NAMES = 5
ALSO = 2
"""Other outlets of the same words that are named."""
SHORT_ADDRESS = 150
"""Code units of an address that may stand in a cell; a statement with a longer one names the outlet alone."""


def render_two_sides(sides: TwoSides, press: ComponentAction | None = None) -> list[Card]:
    """The two accounts as pages. ``press`` is what was asked, for the buttons that turn them and draw them.

    Raises ``NotVerbatimError``.
    """
    press = press or ComponentAction(Action.TWOSIDES, sides.readings[0].id)
    rows = [_columns(sides, row) for row in sides.rows]
    pages = paginate(rows, _fits)
    articles = articles_of(sides)
    names = "\n".join(verify_text(_side(side), *articles) for side in (sides.a, sides.b))
    left_out = translate("twosides-left-out", count=sides.left_out) if sides.left_out else ""
    return [
        Card(
            header=_header(sides),
            blocks=(names,),
            columns=tuple(page),
            footer=footer(translate("twosides-legend"), left_out, page_note(number, len(pages))),
            buttons=(
                *page_buttons(ComponentAction(Action.TWOSIDES, press.reading, number, press.detail), len(pages)),
                Button(
                    translate("twosides-as-picture"),
                    ComponentAction(Action.SIDESDARK, press.reading, detail=press.detail),
                ),
                *_of_article(sides),
                *(
                    split_button(press.reading)
                    if parse_two_sides_action(press).story and len(sides.readings) > 1
                    else ()
                ),
            ),
            tone=tone(articles[0]) if len(articles) == 1 else Tone.NEUTRAL,
        )
        for number, page in enumerate(pages)
    ]


def articles_of(sides: TwoSides) -> list[Article]:
    """The articles that the two accounts are of."""
    return [reading.article for reading in sides.readings]


def describe_row(sides: TwoSides, row: TopicRow, limit: int = 100) -> str:
    """Whose topic a row's is, in plain words: "Both sides", "Only Norway", or by which verb the words disagree."""
    if row.clash is None:
        only = sides.a if row.a else sides.b
        return (
            translate("twosides-both") if row.a and row.b else translate("twosides-only", side=side_name(only, limit))
        )
    whose = sides.a if row.clash.against in row.a else sides.b
    verb = row.clash.against.statement.act
    if verb is row.clash.claim.statement.act:
        return translate("twosides-both-accuse")
    return translate("twosides-disagree", side=side_name(whose, limit), act=verb)


def side_name(side: Side, limit: int) -> str:
    """What heads a column, as plain text of at most ``limit`` code units."""
    return shorten(isolate(country_name(side.label)), limit)


def not_mentioned(sides: TwoSides) -> str:
    """What stands in an empty cell: the side is not mentioned there, which is not a denial."""
    return translate("twosides-absent-in-all") if len(sides.readings) > 1 else translate("twosides-absent")


def _fits(page: list[Columns]) -> bool:
    """Whether a person wants these rows on one card, and Discord takes them."""
    return len(page) <= ROWS and sum(units(text) for row in page for text in row.texts) <= PAGE_ROOM


def _header(sides: TwoSides) -> str:
    """The article; or of several what was asked, their number and dates, and every outlet once."""
    articles = articles_of(sides)
    if len(articles) == 1:
        return verify_text(header(articles[0]), articles[0])
    about = inline(without_marks(sides.about), 80)
    dates = sorted(article.published_at for article in articles if article.published_at)
    ends = list(dict.fromkeys(timestamp(at, "d") for at in (*dates[:1], *dates[-1:])))
    facts = [translate("twosides-articles", count=len(articles)), *([" – ".join(ends)] if ends else [])]
    title = verify_text(f"### {title_of(about)}")
    return f"{title}\n-# {' · '.join(facts)}\n-# {_outlets(sides.readings)}"


def title_of(about: str) -> str:
    """What several articles are put side by side for."""
    return translate("twosides-about", about=about) if about else translate("article-two-sides")


def _outlets(readings: tuple[Reading, ...]) -> str:
    """Every outlet once, in the order in which they came, linked to its first article."""
    first: dict[str, Article] = {}
    for reading in readings:
        first.setdefault(publisher(reading.article), reading.article)
    shown: list[str] = []
    for article in first.values():
        entry = verify_text(link(outlet_name(article), article.url) + outlet_facts(article), article)
        if shown and sum(units(part) + 3 for part in (*shown, entry)) > OUTLETS_ROOM:
            return " · ".join([*shown, translate("twosides-and-more", count=len(first) - len(shown))])
        shown.append(entry)
    return " · ".join(shown)


def outlet_name(article: Article) -> str:
    """The outlet as people know it, else the host of the link, else that the text was pasted."""
    return shorten(article.outlet.name, 60) if article.outlet else host(article.url) or translate("twosides-pasted")


def _side(side: Side) -> str:
    """The party, and who speaks for it where that is not the party's own name."""
    names = [name for name in dict.fromkeys(speaker.name for speaker in side.speakers) if name != side.label]
    speakers = ", ".join(inline(name, 60) for name in names[:NAMES])
    return f"**{inline(country_name(side.label), 100)}**" + (f": {speakers}" if speakers else "")


def _of_article(sides: TwoSides) -> tuple[Button, ...]:
    """What can be asked of the one article that the accounts are of."""
    if len(sides.readings) > 1:
        return ()
    (reading,) = sides.readings
    return (
        Button(translate("whosaid-title"), ComponentAction(Action.WHOSAID, reading.id)),
        *source_button(reading.article),
    )


def _columns(sides: TwoSides, row: TopicRow) -> Columns:
    articles = articles_of(sides)
    a, b = (verify_text(inline(country_name(side.label), 100), *articles) for side in (sides.a, sides.b))
    # Discord takes no empty heading
    topic = verify_text(inline(row.topic.words, HEADING_LIMIT // 2 - 2) or ELLIPSIS, row.topic.reading.article)
    left, right = _cell(sides, sides.a, row.a), _cell(sides, sides.b, row.b)
    return Columns(topic, verify_text(describe_row(sides, row), *articles), a, left, b, right)


def _cell(sides: TwoSides, side: Side, told: tuple[StatementReference, ...]) -> str:
    """Statements below one another, each with its mark; as many as fit, and how many more there are."""
    shown: list[str] = []
    several = len(sides.readings) > 1
    last = side.speakers[0].name if len({speaker.name for speaker in side.speakers}) == 1 else None
    for one in told:
        name = one.statement.speaker.name if one.statement.speaker else None
        article = one.reading.article
        render = partial(_entry, one, None if name == last and not several else name, several=several)
        entry = verify_text(
            fit_to_limit(render, STATEMENT_LIMIT, STATEMENT_ROOM), article, *(r.article for r in one.also)
        )
        if shown and sum(units(part) + 2 for part in (*shown, entry)) > COLUMN_LIMIT - 60:
            left = len(told) - len(shown)
            more = translate("twosides-more-in-all", count=left) if several else translate("twosides-more", count=left)
            return "\n\n".join([*shown, f"*{more}*"])
        shown.append(entry)
        last = name
    return "\n\n".join(shown) or f"*{not_mentioned(sides)}*"


def _entry(one: StatementReference, name: str | None, limit: int, *, several: bool) -> str:
    text = one.reading.article.text
    lines = [f"**{inline(name, 60)}**"] if name else []
    lines.append(statement_line(text, one.statement))
    if several:
        lines.append(_source(one))
    return "\n".join([*lines, block_quote(quote_statement(text, one.statement, limit, escape))])


def _source(one: StatementReference) -> str:
    """Outlet, with the label of a state's, and date; who else carries the same words."""
    article = one.reading.article
    address = web_address(article.url)
    name = link(outlet_name(article), article.url if address and units(address) <= SHORT_ADDRESS else None)
    state = f" ({escape(label)})" if (label := outlet_state(article.outlet)) else ""
    date = f", {timestamp(article.published_at, 'd')}" if article.published_at else ""
    return f"{name}{state}{date}{_also(one)}"


def _also(one: StatementReference) -> str:
    """Who else carries the same words."""
    names = ", ".join(inline(outlet_name(reading.article), 40) for reading in one.also[:ALSO])
    if len(one.also) > ALSO:
        return f" · {translate('twosides-also-more', names=names, count=len(one.also) - ALSO)}"
    return f" · {translate('twosides-also', names=names)}" if names else ""
