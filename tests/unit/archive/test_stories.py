"""Stories in the archive: each article placed once, copies of copies led to the first, each told in one window."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.archive.store import Archive
from bot.archive.stories import ClusteredArticle, StoryStore
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.feed import Delivery, ItemState, Subscription
from bot.domain.item_outcomes import ItemOutcome, Outcome
from bot.domain.post import Post, PostKind, post_key
from tests.unit.archive.test_feeds import CHANNEL, follow, listing, poll

OURS, THEIRS = "discord:guild:1", "discord:guild:2"
NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def store(archive: Archive) -> StoryStore:
    return archive.stories


async def file(archive: Archive, name: str, domain: str = "quill.example") -> str:
    """Store an article; its id."""
    article = Article(f"Talks about {name} went on.", name, f"https://{domain}/{name}", Outlet("The Quill", domain))
    reading = Reading(reading_id(article), article, Analysis(article.text_sha256, "1", (), (), "en"))
    await archive.save_reading(reading)
    return reading.id


async def place(
    store: StoryStore, article: str, story: int | None = None, *, at: datetime = NOW, copy_of: str | None = None
) -> ClusteredArticle:
    return await store.place(
        article, story, seen_at=at, signature=b"s", duplicate_of=copy_of, title="Talks", outlet="The Quill"
    )


async def test_an_article_begins_a_story_which_others_join(archive: Archive, store: StoryStore) -> None:
    one, two, three = [await file(archive, name) for name in "abc"]
    first = await place(store, one)
    assert await place(store, two, first.story, at=NOW + HOUR) == replace(
        first, number=first.number + 1, article=two, seen_at=NOW + HOUR
    )
    assert (await place(store, three)).story != first.story
    assert await store.find(one) == first
    assert await store.find("0" * 20) is None


async def test_what_has_a_place_keeps_it(archive: Archive, store: StoryStore) -> None:
    one, two = await file(archive, "a"), await file(archive, "b")
    first, other = await place(store, one), await place(store, two)
    assert await place(store, one, other.story, at=NOW + HOUR, copy_of=two) == first


async def test_copies_of_copies_repeat_the_first(archive: Archive, store: StoryStore) -> None:
    one, two, three = [await file(archive, name) for name in "abc"]
    first = await place(store, one)
    assert (await place(store, two, first.story, copy_of=one)).duplicate_of == one
    assert (await place(store, three, first.story, copy_of=two)).duplicate_of == one


async def test_what_was_placed_is_loaded_in_its_order(archive: Archive, store: StoryStore) -> None:
    placed = [await place(store, await file(archive, name), at=NOW - n * HOUR) for n, name in enumerate("abcd")]
    assert await store.load_after(0, NOW - 9 * HOUR) == tuple(placed)
    assert await store.load_after(placed[1].number, NOW - 9 * HOUR) == tuple(placed[2:])
    assert await store.load_after(0, NOW - 2 * HOUR) == tuple(placed[:2])


# What a channel holds already.


async def read(
    archive: Archive,
    subscription: Subscription,
    name: str,
    article: str,
    *,
    at: datetime = NOW,
    fates: Sequence[ItemOutcome] = (),
    fate: Outcome = Outcome.SENDING,
    post: Post | None = None,
) -> int:
    """Let an item of the feed be read as ``article``, with its fate for the follower; its number."""
    (number,) = await poll(archive.feeds, subscription.feed_id, listing(name), at)
    item = await archive.feeds.load_item(number)
    placed = await archive.stories.find(article)
    assert item
    assert placed
    decided = fates or [ItemOutcome(number, subscription.id, fate, post=post.key if post else None)]
    item = replace(item, state=ItemState.READ, retry_at=None, article=article, story=placed.story)
    await archive.feeds.settle(item, decided, at, posts=[post] if post else ())
    return number


def post_of(article: str, channel: str = CHANNEL, owner: str = OURS) -> Post:
    key = post_key(PostKind.ITEM, channel, article, 0)
    return Post(key, key, 0, PostKind.ITEM, owner, channel, article, "{}", NOW)


async def test_the_words_that_stand_in_a_channel_are_found_by_their_title(archive: Archive, store: StoryStore) -> None:
    one, two, other = [await file(archive, name) for name in "abc"]
    placed = await place(store, one)
    await place(store, two, placed.story, copy_of=one)
    await place(store, other)
    ours = await follow(archive.feeds)
    assert await store.find_posted([CHANNEL], one) == {}
    await read(archive, ours, "copy", two, post=post_of(two))
    assert await store.find_posted([CHANNEL], one) == {CHANNEL: "copy"}, "the original repeats its copy there"
    assert await store.find_posted([CHANNEL], two) == {CHANNEL: "copy"}
    assert await store.find_posted([CHANNEL], other) == {}
    assert await store.find_posted(["8"], one) == {}
    await read(archive, await follow(archive.feeds, channel="8"), "there", one, post=post_of(one, "8"))
    assert await store.find_posted([CHANNEL, "8", "9"], one) == {CHANNEL: "copy", "8": "there"}, "each channel's own"


async def test_what_never_stood_in_the_channel_keeps_nothing_away(archive: Archive, store: StoryStore) -> None:
    one, two = await file(archive, "a"), await file(archive, "b")
    await place(store, one)
    await place(store, two)
    ours = await follow(archive.feeds)
    await read(archive, ours, "spared", one, fate=Outcome.FILTERED)
    assert await store.find_posted([CHANNEL], one) == {}
    await read(archive, ours, "given up", two, post=post_of(two))
    post = await archive.posts.next_due(CHANNEL, NOW)
    assert post
    assert await store.find_posted([CHANNEL], two) == {CHANNEL: "given up"}
    await archive.posts.save_dropped(post, "Discord refused it.", NOW)
    assert await store.find_posted([CHANNEL], two) == {}


# What a window brought.


async def gathered(store: StoryStore, since: datetime, until: datetime, owner: str = OURS) -> list[str]:
    return [one.article for one in await store.gather(owner, since, until)]


async def test_each_article_is_gathered_in_one_window_whatever_becomes_of_its_post(
    archive: Archive, store: StoryStore
) -> None:
    """Sending it, or freeing it after a repair, is no second decision."""
    article = await file(archive, "a")
    await place(store, article)
    ours = await follow(archive.feeds)
    await read(archive, ours, "talks", article, at=NOW, post=post_of(article))
    assert await gathered(store, NOW - HOUR, NOW) == [article]
    assert await gathered(store, NOW - HOUR, NOW - MINUTE) == []
    post = await archive.posts.next_due(CHANNEL, NOW)
    assert post
    await archive.posts.hold(CHANNEL, OURS, "Missing Access", NOW + MINUTE)
    assert await gathered(store, NOW - HOUR, NOW) == [article], "a channel that is broken keeps nothing from a digest"
    await archive.posts.repair(CHANNEL, NOW + 2 * MINUTE)
    await archive.posts.save_sent(post, "9", NOW + 3 * MINUTE)
    assert await gathered(store, NOW - HOUR, NOW) == [article]
    assert await gathered(store, NOW, NOW + HOUR) == []


async def test_an_article_that_a_second_feed_brings_later_is_not_new(archive: Archive, store: StoryStore) -> None:
    article = await file(archive, "a")
    await place(store, article)
    ours = await follow(archive.feeds)
    again = await follow(archive.feeds, url="https://other.example/feed")
    theirs = await follow(archive.feeds, THEIRS, channel="8", url="https://other.example/feed")
    await read(archive, ours, "talks", article, at=NOW, fate=Outcome.DIGEST)
    both = [ItemOutcome(0, again.id, Outcome.DUPLICATE), ItemOutcome(0, theirs.id, Outcome.DIGEST)]
    (number,) = await poll(archive.feeds, again.feed_id, listing("talks"), NOW + HOUR)
    item = await archive.feeds.load_item(number)
    assert item
    item = replace(item, state=ItemState.READ, retry_at=None, article=article, story=1)
    await archive.feeds.settle(item, [replace(fate, item_id=number) for fate in both], NOW + HOUR)
    assert await gathered(store, NOW - HOUR, NOW) == [article]
    assert await gathered(store, NOW, NOW + HOUR) == []
    assert await gathered(store, NOW, NOW + HOUR, THEIRS) == [article], "to them it is"


async def test_what_was_read_for_others_comes_to_a_new_follower_once_it_is_decided(
    archive: Archive, store: StoryStore
) -> None:
    """Before, nobody knows whether an undated item is weeks old; and then windows of before may be told already."""
    article = await file(archive, "a")
    await place(store, article)
    ours = await follow(archive.feeds)
    number = await read(archive, ours, "talks", article, at=NOW)
    shown, followed_at, decided_at = listing("talks", at=NOW), NOW + 2 * HOUR, NOW + 3 * HOUR
    theirs = await follow(archive.feeds, THEIRS, channel="8", entries=shown, now=followed_at, delivery=Delivery.DIGEST)
    assert [one.id for one in await archive.feeds.waiting(number)] == [theirs.id]
    assert await gathered(store, NOW - HOUR, decided_at, THEIRS) == [], "it waits"
    item = await archive.feeds.load_item(number)
    assert item
    fate = ItemOutcome(number, theirs.id, Outcome.DIGEST)
    await archive.feeds.settle(item, [fate], followed_at + MINUTE, read_at=lambda: decided_at)
    for again in (False, True):
        assert await gathered(store, NOW - HOUR, followed_at + MINUTE, THEIRS) == []
        assert await gathered(store, followed_at + MINUTE, decided_at, THEIRS) == [article]
        assert await gathered(store, decided_at, decided_at + 2 * HOUR, THEIRS) == []
        assert await gathered(store, NOW - HOUR, NOW) == [article]
        assert await gathered(store, NOW, decided_at + 2 * HOUR) == []
        if not again:  # a second feed brings it
            second = decided_at + HOUR
            await follow(archive.feeds, THEIRS, channel="9", entries=shown, now=second, delivery=Delivery.DIGEST)


async def test_what_a_new_follower_is_not_told_because_it_is_old_is_in_no_digest(
    archive: Archive, store: StoryStore
) -> None:
    article = await file(archive, "a")
    await place(store, article)
    number = await read(archive, await follow(archive.feeds), "talks", article, at=NOW)
    shown, followed_at = listing("talks", at=NOW), NOW + 2 * HOUR
    theirs = await follow(archive.feeds, THEIRS, channel="8", entries=shown, now=followed_at, delivery=Delivery.DIGEST)
    assert await gathered(store, NOW - HOUR, followed_at + HOUR, THEIRS) == []
    item = await archive.feeds.load_item(number)
    assert item
    await archive.feeds.settle(item, [ItemOutcome(number, theirs.id, Outcome.OLD)], followed_at + HOUR)
    assert await gathered(store, NOW - HOUR, followed_at + 2 * HOUR, THEIRS) == []


async def test_an_item_of_a_channel_that_works_again_is_gathered_when_it_was_read(
    archive: Archive, store: StoryStore
) -> None:
    """It was told of while it was held, and is posted one by one: to read it again for that is no second coming."""
    article = await file(archive, "a")
    await place(store, article)
    ours, theirs = await follow(archive.feeds), await follow(archive.feeds, THEIRS, channel="8")
    await archive.posts.hold("8", THEIRS, "Missing Access", NOW)
    await read(archive, ours, "talks", article, at=NOW)
    for step in ("held", "due again", "read again"):
        assert await gathered(store, NOW - HOUR, NOW, THEIRS) == [article], step
        if step == "held":
            await archive.posts.repair("8", NOW + MINUTE)
        elif step == "due again":
            (number,) = await archive.feeds.due_items(NOW + MINUTE, limit=9)
            item = await archive.feeds.load_item(number)
            assert item
            await archive.feeds.settle(item, [ItemOutcome(number, theirs.id, Outcome.SENDING)], NOW + HOUR)
    assert await gathered(store, NOW, NOW + 2 * HOUR, THEIRS) == []


@pytest.mark.parametrize("fate", list(Outcome))
async def test_what_a_follower_was_spared_is_not_gathered(archive: Archive, store: StoryStore, fate: Outcome) -> None:
    article = await file(archive, "a")
    await place(store, article)
    ours = await follow(archive.feeds)
    await read(archive, ours, "talks", article, fate=fate)
    spared = fate in {Outcome.FILTERED, Outcome.OLD, Outcome.PAUSED}
    assert await gathered(store, NOW - HOUR, NOW) == ([] if spared else [article])
    assert await gathered(store, NOW - HOUR, NOW, THEIRS) == []


async def test_a_removed_feed_is_not_told_of(archive: Archive, store: StoryStore) -> None:
    article = await file(archive, "a")
    await place(store, article)
    ours = await follow(archive.feeds)
    await read(archive, ours, "talks", article)
    await archive.feeds.unfollow(OURS, 1)
    assert await gathered(store, NOW - HOUR, NOW) == []


async def test_the_day_a_reading_was_first_told_of_outlives_an_edit(archive: Archive, store: StoryStore) -> None:
    article = await file(archive, "a")
    await place(store, article)
    ours = await follow(archive.feeds)
    number = await read(archive, ours, "talks", article, fate=Outcome.DIGEST)
    item = await archive.feeds.load_item(number)
    assert item
    await archive.feeds.settle(item, [], NOW + 2 * HOUR)
    assert await gathered(store, NOW, NOW + 3 * HOUR) == []
    assert await gathered(store, NOW - HOUR, NOW) == [article]


async def test_a_story_taken_apart_is_apart_for_its_owner_alone(archive: Archive, store: StoryStore) -> None:
    one, two, three = [await file(archive, name) for name in "abc"]
    story = (await place(store, one)).story
    await place(store, two, story, at=NOW + HOUR)
    await store.split(OURS, (one, two), NOW)
    await store.split(OURS, (one, two), NOW)  # pressed twice
    await place(store, three, story, at=NOW + 2 * HOUR)
    assert await store.alongside(one, frozenset({OURS})) == (one,)
    assert await store.alongside(three, frozenset({OURS})) == (three,)
    assert await store.alongside(one, frozenset({THEIRS})) == (one, two, three)
    assert await archive.postings.outlets(THEIRS, story) == ("The Quill",)
    await store.unsplit(OURS, two)
    assert await store.alongside(one, frozenset({OURS})) == (one, two, three)


async def test_digests_keep_a_story_apart_for_its_owner_alone(archive: Archive, store: StoryStore) -> None:
    one, two = await file(archive, "a"), await file(archive, "b")
    story = (await place(store, one)).story
    await place(store, two, story)
    ours = await follow(archive.feeds)
    theirs = await follow(archive.feeds, THEIRS, channel="81")
    for name, article in (("first", one), ("second", two)):
        (number,) = await poll(archive.feeds, ours.feed_id, listing(name), NOW)
        item = await archive.feeds.load_item(number)
        assert item
        item = replace(item, state=ItemState.READ, retry_at=None, article=article, story=story)
        told = [ItemOutcome(number, follower.id, Outcome.DIGEST) for follower in (ours, theirs)]
        await archive.feeds.settle(item, told, NOW)
    await store.split(OURS, (one, two), NOW)

    async def stories(owner: str) -> list[int]:
        return [gathered.story for gathered in await store.gather(owner, NOW - HOUR, NOW)]

    assert len(set(await stories(OURS))) == 2
    assert await stories(THEIRS) == [story, story]
    await store.unsplit(OURS, one)
    assert await stories(OURS) == [story, story]
