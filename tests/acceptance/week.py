"""A week of dated news as a server has it: posts with follow-ups, daily and weekly digests, a watch, /catchup.

``python -m tests.acceptance.week --from 2012-11-15 --days 7`` plays the news of ../shared/data/news through the jobs of
the product, with a clock that is moved from hour to hour; prints what is posted, and what is told twice.
"""

import argparse
import asyncio
import json
import lzma
import re
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from bot.archive.store import Archive
from bot.domain.analysis import Analysis, Reading
from bot.domain.article import Article
from bot.domain.feed import Entry, PostOptions, Subscription
from bot.domain.follow_up import FollowUps
from bot.domain.post import PostKind
from bot.domain.schedule import EVERY_DAY, Schedule, parse_time
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.text import normalise_text
from bot.domain.watch import direct_to, parse_interest
from bot.gazetteer.outlets import find_outlet
from bot.jobs.follow_up_job import FollowUpJob
from bot.jobs.scheduled_digests import DigestJob
from bot.jobs.watch_job import EVERYTHING, WatchJob
from bot.log import silence_logging
from bot.nlp.analyse import analyse
from bot.nlp.engine_version import engine_version
from bot.render.card_codec import decode_card
from bot.render.cards.briefing_cards import render_briefing
from bot.render.markdown import plain
from bot.services.articles import ArticleService
from bot.services.catch_up import CatchUpService
from bot.services.digest_composer import ArchiveDigestComposer
from tests.conftest import SHARED
from tests.unit.jobs.worker_setup import OURS, Newsdesk

ONE_BY_ONE, DAILY, WEEKLY = "71", "72", "73"
PERSON = "discord:9"
HOUR = timedelta(hours=1)
_LINE = 60  # characters of a line that is a sentence or a statement
_QUOTED = re.compile(r"[“\"]([^”\"]{25,})[”\"]")


class InProcess:
    """Analyses in a thread."""

    engine = engine_version()

    async def analyse(self, article: Article) -> Analysis:
        """As a worker process does."""
        return await asyncio.to_thread(analyse, article.text)


class Shelf(ArticleService):
    """The articles of the week by address, instead of the web."""

    pages: dict[str, Article]

    async def read(self, reference: str, *, owner: str | None = None) -> Reading:
        """The reading of the article at that address."""
        return await self.save(self.pages[reference], owner=owner)


def load_news(begin: datetime, days: int) -> list[tuple[datetime, Article]]:
    """The articles of these days, each at an hour of its day."""
    with lzma.open(SHARED / "data" / "news" / "news.jsonl.xz", "rt", encoding="utf-8") as lines:
        records = [one for one in map(json.loads, lines) if one["date"] and one["url"]]
    found: list[tuple[datetime, Article]] = []
    for one in sorted(records, key=lambda one: (one["date"], one["id"])):
        day = datetime.fromisoformat(one["date"]).replace(tzinfo=UTC)
        if begin <= day < begin + timedelta(days=days):
            at = day + timedelta(hours=6 + len(found) % 16)
            outlet = find_outlet(one["url"], one["outlet"])
            text = normalise_text(one["text"])
            found.append((at, Article(text, one["title"].strip(), one["url"], outlet, None, at, "en")))
    return sorted(found, key=lambda one: one[0])


