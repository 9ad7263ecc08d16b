"""An invented quarrel over a strait, told by three outlets, and smaller news, for the tests of briefings."""

from datetime import UTC, datetime, timedelta

from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.briefing import StoryReadings, date_reading
from bot.domain.text import Span, normalise_text

UNTIL = datetime(2026, 3, 14, 7, tzinfo=UTC)
SINCE = UNTIL - timedelta(days=1)

LIND = Speaker("Ada Lind", "Foreign Minister", "Northland")
REYES = Speaker("Omar Reyes", "Ambassador to Northland", "Southland")
CALDER = Speaker("Iris Calder", "President", "Southland")
WEIL = Speaker("Tomas Weil", "spokesman for the mission")
STRAND = Speaker("Helga Strand", "the outgoing chair")
COURIER = Outlet("The Northland Courier", "courier.example", "Northland")
TODAY = Outlet("Southland Today", "today.example", "Southland", "state-controlled")
WIRE = Outlet("Coastal Wire", "wire.example")

Said = tuple[Speaker | None, Kind, Act, str, str]
BOATS = "“the strait belongs to those who work on it, and from Monday they will be back”"


def find(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text`` first."""
    start = text.index(words)
    return Span(start, start + len(words))


def reading(
    outlet: Outlet | None,
    path: str,
    title: str | None,
    text: str,
    *said: Said,
    hours: float = 1,
    summary: tuple[str, ...] | None = None,
    confidence: float = 0.9,
) -> Reading:
    """An article published ``hours`` before the window's end; its summary is its first sentence if not given."""
    text = normalise_text(text)
    url = f"https://www.{outlet.domain}/{path}" if outlet and outlet.domain else None
    article = Article(text, title, url, outlet, None, UNTIL - timedelta(hours=hours), "en")
    found = tuple(
        Attribution((find(text, words),), None, find(text, cue), kind, act, speaker, confidence=confidence)
        for speaker, kind, act, cue, words in said
    )
    chosen = tuple(find(text, sentence) for sentence in ((text.split(". ")[0],) if summary is None else summary))
    return Reading(reading_id(article), article, Analysis(article.text_sha256, "by-hand 1", chosen, found, "en"))


def story(*readings: Reading) -> StoryReadings:
    """One event in these articles."""
    return StoryReadings(tuple(date_reading(one, UNTIL) for one in readings))


def strait() -> tuple[Reading, Reading, Reading]:
    """Three accounts of one agreement; all carry the same words of the minister's."""
    return (
        reading(
            COURIER,
            "strait-reopens",
            "Strait to reopen after nine days of talks",
            "Northland and Southland agreed on Friday to reopen the strait to fishing boats. The agreement takes "
            "effect on Monday and ends a dispute that began with the seizure of the trawler Merle.\n\n"
            f"Foreign Minister Ada Lind said {BOATS}. She denied that Northland had paid for the release of the crew."
            "\n\nAmbassador Omar Reyes replied: “We paid nothing and we promised nothing.” He warned that patrols "
            "would go on.",
            (LIND, Kind.DIRECT, Act.SAYS, "said", BOATS),
            (LIND, Kind.INDIRECT, Act.DENIES, "denied", "that Northland had paid for the release of the crew"),
            (REYES, Kind.DIRECT, Act.SAYS, "replied", "“We paid nothing and we promised nothing.”"),
            (REYES, Kind.INDIRECT, Act.WARNS, "warned", "that patrols would go on"),
            hours=6,
            summary=(
                "Northland and Southland agreed on Friday to reopen the strait to fishing boats.",
                "The agreement takes effect on Monday and ends a dispute that began with the seizure of the trawler "
                "Merle.",
            ),
        ),
        reading(
            TODAY,
            "calder",
            "Calder: patrols stay",
            "Inspectors of both countries will board vessels together for the first time since the war.\n\n"
            "“Our patrols stay where they are,” President Iris Calder said. Northland’s Foreign Minister Ada Lind "
            f"declared: {BOATS.capitalize()}. She accused Southland of having “kept fourteen fishermen as a bargaining "
            "chip”.",
            (CALDER, Kind.DIRECT, Act.SAYS, "said", "“Our patrols stay where they are,”"),
            (LIND, Kind.DIRECT, Act.SAYS, "declared", BOATS.capitalize()),
            (LIND, Kind.MIXED, Act.ACCUSES, "accused", "having “kept fourteen fishermen as a bargaining chip”"),
            hours=4,
            summary=("Inspectors of both countries will board vessels together for the first time since the war.",),
        ),
        reading(
            WIRE,
            "boats",
            "Boats wait for Monday",
            f"The strait reopens on Monday. Ada Lind said {BOATS}. Tomas Weil, spokesman for the mission, told "
            "reporters that observers had counted forty-one boats waiting.",
            (Speaker("Ada Lind"), Kind.DIRECT, Act.SAYS, "said", BOATS),
            (WEIL, Kind.INDIRECT, Act.SAYS, "told", "observers had counted forty-one boats waiting"),
        ),
    )


def chair() -> Reading:
    """A small story of one outlet."""
    return reading(
        COURIER,
        "chair",
        "Harbour commission names a chair",
        "The harbour commission of Karr named a new chair on Thursday. Helga Strand, the outgoing chair, said the "
        "commission “will need patience, and a bigger table”.",
        (STRAND, Kind.MIXED, Act.SAYS, "said", "the commission “will need patience, and a bigger table”"),
        hours=12,
    )


def short(number: int) -> Reading:
    """A story in which nobody speaks."""
    return reading(
        WIRE, f"s{number}", f"Ferry {number} late", f"Ferry {number} was late. It rained.", hours=20 + number
    )
