"""An invented server's desk for pictures: what its feeds brought, how they are, and the cards that tell it.

Ministers, outlets and events are made up; what is read of the articles is what the engine finds in them.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.desk.first_look import look_over
from bot.desk.results import Added, FatePage, Opened
from bot.digests.briefing import compose_briefing
from bot.domain.analysis import Reading
from bot.domain.article import Article, Outlet
from bot.domain.briefing import Account, StoryReadings, account_of
from bot.domain.feed import (
    Delivery,
    Entry,
    Fate,
    Feed,
    FeedDocument,
    FeedHealth,
    Followed,
    Item,
    ItemFate,
    Subscription,
)
from bot.domain.filter import parse_filter
from bot.domain.post import PostKind, post_key
from bot.domain.schedule import Occurrence, QuietHours, Schedule
from bot.domain.standing import StandingDigest
from bot.render.card import Action, Card
from bot.render.cards_briefing import render_briefing
from bot.render.cards_desk import render_desk
from bot.render.cards_feeds import render_fates, report_added, report_feeds, report_opened
from bot.render.cards_item import render_item
from bot.render.cards_notice import render_broken_place, render_feed_notice
from bot.render.cards_schedules import report_schedules

SAMPLE = Path(__file__).resolve().parents[1] / "bot" / "samples" / "harbour-call.txt"
NOW = datetime(2025, 12, 31, 7, tzinfo=UTC)
"""Some hours before the simulated Discord's clock begins."""
BERLIN = ZoneInfo("Europe/Berlin")
OWNER = "discord:guild:1"

HERALD = Outlet("The Strait Herald", "strait-herald.example")
RADIO = Outlet("Harbour Radio", "harbour-radio.example", "Norway", "state-funded")
WIRE = Outlet("Westfjord Wire", "westfjord-wire.example")

INSPECTORS = """\
Norwegian Foreign Minister Torvald Haugseth said on Friday that inspectors would board the trawler Hafdís “before \
lunch”. He thanked Iceland for what he called an orderly conversation.

Icelandic Foreign Minister Birna Steinsdóttir told parliament that nobody had agreed to a visit. “A lunch is not a \
treaty,” she said.

Fisheries Minister Ragna Dahl warned that a second ship was being watched."""
QUOTAS = """\
Portugal and Uruguay have agreed to exchange their catch figures every month, the two governments announced on Friday.

“For the first time we shall be reading from the same page,” Portuguese Foreign Minister Duarte Alvim said in Lisbon. \
He added that the first figures would be exchanged in March.

Uruguay's Foreign Minister Inés Castellanos called the agreement modest. “It is a table with two columns,” she said, \
“and it took us nine years.” She denied that fishing rights had been part of the talks."""
BRIDGE = """\
The repair of the border bridge at Lillevik will take a year longer than planned, Transport Minister Jon Ravn said.

“Steel does not hurry,” Ravn told reporters. The mayor of Lillevik, Sara Holt, replied that neither did the ministry. \
She urged the government to pay for a ferry until the bridge opens."""

ARTICLES = (
    ("Norway and Iceland disagree over held trawler", "trawler", HERALD, 5, SAMPLE.read_text("utf-8")),
    ("Inspectors to board the Hafdís", "hafdis", RADIO, 2, INSPECTORS),
    ("Portugal and Uruguay to share catch figures", "catch-figures", WIRE, 4, QUOTAS),
    ("Lillevik bridge a year late", "bridge", HERALD, 3, BRIDGE),
)


async def draw_up(file: Callable[[Article], Awaitable[Reading]], channel: str) -> dict[str, Card]:
    """The cards by name, with posts in ``channel``; ``file`` reads an article."""
    readings = [await file(_article(*about)) for about in ARTICLES]
    trawler, inspectors, quotas, bridge = readings
    stories = [StoryReadings((_account(trawler), _account(inspectors)))]
    stories += [StoryReadings((_account(one),)) for one in (quotas, bridge)]
    briefing = compose_briefing(stories, since=NOW - timedelta(days=1), until=NOW, now=NOW)
    parts = render_briefing(briefing, BERLIN, lambda part: post_key(PostKind.DIGEST, channel, "1:2025-12-31", part))
    followed = _followed(channel)
    return {
        "item": render_item(quotas, "Westfjord Wire", key=post_key(PostKind.ITEM, channel, "item:1", 0)),
        **{f"digest-{number}": card for number, card in enumerate(parts, 1)},
        "feed-added": render_desk(report_added(_added(followed[0])))[0],
        "feed-source": render_desk(report_opened(_opened(followed[3])))[0],
        "feed-list": render_desk(report_feeds(followed), Action.FEEDS)[0],
        "feed-why": render_fates(_fates(followed[0]), followed),
        "digest-list": render_desk(report_schedules(_standing(channel)), Action.SCHEDULES)[0],
        "notice-feed": render_feed_notice(
            2,
            "Harbour Radio",
            "The feed has not answered since yesterday: the site refuses connections. I go on trying.",
        ),
        "notice-place": render_broken_place(channel, "I lack Send Messages there."),
    }


