"""Invented articles by hand: the words of each statement are looked up in the text."""

from datetime import UTC, datetime

from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span

ENGINE = "by-hand 1"
BROD = Speaker("Ana Brod", "Foreign Minister", "Norway")
PELL = Speaker("Ivo Pell", "Foreign Minister", "Iceland")
GUEST = Speaker("Sela Or", None, None)

TEXT = (
    "Foreign Minister Ana Brod of Norway said: “The bridge stays open.” She denied that talks on the bridge "
    "with Iceland had failed.\n\nIceland’s foreign minister, Ivo Pell, called the bridge “a toy”, his "
    "spokesman Jon Ry said. Officials hope for rain."
)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(
    text: str,
    *words: str,
    speaker: Speaker | None = None,
    kind: Kind = Kind.INDIRECT,
    act: Act = Act.SAYS,
    cue: str = "",
    source: str = "",
    confidence: float = 0.9,
    relayed_by: str | None = None,
    negated: bool = False,
) -> Attribution:
    """A statement of these words of ``text``."""
    return Attribution(
        tuple(_span(text, piece) for piece in words),
        _span(text, source) if source else None,
        _span(text, cue) if cue else None,
        kind,
        act,
        speaker,
        relayed_by,
        confidence,
        negated,
    )


def reading(
    text: str,
    *statements: Attribution,
    title: str | None = "Bridge stays open",
    url: str | None = "https://press.example/bridge",
    outlet: Outlet | None = None,
    at: datetime | None = datetime(2021, 3, 1, 8, 30, tzinfo=UTC),
    language: str | None = "en",
) -> Reading:
    """An article with these statements."""
    article = Article(text, title, url, outlet, None, at, language)
    return Reading(reading_id(article), article, Analysis(article.text_sha256, ENGINE, (), statements, language))


BRIDGE = reading(
    TEXT,
    said(TEXT, "“The bridge stays open.”", speaker=BROD, kind=Kind.DIRECT, cue="said", source="Ana Brod"),
    said(
        TEXT,
        "talks on the bridge",
        "had failed",
        speaker=BROD,
        act=Act.DENIES,
        cue="denied",
        source="She",
        negated=True,
    ),
    said(TEXT, "the bridge “a toy”", speaker=PELL, kind=Kind.MIXED, cue="called", relayed_by="Jon Ry"),
    said(TEXT, "for rain", act=Act.ATTITUDE, cue="hope", source="Officials"),
    said(TEXT, "Iceland", confidence=0.2),
    outlet=Outlet("The Example", "press.example", "Norway", "state-funded"),
)

LATER_TEXT = "Ivo Pell, foreign minister of Iceland, said the bridge is a toy. Sela Or asked for patience."
LATER = reading(
    LATER_TEXT,
    said(LATER_TEXT, "the bridge is a toy", speaker=PELL, cue="said"),
    said(LATER_TEXT, "for patience", speaker=GUEST, act=Act.ASKS, cue="asked"),
    title="Pell speaks",
    url="https://daily.example/pell?a=1&b=2",
    outlet=Outlet("The Daily"),
    at=datetime(2021, 3, 2, 6, 0, tzinfo=UTC),
)


def many(count: int, *, start: int = 0) -> list[Reading]:
    """So many articles of four statements each, every one by another of fifty speakers."""
    made = []
    for number in range(start, start + count):
        speaker = Speaker(f"Speaker{number % 50:02d} Vann", "Minister", "Norway")
        parts = [f"point {number} of line {line} about the long bridge and its toll" for line in range(4)]
        text = " ".join(f"The minister said {part}." for part in parts)
        made.append(
            reading(
                text,
                *(said(text, part, speaker=speaker, cue="said") for part in parts),
                title=f"Bridge number {number}",
                url=f"https://press.example/{number}",
                at=datetime(2021, 1 + number % 12, 1 + number % 28, tzinfo=UTC),
            )
        )
    return made
