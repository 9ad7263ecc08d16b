"""What newsrooms send, in the store: one item each, its followers' fates, and whose token is whose."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.archive.push_sources import hash_token
from bot.archive.store import Archive
from bot.domain.feed import Entry, Feed, FeedHealth, ItemState, SubscriptionOptions
from bot.domain.item_outcomes import Outcome
from bot.errors import ArchiveError, UsageError
from bot.services.push_sources import NewSource, add_source, renew_token

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
GUILD, OTHER = "discord:guild:1", "discord:guild:2"
ENTRY = Entry(link="https://press.example/bridge", title="Bridge", content="Ana Brod said so.", media_type="text/plain")


@pytest.fixture
async def source(archive: Archive) -> NewSource:
    return await add_source(archive, GUILD, SubscriptionOptions("10", "discord:5", name="The  Bridge Desk"), NOW)


@pytest.fixture
async def feed(archive: Archive, source: NewSource) -> Feed:
    found = await archive.received.find_source(hash_token(source.token))
    assert found
    return found


async def test_a_source_is_found_by_its_token_alone(archive: Archive, source: NewSource, feed: Feed) -> None:
    assert (feed.kind, feed.title, feed.url.startswith("push:")) == ("push", "The Bridge Desk", True)
    assert feed.next_poll_at is None
    for token in ("", source.token[:-1], source.token.swapcase(), feed.url, hash_token(source.token)):
        assert await archive.received.find_source(hash_token(token)) is None
    assert await archive.received.find_source(source.token) is None, "a token itself is nowhere"


async def test_a_source_is_never_polled(archive: Archive, feed: Feed) -> None:
    await archive.received.receive(feed, ENTRY, NOW)
    assert await archive.feeds.claim_due(NOW + timedelta(days=9), limit=9, lease=timedelta(minutes=1)) == ()
    assert await archive.feeds.next_due_at() is None


async def test_what_is_received_waits_for_its_follower(archive: Archive, source: NewSource, feed: Feed) -> None:
    item_id = await archive.received.receive(feed, ENTRY, LATER)
    item = await archive.feeds.load_item(item_id)
    assert item
    assert (item.entry, item.state, item.retry_at, item.first_seen_at) == (ENTRY, ItemState.NEW, LATER, LATER)
    assert await archive.feeds.waiting(item_id) == (source.subscription,)
    assert await archive.feeds.due_items(LATER, limit=9) == (item_id,)
    alive = await archive.feeds.load_feed(feed.id)
    assert (alive.health, alive.last_polled_at) == (FeedHealth.HEALTHY, LATER)


async def test_each_article_keeps_its_number_however_often_it_is_sent(archive: Archive, feed: Feed) -> None:
    entries = [replace(ENTRY, link=f"https://press.example/{number}") for number in range(5)]
    first = [await archive.received.receive(feed, entry, NOW) for entry in entries]
    assert len(set(first)) == 5
    assert [await archive.received.receive(feed, entry, LATER) for entry in reversed(entries)] == first[::-1]
    assert [fate.fate for _, fate in await archive.feeds.why(GUILD, 1)] == [Outcome.WAITING] * 5


async def test_an_article_sent_at_once_is_one(archive: Archive, feed: Feed) -> None:
    ids = await asyncio.gather(*(archive.received.receive(feed, ENTRY, NOW) for _ in range(8)))
    assert len(set(ids)) == 1
    assert len(await archive.feeds.why(GUILD, 1)) == 1


async def test_what_was_posted_and_is_sent_again_is_not_due_again(archive: Archive, feed: Feed) -> None:
    item = await archive.feeds.load_item(await archive.received.receive(feed, ENTRY, NOW))
    assert item
    (_, fate), *_ = await archive.feeds.why(GUILD, 1)
    read = replace(item, state=ItemState.READ, retry_at=None)
    await archive.feeds.settle(read, [replace(fate, fate=Outcome.POSTED)], NOW)
    for entry in (ENTRY, replace(ENTRY, content="Ana Brod said more.")):
        assert await archive.received.receive(feed, entry, LATER) == item.id
        assert await archive.feeds.due_items(LATER, limit=9) == ()
        assert [fate.fate for _, fate in await archive.feeds.why(GUILD, 1)] == [Outcome.POSTED]


async def test_a_corrected_article_that_could_not_be_read_is_read_anew(archive: Archive, feed: Feed) -> None:
    item = await archive.feeds.load_item(await archive.received.receive(feed, ENTRY, NOW))
    assert item
    (_, fate), *_ = await archive.feeds.why(GUILD, 1)
    lost = replace(item, state=ItemState.FAILED, retry_at=None, reason="It is no article.")
    await archive.feeds.settle(lost, [replace(fate, fate=Outcome.FAILED, detail="It is no article.")], NOW)
    await archive.received.receive(feed, ENTRY, LATER)
    assert await archive.feeds.due_items(LATER, limit=9) == (), "the same words would fail again"
    assert await archive.received.receive(feed, replace(ENTRY, content="Ana Brod said more."), LATER) == item.id
    assert await archive.feeds.due_items(LATER, limit=9) == (item.id,)
    assert [fate.fate for _, fate in await archive.feeds.why(GUILD, 1)] == [Outcome.WAITING]


async def test_of_a_paused_source_nothing_is_posted(archive: Archive, feed: Feed) -> None:
    await archive.feeds.pause(GUILD, 1, True)
    await archive.received.receive(feed, ENTRY, NOW)
    assert [fate.fate for _, fate in await archive.feeds.why(GUILD, 1)] == [Outcome.PAUSED]


async def test_tokens_end_when_they_are_renewed_revoked_or_their_source_removed(
    archive: Archive, source: NewSource
) -> None:
    newer = await renew_token(archive, GUILD, 1)
    assert await archive.received.find_source(hash_token(source.token)) is None
    assert await archive.received.find_source(hash_token(newer))
    await archive.received.save_token(GUILD, 1, None)
    assert await archive.received.find_source(hash_token(newer)) is None
    newest = await renew_token(archive, GUILD, 1)
    await archive.feeds.unfollow(GUILD, 1)
    assert await archive.received.find_source(hash_token(newest)) is None


async def test_a_source_deleted_while_it_sends_is_told(archive: Archive, feed: Feed) -> None:
    with pytest.raises(ArchiveError, match="has been removed"):
        await archive.received.receive(replace(feed, id=feed.id + 1), ENTRY, NOW)


async def test_nobody_touches_anothers_source(archive: Archive, source: NewSource, feed: Feed) -> None:
    for attempt in (renew_token(archive, OTHER, 1), archive.received.save_token(OTHER, 1, None)):
        with pytest.raises(UsageError, match="no feed number 1 here"):
            await attempt
    assert await archive.received.find_source(hash_token(source.token)) == feed
    theirs = await add_source(archive, OTHER, SubscriptionOptions("20", "discord:6", name="Another"), NOW)
    other = await archive.received.find_source(hash_token(theirs.token))
    assert other
    assert await archive.received.receive(other, ENTRY, NOW) != await archive.received.receive(feed, ENTRY, NOW)
    assert [
        one.owner for item, _ in await archive.feeds.why(GUILD, 1) for one in await archive.feeds.waiting(item.id)
    ] == [GUILD]


async def test_a_fetched_feed_has_no_token(archive: Archive) -> None:
    fetched = Feed(id=0, url="https://press.example/feed")
    await archive.feeds.follow(GUILD, fetched, (), SubscriptionOptions("10", ""), NOW)
    with pytest.raises(UsageError, match="is fetched, so it has no token"):
        await renew_token(archive, GUILD, 1)


@pytest.mark.parametrize("name", ["", "  ", "a" * 101])
async def test_a_source_needs_a_name(archive: Archive, name: str) -> None:
    with pytest.raises(UsageError, match="needs a name"):
        await add_source(archive, GUILD, SubscriptionOptions("10", "discord:5", name=name), NOW)


async def test_a_new_source_does_not_show_its_token_by_chance(source: NewSource) -> None:
    assert source.token not in repr(source)
    assert source.token not in f"{source}"