def _article(title: str, slug: str, outlet: Outlet, hours: int, text: str) -> Article:
    return Article(text, title, f"https://www.{outlet.domain}/{slug}", outlet, None, NOW - timedelta(hours=hours), "en")


def _account(reading: Reading) -> Account:
    return account_of(reading, NOW)


def _followed(channel: str) -> tuple[Followed, ...]:
    def follow(number: int, feed: Feed, **options: object) -> Followed:
        subscription = Subscription(number, number, number, OWNER, channel, "discord:1", NOW, **options)  # type: ignore[arg-type]
        return Followed(subscription, feed)

    healthy = FeedHealth.HEALTHY
    return (
        follow(
            1,
            Feed(
                1,
                "https://www.strait-herald.example/feed",
                title="The Strait Herald · World",
                site="https://www.strait-herald.example/",
                health=healthy,
                last_changed_at=NOW - timedelta(minutes=25),
            ),
            filter='any:trawler,"catch figures" not:sport',
        ),
        follow(
            2,
            Feed(
                2,
                "https://www.harbour-radio.example/rss",
                title="Harbour Radio",
                site="https://www.harbour-radio.example/",
                interval=14400,
                health=FeedHealth.FAILING,
                reason="The site refuses connections.",
                failing_since=NOW - timedelta(hours=20),
                last_changed_at=NOW - timedelta(hours=21),
            ),
            delivery=Delivery.DIGEST,
        ),
        follow(
            3,
            Feed(
                3,
                "https://www.westfjord-wire.example/atom",
                title="Westfjord Wire",
                site="https://www.westfjord-wire.example/",
                interval=21600,
                health=healthy,
                last_changed_at=NOW - timedelta(hours=4),
            ),
            paused=True,
        ),
        follow(
            4,
            Feed(
                4, "push:1", "push", title="Harbour Gazette", health=healthy, last_changed_at=NOW - timedelta(hours=1)
            ),
        ),
    )


def _added(one: Followed) -> Added:
    titles = ("Norway and Iceland disagree over held trawler", "Lillevik bridge a year late", "Sport day on the quay")
    entries = tuple(
        Entry(title=title, link=f"https://www.strait-herald.example/{n}", summary="") for n, title in enumerate(titles)
    )
    look = look_over(entries, parse_filter("not:sport"))
    return Added(
        one, look, FeedDocument("RSS 2.0", one.feed.title, None, entries), "https://www.strait-herald.example/"
    )


def _opened(one: Followed) -> Opened:
    return Opened(one, "attache_" + "Example" * 6 + "0", "https://attache.example/articles")


def _fates(one: Followed) -> FatePage:
    fates = (
        ("Inspectors to board the Hafdís", Fate.WAITING, None),
        ("Norway and Iceland disagree over held trawler", Fate.POSTED, None),
        ("Held trawler divides Oslo and Reykjavik", Fate.DUPLICATE, "Norway and Iceland disagree over held trawler"),
        ("Sport day on the quay", Fate.FILTERED, "not:sport"),
        ("Lillevik bridge a year late", Fate.FILTERED, 'any:trawler,"catch figures"'),
        ("For subscribers: the ministers' dinner", Fate.FAILED, "The article is behind a paywall."),
        ("Portugal and Uruguay to share catch figures", Fate.OLD, "The feed showed it already when it was added."),
    )
    found = []
    for n, (title, fate, detail) in enumerate(fates):
        entry = Entry(title=title, link=f"https://www.strait-herald.example/{n}")
        item = Item(99 - n, 1, str(n), str(n), entry, NOW - timedelta(minutes=25 + 50 * n))
        found.append((item, ItemFate(item.id, 1, fate, detail)))
    return FatePage(one, tuple(found), 92)


def _standing(channel: str) -> tuple[StandingDigest, ...]:
    week = frozenset(range(5))
    morning = Schedule(time(8), "Europe/Berlin", week, QuietHours(time(22), time(7)))
    evening = Schedule(time(18, 30), "America/New_York")
    return (
        StandingDigest(
            1, 1, OWNER, channel, None, morning, NOW, "",
            next=Occurrence(NOW + timedelta(days=1), date(2026, 1, 1)),
            last_day=date(2025, 12, 31), last_outcome="3 stories",
        ),
        StandingDigest(
            2, 2, OWNER, channel, None, evening, NOW, "fishing", silent=True,
            next=Occurrence(NOW + timedelta(hours=40, minutes=30), date(2026, 1, 1)),
        ),
    )  # fmt: skip
