"""A desk in miniature: the real archive, newsroom and stories, with a web, a reader and a clock that a test moves."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, cast

from bot.archive.store import Archive
from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.domain.feed import Entry, Feed, FeedDocument, FeedHealth, Item, Subscription, SubscriptionOptions
from bot.domain.item_outcomes import ItemOutcome, Outcome
from bot.domain.post import Post
from bot.errors import PageRefusedError
from bot.jobs.item_job import ItemJob
from bot.jobs.story_assignment import StoryAssigner
from bot.services.articles import ArticleService
from bot.services.push_sources import add_source
from bot.web.feeds.identity import identify_entries
from bot.web.fetch import FetchedPage, Fetcher
from tests.cogs.invented import ENGINE, analyse_by_hand
from tests.unit.services.fakes import RunningClock

OURS, THEIRS = "discord:guild:1", "discord:guild:2"
CHANNEL = "71"
SITE = "https://quill.example/"
MINUTE = timedelta(minutes=1)

HARBOUR = """The trawler Marigold left the quay at dawn after eleven days of argument about her catch logs.

Foreign minister Torvald Haugseth told reporters that the inspection had found nothing worth a second look. “The ship \
is free, and so is the crew,” he said on the pier, while tugs pulled her stern around.

Iceland's ambassador thanked the dock workers for their patience and their soup. Both capitals expect the fisheries \
committee to write down how such visits are announced in future."""
BORDER = """Guards at the Orland crossing lifted the barrier on Sunday, and lorries that had waited since autumn drove \
through before noon.

Interior secretary Ana Brod called the reopening “a cautious beginning”. Customs officers will count passengers for \
six weeks, and a joint panel of both provinces reviews the figures in spring.

Farmers along the valley road brought bread and cider for the drivers. Nobody knew whether the night trains return."""
GRAIN = """Delegates in Merrow Bay agreed overnight to release wheat from three silos that a lawsuit had sealed.

Trade commissioner Idris Vale announced that eighty thousand tonnes would sail before the monsoon. “Hungry people \
cannot eat a verdict,” Vale said when the gavel fell.

Insurers remain doubtful. Premiums for the southern strait doubled last month, and two shipowners want written \
guarantees from the admiralty before any mooring line is cast off."""


def page(title: str, text: str) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    article = f"<article><h1>{title}</h1>{body}</article>"
    return f"<html lang=en><head><title>{title}</title></head><body>{article}</body></html>"


class Reader:
    """Reads by hand; ``failures`` are raised first."""

    engine = ENGINE

    def __init__(self) -> None:
        self.failures: list[BaseException] = []

    async def analyse(self, article: Article) -> Analysis:
        if self.failures:
            raise self.failures.pop(0)
        return analyse_by_hand(article)


@dataclass
class Web:
    """Pages by address; what is an error is raised. ``asked`` are the requests, ``meanwhile`` runs during the next."""

    pages: dict[str, str | BaseException] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    meanwhile: Callable[[], Any] | None = None

    async def fetch(self, address: str) -> FetchedPage:
        self.asked.append(address)
        if self.meanwhile:
            doing, self.meanwhile = self.meanwhile, None
            await doing()
        found = self.pages.get(address) or PageRefusedError("The page was not found.", "Check the link.", status=404)
        if isinstance(found, BaseException):
            raise found
        return FetchedPage(address, 200, {"Content-Type": "text/html"}, found.encode())


class Newsdesk:
    """The parts, and the few things that tests do with them again and again."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.clock = RunningClock()
        self.web = Web()
        self.reader = Reader()
        self.article_service = ArticleService(cast("Fetcher", self.web), archive, self.reader)
        self.open()

    def open(self) -> None:
        """Begin anew, as after a restart: nothing is remembered but what the archive holds."""
        stories = StoryAssigner(self.archive.stories)
        self.items = ItemJob(self.archive, self.article_service, stories, self.clock, offload=asyncio.to_thread)

    async def follow(
        self,
        name: str = "feed",
        owner: str = OURS,
        channel: str = CHANNEL,
        shown: tuple[Entry, ...] = (),
        **wish: Any,
    ) -> Subscription:
        now = self.clock.now()
        feed = Feed(0, SITE + name, title="The Daily Quill", health=FeedHealth.HEALTHY, last_polled_at=now)
        feed = replace(feed, body_sha256="0" * 64)
        how = SubscriptionOptions(channel, "discord:9", **wish)
        entries = identify_entries(FeedDocument(feed.title, None, shown))
        return await self.archive.feeds.follow(owner, feed, entries, how, now)

    async def follow_source(self, owner: str = OURS, channel: str = CHANNEL, **wish: Any) -> Subscription:
        """Make a source that sends its articles."""
        now = self.clock.now()
        how = SubscriptionOptions(channel, "x", name="Harbour Wire", **wish)
        made = await add_source(self.archive, owner, how, now)
        return made.subscription

    async def show(self, subscription: Subscription, *entries: Entry) -> tuple[int, ...]:
        """Let the feed show ``entries``; the numbers of those that are due."""
        feed = await self.archive.feeds.load_feed(subscription.feed_id)
        shown = identify_entries(FeedDocument(feed.title, None, entries))
        outcome = await self.archive.feeds.save_poll(feed, shown, self.clock.now(), first=False)
        return outcome.new + outcome.edited

    async def publish(self, subscription: Subscription, name: str, text: str, site: str = SITE) -> int:
        """Let the feed show a new item whose page holds ``text``; its number."""
        self.web.pages[site + name] = page(name.title(), text)
        (number,) = await self.show(subscription, Entry(guid=site + name, link=site + name, title=name.title()))
        return number

    async def work(self) -> None:
        """Deal with all items that are due."""
        for number in await self.archive.feeds.due_items(self.clock.now(), limit=99):
            await self.items.handle(str(number))

    async def send(self, channel: str = CHANNEL) -> list[str]:
        """Send what waits for the channel; the titles of what was sent."""
        sent: list[str] = []
        while post := await self.archive.posts.next_due(channel, self.clock.now()):
            trying = await self.archive.posts.save_trying(post, self.clock.now())
            assert trying
            await self.archive.posts.save_sent(trying, f"9{len(sent)}", self.clock.now())
            sent.append(post.card)
        return sent

    async def item(self, number: int) -> Item:
        found = await self.archive.feeds.load_item(number)
        assert found
        return found

    async def fate(self, number: int, subscription: Subscription) -> ItemOutcome:
        found = await self.archive.feeds.why(subscription.owner, subscription.number, limit=99)
        return next(fate for item, fate in found if item.id == number)

    async def fates(self, subscription: Subscription) -> list[Outcome]:
        """What became of the items, the newest first."""
        found = await self.archive.feeds.why(subscription.owner, subscription.number, limit=99)
        return [fate.fate for _, fate in found]

    async def posts(self, owner: str = OURS) -> list[Post]:
        """Those recorded, oldest first."""
        return list(await self.archive.posts.latest(owner, limit=99))[::-1]
