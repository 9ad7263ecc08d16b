"""A wire of invented news: outlets with a feed each, articles that are decided on, and what is told of them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from bot.archive.store import Archive
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.feed import (
    Delivery,
    Entry,
    Feed,
    FeedDocument,
    FeedHealth,
    ItemState,
    Subscription,
    SubscriptionOptions,
)
from bot.domain.item_outcomes import ItemOutcome, Outcome
from bot.domain.post import Post
from bot.domain.text import Span
from bot.domain.watch import Watch, direct_to, parse_interest
from bot.jobs.watch_job import EVERYTHING, WatchJob
from bot.render.card import Card
from bot.render.card_codec import decode_card
from bot.web.feeds.identity import identify_entries
from tests.unit.services.fakes import StoppedClock

SERVER = "discord:guild:1"
READER = "discord:4815162342"
OTHER = "discord:2718281828"
PLACE = "71"
DIRECT = direct_to(READER)
VALE = Speaker("Idris Vale", "Trade commissioner", "Norway")
BROD = Speaker("Ana Brod", "Interior secretary", "Iceland")
GRAIN = "“Hungry people cannot eat a verdict,” Vale said of the grain talks. Three silos stay sealed until Monday."
BORDER = "“It is a cautious beginning,” Brod said of the border. Lorries drove through before noon."


def read_several(said: Sequence[tuple[str, Speaker]], outlet: str, title: str, url: str | None = None) -> Reading:
    """An article of a sentence each: ("I object", Vale) reads “I object,” Vale said."""
    text, spans = "", []
    for words, speaker in said:
        text += f"“{words},” {speaker.name} said. "
        end = text.rindex("”") + 1
        spans.append((Span(text.rindex("“"), end), speaker))
    article = Article(text.strip(), title, url, Outlet(outlet, f"{outlet.lower()}.example"), language="en")
    found = tuple(
        Attribution((span,), None, None, Kind.DIRECT, Act.SAYS, speaker, confidence=0.95) for span, speaker in spans
    )
    summary = (Span(0, article.text.index(".") + 1),)
    analysis = Analysis(article.text_sha256, "by-hand 1", summary, found, language="en")
    return Reading(reading_id(article), article, analysis)


def read(text: str, speaker: Speaker | None, outlet: str, title: str, url: str | None = None) -> Reading:
    """An article whose first sentence is a key one, and whose quoted words, if any, are ``speaker``'s."""
    article = Article(text, title, url, Outlet(outlet, f"{outlet.lower()}.example"), language="en")
    start, end = text.find("“"), text.find("”") + 1
    quoted = (Span(start, end),) if start >= 0 else ()
    said = tuple(Attribution((span,), None, None, Kind.DIRECT, Act.SAYS, speaker, confidence=0.95) for span in quoted)
    sentence = Span(0, text.index(".") + 1)
    analysis = Analysis(article.text_sha256, "by-hand 1", (sentence,), said, language="en")
    return Reading(reading_id(article), article, analysis)


@dataclass
class Wire:
    """The archive with a watching desk over it."""

    archive: Archive
    clock: StoppedClock = field(default_factory=StoppedClock)
    feeds: dict[str, Subscription] = field(default_factory=dict)

    @property
    def watching(self) -> WatchJob:
        """Made anew each time: it remembers nothing."""
        return WatchJob(self.archive, self.clock)

    async def watch(self, speaker: str = "", topic: str = "", *, owner: str = READER, **where: Any) -> Watch:
        """A watch by direct message, made in ``PLACE``."""
        where = {"channel": direct_to(owner), "server": SERVER, "place": PLACE, **where}
        return await self.archive.watches.add(owner, parse_interest(speaker, topic), now=self.clock.now(), **where)

    async def bring(
        self,
        outlet: str,
        text: str = GRAIN,
        speaker: Speaker | None = VALE,
        *,
        story: int | None = None,
        title: str = "Talks in Merrow Bay",
        kind: str = "poll",
    ) -> int:
        """An outlet's feed shows an article, which is read, joined to ``story`` and decided on; its story."""
        number, reading = await self.show(outlet, text, speaker, title=title, kind=kind)
        return await self.decide(outlet, number, reading, story)

    async def bring_several(
        self, outlet: str, *said: tuple[str, Speaker], story: int | None = None, title: str = "Two calls"
    ) -> int:
        """The same with an article in which several speak (:func:`read_several`)."""
        url = f"https://{outlet.lower()}.example/{title}-{len(said)}"
        number, reading = await self._show(outlet, read_several(said, outlet, title, url), "poll")
        return await self.decide(outlet, number, reading, story)

    async def show(
        self, outlet: str, text: str, speaker: Speaker | None, *, title: str = "Talks", kind: str = "poll"
    ) -> tuple[int, Reading]:
        """The outlet's feed shows an article, which is read: the item's number, and the reading."""
        reading = read(text, speaker, outlet, title, f"https://{outlet.lower()}.example/{len(text)}-{title}")
        return await self._show(outlet, reading, kind)

    async def _show(self, outlet: str, reading: Reading, kind: str) -> tuple[int, Reading]:
        now = self.clock.now()
        if outlet not in self.feeds:
            url = f"https://{outlet.lower()}.example/feed"
            feed = Feed(0, url, kind, outlet, health=FeedHealth.HEALTHY, last_polled_at=now, body_sha256="0" * 64)
            self.feeds[outlet] = await self.archive.feeds.follow(
                SERVER,
                feed,
                (),
                SubscriptionOptions(PLACE, OTHER, delivery=Delivery.DIGEST),
                now - timedelta(seconds=1),
            )
        await self.archive.save_reading(reading)
        feed = await self.archive.feeds.load_feed(self.feeds[outlet].feed_id)
        entry = Entry(guid=reading.id, link=reading.article.url, title=reading.article.title)
        shown = identify_entries(FeedDocument(outlet, None, (entry,)))
        outcome = await self.archive.feeds.save_poll(feed, shown, now, first=False)
        return outcome.new[0], reading

    async def decide(self, outlet: str, number: int, reading: Reading, story: int | None) -> int:
        """What the job of an item does at its end, for a follower who keeps it for digests."""
        now = self.clock.now()
        placed = await self.archive.stories.place(
            reading.id, story, seen_at=now, signature=b"", title=reading.article.title, outlet=outlet
        )
        item = await self.archive.feeds.load_item(number)
        assert item
        fate = ItemOutcome(number, self.feeds[outlet].id, Outcome.DIGEST)
        read = replace(item, state=ItemState.READ, article=reading.id, story=placed.story, retry_at=None)
        await self.archive.feeds.settle(read, [fate], now)
        return placed.story

    async def work(self) -> None:
        """The job of watches, as often as it is due."""
        async with asyncio.timeout(30):
            while await self.archive.watches.has_work(self.clock.now()):
                await self.watching.handle(EVERYTHING)

    async def posts(self, channel: str = DIRECT) -> list[Post]:
        """What was recorded for ``channel``, oldest first."""
        owners = (READER, OTHER, SERVER)
        recorded = [post for owner in owners for post in await self.archive.posts.latest(owner, limit=99)]
        return [post for post in reversed(recorded) if post.channel == channel]

    async def cards(self, channel: str = DIRECT) -> list[Card]:
        """The same as cards."""
        return [decode_card(post.card) for post in await self.posts(channel)]


def words(card: Card) -> str:
    """All words of a card."""
    return "\n".join(card.texts)