class Week:
    """The server and its channels: every item, a daily and a weekly digest, and a person's watch."""

    def __init__(self, archive: Archive, begin: datetime, watched: str) -> None:
        self.archive = archive
        self.desk = Newsdesk(archive)
        self.desk.clock.at = begin
        self.shelf = Shelf(cast("Any", None), archive, InProcess())
        self.shelf.pages = {}
        self.desk.article_service = self.shelf
        self.desk.open()
        self.composer = ArchiveDigestComposer(archive, self.desk.clock)
        self.looks = CatchUpService(archive.looks, self.composer, self.desk.clock)
        self.watched = watched
        self.feeds: dict[str, Subscription] = {}
        self.told: dict[str, Counter[str]] = {}

    async def set_up(self) -> None:
        """Schedule the digests, and watch."""
        now = self.desk.clock.now()
        for channel, days in ((DAILY, EVERY_DAY), (WEEKLY, frozenset({0}))):
            schedule = Schedule(parse_time("06:00"), "UTC", days)
            await self.archive.schedules.add(ScheduledDigest(0, 0, OURS, channel, PERSON, schedule, now))
        interest = parse_interest(self.watched, "")
        where = {"channel": direct_to(PERSON), "server": OURS, "place": ONE_BY_ONE}
        await self.archive.watches.add(PERSON, interest, now=now, **where)

    async def publish(self, article: Article) -> None:
        """The outlet's feed shows an article; it is read and decided on."""
        outlet = article.outlet.name if article.outlet else "?"
        if outlet not in self.feeds:
            options = PostOptions(FollowUps.REPLY)
            self.feeds[outlet] = await self.desk.follow(outlet, channel=ONE_BY_ONE, posts=options)
        address = article.url or ""
        self.shelf.pages[address] = article
        entry = Entry(guid=address, link=address, title=article.title, published_at=article.published_at)
        await self.desk.show(self.feeds[outlet], entry)
        await self.desk.work()

    async def pass_hour(self) -> None:
        """Do what is due, and print what is posted."""
        clock = self.desk.clock
        clock.at += HOUR
        await WatchJob(self.archive, clock).handle(EVERYTHING)
        follow_ups = FollowUpJob(self.archive, clock)
        for subject in await follow_ups.find(clock.now(), limit=99):
            await follow_ups.handle(subject)
        digests = DigestJob(self.archive.schedules, self.archive.preferences, self.composer, clock)
        for subject in await digests.find(clock.now(), limit=9):
            await digests.handle(subject)
        for channel in (ONE_BY_ONE, DAILY, WEEKLY, direct_to(PERSON)):
            while post := await self.archive.posts.next_due(channel, clock.now()):
                trying = await self.archive.posts.save_trying(post, clock.now())
                assert trying
                await self.archive.posts.save_sent(trying, str(900 + hash(post.key) % 10**6), clock.now())
                self.show(f"{post.kind} in {channel}", channel if post.kind != PostKind.ITEM else "", post.card)

    async def catch_up(self) -> None:
        """A person looks at what is new."""
        found = await self.looks.look(PERSON, OURS)
        for card in render_briefing(found.briefing, UTC):
            self.show("catch-up", "catch-up", card)

    def show(self, what: str, place: str, card: Any) -> None:
        """Print a card, and mark what ``place`` ("" for none) has had: quotations, sentences, statements."""
        card = decode_card(card) if isinstance(card, str) else card
        text = plain("\n".join(card.texts))
        print(f"\n=== {self.desk.clock.at:%a %d %b %H:%M} · {what}\n{text}")
        told = self.told.setdefault(place, Counter())
        quoted = {found[1].strip(" ,.") for found in _QUOTED.finditer(text)}
        for words in quoted | {line for line in text.splitlines() if len(line) >= _LINE} if place else ():
            told[words] += 1
            if told[words] > 1:
                print(f"!!! told before in {place}: {words}")


async def play(begin: datetime, days: int, watched: str) -> None:
    """Play the days from ``begin``."""
    news = load_news(begin, days)
    with tempfile.TemporaryDirectory() as folder:
        archive = await Archive.open(f"sqlite:///{Path(folder) / 'week.sqlite3'}")
        try:
            week = Week(archive, begin, watched)
            await week.set_up()
            for _ in range(24 * days + 8):
                while news and news[0][0] <= week.desk.clock.at:
                    await week.publish(news.pop(0)[1])
                await week.pass_hour()
                if week.desk.clock.at.hour == 20 and week.desk.clock.at.weekday() in {1, 4}:
                    await week.catch_up()
            again = {place: sum(n > 1 for n in told.values()) for place, told in week.told.items() if place}
            print(f"\ntold more than once, by place: {again}")
        finally:
            await archive.close()


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="begin", type=lambda one: datetime.fromisoformat(one).replace(tzinfo=UTC))
    parser.add_argument("--days", type=int, default=7)
    parser.add_argument("--watch", default="Clinton")
    options = parser.parse_args()
    silence_logging()
    asyncio.run(play(options.begin, options.days, options.watch))


if __name__ == "__main__":
    main()
