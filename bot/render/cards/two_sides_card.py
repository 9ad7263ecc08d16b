"""Two accounts of one event, side by side and topic by topic, of one article or of several. Pure.

Where there are several, each statement names its outlet and date, and links to its article.
"""

from bot.domain.article import Article
from bot.domain.briefing import StatementReference, publisher
from bot.domain.digest import Side, TopicRow, TwoSides
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
    TimePart,
    reply,
)
from bot.render.line_text import translate_parts
from bot.render.localized_names import country_name
from bot.render.quotations import shorten, without_marks
from bot.render.statements import listed, named, quote
from bot.render.two_sides_buttons import parse_two_sides_action

UNDO = "undo"
ALSO = 2
"""Other outlets of the same words that are named."""
SHORT_ADDRESS = 150
"""Code units of an address that may stand in a column; a statement with a longer one names the outlet alone."""


def compose_columns(sides: TwoSides, press: ComponentAction | None = None) -> Document:
    """The two accounts. ``press`` is what was asked, for the buttons that turn pages and draw them."""
    press = press or ComponentAction(Action.TWOSIDES, sides.readings[0].id)
    articles = articles_of(sides)
    several = len(articles) > 1
    columns = Columns(
        _side(sides.a, articles),
        _side(sides.b, articles),
        tuple(_row(sides, row) for row in sides.rows),
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
    """Whose topic a row's is, in plain words: "Both sides", "Only Norway", or by which verb the words disagree."""
    if row.clash is None:
        only = sides.a if row.a else sides.b
        return translate("twosides-both") if row.a and row.b else translate("twosides-only", side=_side_name(only))
    whose = sides.a if row.clash.against in row.a else sides.b
    verb = row.clash.against.statement.act
    if verb is row.clash.claim.statement.act:
        return translate("twosides-both-accuse")
    return translate("twosides-disagree", side=_side_name(whose), act=verb)


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
    ends = [TimePart(at, style="d") for at in dict.fromkeys((*dates[:1], *dates[-1:]))]
    span: Line = tuple(piece for at in ends for piece in (" – ", at))[1:]
    return (translate("twosides-articles", count=len(articles)),), span


def _sources(articles: list[Article]) -> Sources:
    """Every outlet once, in the order in which they came, with its first article."""
    first: dict[str, Article] = {}
    for article in articles:
        first.setdefault(publisher(article), article)
    return Sources(tuple(map(OutletPart, first.values())), tuple(map(_headline, first.values())))


def _headline(article: Article) -> Line:
    at: Line = (" (", TimePart(article.published_at, plainly=True), ")") if article.published_at else ()
    return (StrangerText(article.title or translate("article-untitled"), 160), *at)


def _side(side: Side, articles: list[Article]) -> Speaker:
    """The party, and who speaks for it where that is not the party's own name."""
    names = [name for name in dict.fromkeys(speaker.name for speaker in side.speakers) if name != side.label]
    speakers = tuple((StrangerText(name, 60),) for name in names)
    return Speaker((StrangerText(country_name(side.label), 100),), speakers, articles=tuple(articles))


def _row(sides: TwoSides, row: TopicRow) -> Row:
    several = len(sides.readings) > 1
    a, b = (tuple(_quote(one, several=several) for one in told) for told in (row.a, row.b))
    articles = (row.topic.reading.article,)
    return Row(row.topic.words, describe_row(sides, row), a, b, articles, row.clash is not None)


def _quote(one: StatementReference, *, several: bool) -> Quote:
    """A statement with its speaker; of several articles also with outlet and date, and who else carries it."""
    article, speaker = one.reading.article, one.statement.speaker
    also = [reading.article for reading in one.also]
    who: Line = (StrangerText(speaker.name, 60),) if speaker else ()
    return quote(article, one.statement, *also, who=who, notes=(_source(article), _also(also)) if several else ())


def _source(article: Article) -> Line:
    date: Line = (", ", TimePart(article.published_at, style="d")) if article.published_at else ()
    return (OutletPart(article, host=False, longest=SHORT_ADDRESS), *date)


def _also(articles: list[Article]) -> Line:
    return translate_parts("twosides-also", names=listed(list(map(named, articles)), ALSO)) if articles else ()


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
