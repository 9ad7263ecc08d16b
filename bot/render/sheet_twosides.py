"""Two accounts of one event for a terminal, each piece checked against the article it is attributed to."""

from dataclasses import replace
from datetime import tzinfo

from bot.domain.article import Article
from bot.domain.briefing import Told, publisher
from bot.domain.digest import TopicRow, TwoSides
from bot.render.cards_briefing import without_marks
from bot.render.cards_twosides import absent, articles_of, outlet_name, relation
from bot.render.named import country_name, label_of
from bot.render.sheet import (
    Caption,
    Facing,
    Listing,
    Note,
    Row,
    Said,
    Sheet,
    Speech,
    compose_heading,
    compose_said,
    one_line,
    verified,
)
from bot.render.verbatim import ELLIPSIS
from bot.words.moments import show_moment
from bot.words.speech import say


def compose_twosides(sides: TwoSides, zone: tzinfo | None) -> Sheet:
    """The two accounts by topic, below their article or articles; dates in ``zone``, that of this machine when None.

    Already verified: lay it out as it is. Raises ``NotVerbatimError``.
    """
    articles = articles_of(sides)
    several = len(articles) > 1
    facing = Facing(
        one_line(country_name(sides.a.label)),
        one_line(country_name(sides.b.label)),
        tuple(_row(sides, row, zone) for row in sides.rows),
        absent(sides),
    )
    verified((replace(facing, rows=()),), *articles)
    about = without_marks(one_line(sides.about)) if several else ""
    caption = Caption(" · ".join(part for part in (say("article-two-sides"), about) if part))
    heading = (_outlets(articles, zone),) if several else verified(compose_heading(articles[0], zone), articles[0])
    left_out = (Note(say("twosides-left-out-note", count=sides.left_out)),) if sides.left_out else ()
    return (*heading, caption, facing, *((Note(say("twosides-legend")),) if several else ()), *left_out)


def _outlets(articles: list[Article], zone: tzinfo | None) -> Listing:
    """Each outlet once with the newest title and date of its articles."""
    rows: dict[str, tuple[str, str]] = {}
    for article in articles:
        date = f" ({show_moment(article.published_at.astimezone(zone))})" if article.published_at else ""
        label = label_of(article.outlet) if article.outlet else outlet_name(article)
        rows[publisher(article)] = (one_line(label), one_line(article.title or say("article-untitled")) + date)
        verified((Listing((rows[publisher(article)],)),), article)
    return Listing(tuple(rows.values()))


def _row(sides: TwoSides, row: TopicRow, zone: tzinfo | None) -> Row:
    topic = one_line(row.topic.words) or ELLIPSIS
    verified((Caption(topic),), row.topic.reading.article)
    note = relation(sides, row)
    verified((Caption(note),), *articles_of(sides))
    several = len(sides.readings) > 1
    a, b = (tuple(_said(one, zone, several=several) for one in told) for told in (row.a, row.b))
    return Row(topic, a, b, note[:1].lower() + note[1:])


def _said(one: Told, zone: tzinfo | None, *, several: bool) -> Said:
    article = one.reading.article
    who = one.statement.speaker.name if one.statement.speaker else ""
    said = compose_said(article.text, one.statement, one_line(who))
    if several:
        date = f", {show_moment(article.published_at.astimezone(zone))}" if article.published_at else ""
        label = label_of(article.outlet) if article.outlet else outlet_name(article)
        also = ", ".join(one_line(outlet_name(reading.article)) for reading in one.also)
        facts = (said.relayed, f"{one_line(label)}{date}", say("twosides-also-in", names=also) if also else "")
        said = replace(said, relayed=" · ".join(fact for fact in facts if fact))
    verified((Speech("", (), (said,)),), article, *(reading.article for reading in one.also))
    return said
