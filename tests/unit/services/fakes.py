"""What the desk is given in tests: a clock that stands, a web of a few feeds, and digests of invented stories."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from bot.domain.analysis import Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.briefing import Briefing, BriefingStory, DatedReading, KeySentence
from bot.errors import FetchError
from bot.services.digest_composer import ArchiveDigestComposer
from bot.web.fetch import FetchedPage
from tests.cogs.invented import TEXT, URL, analyse_by_hand

NOW = datetime(2026, 1, 1, 9, 30, tzinfo=UTC)
FEED_URL = "https://ministry.example.org/feed.xml"
PAGE_URL = "https://ministry.example.org/news"
ARTICLES_URL = "https://attache.example/articles"
PAGES_URL = "https://attache.example/channels/"
SPORT_URL = "https://ministry.example.org/sport.xml"

TITLES = (
    "Trawler talks resume",
    "Sport day at the ministry",
    "Minister visits the *quay*",
    "A @everyone reception",
    "Sport fund grows",
)


def rss(*titles: str, title: str = "Ministry of Harbours", language: str = "en") -> str:
    """An RSS feed with an item a title, newest first."""
    items = "".join(
        f"<item><title>{name}</title><link>https://ministry.example.org/{number}</link><guid>m-{number}</guid>"
        f"<pubDate>{format_datetime(NOW - timedelta(hours=number + 1))}</pubDate>"
        "<description>What happened in the harbour.</description></item>"
        for number, name in enumerate(titles)
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{title}</title>'
        f"<link>https://ministry.example.org/</link><language>{language}</language>{items}</channel></rss>"
    )


def page(*feeds: str) -> str:
    """A web page that declares ``feeds``."""
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{url}">' for url in feeds)
    return f"<!doctype html><html><head><title>News</title>{links}</head><body><p>News.</p></body></html>"


def opml(*urls: str) -> bytes:
    """A list of feeds."""
    outlines = "".join(f'<outline type="rss" text="List {n}" xmlUrl="{url}"/>' for n, url in enumerate(urls))
    return f'<?xml version="1.0"?><opml version="2.0"><body>{outlines}</body></opml>'.encode()


@dataclass
class StoppedClock:
    """Shows the same time until a test moves it."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass
class RunningClock(StoppedClock):
    """Moves on a little each time it is looked at, as every real clock does."""

    tick: timedelta = timedelta(microseconds=1)

    def now(self) -> datetime:
        self.at += self.tick
        return self.at


@dataclass
class FeedFetcher:
    """A web of a feed, a page that names two feeds, and one that is no feed; ``asked`` are the requests."""

    pages: dict[str, str] = field(
        default_factory=lambda: {
            FEED_URL: rss(*TITLES),
            SPORT_URL: rss("Sport day", title="Sport"),
            PAGE_URL: page(FEED_URL, SPORT_URL),
            URL: page(),
        }
    )
    asked: list[str] = field(default_factory=list)

    async def fetch_source(self, address: str) -> FetchedPage:
        self.asked.append(address)
        if address not in self.pages:
            raise FetchError("The feed was not found.", "Check the link.", resource=address)
        body = self.pages[address].encode()
        kind = "text/html" if body.startswith(b"<!doctype") else "application/rss+xml"
        return FetchedPage(address, 200, {"Content-Type": kind, "ETag": '"one"'}, body)


@dataclass
class DigestsByHand(ArchiveDigestComposer):
    """Composes the same story for every owner, and ``others`` of five outlets each; remembers what it was asked."""

    asked: list[tuple[str, datetime, datetime, str]] = field(default_factory=list)
    empty: bool = False
    others: int = 0

    async def compose(
        self,
        owner: str,
        since: datetime,
        until: datetime,
        topic: str,
        *,
        told_since: datetime | None = None,  # noqa: ARG002 - the stories are the same
        limit: int = 5,
        named: int = 10,
    ) -> Briefing:
        self.asked.append((owner, since, until, topic))
        if self.empty:
            return Briefing(since, until, (), topic=topic)
        article = Article(TEXT, title="Two harbours, one call", url=URL)
        reading = Reading(reading_id(article), article, analyse_by_hand(article))
        sentences = tuple(KeySentence(reading, span) for span in reading.analysis.summary[:2])
        story = BriefingStory(reading, (DatedReading(reading, until - timedelta(hours=2)),), 1, sentences)
        more = tuple(_carried_by_five(number, until) for number in range(self.others))
        told, more = ((story,), more) if limit else ((), (story, *more))
        omitted = max(0, len(more) - named)
        return Briefing(since, until, told, more[:named], omitted, topic=topic, articles=1, outlets=1)


def _carried_by_five(number: int, at: datetime) -> BriefingStory:
    accounts = []
    for outlet in range(5):
        url = f"https://outlet{outlet}.example/{number}"
        article = Article(TEXT, f"Story {number}", url, Outlet(f"Outlet {outlet}", f"outlet{outlet}.example"))
        accounts.append(DatedReading(Reading(reading_id(article), article, analyse_by_hand(article)), at))
    return BriefingStory(accounts[0].reading, tuple(accounts), 5)
