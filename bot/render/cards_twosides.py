"""The two-sides card: two accounts of one event in two columns, topic by topic."""

from bot.domain.attribution import Attribution
from bot.domain.digest import Side, TopicRow, TwoSides
from bot.render.card import COLUMN_LIMIT, HEADING_LIMIT, Action, Button, Card, Columns, Press, verified
from bot.render.cards_article import footer, header, source_button, tone
from bot.render.cards_whosaid import saying
from bot.render.markdown import block_quote, escape, inline, isolate, units
from bot.render.pages import page_note, paged, turning
from bot.render.verbatim import shortened, statement

STATEMENT_LIMIT = 280
PAGE_BUDGET = 4000
ROWS = 5
ABSENT = "*not mentioned in this article*"


def render_two_sides(sides: TwoSides, detail: str = "") -> list[Card]:
    """The two accounts as pages. ``detail`` stays in the buttons that turn them. Raises ``NotVerbatimError``."""
    article = sides.reading.article
    rows = [_columns(sides, row) for row in sides.rows]
    pages = paged(rows, lambda row: sum(map(units, row.texts)), budget=PAGE_BUDGET, most=ROWS)
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


def _side(side: Side) -> str:
    """The party, and who speaks for it where that is not the party's own name."""
    names = ", ".join(inline(speaker.name, 60) for speaker in side.speakers[:6] if speaker.name != side.label)
    return f"**{inline(side.label)}**" + (f": {names}" if names else "")


def _columns(sides: TwoSides, row: TopicRow) -> Columns:
    text = sides.reading.article.text
    a, b = inline(sides.a.label, 100), inline(sides.b.label, 100)
    only = sides.a.label if row.a else sides.b.label
    note = "Both sides" if row.a and row.b else f"Only {shortened(isolate(only), 100)}"
    topic = inline(row.topic.of(text), HEADING_LIMIT // 2)
    return Columns(topic, note, a, _cell(text, row.a, sides.a), b, _cell(text, row.b, sides.b))


def _cell(text: str, statements: tuple[Attribution, ...], side: Side) -> str:
    """Statements below one another, each with its mark; as many as fit, and how many more there are."""
    shown: list[str] = []
    last = None if len(side.speakers) > 1 else side.speakers[0]
    for number, said in enumerate(statements):
        who = f"**{inline(said.speaker.name, 60)}**\n" if said.speaker and said.speaker != last else ""
        last = said.speaker
        words = block_quote(statement(text, said, STATEMENT_LIMIT, escape))
        entry = f"{who}{saying(text, said)}\n{words}"
        rest = len(statements) - number
        if shown and sum(map(units, shown)) + units(entry) > COLUMN_LIMIT - 80:
            return "\n\n".join([*shown, f"*and {rest} more under Who said what*"])
        shown.append(entry)
    return "\n\n".join(shown) or ABSENT
