"""The outbox: each post once, in order, and the fates of its items with it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.archive.outbox import PostStore, record_posts
from bot.archive.store import Archive
from bot.domain.feed import ItemState, Subscription
from bot.domain.item_outcomes import NEWEST_KEPT, ItemOutcome, Outcome
from bot.domain.post import Post, PostKind, PostState, post_key
from tests.unit.archive.test_feeds import fates, follow, listing, poll

NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
OURS, THEIRS = "discord:guild:1", "discord:guild:2"
CHANNEL = "7"
REASON = "Missing Permissions"


def make_post(
    subject: str = "1", *, part: int = 0, channel: str = CHANNEL, owner: str = OURS, kind: PostKind = PostKind.ITEM
) -> Post:
    key = post_key(kind, channel, subject, part)
    return Post(key, f"{channel}:{subject}", part, kind, owner, channel, subject, f"card of {subject}.{part}", NOW)


@pytest.fixture
def store(archive: Archive) -> PostStore:
    return archive.posts


async def send(store: PostStore, post: Post, message: str = "99") -> None:
    trying = await store.save_trying(post, NOW)
    assert trying is not None
    await store.save_sent(trying, message, NOW)


async def due(store: PostStore, channel: str = CHANNEL, now: datetime = NOW) -> Post:
    post = await store.next_due(channel, now)
    assert post is not None
    return post


async def state_of(store: PostStore, post: Post) -> PostState:
    found = await store.load(post.key)
    assert found is not None
    return found.state


async def test_what_is_recorded_twice_is_there_once(store: PostStore) -> None:
    await store.record([make_post()], NOW)
    await send(store, await due(store))
    await store.record([replace(make_post(), card="another")], NOW)
    assert await store.next_due(CHANNEL, NOW) is None
    assert [post.state for post in await store.latest(OURS, limit=9)] == [PostState.SENT]


async def test_what_is_loaded_is_what_was_recorded(store: PostStore) -> None:
    post = replace(make_post(), expires_at=NOW + MINUTE)
    await store.record([post], NOW)
    assert await store.load(post.key) == post
    assert await store.load(make_post("unknown").key) is None


async def test_a_channels_posts_come_in_the_order_of_recording(store: PostStore) -> None:
    subjects = ["b", "a", "c"]
    await store.record([make_post(subject) for subject in subjects[:2]], NOW)
    await store.record([make_post("elsewhere", channel="8"), make_post(subjects[2])], NOW)
    found = []
    while post := await store.next_due(CHANNEL, NOW):
        found.append(post.subject)
        await send(store, post)
    assert found == subjects
    assert await store.due_channels(NOW, limit=9) == ("8",)


async def test_the_channel_waits_with_its_first_and_no_other_channel_does(store: PostStore) -> None:
    await store.record([make_post("1"), make_post("2"), make_post("1", channel="8")], NOW)
    await store.save_retry(await due(store), NOW + MINUTE, "Discord did not answer.")
    assert await store.next_due(CHANNEL, NOW) is None
    assert await store.due_channels(NOW, limit=9) == ("8",)
    assert await store.due_channels(NOW + MINUTE, limit=9) == (CHANNEL, "8")
    assert (await due(store, now=NOW + MINUTE)).subject == "1"


async def test_since_when_it_may_stand_is_the_first_try_until_it_certainly_does_not(store: PostStore) -> None:
    await store.record([make_post()], NOW)
    await store.save_trying(await due(store), NOW)
    again = await store.save_trying(await due(store), NOW + MINUTE)
    assert again is not None
    assert (again.attempts, again.tried_at, again.state) == (2, NOW, PostState.SENDING)
    assert await store.load(again.key) == again
    await store.save_retry(replace(again, tried_at=None), NOW, None)
    assert (await due(store)).state is PostState.WAITING


async def test_of_two_senders_one_gets_the_post(store: PostStore) -> None:
    await store.record([make_post()], NOW)
    post = await due(store)
    assert await store.save_trying(post, NOW) is not None
    assert await store.save_trying(post, NOW) is None


async def test_a_sent_post_keeps_its_message_and_not_its_card(store: PostStore) -> None:
    await store.record([make_post()], NOW)
    await send(store, await due(store))
    sent = await store.load(make_post().key)
    assert sent is not None
    assert (sent.message, sent.card, sent.tried_at) == ("99", "", None)


async def test_the_opening_of_a_series_is_its_first_sent_part(store: PostStore) -> None:
    parts = [make_post(part=part) for part in range(3)]
    await store.record(parts, NOW)
    assert await store.load_opening(parts[1]) is None
    await store.save_dropped(parts[0], "refused", NOW)
    await send(store, parts[1], "501")
    assert await store.load_opening(parts[2]) == "501"
    assert await store.load_opening(parts[1]) is None


async def test_a_revision_changes_what_is_unsent_and_edits_what_is_sent(store: PostStore) -> None:
    first, second = make_post("1"), make_post("2")
    await store.record([first, second], NOW)
    await send(store, await due(store))
    assert await store.revise(first.key, "edited")
    assert await store.revise(second.key, "edited before")
    assert (await due(store)).card == "edited before"
    edit = await store.next_edit(CHANNEL, NOW)
    assert edit is not None
    assert (edit.key, edit.revision) == (first.key, "edited")
    assert await store.revise(first.key, "edited again")
    await store.save_edited(edit)
    newer = await store.next_edit(CHANNEL, NOW)
    assert newer is not None
    assert newer.revision == "edited again"
    await store.save_edit_later(newer, NOW + MINUTE)
    assert await store.next_edit(CHANNEL, NOW) is None
    await store.save_edited(newer)
    assert await store.next_edit(CHANNEL, NOW + MINUTE) is None


async def test_a_revision_of_what_may_stand_waits_for_the_answer(store: PostStore) -> None:
    await store.record([make_post()], NOW)
    trying = await store.save_trying(await due(store), NOW)
    assert trying is not None
    assert await store.revise(trying.key, "edited")
    assert (await due(store)).card == trying.card
    await store.save_sent(trying, "99", NOW)
    assert await store.due_channels(NOW, limit=9) == (CHANNEL,)


async def test_what_was_given_up_is_not_revised(store: PostStore) -> None:
    await store.record([make_post()], NOW)
    await store.save_dropped(make_post(), "refused", NOW)
    assert not await store.revise(make_post().key, "edited")
    assert await store.next_due(CHANNEL, NOW) is None


async def test_a_broken_channel_holds_what_is_there_and_what_comes(store: PostStore) -> None:
    await store.record([make_post("1"), make_post("1", channel="8")], NOW)
    await store.hold(CHANNEL, OURS, REASON, NOW)
    await store.record([make_post("2")], NOW)
    assert await store.next_due(CHANNEL, NOW) is None
    assert {await state_of(store, make_post(subject)) for subject in "12"} == {PostState.HELD}
    # due all the same, once: somebody is to be told
    assert await store.due_channels(NOW, limit=9) == (CHANNEL, "8")
    await store.save_notice_later(CHANNEL, NOW + MINUTE)
    assert await store.due_channels(NOW, limit=9) == ("8",)
    await store.save_noticed(CHANNEL, NOW)
    assert await store.due_channels(NOW + MINUTE, limit=9) == ("8",)
    counts = await store.count(OURS)
    assert (counts.waiting, counts.held, counts.oldest_at) == (1, 2, NOW)


async def test_after_a_repair_only_the_newest_items_are_posted_and_every_digest(store: PostStore) -> None:
    digest = make_post("digest", kind=PostKind.DIGEST)
    many = [make_post(str(number)) for number in range(NEWEST_KEPT + 5)]
    await store.record([digest, *many], NOW)
    await store.hold(CHANNEL, OURS, REASON, NOW)
    assert await store.repair(CHANNEL, NOW) == NEWEST_KEPT + 1
    left = []
    while post := await store.next_due(CHANNEL, NOW):
        left.append(post.subject)
        await send(store, post)
    assert left == ["digest", *(post.subject for post in many[5:])]
    assert await state_of(store, many[0]) is PostState.DROPPED


async def test_what_may_stand_is_never_dropped_unlooked_for(store: PostStore) -> None:
    await store.record([make_post(str(number)) for number in range(NEWEST_KEPT + 5)], NOW)
    await store.save_trying(await due(store), NOW)
    await store.hold(CHANNEL, OURS, REASON, NOW)
    await store.repair(CHANNEL, NOW)
    first = await due(store)
    assert (first.subject, first.state, first.tried_at) == ("0", PostState.SENDING, NOW)


async def test_only_a_persons_repair_has_somebody_told_again(store: PostStore) -> None:
    await store.hold(CHANNEL, OURS, REASON, NOW)
    await store.save_noticed(CHANNEL, NOW)
    await store.repair(CHANNEL, NOW, asked=False)
    await store.hold(CHANNEL, OURS, REASON, NOW)
    assert await store.due_channels(NOW, limit=9) == ()
    await store.repair(CHANNEL, NOW)
    await store.hold(CHANNEL, OURS, REASON, NOW)
    assert await store.due_channels(NOW, limit=9) == (CHANNEL,)


async def test_a_channel_that_works_again_forgets_its_trouble(store: PostStore) -> None:
    await store.record([make_post()], NOW)
    await store.hold(CHANNEL, OURS, REASON, NOW)
    await store.repair(CHANNEL, NOW, asked=False)
    await send(store, await due(store))
    assert await store.load_destination(CHANNEL) is None


async def test_an_owner_sees_nothing_of_anothers(store: PostStore) -> None:
    await store.record([make_post("1"), make_post("2", channel="8", owner=THEIRS)], NOW)
    await store.hold("8", THEIRS, REASON, NOW)
    assert [post.owner for post in await store.latest(OURS, limit=9)] == [OURS]
    assert await store.broken(OURS) == ()
    assert (await store.count(OURS)).held == 0
    assert [place.owner for place in await store.broken(None)] == [THEIRS]
    assert (await store.count(None)).held == 1


async def decide(archive: Archive, subscription: Subscription, item_id: int, post: Post) -> None:
    """Give the item the fate "sending" and record its post, in this order."""
    item = await archive.feeds.load_item(item_id)
    assert item is not None
    fate = ItemOutcome(item_id, subscription.id, Outcome.SENDING, post=post.key)
    await archive.feeds.settle(replace(item, state=ItemState.READ, retry_at=None), [fate], NOW)
    await archive.posts.record([post], NOW)


async def test_fates_follow_their_posts(archive: Archive, store: PostStore) -> None:
    subscription = await follow(archive.feeds)
    ids = await poll(archive.feeds, subscription.feed_id, listing("c", "b", "a"), NOW)
    for item_id in ids[:2]:
        await decide(archive, subscription, item_id, make_post(str(item_id)))
    await send(store, await due(store))
    assert set((await fates(archive.feeds, subscription)).values()) == {
        Outcome.POSTED,
        Outcome.SENDING,
        Outcome.WAITING,
    }
    await store.hold(CHANNEL, OURS, REASON, NOW)
    held = await archive.feeds.find(OURS, 1)
    assert held.subscription.broken == REASON
    assert sorted((await fates(archive.feeds, subscription)).values()) == [Outcome.HELD, Outcome.HELD, Outcome.POSTED]
    await store.repair(CHANNEL, NOW)
    assert (await archive.feeds.find(OURS, 1)).subscription.broken is None
    await store.save_dropped(await due(store), "Discord refused the message.", NOW)
    assert sorted((await fates(archive.feeds, subscription)).values()) == [
        Outcome.FAILED,
        Outcome.POSTED,
        Outcome.WAITING,
    ]
    assert await archive.feeds.due_items(NOW, limit=9) == (ids[2],), "what had no post yet is decided on again"


async def test_an_item_whose_post_was_sent_for_another_feed_is_posted(archive: Archive, store: PostStore) -> None:
    one, other = await follow(archive.feeds), await follow(archive.feeds, url="https://other.example/feed")
    post = make_post("the same article")
    (first,) = await poll(archive.feeds, one.feed_id, listing("a"), NOW)
    (second,) = await poll(archive.feeds, other.feed_id, listing("a"), NOW)
    await decide(archive, one, first, post)
    await send(store, await due(store))
    await decide(archive, other, second, post)
    assert list((await fates(archive.feeds, other)).values()) == [Outcome.POSTED]


async def test_who_is_responsible_is_who_followed_last(archive: Archive, store: PostStore) -> None:
    await follow(archive.feeds)
    assert await store.load_responsible(CHANNEL) == ("discord:9",)
    assert await store.load_responsible("8") == ()


async def test_posts_and_other_records_are_one_transaction(archive: Archive, store: PostStore) -> None:
    async def fail_after_recording() -> None:
        async with archive._engines.writer.begin() as connection:
            await record_posts(connection, [make_post()], NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_after_recording()
    assert await store.load(make_post().key) is None
