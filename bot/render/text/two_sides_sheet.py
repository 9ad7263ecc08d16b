"""Two accounts of one event for a terminal, each piece checked against the article it is attributed to."""

from dataclasses import replace
from datetime import tzinfo

from bot.domain.article import Article
from bot.domain.briefing import StatementReference, publisher
from bot.domain.digest import TopicRow, TwoSides
from bot.i18n.dates import format_time
from bot.i18n.messages import translate
from bot.render.cards.briefing_cards import without_marks
from bot.render.cards.two_sides_card import articles_of, describe_row, not_mentioned, outlet_name
from bot.render.localized_names import country_name, outlet_label
from bot.render.quotations import ELLIPSIS
from bot.render.text.sheet import (
    Caption,
    Listing,
    Note,
    Sheet,
    SheetStatement,
    SidesBlock,
    SidesBlockRow,
    SpeakerBlock,
    compose_heading,
    compose_said,
    one_line,
    verify_sheet,
)


def compose_twosides(sides: TwoSides, zone: tzinfo | None) -> Sheet:
    """The two accounts by topic, below their article or articles; dates in ``zone``, that of this machine when None.

    Already verified: lay it out as it is. Raises ``NotVerbatimError``.
    """
    articles = articles_of(sides)
    several = len(articles) > 1
    facing = SidesBlock(
        one_line(country_name(sides.a.label)),
        one_line(country_name(sides.b.label)),
        tuple(_row(sides, row, zone) for row in sides.rows),
        not_mentioned(sides),
    )
    verify_sheet((replace(facing, rows=()),), *articles)
    about = without_marks(one_line(sides.about)) if several else ""
    caption = Caption(" · ".join(part for part in (translate("article-two-sides"), about) if part))
    heading = (_outlets(articles, zone),) if several else verify_sheet(compose_heading(articles[0], zone), articles[0])
    left_out = (Note(translate("twosides-left-out-note", count=sides.left_out)),) if sides.left_out else ()
    return (*heading, caption, facing, *((Note(translate("twosides-legend")),) if several else ()), *left_out)


def _outlets(articles: list[Article], zone: tzinfo | None) -> Listing:
    """Each outlet once with the newest title and date of its articles."""
    rows: dict[str, tuple[str, str]] = {}
    for article in articles:
        date = f" ({format_time(article.published_at.astimezone(zone))})" if article.published_at else ""
        label = outlet_label(article.outlet) if article.outlet else outlet_name(article)
        rows[publisher(article)] = (one_line(label), one_line(article.title or translate("article-untitled")) + date)
        verify_sheet((Listing((rows[publisher(article)],)),), article)
    return Listing(tuple(rows.values()))


def _row(sides: TwoSides, row: TopicRow, zone: tzinfo | None) -> SidesBlockRow:
    topic = one_line(row.topic.words) or ELLIPSIS
    verify_sheet((Caption(topic),), row.topic.reading.article)
    note = describe_row(sides, row)
    verify_sheet((Caption(note),), *articles_of(sides))
    several = len(sides.readings) > 1
    a, b = (tuple(_said(one, zone, several=several) for one in told) for told in (row.a, row.b))
    return SidesBlockRow(topic, a, b, note[:1].lower() + note[1:])


def _said(one: StatementReference, zone: tzinfo | None, *, several: bool) -> SheetStatement:
    article = one.reading.article
    who = one.statement.speaker.name if one.statement.speaker else ""
    said = compose_said(article.text, one.statement, one_line(who))
    if several:
        date = f", {format_time(article.published_at.astimezone(zone))}" if article.published_at else ""
        label = outlet_label(article.outlet) if article.outlet else outlet_name(article)
        also = ", ".join(one_line(outlet_name(reading.article)) for reading in one.also)
        facts = (said.relayed, f"{one_line(label)}{date}", translate("twosides-also-in", names=also) if also else "")
        said = replace(said, relayed=" · ".join(fact for fact in facts if fact))
    verify_sheet((SpeakerBlock("", (), (said,)),), article, *(reading.article for reading in one.also))
    return said
