"""Invented articles and readings, by hand and by hypothesis."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span, normalise_text

TEXT = 'Foreign Minister Ana Brod said: "The bridge stays open." She denied that talks with Orland had failed.'
ENGINE = "by-hand 1"

ARTICLE = Article(
    TEXT,
    title="Bridge stays open",
    url="https://press.example/bridge",
    outlet=Outlet("The Example", "press.example", "Norway", "state-funded"),
    byline="Bo Cid",
    published_at=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
    language="en",
)


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def analyse_by_hand(article: Article = ARTICLE, engine: str = ENGINE) -> Analysis:
    """Who said what in ``TEXT``."""
    brod = Speaker("Ana Brod", "Foreign Minister", "Norway")
    return Analysis(
        article.text_sha256,
        engine,
        (span_of('Foreign Minister Ana Brod said: "The bridge stays open."'),),
        (
            Attribution(
                (span_of('"The bridge stays open."'),),
                span_of("Foreign Minister Ana Brod"),
                span_of("said"),
                Kind.DIRECT,
                Act.SAYS,
                brod,
                confidence=0.93,
            ),
            Attribution(
                (span_of("that talks"), span_of("with Orland had failed")),
                span_of("She"),
                span_of("denied"),
                Kind.INDIRECT,
                Act.DENIES,
                brod,
                relayed_by="Bo Cid",
                confidence=0.1 + 0.2,
                negated=True,
            ),
            Attribution((span_of("talks with Orland"),), None, None, Kind.INDIRECT, Act.DISCUSSES, conditional=True),
        ),
        language="en",
    )


def make_reading(article: Article = ARTICLE, engine: str = ENGINE) -> Reading:
    return Reading(reading_id(article), article, analyse_by_hand(article, engine))


READING = make_reading()


def with_speakers(*names: str) -> Reading:
    """A reading of another text for every choice of names, with one statement of each."""
    article = replace(ARTICLE, text=TEXT + " " + " / ".join(names), url=None)
    found = Attribution((Span(0, 7),), None, None, Kind.INDIRECT, Act.SAYS)
    analysis = Analysis(article.text_sha256, ENGINE, (), tuple(replace(found, speaker=Speaker(name)) for name in names))
    return Reading(reading_id(article), article, analysis)


# what a database of text can hold: no surrogates, no NUL
# offsets and not zones: in the hour that a clock sets back, Python holds no time equal to one of another zone (PEP 495)
_OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
_NAMES = _WORDS.filter(lambda name: bool(name.strip()))
_SPEAKERS = st.builds(Speaker, _NAMES, st.none() | _WORDS, st.none() | _WORDS)
TEXTS = st.text(min_size=2, max_size=300).map(normalise_text).filter(lambda text: len(text) > 1)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def contents(draw: st.DrawFn, length: int) -> tuple[Span, ...]:
    """One or more spans in order that do not overlap."""
    edges = sorted(draw(st.sets(st.integers(0, length), min_size=2, max_size=8)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return tuple(Span(start, end) for start, end in pairs)


@st.composite
def attributions(draw: st.DrawFn, length: int) -> Attribution:
    return Attribution(
        content=draw(contents(length)),
        source=draw(st.none() | spans(length)),
        cue=draw(st.none() | spans(length)),
        kind=draw(st.sampled_from(Kind)),
        act=draw(st.sampled_from(Act)),
        speaker=draw(st.none() | _SPEAKERS),
        relayed_by=draw(st.none() | _WORDS),
        confidence=draw(st.floats(0, 1)),
        negated=draw(st.booleans()),
        conditional=draw(st.booleans()),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading of any text."""
    text = draw(TEXTS)
    article = Article(
        text,
        title=draw(st.none() | _WORDS),
        url=draw(st.none() | _WORDS),
        outlet=draw(st.none() | st.builds(Outlet, _WORDS, st.none() | _WORDS, st.none() | _WORDS, st.none() | _WORDS)),
        byline=draw(st.none() | _WORDS),
        published_at=draw(
            st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=_OFFSETS)  # noqa: DTZ001 - zoned
        ),
        language=draw(st.none() | _WORDS),
    )
    analysis = Analysis(
        article.text_sha256,
        draw(_WORDS),
        tuple(draw(st.lists(spans(len(text)), max_size=4))),
        tuple(draw(st.lists(attributions(len(text)), max_size=5))),
        draw(st.none() | _WORDS),
        draw(st.none() | _WORDS),
    )
    return Reading(reading_id(article), article, analysis)
