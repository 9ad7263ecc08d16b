"""How often a feed is asked, and what its failures come to."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.feed import Entry, Feed, FeedHealth, PollOutcome
from bot.errors import AddressRefusedError, AttacheError, FetchError, ParseError, ThrottledError, TooLargeError
from bot.i18n.messages import translate_stored
from bot.web import polling_policy
from bot.web.polling_policy import LONGEST, SHORTEST, PollFailure, PollFailureKind, PollResponse, Validators

NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
FEED = Feed(7, "https://quill.example/feed", title="The Daily Quill", body_sha256="0" * 64, polls=3)
SAME = PollResponse()
FAILED = PollFailure(PollFailureKind.UNREACHABLE, "This site cannot be reached.")


def wait_of(feed: Feed, now: datetime = NOW) -> float:
    assert feed.next_poll_at is not None
    return (feed.next_poll_at - now).total_seconds()


def fail(feed: Feed, failure: PollFailure = FAILED, *, times: int = 1, now: datetime = NOW) -> tuple[Feed, datetime]:
    """The feed after so many failures, each as soon as it was tried again; and when the last was."""
    for n in range(times):
        now = feed.next_poll_at or now if n else now
        feed = polling_policy.decide_failed(feed, failure, now)
    return feed, now


# Cadence.


def test_news_makes_it_quicker_and_silence_slower() -> None:
    assert polling_policy.decide_interval(3600, new=1) == 1800
    assert polling_policy.decide_interval(3600, new=3) == 900
    assert polling_policy.decide_interval(3600, new=0) == 4500


@given(interval=st.floats(SHORTEST, LONGEST), new=st.integers(0, 500))
def test_the_interval_stays_in_its_bounds(interval: float, new: int) -> None:
    assert SHORTEST <= polling_policy.decide_interval(interval, new=new) <= LONGEST


@pytest.mark.parametrize("gap", [3600, 2 * 3600, 4 * 3600])  # in between the shortest interval and the longest
def test_a_feed_of_steady_news_is_asked_a_few_times_for_each(gap: float) -> None:
    """Simulated with news at random moments, as often as ``gap`` seconds on average."""
    chance = random.Random(7)  # noqa: S311 - a simulation
    at, interval, polls, items, next_item = 0.0, 900.0, 0, 0, chance.expovariate(1 / gap)
    while at < 2000 * gap:
        at += interval
        polls, new = polls + 1, 0
        while next_item <= at:
            new, next_item = new + 1, next_item + chance.expovariate(1 / gap)
        items += new
        interval = polling_policy.decide_interval(interval, new=new)
    assert 3 <= polls / items <= 5


def test_a_new_feed_begins_at_a_quarter_of_its_pace() -> None:
    hourly = [Entry(published_at=NOW - timedelta(hours=n)) for n in range(10)]
    assert polling_policy.guess_interval(hourly, NOW) == 900
    assert polling_policy.guess_interval([Entry()] * 10, NOW) == 1800, "without dates nothing is known"
    assert polling_policy.guess_interval(hourly, NOW + timedelta(days=400)) == 900
    years = [Entry(published_at=NOW - timedelta(days=300 * n)) for n in range(10)]
    assert polling_policy.guess_interval(years, NOW) == LONGEST
    assert polling_policy.guess_interval([Entry(published_at=NOW + timedelta(days=n)) for n in range(9)], NOW) == 1800


def test_the_moment_is_shifted_by_up_to_a_tenth_and_always_the_same() -> None:
    waits = {
        wait_of(polling_policy.decide_unchanged(replace(FEED, id=n, interval=1000), SAME, NOW)) for n in range(200)
    }
    assert min(waits) >= 1250
    assert max(waits) <= 1375
    assert len(waits) == 200
    assert polling_policy.decide_unchanged(FEED, SAME, NOW) == polling_policy.decide_unchanged(FEED, SAME, NOW)


@pytest.mark.parametrize(
    ("headers", "rest"),
    [
        ({}, 0),
        ({"Cache-Control": "max-age=1200"}, 1200),
        ({"Cache-Control": 'public, MAX-AGE="1200", must-revalidate'}, 1200),
        ({"Cache-Control": "max-age=1200", "Age": "200"}, 1000),
        ({"Cache-Control": "max-age=100", "Age": "200"}, 0),
        ({"Cache-Control": "no-cache, max-age=1200"}, 0),
        ({"Cache-Control": "max-age=-5"}, 0),
        ({"Cache-Control": "max-age=soon"}, 0),
        ({"Cache-Control": "max-age=" + "9" * 500}, 999_999_999),
    ],
)
def test_how_long_an_answer_lives(headers: dict[str, str], rest: float) -> None:
    assert polling_policy.parse_poll_response(headers).rest == rest


def test_what_the_source_asks_for_is_a_lower_bound_within_six_hours() -> None:
    asked = polling_policy.decide_unchanged(FEED, PollResponse(rest=7200), NOW)
    assert 7200 <= wait_of(asked) <= 7200 * 1.1
    assert asked.interval == 1125, "and the pace of the feed itself is still known"
    assert wait_of(polling_policy.decide_unchanged(FEED, PollResponse(rest=10**9), NOW)) <= LONGEST * 1.1
    hourly = polling_policy.decide_polled(
        FEED, PollResponse(body_sha256="1", ttl_seconds=3600), PollOutcome((1,)), NOW, interval=None
    )
    assert (hourly.ttl_seconds, hourly.interval) == (3600, 450)
    assert wait_of(hourly) >= 3600
    assert wait_of(polling_policy.decide_unchanged(hourly, SAME, NOW)) >= 3600, "it still holds when nothing is parsed"


def test_what_the_source_gave_is_sent_back() -> None:
    answer = polling_policy.parse_poll_response(
        {"ETag": 'W/"7"', "Last-Modified": "Mon, 02 Mar 2026 06:00:00 GMT"}, body_sha256="1"
    )
    after = polling_policy.decide_polled(FEED, answer, PollOutcome(), NOW, interval=None)
    assert polling_policy.choose_validators(after) == Validators('W/"7"', "Mon, 02 Mar 2026 06:00:00 GMT")
    kept = polling_policy.decide_unchanged(after, SAME, NOW)
    assert polling_policy.choose_validators(kept) == polling_policy.choose_validators(after)
    newer = polling_policy.decide_unchanged(kept, PollResponse(etag='"8"'), NOW)
    assert polling_policy.choose_validators(newer).etag == '"8"'
    bare = polling_policy.decide_polled(newer, PollResponse(body_sha256="2"), PollOutcome(), NOW, interval=None)
    assert polling_policy.choose_validators(bare) == Validators(), "a whole answer without any takes them back"


def test_a_source_that_changed_in_the_second_of_its_answer_is_asked_without_a_date() -> None:
    """Its next change may be in the same second, which a date cannot tell; a tag can."""
    modified = "Mon, 02 Mar 2026 06:00:00 GMT"
    for date, sent in ((modified, None), ("Mon, 02 Mar 2026 06:00:01 GMT", modified)):
        headers = {"ETag": '"7"', "Last-Modified": modified, "Date": date}
        answer = polling_policy.parse_poll_response(headers, body_sha256="1")
        after = polling_policy.decide_polled(FEED, answer, PollOutcome(), NOW, interval=None)
        assert polling_policy.choose_validators(after) == Validators('"7"', sent)


@pytest.mark.parametrize("rude", ["", "x" * 5000, "a\r\nHost: b"])
def test_no_rude_validator_is_sent_back(rude: str) -> None:
    assert polling_policy.decide_unchanged(FEED, PollResponse(rude, rude, body_sha256="1"), NOW).etag is None


def test_the_whole_feed_is_asked_for_now_and_then() -> None:
    """Some servers answer 304 for ever once they have begun."""
    feed = replace(FEED, etag='"7"')
    whole = [
        polls for polls in range(200) if polling_policy.choose_validators(replace(feed, polls=polls)) == Validators()
    ]
    assert len(whole) == 4
    assert polling_policy.choose_validators(replace(feed, body_sha256=None)) == Validators(), (
        "nor before it was ever read"
    )


def test_a_first_poll_brings_no_news() -> None:
    after = polling_policy.decide_polled(
        replace(FEED, body_sha256=None), PollResponse(body_sha256="1"), PollOutcome((1, 2)), NOW, interval=1200
    )
    assert (after.interval, after.last_changed_at, after.health) == (1200, None, FeedHealth.HEALTHY)


# Failures.


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (FetchError("Gone.", "", status=410), PollFailure(PollFailureKind.GONE, "Gone.", status=410)),
        (FetchError("No.", "", status=404), PollFailure(PollFailureKind.MISSING, "No.", status=404)),
        (FetchError("No.", "", status=500), PollFailure(PollFailureKind.UNREACHABLE, "No.", status=500)),
        (FetchError("No name.", ""), PollFailure(PollFailureKind.UNREACHABLE, "No name.")),
        (
            ThrottledError("Slower.", "", status=429, retry_after=7),
            PollFailure(PollFailureKind.THROTTLED, "Slower.", 7, 429),
        ),
        (AddressRefusedError("Inside.", ""), PollFailure(PollFailureKind.REFUSED, "Inside.")),
        (TooLargeError("Large.", ""), PollFailure(PollFailureKind.REFUSED, "Large.")),
        (ParseError("A page.", ""), PollFailure(PollFailureKind.UNREADABLE, "A page.")),
    ],
)
def test_what_an_error_means(error: AttacheError, failure: PollFailure) -> None:
    assert polling_policy.classify_poll_failure(error) == failure


def test_failures_back_off_from_five_minutes_to_six_hours() -> None:
    waits = [wait_of(*fail(FEED, times=n)) for n in range(1, 13)]
    for n, wait in enumerate(waits):
        expected = min(300 * 2**n, LONGEST)
        assert expected <= wait <= expected * 1.1
    assert wait_of(polling_policy.decide_failed(replace(FEED, failures=10**6), FAILED, NOW)) <= LONGEST * 1.1


def test_a_feed_recovers_by_itself() -> None:
    failing, now = fail(FEED, times=3)
    assert (failing.health, failing.failures, failing.failing_since) == (FeedHealth.FAILING, 3, NOW)
    assert failing.reason == "This site cannot be reached."
    again = polling_policy.decide_unchanged(failing, SAME, now)
    assert (again.health, again.failures, again.failing_since, again.reason) == (FeedHealth.HEALTHY, 0, None, None)
    assert again.notice is None, "nobody was told, so nobody is told that it is over"


def test_followers_are_told_once_when_it_fails_for_a_day_and_once_when_it_answers() -> None:
    feed, now, told = FEED, NOW, []
    while now < NOW + timedelta(days=5):
        feed = polling_policy.decide_failed(feed, FAILED, now)
        if feed.notice:
            told.append((now - NOW, feed.notice))
        now += timedelta(seconds=wait_of(feed, now))
        feed = replace(feed, notice=None)
    ((after, sentence),) = told
    assert timedelta(days=1) <= after <= timedelta(days=1, hours=7)
    assert translate_stored(sentence) == (
        "The Daily Quill has failed since 02 March, 06:30 UTC. This site cannot be reached. "
        "Attaché keeps trying until 01 April; check its address, or remove it."
    )
    assert feed.health is FeedHealth.FAILING, "five days without a name are no end"
    again = polling_policy.decide_unchanged(feed, SAME, now)
    assert translate_stored(again.notice or "") == "The Daily Quill is working again."
    assert again.noticed_at is None


def test_410_is_the_end_at_once() -> None:
    gone = polling_policy.decide_failed(
        FEED, PollFailure(PollFailureKind.GONE, "There is no feed at this address (status 410)."), NOW
    )
    assert (gone.health, gone.next_poll_at, gone.noticed_at) == (FeedHealth.GONE, None, NOW)
    assert translate_stored(gone.notice or "") == (
        "The Daily Quill was withdrawn by its publisher, and is no longer checked. "
        "There is no feed at this address (status 410). Remove it, or resume it to try again."
    )


@pytest.mark.parametrize(
    ("trouble", "days"),
    [(PollFailureKind.MISSING, 7), (PollFailureKind.UNREACHABLE, 30), (PollFailureKind.REFUSED, 30)],
)
def test_other_failures_are_the_end_after_days(trouble: PollFailureKind, days: int) -> None:
    feed, now, told = FEED, NOW, 0
    while feed.health is not FeedHealth.GONE:
        feed = polling_policy.decide_failed(feed, PollFailure(trouble, "No."), now)
        told += feed.notice is not None
        feed = replace(feed, notice=None)
        now = feed.next_poll_at or now
    assert timedelta(days=days) <= now - NOW <= timedelta(days=days, hours=7)
    assert told == 1, "the first notice named the day"


@pytest.mark.parametrize(
    ("asked", "least", "most"),
    [
        (None, 300, 330),
        (0.0, 300, 330),  # a date in the past
        (1200.0, 1200, 1320),
        (86_400.0, 86_400, 95_040),
        (10.0**9, 86_400, 95_040),  # the year 2058
    ],
)
def test_retry_after_is_kept_within_a_day(asked: float | None, least: float, most: float) -> None:
    after = polling_policy.decide_failed(FEED, PollFailure(PollFailureKind.THROTTLED, "Slower.", asked, 429), NOW)
    assert least <= wait_of(after) <= most
    assert after.interval == 2 * FEED.interval, "and the pace is halved"


def test_what_may_not_be_contacted_is_tried_rarely() -> None:
    assert wait_of(polling_policy.decide_failed(FEED, PollFailure(PollFailureKind.REFUSED, "Inside."), NOW)) >= LONGEST


# Moves and gaps.


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("https://quill.example/news.xml", True),
        ("http://quill.example/feed", False),
        ("https://www.quill.example/feed", False),
    ],
)
def test_a_move_is_followed_and_told_unless_it_is_only_of_the_scheme(to: str, told: bool) -> None:
    after = polling_policy.decide_polled(
        FEED, PollResponse(body_sha256="1", moved_to=to), PollOutcome(), NOW, interval=None
    )
    assert after.url == to
    assert polling_policy.decide_unchanged(FEED, PollResponse(moved_to=to), NOW).url == FEED.url, (
        "no feed was read there"
    )
    assert (after.notice is not None) is told


def test_gaps_are_told_once_a_day() -> None:
    feed = replace(FEED, last_polled_at=NOW - timedelta(hours=2))
    gap = PollOutcome((1,), gap=True)
    after = polling_policy.decide_polled(feed, PollResponse(body_sha256="1"), gap, NOW, interval=None)
    assert translate_stored(after.notice or "") == (
        "The Daily Quill shows none of its earlier items: items published since 02 March, 04:30 UTC may be missing."
    )
    told = replace(after, notice=None)
    soon = polling_policy.decide_polled(
        told, PollResponse(body_sha256="2"), gap, NOW + timedelta(hours=23), interval=None
    )
    assert soon.notice is None
    assert soon.gap_at == NOW + timedelta(hours=23)


def test_a_flood_is_told_in_one_sentence() -> None:
    after = polling_policy.decide_polled(
        FEED, PollResponse(body_sha256="1"), PollOutcome((1,), flood=True), NOW, interval=None
    )
    assert translate_stored(after.notice or "") == (
        "The Daily Quill has more than 25 new items at once: the newest 25 are posted, "
        "the others are kept for digests. /feed why lists them all."
    )


@given(st.text(max_size=60))
def test_any_address_has_a_host(url: str) -> None:
    polling_policy.find_host("https://" + url.replace("[", "").replace("]", ""))


def test_hosts_are_counted_without_www() -> None:
    find: Callable[[str], str] = polling_policy.find_host
    assert find("https://www.Quill.example:8443/feed") == find("http://quill.example/") == "quill.example"
