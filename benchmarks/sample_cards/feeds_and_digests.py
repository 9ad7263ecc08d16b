"""An invented server for pictures: its feeds, items and digests, and the cards about them. Pure."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from benchmarks.sample_cards.articles import HERALD, NOW
from bot.digests.briefing import compose_briefing
from bot.domain.analysis import Reading
from bot.domain.briefing import DatedReading, StoryReadings, date_reading
from bot.domain.feed import Delivery, Entry, Feed, FeedDocument, FeedHealth, Followed, Item, OutlineFeed, Subscription
from bot.domain.filter import parse_filter
from bot.domain.item_outcomes import ItemOutcome, Outcome
from bot.domain.post import Post, PostKind, post_key
from bot.domain.schedule import Occurrence, QuietHours, Schedule
from bot.domain.scheduled_digest import ScheduledDigest
from bot.i18n.dates import message_day, message_time
from bot.i18n.messages import Translatable, encode_message, translatable
from bot.render.card import Action, Card
from bot.render.cards.briefing_cards import render_briefing, with_why
from bot.render.cards.feed_cards import (
    render_outcomes,
    report_added,
    report_feeds,
    report_imported,
    report_opened,
    report_paused,
    report_progress,
    report_refiltered,
    report_removed,
    report_resumed,
)
from bot.render.cards.item_card import render_bare_item, render_item
from bot.render.cards.notice_cards import render_broken_place, render_feed_notice, report_explanation
from bot.render.cards.schedule_cards import (
    report_schedule_paused,
    report_schedule_resumed,
    report_scheduled,
    report_schedules,
    report_unscheduled,
)
from bot.render.cards.status_card import render_desk_report
from bot.render.document import Document
from bot.services.filter_fields import preview_filter
from bot.services.post_origins import PostExplanation
from bot.services.push_sources import PushSourceOpened
from bot.services.subscriptions import FeedAdded, FeedsImported, FilterChanged, OutcomePage

BERLIN = ZoneInfo("Europe/Berlin")
OWNER = "discord:guild:1"


def draw_feed_cards(readings: tuple[Reading, ...], channel: str) -> dict[str, Card]:
    """The cards by name, with posts in ``channel``; ``readings`` are those of ``ARTICLES``."""
    quotas = readings[2]
    followed = _followed(channel)
    morning, evening = _standing(channel)
    return {
        "item": with_why(render_item(quotas, "Westfjord Wire"), post_key(PostKind.ITEM, channel, "item:1", 0)),
        "item-unread": _unread(channel),
        **_digests(readings, channel),
        "feed-added": _card(report_added(_added(followed[0]))),
        "feed-source": _card(report_opened(_opened(followed[3]))),
        "feed-token": _card(report_opened(replace(_opened(followed[3]), renewed=True))),
        "feed-filter": _card(report_refiltered(_refiltered(followed[0]))),
        "feed-list": render_desk_report(report_feeds(followed), Action.FEEDS)[0],
        "feed-none": _card(report_feeds(())),
        "feed-paused": _card(report_paused(followed[2])),
        "feed-resumed": _card(report_resumed(followed[1])),
        "feed-removed": _card(report_removed(followed[0])),
        "feed-progress": _card(report_progress(14, 52)),
        "feed-imported": _card(report_imported(_imported(followed))),
        "feed-why": render_outcomes(_fates(followed[0]), followed),
        "digest-scheduled": _card(report_scheduled(morning)),
        "digest-list": render_desk_report(report_schedules((morning, evening)), Action.SCHEDULES)[0],
        "digest-paused": _card(report_schedule_paused(morning)),
        "digest-resumed": _card(report_schedule_resumed(morning)),
        "digest-removed": _card(report_unscheduled(morning)),
        "why-item": _card(report_explanation(_reason(followed[0], channel))),
        "why-digest": _card(report_explanation(PostExplanation(_post(channel, PostKind.DIGEST), digest=morning))),
        "notice-feed": render_feed_notice(2, "Harbour Radio", encode_message(_failing())),
        "notice-place": render_broken_place(channel, encode_message(_denied())),
    }


def _card(report: Document) -> Card:
    return render_desk_report(report)[0]


def _digests(readings: tuple[Reading, ...], channel: str) -> dict[str, Card]:
    """A digest in two parts, a late one in short style, and an empty one."""
    trawler, inspectors, quotas, bridge = readings
    stories = [StoryReadings((_account(trawler), _account(inspectors)))]
    stories += [StoryReadings((_account(one),)) for one in (quotas, bridge)]
    day = timedelta(days=1)

    def posted(part: int) -> str:
        return post_key(PostKind.DIGEST, channel, "1:2025-12-31", part)

    whole = compose_briefing(stories, since=NOW - day, until=NOW, now=NOW)
    late = compose_briefing(stories, since=NOW - day, until=NOW, now=NOW + timedelta(hours=3), limit=0)
    nothing = compose_briefing(stories, since=NOW - day, until=NOW, now=NOW, topic="volcano")
    return {
        **{f"digest-{number}": card for number, card in enumerate(render_briefing(whole, BERLIN, posted), 1)},
        "digest-late": render_briefing(late, BERLIN, posted)[0],
        "digest-nothing": render_briefing(nothing, BERLIN, posted)[0],
    }


def _failing() -> Translatable:
    since = message_time(NOW - timedelta(hours=20))
    until = message_day(NOW + timedelta(days=6))
    reason = translatable("sources-connection-refused")
    return translatable("feeds-failing", name="Harbour Radio", since=since, reason=reason, until=until)


def _denied() -> Translatable:
    return translatable("gateway-denied", said="Missing Permissions")  # Discord's own words


def _unread(channel: str) -> Card:
    entry = Entry(
        title="For subscribers: the ministers' dinner",
        link="https://www.strait-herald.example/dinner",
        summary="Two ministers, four courses, and a silence that lasted until the fish.",
        published_at=NOW - timedelta(hours=1),
    )
    reason = encode_message(translatable("sources-payment-required", thing="page", status=402))
    key = post_key(PostKind.ITEM, channel, "item:2", 0)
    return with_why(render_bare_item(entry, "The Strait Herald · World", reason, outlet=HERALD), key)


def _post(channel: str, kind: PostKind) -> Post:
    key = post_key(kind, channel, "1", 0)
    return Post(key, channel, 0, kind, OWNER, channel, "1", "", NOW)


def _account(reading: Reading) -> DatedReading:
    return date_reading(reading, NOW)


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
                reason=encode_message(translatable("sources-connection-refused")),
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


def _added(one: Followed) -> FeedAdded:
    titles = ("Norway and Iceland disagree over held trawler", "Lillevik bridge a year late", "Sport day on the quay")
    entries = tuple(
        Entry(title=title, link=f"https://www.strait-herald.example/{n}", summary="") for n, title in enumerate(titles)
    )
    look = preview_filter(entries, parse_filter("not:sport"))
    return FeedAdded(one, look, FeedDocument(one.feed.title, None, entries), "https://www.strait-herald.example/")


def _refiltered(one: Followed) -> FilterChanged:
    look = _added(one).look
    return FilterChanged(one, look, "not:sport")


def _imported(followed: tuple[Followed, ...]) -> FeedsImported:
    gone = OutlineFeed("https://www.old-quay.example/feed", "The Old Quay")
    page = OutlineFeed("https://www.pier-gazette.example/", "Pier Gazette")
    failed = (
        (gone, encode_message(translatable("sources-connection-refused"))),
        (page, encode_message(translatable("feeds-page-names-none"))),
    )
    return FeedsImported(7, followed[:4], 1, failed)


def _reason(one: Followed, channel: str) -> PostExplanation:
    entry = Entry(title="Inspectors to board the Hafdís", link="https://www.strait-herald.example/hafdis")
    item = Item(99, 1, "1", "1", entry, NOW - timedelta(minutes=25))
    return PostExplanation(
        _post(channel, PostKind.ITEM), one, item, ("The Strait Herald", "Harbour Radio", "Westfjord Wire")
    )


def _opened(one: Followed) -> PushSourceOpened:
    return PushSourceOpened(one, "attache_" + "Example" * 6 + "0", "https://attache.example/articles")


def _fates(one: Followed) -> OutcomePage:
    paywall = encode_message(translatable("sources-payment-required", thing="page", status=402))
    fates = (
        ("Inspectors to board the Hafdís", Outcome.WAITING, None),
        ("Norway and Iceland disagree over held trawler", Outcome.POSTED, None),
        (
            "Held trawler divides Oslo and Reykjavik",
            Outcome.DUPLICATE,
            "Norway and Iceland disagree over held trawler",
        ),
        ("Sport day on the quay", Outcome.FILTERED, "not:sport"),
        ("Lillevik bridge a year late", Outcome.FILTERED, 'any:trawler,"catch figures"'),
        ("For subscribers: the ministers' dinner", Outcome.FAILED, paywall),
        (
            "Portugal and Uruguay to share catch figures",
            Outcome.OLD,
            encode_message(translatable("follow-shown-before")),
        ),
    )
    found = []
    for n, (title, fate, detail) in enumerate(fates):
        entry = Entry(title=title, link=f"https://www.strait-herald.example/{n}")
        item = Item(99 - n, 1, str(n), str(n), entry, NOW - timedelta(minutes=25 + 50 * n))
        found.append((item, ItemOutcome(item.id, 1, fate, detail)))
    return OutcomePage(one, tuple(found), 92)


def _standing(channel: str) -> tuple[ScheduledDigest, ...]:
    week = frozenset(range(5))
    morning = Schedule(time(8), "Europe/Berlin", week, QuietHours(time(22), time(7)))
    evening = Schedule(time(18, 30), "America/New_York")
    return (
        ScheduledDigest(
            1, 1, OWNER, channel, None, morning, NOW, "",
            next=Occurrence(NOW + timedelta(days=1), date(2026, 1, 1)),
            last_day=date(2025, 12, 31), last_outcome=encode_message(translatable("digest-outcome-told", count=3)),
        ),
        ScheduledDigest(
            2, 2, OWNER, channel, None, evening, NOW, "fishing", silent=True,
            next=Occurrence(NOW + timedelta(hours=40, minutes=30), date(2026, 1, 1)),
        ),
    )  # fmt: skip
