"""The two-sides card: two accounts of one event in two columns, topic by topic."""

from functools import partial

from bot.domain.attribution import Attribution
from bot.domain.digest import Side, TopicRow, TwoSides
from bot.render.card import COLUMN_LIMIT, HEADING_LIMIT, Action, Button, Card, Columns, Press, verified
from bot.render.cards_article import footer, header, source_button, tone
from bot.render.cards_whosaid import saying
from bot.render.markdown import block_quote, escape, inline, isolate, units
from bot.render.pages import fitted, page_note, paged, turning
from bot.render.verbatim import ELLIPSIS, shortened, statement

STATEMENT_LIMIT = 280
STATEMENT_ROOM = 800
"""Code units of a statement with all that belongs to it, in a cell."""
PAGE_ROOM = 3700
"""Code units of the rows of a card, so that header, names of the sides and footer fit beside them."""
ROWS = 5
NAMES = 5
ABSENT = "*not mentioned in this article*"


def render_two_sides(sides: TwoSides, detail: str = "") -> list[Card]:
    """The two accounts as pages. ``detail`` stays in the buttons that turn them. Raises ``NotVerbatimError``."""
    article = sides.reading.article
    rows = [_columns(sides, row) for row in sides.rows]
    pages = paged(rows, _fits)
    return [
        verified(
            Card(
                header=header(article),
                blocks=(f"{_side(sides.a)}\n{_side(sides.b)}",),
                columns=tuple(page),
                footer=footer("An empty side was not mentioned, which is not a denial.", page_note(number, len(pages))),
                buttons=(
                    *turning(Press(Action.TWOSIDES, sides.reading.id, number, detail), len(pages)),
                    Button("Who said what", Press(Action.WHOSAID, sides.reading.id)),
                    *source_button(article),
                ),
                tone=tone(article),
            ),
            article,
        )
        for number, page in enumerate(pages)
    ]


def _fits(page: list[Columns]) -> bool:
    """Whether a person wants these rows on one card, and Discord takes them."""
    return len(page) <= ROWS and sum(units(text) for row in page for text in row.texts) <= PAGE_ROOM


def _side(side: Side) -> str:
    """The party, and who speaks for it where that is not the party's own name."""
    names = [name for name in dict.fromkeys(speaker.name for speaker in side.speakers) if name != side.label]
    speakers = ", ".join(inline(name, 60) for name in names[:NAMES])
    return f"**{inline(side.label, 100)}**" + (f": {speakers}" if speakers else "")


def _columns(sides: TwoSides, row: TopicRow) -> Columns:
    text = sides.reading.article.text
    a, b = inline(sides.a.label, 100), inline(sides.b.label, 100)
    only = sides.a.label if row.a else sides.b.label
    note = "Both sides" if row.a and row.b else f"Only {shortened(isolate(only), 100)}"
    topic = inline(row.topic.of(text), HEADING_LIMIT // 2 - 2) or ELLIPSIS  # Discord takes no empty heading
    return Columns(topic, note, a, _cell(text, row.a, sides.a), b, _cell(text, row.b, sides.b))


def _cell(text: str, statements: tuple[Attribution, ...], side: Side) -> str:
    """Statements below one another, each with its mark; as many as fit, and how many more there are."""
    shown: list[str] = []
    last = side.speakers[0].name if len({speaker.name for speaker in side.speakers}) == 1 else None
    for said in statements:
        name = said.speaker.name if said.speaker else None
        entry = fitted(partial(_entry, text, said, None if name == last else name), STATEMENT_LIMIT, STATEMENT_ROOM)
        if shown and sum(units(part) + 2 for part in (*shown, entry)) > COLUMN_LIMIT - 60:
            return "\n\n".join([*shown, f"*and {len(statements) - len(shown)} more under Who said what*"])
        shown.append(entry)
        last = name
    return "\n\n".join(shown) or ABSENT


def _entry(text: str, said: Attribution, name: str | None, limit: int) -> str:
    who = f"**{inline(name, 60)}**\n" if name else ""
    return f"{who}{saying(text, said)}\n{block_quote(statement(text, said, limit, escape))}"
