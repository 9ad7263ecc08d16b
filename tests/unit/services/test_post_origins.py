"""Why a post stands where it stands: within the server whose post it is, and not a word outside of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.archive.store import Archive
from bot.domain.feed import SubscriptionOptions
from bot.domain.item_outcomes import ItemOutcome, Outcome
from bot.domain.post import Post, PostKind, post_key
from bot.errors import UsageError
from bot.services.post_origins import PostExplanationService
from bot.services.schedules import ScheduleRequest, ScheduleService
from bot.services.status import StatusService
from bot.services.subscriptions import SubscriptionService
from bot.web.feeds.identity import identify_entries
from bot.web.feeds.parse import parse_feed
from tests.unit.services.fakes import FEED_URL, NOW, StoppedClock, rss

OURS, THEIRS = "discord:guild:1", "discord:guild:2"


def post_of(kind: PostKind, subject: str, owner: str = OURS) -> Post:
    key = post_key(kind, "71", subject, 0)
    return Post(key, key, 0, kind, owner, "71", subject, "{}", NOW)


@pytest.fixture
async def posted(feeds: SubscriptionService, archive: Archive) -> Post:
    """A post of the newest item of our only feed; another server follows the same feed."""
    for owner, channel in ((OURS, "71"), (THEIRS, "81")):
        await feeds.add(owner, FEED_URL, SubscriptionOptions(channel, "discord:9", "news"))
    feed = await archive.feeds.load_feed(1)
    shown = parse_feed(rss("News of the day").replace("m-", "n-").encode(), url=FEED_URL, headers={})
    outcome = await archive.feeds.save_poll(feed, identify_entries(shown), NOW + timedelta(minutes=9), first=False)
    item = await archive.feeds.load_item(outcome.new[0])
    assert item
    post = post_of(PostKind.ITEM, f"item:{item.id}")
    follower = next(one for one in await archive.feeds.waiting(item.id) if one.owner == OURS)
    await archive.posts.record([post], NOW)
    fate = ItemOutcome(item.id, follower.id, Outcome.SENDING, post=post.key)
    await archive.feeds.settle(replace(item, retry_at=None), [fate], NOW)
    return post


async def test_a_post_leads_back_to_its_feed_and_item(reasons: PostExplanationService, posted: Post) -> None:
    reason = await reasons.explain(OURS, posted.key)
    assert reason.post.key == posted.key
    assert reason.followed
    assert (reason.followed.feed.url, reason.followed.subscription.owner) == (FEED_URL, OURS)
    assert reason.followed.subscription.filter == "news"
    assert reason.item
    assert reason.item.entry.title == "News of the day"
    assert reason.outlets == ()


async def test_a_digest_leads_back_to_its_schedule(
    reasons: PostExplanationService, digests: ScheduleService, archive: Archive
) -> None:
    standing = await digests.add(OURS, ScheduleRequest("08:00", "UTC", "71", "discord:9"))
    post = post_of(PostKind.DIGEST, f"{standing.id}:2026-01-01")
    forged = post_of(PostKind.DIGEST, f"{standing.id}:2026-01-02", THEIRS)
    await archive.posts.record([post, forged], NOW)
    assert (await reasons.explain(OURS, post.key)).digest == standing
    assert (await reasons.explain(THEIRS, forged.key)).digest is None
    await digests.remove(OURS, 1)
    assert (await reasons.explain(OURS, post.key)).digest is None


async def test_another_servers_post_is_answered_like_one_that_never_was(
    reasons: PostExplanationService, posted: Post
) -> None:
    with pytest.raises(UsageError) as theirs:
        await reasons.explain(THEIRS, posted.key)
    with pytest.raises(UsageError) as never:
        await reasons.explain(THEIRS, "0" * 20)
    assert str(theirs.value) == str(never.value)


async def test_the_desk_is_looked_over_for_its_owner_alone(
    posted: Post, digests: ScheduleService, feeds: SubscriptionService, archive: Archive, clock: StoppedClock
) -> None:
    desk = StatusService(archive.feeds, archive.posts, archive.schedules, clock)
    standing = await digests.add(OURS, ScheduleRequest("08:00", "UTC", "71", "discord:9"))
    await archive.posts.hold("71", OURS, "I may not write there.", NOW)
    clock.at += timedelta(hours=1)
    ours, theirs, nobodys = [await desk.overview(owner) for owner in (OURS, THEIRS, "discord:guild:3")]
    assert (ours.feeds.feeds, theirs.feeds.feeds, nobodys.feeds.feeds) == (1, 1, 0)
    assert (ours.feeds.waiting, theirs.feeds.waiting) == (5, 6), "also what was there when it was followed"
    assert theirs.lag == timedelta(hours=1), "its items wait to be read"
    assert [place.channel for place in ours.broken] == ["71"]
    assert theirs.broken == ()
    assert (ours.next, theirs.next, ours.last) == (standing, None, None)
    await archive.schedules.save_done(standing, NOW.date(), "3 stories", now=clock.at)
    again = await desk.overview(OURS)
    assert again.last
    assert again.last.last_outcome == "3 stories"
