"""Notices about feeds: one a day for one sentence in a channel, and each follower in the follower's own."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.domain.post import PostKind
from bot.jobs.notices import NOTICE_LIFETIME, notify_follower
from tests.unit.jobs.worker_setup import CHANNEL, OURS, THEIRS, Newsdesk
from tests.unit.services.fakes import NOW

GONE = "The feed is gone (410). Remove it, or give its new address."


async def test_a_notice_is_recorded_once_a_day_for_each_follower(desk: Newsdesk) -> None:
    ours, theirs = await desk.follow(), await desk.follow(owner=THEIRS, channel="72")
    feed = await desk.archive.feeds.load_feed(ours.feed_id)
    notify = partial(notify_follower, desk.archive.posts, desk.archive.preferences)
    for follower in (ours, theirs):
        for later in (timedelta(), timedelta(hours=3)):
            await notify(feed, follower, GONE, NOW + later)
    for owner, channel in ((OURS, CHANNEL), (THEIRS, "72")):
        (post,) = await desk.posts(owner)
        assert (post.kind, post.channel, post.expires_at) == (PostKind.NOTICE, channel, NOW + NOTICE_LIFETIME)
        assert "The feed is gone" in post.card
        assert "The Daily Quill" in post.card


async def test_another_sentence_or_another_day_is_another_notice(desk: Newsdesk) -> None:
    ours = await desk.follow()
    feed = await desk.archive.feeds.load_feed(ours.feed_id)
    notify = partial(notify_follower, desk.archive.posts, desk.archive.preferences)
    await notify(feed, ours, GONE, NOW)
    await notify(feed, ours, "The feed is working again.", NOW)
    await notify(feed, ours, GONE, NOW + timedelta(days=1))
    assert len(await desk.posts()) == 3


async def test_a_feed_without_a_title_is_told_of_by_its_address(desk: Newsdesk) -> None:
    ours = await desk.follow_source()
    feed = await desk.archive.feeds.load_feed(ours.feed_id)
    feed = replace(feed, title=None, url="https://a.example/f")
    await notify_follower(desk.archive.posts, desk.archive.preferences, feed, ours, GONE, NOW)
    assert "a.example" in (await desk.posts())[0].card
