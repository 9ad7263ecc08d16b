"""Answers of the desk at their longest, and in the words that tell one thing from another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.archive.outbox import Destination, OutboxCounts
from bot.domain.feed import (
    Entry,
    Feed,
    FeedCounts,
    FeedDocument,
    FeedHealth,
    FeedLink,
    Followed,
    Item,
    OutlineFeed,
    Subscription,
)
from bot.domain.filter import FILTER_LIMIT, parse_filter
from bot.domain.item_outcomes import ItemOutcome, Outcome
from bot.domain.post import Post, PostKind
from bot.domain.schedule import Occurrence, QuietHours, Schedule
from bot.domain.scheduled_digest import ScheduledDigest
from bot.i18n.language import Language, using_language
from bot.i18n.messages import encode_message, translatable
from bot.render.card import Action, Card
from bot.render.cards import feed_cards, schedule_cards
from bot.render.cards.about_cards import Status, render_status
from bot.render.cards.notice_cards import report_explanation
from bot.render.cards.status_card import render_desk_report
from bot.render.document import Document
from bot.render.terminal import Screen, show
from bot.services.filter_fields import preview_filter
from bot.services.post_origins import PostExplanation
from bot.services.push_sources import PushSourceOpened
from bot.services.status import StatusOverview
from bot.services.subscriptions import FeedAdded, FeedsImported, FilterChanged, OutcomePage

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
LONG = "*[" * 400
URL = "https://press.example/" + "a" * 2000
FILTER = " ".join(f"not:{'x' * 40}{number}" for number in range(11))[:FILTER_LIMIT]
FEED = Feed(
    1,
    URL,
    title=LONG,
    site=URL,
    health=FeedHealth.FAILING,
    reason=LONG,
    failing_since=AT,
    last_changed_at=AT,
    failures=9,
)
FOLLOWED = Followed(Subscription(1, 200, 1, "console", "7" * 19, "console", AT, FILTER, broken=LONG), FEED)
ENTRY = Entry(link=URL, title=LONG + "x" * 40 + "0", summary=LONG)
ITEM = Item(1, 1, "x", "y", ENTRY, AT, reason=LONG, retry_at=AT)
DIGEST = ScheduledDigest(
    1,
    25,
    "console",
    "7" * 19,
    None,
    Schedule(time(23), "America/Argentina/ComodRivadavia", frozenset({0, 2, 4, 6}), QuietHours(time(22), time(7))),
    AT,
    "*" * 60,
    next=Occurrence(AT, date(2026, 3, 1)),
    last_day=date(2026, 2, 28),
    last_outcome=LONG,
)
PAGE = OutcomePage(FOLLOWED, tuple((ITEM, ItemOutcome(1, 1, fate, LONG)) for fate in Outcome)[:8], 3)
DOCUMENT = FeedDocument(LONG, URL, (ENTRY,) * 50, fault=LONG)
ADDED = FeedAdded(
    FOLLOWED,
    preview_filter(DOCUMENT.entries, parse_filter("any:" + "y" * 400)),
    DOCUMENT,
    URL,
    (FeedLink(URL, None, "RSS"), FeedLink(URL)),
)
IMPORTED = FeedsImported(99, (FOLLOWED,), 3, ((OutlineFeed(URL, LONG), LONG),) * 80)
POST = Post("0" * 20, "s", 0, PostKind.ITEM, "console", "7" * 19, "x", "{}", AT)
REPORTS: dict[str, Callable[[], Document]] = {
    "added": lambda: feed_cards.report_added(ADDED),
    "opened": lambda: feed_cards.report_opened(PushSourceOpened(FOLLOWED, "attache_" + "x" * 43, URL[:200])),
    "renewed": lambda: feed_cards.report_opened(
        PushSourceOpened(FOLLOWED, "attache_" + "x" * 43, URL[:200], renewed=True)
    ),
    "refiltered": lambda: feed_cards.report_refiltered(FilterChanged(FOLLOWED, ADDED.look, FILTER)),
    "feeds": lambda: feed_cards.report_feeds((FOLLOWED,) * 200),
    "removed": lambda: feed_cards.report_removed(FOLLOWED),
    "paused": lambda: feed_cards.report_paused(FOLLOWED),
    "resumed": lambda: feed_cards.report_resumed(FOLLOWED),
    "fates": lambda: feed_cards.report_outcomes(PAGE),
    "progress": lambda: feed_cards.report_progress(8, 80),
    "imported": lambda: feed_cards.report_imported(
        FeedsImported(99, (FOLLOWED,), 3, ((OutlineFeed(URL, LONG), LONG),) * 80)
    ),
    "scheduled": lambda: schedule_cards.report_scheduled(DIGEST),
    "schedules": lambda: schedule_cards.report_schedules((DIGEST,) * 25),
    "unscheduled": lambda: schedule_cards.report_unscheduled(DIGEST),
    "schedule paused": lambda: schedule_cards.report_schedule_paused(DIGEST),
    "schedule resumed": lambda: schedule_cards.report_schedule_resumed(DIGEST),
    "reason": lambda: report_explanation(PostExplanation(POST, FOLLOWED, ITEM, ("An outlet",) * 200)),
    "reason of a digest": lambda: report_explanation(PostExplanation(POST, digest=DIGEST)),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", REPORTS)
def test_the_longest_answers_fit(name: str, language: Language) -> None:
    """A card refuses what is over Discord's limits when it is made."""
    with using_language(language):
        report = REPORTS[name]()
        assert render_desk_report(report)
        assert render_desk_report(report, Action.FEEDS)
        assert show(Screen(zone=UTC), report)


