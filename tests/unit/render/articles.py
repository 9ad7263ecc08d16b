"""Invented articles for the cards' tests."""

from datetime import UTC, datetime

from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span

TEXT = (
    "Foreign Minister Ada Lind said “the door is open”. She added that talks would begin in May.\n\n"
    "Ambassador Omar Reyes replied: “We heard no knock.” He warned that the border stays shut."
)
LIND = Speaker("Ada Lind", "Foreign Minister", "Northland")
REYES = Speaker("Omar Reyes", "Ambassador", "Southland")
OUTLET = Outlet("The Courier", "courier.example", "Northland", "state-funded")


def span(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def attribution(
    text: str, speaker: Speaker | None, kind: Kind, cue: str, words: str, *, act: Act = Act.SAYS
) -> Attribution:
    """A statement found by its words."""
    return Attribution((span(text, words),), None, span(text, cue), kind, act, speaker)


def reading(article: Article, *attributions: Attribution, unread: str | None = None) -> Reading:
    """A reading whose summary is the first forty characters."""
    summary = (Span(0, min(40, len(article.text))),)
    analysis = Analysis(article.text_sha256, "test 1", summary, attributions, "en", unread)
    return Reading(reading_id(article), article, analysis)


def two_voices() -> Reading:
    """Two speakers with two statements each."""
    article = Article(
        TEXT,
        "A door [and] a *knock*",
        "https://www.courier.example/a_b?q=(1)",
        OUTLET,
        "Iris Holm",
        datetime(2026, 3, 14, 9, 30, tzinfo=UTC),
        "en",
    )
    return reading(
        article,
        attribution(TEXT, LIND, Kind.DIRECT, "said", "“the door is open”"),
        attribution(TEXT, LIND, Kind.INDIRECT, "added", "talks would begin in May"),
        attribution(TEXT, REYES, Kind.DIRECT, "replied", "“We heard no knock.”"),
        attribution(TEXT, REYES, Kind.INDIRECT, "warned", "the border stays shut", act=Act.WARNS),
    )
