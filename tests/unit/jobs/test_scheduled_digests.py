"""Scheduled digests: one a day whatever happens, nothing told twice or left out, quiet hours kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from structlog.testing import capture_logs

from bot.archive.store import Archive
from bot.domain.briefing import Briefing
from bot.domain.feed import Delivery
from bot.domain.item_outcomes import Outcome
from bot.domain.post import Post, PostKind, PostState
from bot.domain.schedule import EVERY_DAY, Schedule, parse_quiet_hours, parse_time
from bot.domain.scheduled_digest import ScheduledDigest
from bot.errors import ArchiveError
from bot.i18n.messages import translate_stored
from bot.jobs.scheduled_digests import AGAIN, LONGEST_WINDOW, OPENING, DigestJob
from bot.render.card_codec import decode_card
from bot.services.digest_composer import ArchiveDigestComposer
from tests.unit.jobs.worker_setup import BORDER, CHANNEL, GRAIN, HARBOUR, OURS, Newsdesk
from tests.unit.services.fakes import NOW, DigestsByHand

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
DUE = datetime(2026, 1, 2, 7, 0, tzinfo=UTC)
"""08:00 in Berlin on the day after NOW."""


async def order(
    desk: Newsdesk, *, time: str = "08:00", quiet: str = "", opening: bool = False, **wish: Any
) -> ScheduledDigest:
    schedule = Schedule(parse_time(time), "Europe/Berlin", EVERY_DAY, parse_quiet_hours(quiet))
    wanted = ScheduledDigest(0, 0, OURS, CHANNEL, "discord:9", schedule, desk.clock.now(), **wish)
    return await desk.archive.schedules.add(wanted, opening=opening)


async def standing(desk: Newsdesk) -> ScheduledDigest:
    (found,) = await desk.archive.schedules.list(OURS)
    return found


async def digests(desk: Newsdesk) -> list[Post]:
    return [post for post in await desk.posts() if post.kind is PostKind.DIGEST]


@pytest.fixture
def composed() -> DigestsByHand:
    return DigestsByHand()


def job(desk: Newsdesk, composed: Any = None) -> DigestJob:
    digests = composed or ArchiveDigestComposer(desk.archive, desk.clock)
    return DigestJob(desk.archive.schedules, desk.archive.preferences, digests, desk.clock)


async def test_nothing_happens_before_its_time_or_without_a_schedule(desk: Newsdesk, composed: DigestsByHand) -> None:
    digest = await order(desk)
    await job(desk, composed).handle(str(digest.id))
    await job(desk, composed).handle("777")
    assert composed.asked == []


async def test_a_digest_is_recorded_once_with_its_day(desk: Newsdesk, composed: DigestsByHand) -> None:
    digest = await order(desk, topic="harbour")
    desk.clock.at = DUE
    for _ in range(3):
        await job(desk, composed).handle(str(digest.id))
    assert composed.asked == [(OURS, DUE - DAY, DUE, "harbour")]
    (post,) = await digests(desk)
    assert (post.owner, post.channel, post.part, post.subject) == (OURS, CHANNEL, 0, f"{digest.id}:2026-01-02")
    assert post.expires_at == DUE + 6 * HOUR
    after = await standing(desk)
    assert (after.last_day, after.last_until, translate_stored(after.last_outcome or "")) == (
        DUE.date(),
        DUE,
        "1 story",
    )
    assert after.next
    assert after.next.at == DUE + DAY
    assert desk.clock.now() > DUE, "what was decided up to then has had its time to be stored"


async def test_a_new_channel_has_a_digest_as_soon_as_its_feeds_are_read(desk: Newsdesk) -> None:
    feed = await desk.follow(delivery=Delivery.DIGEST)
    await desk.publish(feed, "harbour", HARBOUR)
    digest = await order(desk, opening=True)
    assert digest.opens
    await job(desk).handle(str(digest.id))
    assert await digests(desk) == [], "an item waits to be read"
    await desk.work()
    desk.clock.at += timedelta(seconds=2)
    for _ in range(2):
        await desk.archive.schedules.recompute(desk.clock.now())
        await job(desk).handle(str(digest.id))
    (post,) = await digests(desk)
    assert "Marigold" in "".join(decode_card(post.card).texts)
    after = await standing(desk)
    assert after.next
    assert (after.opens, after.next.at) == (False, DUE)
    await desk.publish(feed, "border", BORDER)
    await desk.work()
    desk.clock.at = DUE
    await job(desk).handle(str(digest.id))
    _, second = await digests(desk)
    assert "Marigold" not in "".join(decode_card(second.card).texts), "it was told"


async def test_a_new_channel_does_not_wait_for_a_slow_page_and_has_no_empty_digest(desk: Newsdesk) -> None:
    feed = await desk.follow(delivery=Delivery.DIGEST)
    await desk.publish(feed, "harbour", HARBOUR)
    digest = await order(desk, opening=True)
    await job(desk).handle(str(digest.id))
    desk.clock.at += OPENING
    await job(desk).handle(str(digest.id))
    assert await digests(desk) == []
    after = await standing(desk)
    assert after.next
    assert after.next.at == DUE
    assert after.last_outcome


async def test_an_article_that_is_stored_during_the_first_digest_is_in_the_next(desk: Newsdesk) -> None:
    """Its reading time is before the end of the first digest, which waited a minute, its transaction ends after it."""
    feed = await desk.follow(delivery=Delivery.DIGEST)
    await desk.publish(feed, "harbour", HARBOUR)
    await desk.work()
    await desk.publish(feed, "border", BORDER)
    digest = await order(desk, opening=True)
    desk.clock.at += OPENING
    read_at, sleep, settle = desk.clock.now(), desk.clock.sleep, desk.archive.feeds.settle

    async def read() -> None:
        async def settle_as_of_then(*decided: Any, **more: Any) -> None:
            await settle(*decided, **more | {"read_at": lambda: read_at})

        with patch.object(desk.archive.feeds, "settle", settle_as_of_then):
            await desk.work()

    async def read_meanwhile(seconds: float) -> None:
        await read()
        await sleep(seconds)

    with patch.object(desk.clock, "sleep", read_meanwhile):
        await job(desk).handle(str(digest.id))
    await read()
    desk.clock.at = DUE
    await job(desk).handle(str(digest.id))
    told = "".join("".join(decode_card(post.card).texts) for post in await digests(desk))
    assert ("Marigold" in told, "Orland" in told) == (True, True)


async def test_an_article_that_waits_to_be_stored_is_in_the_next_digest(desk: Newsdesk, archive: Archive) -> None:
    """Somebody else writes for longer than a digest waits, such as the upkeep, which compacts a large file."""
    digest = await order(desk)
    feed = await desk.follow(delivery=Delivery.DIGEST)
    await desk.publish(feed, "harbour", HARBOUR)
    desk.clock.at = DUE - timedelta(seconds=1)
    settle = archive.feeds.settle

    async def settle_slowly(*decided: Any, **more: Any) -> None:
        # the transaction begins only after the digest
        desk.clock.at = DUE + timedelta(seconds=1)
        await job(desk).handle(str(digest.id))
        await settle(*decided, **more)

    with patch.object(archive.feeds, "settle", settle_slowly):
        await desk.work()
    desk.clock.at = DUE + DAY
    await job(desk).handle(str(digest.id))
    first, second = ("".join(decode_card(post.card).texts) for post in await digests(desk))
    assert ("Marigold" in first, "Marigold" in second) == (False, True)


async def test_a_digest_mentions_its_role_once_and_has_its_tag(desk: Newsdesk, composed: DigestsByHand) -> None:
    digest = await order(desk, role="42", tag="Straits")
    assert (digest.role, digest.tag) == ("42", "Straits")
    desk.clock.at = DUE
    await job(desk, composed).handle(str(digest.id))
    first, *others = [decode_card(post.card).role for post in await digests(desk)]
    assert first == "42"
    assert not any(others)
    assert {post.tag for post in await digests(desk)} == {"Straits"}


async def test_two_runs_of_one_job_make_the_same_posts(desk: Newsdesk, composed: DigestsByHand) -> None:
    """As when a machine dies after composing: the second run finds the day done, and records nothing."""
    digest = await order(desk)
    desk.clock.at = DUE

    class Twice(DigestsByHand):
        async def compose(self, *asked: Any, **_: Any) -> Briefing:
            if not self.asked:
                self.asked.append(asked)
                await job(desk, composed).handle(str(digest.id))
            return await composed.compose(*asked)

    await job(desk, Twice()).handle(str(digest.id))
    assert len(composed.asked) == 2
    assert len(await digests(desk)) == 1


async def test_windows_of_days_next_to_one_another_leave_nothing_out(desk: Newsdesk, composed: DigestsByHand) -> None:
    digest = await order(desk)
    for day in range(3):
        desk.clock.at = DUE + day * DAY + day * timedelta(minutes=3)
        await job(desk, composed).handle(str(digest.id))
    assert [(since, until) for _, since, until, _ in composed.asked] == [
        (DUE + (day - 1) * DAY, DUE + day * DAY) for day in range(3)
    ]


@pytest.mark.parametrize("late", [timedelta(), timedelta(minutes=9), timedelta(minutes=10), 5 * HOUR])
async def test_a_late_digest_comes_and_says_so(desk: Newsdesk, late: timedelta) -> None:
    digest = await order(desk)
    desk.clock.at = DUE + late
    await job(desk).handle(str(digest.id))
    (post,) = await digests(desk)
    marked = late >= timedelta(minutes=10)
    assert ("could not post at 08:00" in post.card) is marked
    assert translate_stored((await standing(desk)).last_outcome or "") == (
        "nothing new, late" if marked else "nothing new"
    )


async def test_after_days_away_only_the_newest_is_told_and_covers_them(desk: Newsdesk, composed: DigestsByHand) -> None:
    digest = await order(desk)
    desk.clock.at = DUE
    await job(desk, composed).handle(str(digest.id))
    desk.clock.at = DUE + 3 * DAY + HOUR
    await job(desk, composed).handle(str(digest.id))
    assert composed.asked[1][1:3] == (DUE, DUE + 3 * DAY)
    assert [post.subject.partition(":")[2] for post in await digests(desk)] == ["2026-01-02", "2026-01-05"]


async def test_what_is_six_hours_late_is_missed_and_told_with_the_next(desk: Newsdesk, composed: DigestsByHand) -> None:
    digest = await order(desk)
    desk.clock.at = DUE + 6 * HOUR
    await job(desk, composed).handle(str(digest.id))
    assert await digests(desk) == []
    after = await standing(desk)
    assert (after.last_day, after.last_until) == (DUE.date(), None)
    assert translate_stored(after.last_outcome or "").startswith("missed")
    desk.clock.at = DUE + 30 * DAY
    await job(desk, composed).handle(str(digest.id))
    assert composed.asked[0][1:3] == (DUE + 29 * DAY, DUE + 30 * DAY), "the first looks back on a day"


async def test_no_digest_looks_back_further_than_a_week(desk: Newsdesk, composed: DigestsByHand) -> None:
    digest = await order(desk)
    for away in (0, 30):
        desk.clock.at = DUE + away * DAY
        await job(desk, composed).handle(str(digest.id))
    assert composed.asked[1][1:3] == (DUE + 30 * DAY - LONGEST_WINDOW, DUE + 30 * DAY)


async def test_nothing_new_is_a_line_or_silence(desk: Newsdesk, composed: DigestsByHand) -> None:
    composed.empty = True
    loud = await order(desk)
    silent = await order(desk, time="08:00", silent=True)
    desk.clock.at = DUE
    for digest in (loud, silent):
        await job(desk, composed).handle(str(digest.id))
    (post,) = await digests(desk)
    assert "Nothing new" in post.card
    for after in await desk.archive.schedules.list(OURS):
        assert (translate_stored(after.last_outcome or ""), after.last_until) == ("nothing new", DUE)


# Quiet hours.


async def test_what_is_late_waits_for_the_end_of_quiet_hours(desk: Newsdesk, composed: DigestsByHand) -> None:
    """Due at 03:30 in Berlin, away until 04:30, quiet from 04:00 to 07:00: it comes at 07:00, marked as late."""
    digest = await order(desk, time="03:30", quiet="04:00-07:00")
    due = datetime(2026, 1, 2, 2, 30, tzinfo=UTC)
    desk.clock.at = due + HOUR
    await job(desk).handle(str(digest.id))
    assert await digests(desk) == []
    assert await desk.archive.schedules.due(desk.clock.now(), limit=9) == (), "nothing to do until then"
    assert await desk.archive.schedules.recompute(desk.clock.now()) == 1
    await job(desk).handle(str(digest.id))  # a restart puts it back, and it is put off again
    assert await digests(desk) == []
    desk.clock.at = due + 3.5 * HOUR
    await job(desk).handle(str(digest.id))
    (post,) = await digests(desk)
    assert "could not post at 03:30" in post.card
    after = await standing(desk)
    assert (after.last_day, after.last_until) == (due.date(), due)
    assert after.next
    assert after.next.at == due + DAY


async def test_what_would_be_too_late_after_quiet_hours_is_missed(desk: Newsdesk, composed: DigestsByHand) -> None:
    digest = await order(desk, time="21:30", quiet="22:00-07:00")
    desk.clock.at = datetime(2026, 1, 1, 22, 0, tzinfo=UTC)
    await job(desk, composed).handle(str(digest.id))
    assert (composed.asked, await digests(desk)) == ([], [])
    assert translate_stored((await standing(desk)).last_outcome or "").startswith("missed")


async def test_a_digest_of_the_evening_comes_in_the_morning_once(desk: Newsdesk, composed: DigestsByHand) -> None:
    digest = await order(desk, time="23:00", quiet="22:00-07:00")
    desk.clock.at = datetime(2026, 1, 2, 6, 0, tzinfo=UTC)
    for _ in range(2):
        await job(desk, composed).handle(str(digest.id))
    (post,) = await digests(desk)
    assert post.subject == f"{digest.id}:2026-01-01", "it is the evening's"


# Who pauses, removes or fails meanwhile.


@pytest.mark.parametrize("what", ["pause", "remove"])
async def test_what_is_ended_while_it_waits_is_not_sent(desk: Newsdesk, composed: DigestsByHand, what: str) -> None:
    digest = await order(desk)
    desk.clock.at = DUE
    asleep = desk.clock.sleep

    async def end(seconds: float) -> None:
        await asleep(seconds)
        if what == "pause":
            await desk.archive.schedules.pause(OURS, 1, paused=True, now=desk.clock.now())
        else:
            await desk.archive.schedules.remove(OURS, 1)

    desk.clock.sleep = end  # type: ignore[method-assign] # what happens while it waits
    await job(desk, composed).handle(str(digest.id))
    assert (composed.asked, await digests(desk)) == ([], [])


async def test_a_digest_that_cannot_be_composed_is_tried_again_until_it_is_too_late(desk: Newsdesk) -> None:
    digest = await order(desk)
    desk.clock.at = DUE

    class Broken:
        async def compose(self, *_: Any, **__: Any) -> Briefing:
            raise ZeroDivisionError

    tries = 0
    with capture_logs() as logs:
        while not ((await standing(desk)).last_outcome or ""):
            tries += 1
            await job(desk, Broken()).handle(str(digest.id))
            assert await desk.archive.schedules.due(desk.clock.now(), limit=9) == ()
            desk.clock.at += AGAIN
    assert translate_stored((await standing(desk)).last_outcome or "").startswith("missed")
    assert 60 <= tries <= 6 * HOUR / AGAIN + 1
    assert [entry["log_level"] for entry in logs].count("error") == tries - 1


async def test_an_archive_that_fails_leaves_the_day_due(
    desk: Newsdesk, composed: DigestsByHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = await order(desk)
    desk.clock.at = DUE

    async def fail(*_: Any, **__: Any) -> None:
        raise ArchiveError("The archive's disk is full.", "Free some space.")

    with monkeypatch.context() as patched:
        patched.setattr(desk.archive.schedules, "save_done", fail)
        patched.setattr(desk.archive.schedules, "postpone", fail)
        with pytest.raises(ArchiveError):
            await job(desk, composed).handle(str(digest.id))
    assert [one.id for one in await desk.archive.schedules.due(desk.clock.now(), limit=9)] == [digest.id]
    await job(desk, composed).handle(str(digest.id))
    assert len(await digests(desk)) == 1


async def test_a_digest_for_a_broken_channel_is_held_and_dropped_when_it_is_old(desk: Newsdesk) -> None:
    digest = await order(desk)
    await desk.archive.posts.hold(CHANNEL, OURS, "Missing Access", NOW)
    desk.clock.at = DUE
    await job(desk).handle(str(digest.id))
    (post,) = await digests(desk)
    assert post.state is PostState.HELD
    await desk.archive.posts.repair(CHANNEL, DUE + HOUR)
    (post,) = await digests(desk)
    assert (post.state, post.expires_at) == (PostState.WAITING, DUE + 6 * HOUR)


# With the real stories.


async def test_items_that_come_while_digests_are_composed_are_told_once(desk: Newsdesk, archive: Archive) -> None:
    digest = await order(desk)
    feed = await desk.follow(delivery=Delivery.DIGEST)
    both = await desk.follow(channel="72")
    told: list[str] = []
    texts = {"harbour": HARBOUR, "border": BORDER, "grain": GRAIN}
    compose = ArchiveDigestComposer(archive, desk.clock).compose

    class Meanwhile:
        async def compose(self, owner: str, since: datetime, until: datetime, topic: str, **_: Any) -> Briefing:
            await read(desk.clock.now())
            return await compose(owner, since, until, topic)

    async def read(at: datetime) -> None:
        if texts:
            name, text = texts.popitem()
            desk.clock.at = at
            await desk.publish(feed, name, text)
            await desk.work()
            await desk.send("72")

    await read(DUE - timedelta(seconds=1))
    for day in range(4):
        desk.clock.at = DUE + day * DAY
        await job(desk, Meanwhile()).handle(str(digest.id))
        told += [post.card for post in (await digests(desk))[-1:]]
    assert not texts
    for words in ("Grain", "Border", "Harbour"):
        assert [words in card for card in told].count(True) == 1, words
    assert "Nothing new" in told[3]
    assert await desk.fates(both) == [Outcome.POSTED] * 3, "what was posted at once is told as well"


async def test_a_long_digest_comes_in_parts_of_one_series(desk: Newsdesk) -> None:
    digest = await order(desk)

    class Long(DigestsByHand):
        async def compose(self, *asked: Any, **_: Any) -> Briefing:
            one = await super().compose(*asked)
            (story,) = one.stories
            return replace(one, stories=tuple(replace(story, sentences=story.sentences * 9) for _ in range(9)))

    desk.clock.at = DUE
    await job(desk, Long()).handle(str(digest.id))
    posts = await digests(desk)
    assert len(posts) > 1
    assert [post.part for post in posts] == list(range(len(posts)))
    assert len({post.key for post in posts}) == len(posts)
    assert len({post.series for post in posts}) == 1


async def test_digests_to_closed_direct_messages_rest_and_say_why(desk: Newsdesk, composed: DigestsByHand) -> None:
    digest = await desk.archive.schedules.add(
        ScheduledDigest(0, 0, OURS, "dm:9", "discord:9", Schedule(parse_time("08:00"), "UTC"), desk.clock.now())
    )
    await job(desk, composed).close("dm:9", "no messages")
    after = await standing(desk)
    assert after.schedule.paused
    assert after.next is None
    assert translate_stored(after.last_outcome or "") == "stopped: the direct messages are closed"
    desk.clock.at = DUE + DAY
    await job(desk, composed).handle(str(digest.id))
    assert composed.asked == []


async def test_stories_are_told_once_by_a_schedule_but_anew_by_its_first_digest(desk: Newsdesk) -> None:
    digest = await order(desk)
    told = []

    class Asked(DigestsByHand):
        async def compose(self, *asked: Any, **more: Any) -> Briefing:
            told.append((asked[1], more["told_since"]))
            return await super().compose(*asked)

    composed = Asked()
    for day in range(3):
        desk.clock.at = DUE + day * DAY
        await job(desk, composed).handle(str(digest.id))
    assert told == [(DUE - DAY, None), (DUE, DUE - DAY), (DUE + DAY, DUE - DAY)]