def test_the_longest_items_are_left_to_the_next_card() -> None:
    fates = tuple(
        (replace(ITEM, id=number), ItemOutcome(number, 1, Outcome.FAILED, LONG)) for number in range(8, 0, -1)
    )
    card = feed_cards.render_outcomes(OutcomePage(FOLLOWED, fates, None), (FOLLOWED,) * 200)
    shown = sum(line.startswith("- ") for block in card.blocks for line in block.splitlines())
    assert 0 < shown < 8
    (button,) = card.buttons
    assert button.press
    assert button.press.detail == f"200:{fates[shown - 1][0].id}"
    assert card.menu
    assert len(card.menu.options) == 25
    short = tuple(
        (replace(item, entry=Entry(title="A"), reason=None), ItemOutcome(1, 1, Outcome.POSTED)) for item, _ in fates
    )
    assert feed_cards.render_outcomes(OutcomePage(FOLLOWED, short, None)).buttons == ()


def test_the_longest_status_fits() -> None:
    overview = StatusOverview(
        FeedCounts(200, 3, AT, (FEED,) * 20),
        OutboxCounts(2, 9, AT),
        (Destination("7" * 19, "console", LONG, AT, None, None),) * 8,
        timedelta(hours=5),
        DIGEST,
        DIGEST,
        2,
        AT,
    )
    shown = "\n".join(render_status(Status("0.1.0", "x", 1, AT), overview).texts)
    assert "**Feeds** 180 healthy, 20 failing" in shown
    assert f"**Received** 2 of them send their articles; the last one received <t:{int(AT.timestamp())}:f>" in shown
    assert "16 more, see `/feed list`" in shown
    assert "**Waiting** 3 to read and 2 to post, the oldest for 5 h; 9 held back" in shown


@pytest.mark.parametrize(
    ("waiting", "posts", "lag", "says"),
    [
        (0, 0, timedelta(), "**Waiting** nothing"),
        (1, 0, timedelta(seconds=20), "**Waiting** 1 to read, for under a minute"),
        (0, 3, timedelta(minutes=90), "**Waiting** 3 to post, the oldest for 90 min"),
        (1, 1, timedelta(hours=50), "**Waiting** 1 to read and 1 to post, the oldest for 50 h"),
    ],
)
def test_what_waits_in_words(waiting: int, posts: int, lag: timedelta, says: str) -> None:
    counts = FeedCounts(1, waiting, AT, ()), OutboxCounts(posts, 0, AT)
    shown = render_status(Status("0.1.0", "x", 1, AT), StatusOverview(*counts, (), lag, None, None))
    assert says in "\n".join(shown.texts).splitlines()


def text_of(report: Document) -> str:
    (card,) = render_desk_report(report)
    assert isinstance(card, Card)
    return "\n".join(card.texts)


@pytest.mark.parametrize(
    ("feed", "says"),
    [
        (Feed(1, "https://a.example/"), "not checked yet"),
        (Feed(1, "https://a.example/", health=FeedHealth.HEALTHY, interval=21600), "healthy · checked every 6 h"),
        (Feed(1, "https://a.example/", kind="push", health=FeedHealth.HEALTHY), "healthy · sends its articles"),
        (
            Feed(1, "https://a.example/", health=FeedHealth.GONE, reason="It is gone."),
            "⚠ given up: It is gone. · `/feed",
        ),
    ],
)
def test_health_in_words(feed: Feed, says: str) -> None:
    subscription = replace(FOLLOWED.subscription, broken=None)
    assert says in text_of(feed_cards.report_feeds((Followed(subscription, feed),)))


@pytest.mark.parametrize("fate", Outcome)
def test_every_fate_has_its_words(fate: Outcome) -> None:
    bare = text_of(feed_cards.report_outcomes(OutcomePage(FOLLOWED, ((ITEM, ItemOutcome(1, 1, fate)),), None)))
    told = text_of(
        feed_cards.report_outcomes(OutcomePage(FOLLOWED, ((ITEM, ItemOutcome(1, 1, fate, "a reason")),), None))
    )
    assert "a reason" in told
    assert "a reason" not in bare


def test_a_title_that_looks_like_a_kept_message_stays_a_title() -> None:
    page = OutcomePage(FOLLOWED, ((ITEM, ItemOutcome(1, 1, Outcome.DUPLICATE, '["follow-added", {}]')),), None)
    assert 'a duplicate: \\["follow-added", {}\\]' in "".join(feed_cards.render_outcomes(page).texts)


def test_reasons_that_were_kept_are_heard_in_the_readers_language() -> None:
    kept = encode_message(translatable("digest-outcome-told", count=3))
    one = replace(FOLLOWED, feed=replace(FEED, reason=kept), subscription=replace(FOLLOWED.subscription, broken=kept))
    page = OutcomePage(one, ((replace(ITEM, reason=kept), ItemOutcome(1, 1, Outcome.HELD, kept)),), None)
    with using_language(Language.RUSSIAN):
        feeds, *_ = render_desk_report(feed_cards.report_feeds((one,)))
        schedules, *_ = render_desk_report(schedule_cards.report_schedules((replace(DIGEST, last_outcome=kept),)))
        fates = feed_cards.render_outcomes(page)
    assert "".join(feeds.texts).count("3 сюжета") == 2
    assert "последний, за 2026-02-28: 3 сюжета" in "".join(schedules.texts)
    assert "задержано: 3 сюжета" in "".join(fates.texts)
