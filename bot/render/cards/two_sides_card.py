"""Two accounts of an event side by side, by topic; of several articles, each statement with outlet and date. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.domain.article import Article
from bot.domain.attribution import Act
from bot.domain.briefing import publisher
from bot.domain.digest import Side, TopicRow, TwoSides
from bot.domain.line import LineReference
from bot.i18n.bidi import isolate
from bot.i18n.messages import translate
from bot.render.card import Action, Button, ComponentAction, Tone
from bot.render.cards.article_card import ask_button, compose_heading, source_button, tone
from bot.render.document import (
    Columns,
    Document,
    Line,
    OutletPart,
    Quote,
    Row,
    Sources,
    Speaker,
    StrangerText,
    reply,
)
from bot.render.line_text import translate_parts
from bot.render.localized_names import country_name
from bot.render.quotations import shorten, without_marks
from bot.render.statement_lines import quote_reference
from bot.render.statements import carried_too, dated_source, published
from bot.render.two_sides_buttons import parse_two_sides_action

UNDO = "undo"


def compose_columns(sides: TwoSides, press: ComponentAction | None = None) -> Document:
    """The two accounts. ``press`` is what was asked, for the buttons that turn pages and draw them."""
    press = press or ComponentAction(Action.TWOSIDES, sides.readings[0].id)
    articles = articles_of(sides)
    several = len(articles) > 1
    columns = Columns(
        _side(sides.a, articles),
        _side(sides.b, articles),
        _without_repeated([_row(sides, row) for row in sides.rows]),
        translate("twosides-absent-in-all") if several else translate("twosides-absent"),
        several,
    )
    left_out = (translate("twosides-left-out", count=sides.left_out),) if sides.left_out else ()
    splits = several and parse_two_sides_action(press).story
    return Document(
        _title(sides.about if several else ""),
        (columns,),
        None if several else compose_heading(articles[0]),
        facts=_facts(articles) if several else (),
        sources=_sources(articles) if several else None,
        notes=(translate("twosides-legend"), *left_out),
        turn=ComponentAction(Action.TWOSIDES, press.reading, detail=press.detail),
        buttons=(
            Button(
                translate("twosides-as-picture"), ComponentAction(Action.SIDESDARK, press.reading, detail=press.detail)
            ),
            *(() if several else (ask_button(press.reading, Action.WHOSAID), *source_button(articles[0]))),
            *(split_button(press.reading) if splits else ()),
        ),
        tone=Tone.NEUTRAL if several else tone(articles[0]),
    )


def articles_of(sides: TwoSides) -> list[Article]:
    """The articles that the two accounts are of."""
    return [reading.article for reading in sides.readings]


def describe_row(sides: TwoSides, row: TopicRow) -> str:
    """How the claims of a row meet: by which verb they disagree, who answers, "Both sides"; one side alone by name."""
    if not (row.a and row.b):
        return _side_name(sides.a if row.a else sides.b)
    if row.clash:
        whose = sides.a if row.clash in row.a else sides.b
        return translate("twosides-disagree", side=_side_name(whose), act=row.clash.statement.act)
    if row.answer:
        return translate("twosides-answers", side=_side_name(sides.a if row.answer in row.a else sides.b))
    accuse = row.meets and all(any(one.statement.act is Act.ACCUSES for one in side) for side in (row.a, row.b))
    return translate("twosides-both-accuse") if accuse else translate("twosides-both")


def _side_name(side: Side) -> str:
    return shorten(isolate(country_name(side.label)), 60)


def _title(about: str) -> Line:
    """What several articles are put side by side for."""
    words = without_marks(about)
    if not words:
        return (translate("article-two-sides"),)
    return translate_parts("twosides-about", about=StrangerText(words, 80))


def _facts(articles: list[Article]) -> tuple[Line, ...]:
    dates = sorted(article.published_at for article in articles if article.published_at)
    ends = [published(at, style="d") for at in dict.fromkeys((*dates[:1], *dates[-1:]))]
    span: Line = tuple(piece for at in ends for piece in (" – ", at))[1:]
    return (translate("twosides-articles", count=len(articles)),), span


def _sources(articles: list[Article]) -> Sources:
    """Every outlet once, in the order in which they came, with its first article."""
    first: dict[str, Article] = {}
    for article in articles:
        first.setdefault(publisher(article), article)
    return Sources(tuple(map(OutletPart, first.values())), tuple(map(_headline, first.values())))


def _headline(article: Article) -> Line:
    at: Line = (" (", published(article.published_at, plainly=True), ")") if article.published_at else ()
    return (StrangerText(article.title or translate("article-untitled"), 160), *at)


def _side(side: Side, articles: list[Article]) -> Speaker:
    """The party, and who speaks for it where that is not the party's own name."""
    names = [name for name in dict.fromkeys(speaker.name for speaker in side.speakers) if name != side.label]
    speakers = tuple((StrangerText(name, 60),) for name in names)
    return Speaker((StrangerText(country_name(side.label), 100),), speakers, articles=tuple(articles))


def _row(sides: TwoSides, row: TopicRow) -> Row:
    """A row under the articles' phrase for what its claims are about, or our own words where there is none."""
    several = len(sides.readings) > 1
    a, b = (tuple(_quote(one, several=several) for one in told) for told in (row.a, row.b))
    articles = (row.topic.reading.article,) if row.topic else ()
    heard = any(other.a for other in sides.rows) and any(other.b for other in sides.rows)
    absent = translate("twosides-nothing-else") if heard and not row.meets else ""
    return Row(_topic(sides, row), describe_row(sides, row), a, b, articles, row.clash is not None, absent)


def _without_repeated(rows: Sequence[Row]) -> tuple[Row, ...]:
    """``rows``; one under the same heading of ours as the one before says that it goes on."""
    goes_on = f" · {translate('digest-continued')}"
    again = (False, *(before.topic == row.topic and not row.articles for before, row in pairwise(rows)))
    return tuple(replace(row, topic=row.topic + goes_on * twice) for twice, row in zip(again, rows, strict=False))


def _topic(sides: TwoSides, row: TopicRow) -> str:
    if row.topic:
        return row.topic.words
    if row.meets:
        return translate("twosides-differ")
    return translate("twosides-rest") if any(other.meets for other in sides.rows) else translate("twosides-each")


def _quote(one: LineReference, *, several: bool) -> Quote:
    """A line with its speaker; of several articles also with outlet and date, and who else carries it."""
    speaker = one.line.speaker
    also = [reading.article for reading in one.also]
    who: Line = (StrangerText(speaker.name, 60),) if speaker else ()
    article = one.reading.article
    notes = (dated_source(article, article.published_at), carried_too(also)) if several else ()
    return quote_reference(one, *notes, who=who)


def split_button(article: str) -> tuple[Button, ...]:
    """The button that takes the story of ``article`` apart for who presses it."""
    return (Button(translate("twosides-not-one"), ComponentAction(Action.SPLIT, article)),)


def report_split(count: int) -> Document:
    """That ``count`` articles stand alone now."""
    return reply(translate("twosides-not-one"), ((translate("twosides-split", count=count),),))


def undo_button(article: str) -> tuple[Button, ...]:
    """The button that takes it back."""
    return (Button(translate("twosides-undo"), ComponentAction(Action.SPLIT, article, detail=UNDO)),)


def report_unsplit() -> Document:
    """That they are one story again."""
    return reply(translate("twosides-not-one"), ((translate("twosides-unsplit"),),))
