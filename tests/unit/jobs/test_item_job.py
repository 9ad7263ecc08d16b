"""The job of an item: read once, decided for each follower, edited in silence, and never in the others' way."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.archive.database_errors import ArchiveUnavailableError, DamagedRecordError
from bot.domain.article import Article, Outlet
from bot.domain.feed import Delivery, Entry, Item, ItemState, PostOptions, SubscriptionOptions
from bot.domain.item_outcomes import FLOOD, Outcome
from bot.domain.post import PostState
from bot.domain.preferences import Preferences
from bot.errors import ArchiveError, BusyError, FetchError, NotVerbatimError, ReadingError, ThrottledError
from bot.i18n.language import Language, current_language
from bot.i18n.messages import translate_stored
from bot.jobs import item_posts as module
from bot.jobs.item_job import LONGEST_PAUSE, PAUSES
from bot.render.card import Action, Button, Card, ComponentAction, Picture
from bot.render.card_codec import decode_card
from bot.render.cards.item_card import render_item
from bot.services.push_sources import add_source
from tests.unit.jobs.worker_setup import BORDER, CHANNEL, GRAIN, HARBOUR, MINUTE, OURS, SITE, THEIRS, Newsdesk, page

SLOW = FetchError("The site does not answer.", "Try again later.")
REASON = "Discord does not let me post there."
HOUR = timedelta(hours=1)


async def test_an_item_is_read_once_and_decided_for_each_follower(desk: Newsdesk) -> None:
    each = await desk.follow(channel="1")
    digest = await desk.follow(channel="2", delivery=Delivery.DIGEST)
    filtered = await desk.follow(owner=THEIRS, channel="3", filter="any:volcano")
    number = await desk.publish(each, "harbour", HARBOUR)
    await desk.work()
    item = await desk.item(number)
    assert (item.state, item.retry_at, item.attempts) == (ItemState.READ, None, 0)
    assert (await desk.archive.load_reading(item.article or "")).article.text.startswith("The trawler Marigold")
    assert item.story is not None
    assert desk.web.asked == [f"{SITE}harbour"]
    (post,) = await desk.posts()
    assert (post.channel, post.owner, post.state) == ("1", OURS, PostState.WAITING)
    assert (await desk.fate(number, each)).post == post.key
    assert await desk.fates(each) == [Outcome.SENDING]
    assert await desk.fates(digest) == [Outcome.DIGEST]
    told = await desk.fate(number, filtered)
    assert (told.fate, told.detail) == (Outcome.FILTERED, "any:volcano")
    assert await desk.posts(THEIRS) == []


async def test_doing_a_job_again_changes_nothing(desk: Newsdesk) -> None:
    feed = await desk.follow()
    number = await desk.publish(feed, "harbour", HARBOUR)
    for _ in range(3):
        await desk.items.handle(str(number))
    assert len(desk.web.asked) == len(await desk.posts()) == 1
    await desk.items.handle("12345")
    assert await desk.fates(feed) == [Outcome.SENDING]


async def test_a_copy_is_a_duplicate_and_so_is_a_copy_of_it(desk: Newsdesk) -> None:
    one, two, three = [await desk.follow(name) for name in ("one", "two", "three")]
    first = await desk.publish(one, "harbour", HARBOUR)
    copied = f"{HARBOUR}\n\nReporting by the Quill's own correspondent."
    copy = await desk.publish(two, "copied", copied, "https://herald.example/")
    reprinted = f"{HARBOUR}\n\nReporting by the Quill's own man at the quay."
    again = await desk.publish(three, "again", reprinted, "https://lantern.example/")
    other = await desk.publish(three, "border", BORDER)
    await desk.work()
    assert [(await desk.fate(number, feed)).fate for number, feed in ((first, one), (other, three))] == [
        Outcome.SENDING
    ] * 2
    for number, feed in ((copy, two), (again, three)):
        fate = await desk.fate(number, feed)
        assert (fate.fate, fate.detail) == (Outcome.DUPLICATE, "Harbour")
        assert (await desk.item(number)).story == (await desk.item(first)).story
    assert len(await desk.posts()) == 2


async def test_what_is_a_copy_elsewhere_is_news_in_another_channel(desk: Newsdesk) -> None:
    one, two = await desk.follow("one"), await desk.follow("two", channel="72")
    await desk.publish(one, "harbour", HARBOUR)
    await desk.publish(two, "copied", HARBOUR)
    await desk.work()
    assert await desk.fates(one) == await desk.fates(two) == [Outcome.SENDING]


async def test_two_copies_read_at_once_are_one_post(desk: Newsdesk) -> None:
    one, two = await desk.follow("one"), await desk.follow("two")
    numbers = [await desk.publish(one, "harbour", HARBOUR), await desk.publish(two, "copied", HARBOUR)]
    await asyncio.gather(*(desk.items.handle(str(number)) for number in numbers))
    assert sorted(await desk.fates(one) + await desk.fates(two)) == [Outcome.DUPLICATE, Outcome.SENDING]


async def test_a_page_that_does_not_answer_is_tried_twice_more_and_then_told_by_its_title(desk: Newsdesk) -> None:
    feed = await desk.follow()
    number = await desk.publish(feed, "harbour", HARBOUR)
    desk.web.pages[f"{SITE}harbour"] = SLOW
    for pause in PAUSES:
        await desk.work()
        item = await desk.item(number)
        assert (item.state, item.reason) == (ItemState.NEW, "The site does not answer.")
        assert item.retry_at
        assert abs(item.retry_at - desk.clock.now() - pause) < timedelta(seconds=1)
        await desk.items.handle(str(number))  # ordered once too often
        assert (await desk.item(number)).attempts == item.attempts
        desk.clock.at += pause
    await desk.work()
    item = await desk.item(number)
    assert (item.state, item.reason, len(desk.web.asked)) == (ItemState.FAILED, "The site does not answer.", 3)
    (post,) = await desk.posts()
    assert "Harbour" in post.card
    assert "The site does not answer." in post.card


async def test_the_reason_why_a_page_is_refused_is_told_at_once(desk: Newsdesk) -> None:
    each, digest = await desk.follow(), await desk.follow(channel="72", delivery=Delivery.DIGEST)
    (number,) = await desk.show(each, Entry(guid="a", link=f"{SITE}gone", title="Gone"))
    await desk.work()
    assert (await desk.item(number)).reason == "The page was not found."
    assert "The page was not found." in (await desk.posts())[0].card
    fate = await desk.fate(number, digest)
    assert (fate.fate, fate.detail) == (Outcome.FAILED, "The page was not found."), "no digest can tell it"


async def test_what_the_feed_itself_carries_stands_in_for_a_page(desk: Newsdesk) -> None:
    feed = await desk.follow()
    entry = Entry(guid="a", link=f"{SITE}gone", title="Wheat sails", content=page("Wheat sails", GRAIN))
    (number,) = await desk.show(feed, entry)
    await desk.work()
    item = await desk.item(number)
    assert item.state is ItemState.READ
    article = (await desk.archive.load_reading(item.article or "")).article
    assert (article.title, article.url) == ("Wheat sails", f"{SITE}gone")


@pytest.mark.parametrize(("asked", "pause"), [(None, PAUSES[0]), (7200.0, 2 * HOUR), (999_999.0, LONGEST_PAUSE)])
async def test_a_site_that_asks_to_wait_is_waited_for(desk: Newsdesk, asked: float | None, pause: timedelta) -> None:
    feed = await desk.follow()
    number = await desk.publish(feed, "harbour", HARBOUR)
    desk.web.pages[f"{SITE}harbour"] = ThrottledError("It asks to wait.", "I wait.", retry_after=asked)
    await desk.work()
    retry_at = (await desk.item(number)).retry_at
    assert retry_at
    assert abs(retry_at - desk.clock.now() - pause) < timedelta(seconds=1)


async def test_busy_readers_cost_an_item_none_of_its_tries(desk: Newsdesk) -> None:
    feed = await desk.follow()
    number = await desk.publish(feed, "harbour", HARBOUR)
    desk.reader.failures = [BusyError("The readers are busy.", "Try again.") for _ in range(5)]
    for _ in range(5):
        await desk.work()
        assert (await desk.item(number)).attempts == 0
        desk.clock.at += MINUTE
    await desk.work()
    assert await desk.fates(feed) == [Outcome.SENDING]


async def test_a_text_that_cannot_be_read_ends_as_a_title(desk: Newsdesk) -> None:
    """In the last round what the feed carries fails as the page did: there are no more pauses to choose from."""
    feed = await desk.follow()
    entry = Entry(guid="a", link=f"{SITE}a", title="Wheat sails", content=page("Wheat", GRAIN))
    desk.web.pages[f"{SITE}a"] = page("Wheat", GRAIN)
    (number,) = await desk.show(feed, entry)
    desk.reader.failures = [ReadingError("The text takes too long to read.", "Shorten it.") for _ in range(9)]
    for _ in range(3):
        await desk.work()
        desk.clock.at += max(PAUSES)
    assert (await desk.item(number)).state is ItemState.FAILED
    assert await desk.fates(feed) == [Outcome.SENDING]
    assert "The text takes too long to read." in (await desk.posts())[0].card
    assert await desk.archive.feeds.due_items(desk.clock.now(), limit=9) == ()


async def test_a_fault_of_ours_is_tried_again_and_ends_in_the_record(
    desk: Newsdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An item that stayed due for ever would stand before all the others."""
    feed = await desk.follow()
    number = await desk.publish(feed, "harbour", HARBOUR)

    def stumble(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "render_item", stumble)
    with capture_logs() as logs:
        for _ in range(3):
            await desk.work()
            desk.clock.at += max(PAUSES)
    assert [entry["event"] for entry in logs].count("an item cannot be processed") == 3
    assert await desk.archive.feeds.due_items(desk.clock.now(), limit=9) == ()
    fate = await desk.fate(number, feed)
    assert fate.fate is Outcome.FAILED
    assert "fault" in (fate.detail or "")


async def test_what_is_not_word_for_word_is_shown_without_words(
    desk: Newsdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = await desk.follow()
    await desk.publish(feed, "harbour", HARBOUR)

    def refuse(*_: Any, **__: Any) -> None:
        raise NotVerbatimError("These words are not in the article.", "Report it.")

    monkeypatch.setattr(module, "render_item", refuse)
    await desk.work()
    (post,) = await desk.posts()
    assert "could not be verified" in post.card
    assert "The ship" not in post.card


async def test_a_card_is_composed_once_for_all_who_get_the_same(
    desk: Newsdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = await desk.follow(channel="1")
    for channel in ("2", "3"):
        await desk.follow(owner=THEIRS, channel=channel)
    await desk.follow(owner="discord:guild:3", channel="4")
    await desk.archive.preferences.save("discord:guild:3", Preferences(language=Language.FRENCH))
    await desk.publish(feed, "harbour", HARBOUR)
    rendered = []

    def count(*args: Any, **kwargs: Any) -> Card:
        rendered.append(current_language())
        return render_item(*args, **kwargs)

    monkeypatch.setattr(module, "render_item", count)
    await desk.work()
    assert rendered == [Language.ENGLISH, Language.FRENCH]
    posts = [post for owner in (OURS, THEIRS, "discord:guild:3") for post in await desk.posts(owner)]
    assert [decode_card(post.card).buttons[-1] for post in posts] == [
        Button(why, ComponentAction(Action.WHY, post.key))
        for why, post in zip(["Why this?"] * 3 + ["Pourquoi ceci\u202f?"], posts, strict=True)
    ]


async def fail(*_: Any, **__: Any) -> None:
    raise ArchiveError("The archive's disk is full.", "Free some space.")


async def test_an_archive_that_is_away_costs_nothing(desk: Newsdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = await desk.follow()
    number = await desk.publish(feed, "harbour", HARBOUR)
    with monkeypatch.context() as patched:
        patched.setattr(desk.archive, "save_reading", fail)
        patched.setattr(desk.archive.feeds, "settle", fail)
        with pytest.raises(ArchiveError):
            await desk.items.handle(str(number))
    assert (await desk.item(number)).attempts == 0
    await desk.work()
    assert await desk.fates(feed) == [Outcome.SENDING]


async def test_an_archive_that_was_away_for_a_moment_puts_nothing_off(
    desk: Newsdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def vanish(*_: Any, **__: Any) -> None:
        raise ArchiveUnavailableError("The archive's database does not answer.", "Check that it runs.")

    feed = await desk.follow()
    number = await desk.publish(feed, "harbour", HARBOUR)
    with monkeypatch.context() as patched:
        patched.setattr(desk.archive, "save_reading", vanish)
        with pytest.raises(ArchiveUnavailableError):
            await desk.items.handle(str(number))
    assert await desk.archive.feeds.due_items(desk.clock.now(), limit=9) == (number,)
    await desk.work()
    assert await desk.fates(feed) == [Outcome.SENDING]


async def test_what_the_archive_cannot_hold_stands_in_nobodys_way(
    desk: Newsdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = await desk.follow()
    number = await desk.publish(feed, "harbour", HARBOUR)
    monkeypatch.setattr(desk.archive, "save_reading", fail)
    for _ in range(3):
        await desk.work()
        assert await desk.archive.feeds.due_items(desk.clock.now(), limit=9) == ()
        desk.clock.at += max(PAUSES)
    assert (await desk.fate(number, feed)).fate is Outcome.FAILED


async def test_a_damaged_reading_is_read_again(desk: Newsdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = await desk.follow()
    await desk.follow(owner=THEIRS, channel="72")
    await desk.publish(ours, "harbour", HARBOUR)
    await lose_channel(desk)
    await desk.work()
    await desk.archive.posts.repair(CHANNEL, desk.clock.now())

    async def damaged(_: str) -> None:
        raise DamagedRecordError("The stored record of that article is damaged.", "Send its link again.")

    monkeypatch.setattr(desk.archive, "load_reading", damaged)
    await desk.work()
    assert await desk.fates(ours) == [Outcome.SENDING]
    assert len(desk.web.asked) == 2


async def test_a_flood_is_posted_in_part_and_told_in_a_digest_whole(desk: Newsdesk) -> None:
    feed = await desk.follow()
    texts = {
        f"day{n}": HARBOUR.replace("eleven", str(n)).replace("trawler", f"vessel {n * 7919}") for n in range(FLOOD + 2)
    }
    for name, text in texts.items():
        desk.web.pages[SITE + name] = page(name, text)
    numbers = await desk.show(feed, *(Entry(guid=name, link=SITE + name, title=name) for name in texts))
    await desk.work()
    spared, posted = numbers[:2], numbers[2:]
    for number in spared:
        fate = await desk.fate(number, feed)
        assert (fate.fate, translate_stored(fate.detail or "")) == (
            Outcome.DIGEST,
            "It came with 26 others at once, and only the newest 25 are posted.",
        )
    assert {(await desk.fate(number, feed)).fate for number in posted} <= {Outcome.SENDING, Outcome.DUPLICATE}
    gathered = await desk.archive.stories.gather(OURS, desk.clock.now() - HOUR, desk.clock.now())
    assert {(await desk.item(number)).article for number in spared} <= {one.article for one in gathered}


async def test_what_a_feed_carried_the_day_before_is_told_in_a_digest_and_never_posted(desk: Newsdesk) -> None:
    now = desk.clock.now()
    for name, text in (("harbour", HARBOUR), ("border", BORDER)):
        desk.web.pages[SITE + name] = page(name, text)
    dated = (("harbour", now - HOUR), ("border", now - timedelta(days=3)))
    shown = tuple(Entry(guid=name, link=SITE + name, title=name, published_at=at) for name, at in dated)
    feed = await desk.follow(shown=shown)
    await desk.archive.posts.hold(CHANNEL, OURS, REASON, now)
    await desk.archive.posts.repair(CHANNEL, now)
    await desk.work()
    assert await desk.posts() == [], "not even by a channel that works again"
    assert set(await desk.fates(feed)) == {Outcome.DIGEST, Outcome.OLD}
    assert desk.web.asked == [SITE + "harbour"]
    assert len(await desk.archive.stories.gather(OURS, now - HOUR, desk.clock.now() + MINUTE)) == 1


async def test_the_article_of_an_undated_item_says_whether_it_is_of_the_day_before(desk: Newsdesk) -> None:
    now = desk.clock.now()
    dates = {"harbour": (HARBOUR, now - HOUR), "border": (BORDER, now - timedelta(days=3)), "grain": (GRAIN, None)}
    for name, (text, at) in dates.items():
        meta = f'<meta property="article:published_time" content="{at.isoformat()}">' if at else ""
        desk.web.pages[SITE + name] = page(name, text).replace("</head>", meta + "</head>")
    shown = tuple(Entry(guid=name, link=SITE + name, title=name) for name in dates)
    feed = await desk.follow(shown=shown, delivery=Delivery.DIGEST)
    await desk.work()
    found = await desk.archive.feeds.why(OURS, feed.number, limit=9)
    told = {item.entry.title: fate.fate for item, fate in found}
    assert told == {"harbour": Outcome.DIGEST, "border": Outcome.OLD, "grain": Outcome.OLD}
    assert len(await desk.archive.watches.queued(limit=9)) == 1, "what is old alarms nobody"


# Followers who come and go meanwhile.


async def pause(desk: Newsdesk) -> None:
    await desk.archive.feeds.pause(OURS, 1, paused=True)


async def leave(desk: Newsdesk) -> None:
    await desk.archive.feeds.unfollow(OURS, 1)


async def lose_channel(desk: Newsdesk) -> None:
    await desk.archive.posts.hold(CHANNEL, OURS, REASON, desk.clock.now())


@pytest.mark.parametrize("happening", [pause, leave, lose_channel])
async def test_nothing_is_posted_for_who_cannot_be_told_when_the_page_has_come(
    desk: Newsdesk, happening: Callable[[Newsdesk], Any]
) -> None:
    feed = await desk.follow()
    number = await desk.publish(feed, "harbour", HARBOUR)
    desk.web.meanwhile = lambda: happening(desk)
    await desk.work()
    assert await desk.posts() == []
    assert await desk.archive.feeds.due_items(desk.clock.now(), limit=9) == ()
    if happening is pause:
        assert await desk.fates(feed) == [Outcome.PAUSED]
    elif happening is lose_channel:
        assert await desk.fates(feed) == [Outcome.HELD]
        await desk.archive.posts.repair(CHANNEL, desk.clock.now())
        await desk.work()
        assert await desk.fates(feed) == [Outcome.SENDING]
        assert len(desk.web.asked) == 1, "it was read already"
    else:
        assert (await desk.item(number)).state is ItemState.READ


async def test_an_item_held_with_its_channel_is_posted_after_the_repair(desk: Newsdesk) -> None:
    """Also one that another follower was told of meanwhile, and one that carries its only words itself."""
    ours, theirs = await desk.follow(), await desk.follow(owner=THEIRS, channel="72")
    source = await desk.follow_source()
    both = await desk.publish(ours, "harbour", HARBOUR)
    sent = Entry(guid="s", title="Wheat sails", content=GRAIN, media_type="text/plain", outlet="Harbour Wire")
    alone = await desk.archive.received.receive(
        await desk.archive.feeds.load_feed(source.feed_id), sent, desk.clock.now()
    )
    await lose_channel(desk)
    for _ in range(2):
        await desk.work()
    assert await desk.fates(theirs) == [Outcome.SENDING]
    assert (await desk.fate(both, ours)).fate is (await desk.fate(alone, source)).fate is Outcome.HELD
    await desk.archive.posts.repair(CHANNEL, desk.clock.now())
    await desk.work()
    assert len(desk.web.asked) == 1
    assert (await desk.fate(both, ours)).fate is (await desk.fate(alone, source)).fate is Outcome.SENDING
    assert (await desk.item(alone)).state is ItemState.READ
    assert len(await desk.send()) == 2
    assert (await desk.fate(both, ours)).fate is Outcome.POSTED


async def test_posts_are_held_freed_and_sent_with_their_fates(desk: Newsdesk) -> None:
    feed = await desk.follow()
    number = await desk.publish(feed, "harbour", HARBOUR)
    await desk.work()
    await lose_channel(desk)
    fate = await desk.fate(number, feed)
    assert (fate.fate, fate.detail) == (Outcome.HELD, REASON)
    await desk.archive.posts.repair(CHANNEL, desk.clock.now())
    assert (await desk.fate(number, feed)).fate is Outcome.SENDING
    await desk.send()
    fate = await desk.fate(number, feed)
    assert (fate.fate, fate.detail) == (Outcome.POSTED, None)


async def test_a_feed_that_is_removed_takes_its_items_along(desk: Newsdesk) -> None:
    feed = await desk.follow()
    number = await desk.publish(feed, "harbour", HARBOUR)
    await leave(desk)
    await desk.work()
    assert desk.web.asked == []
    assert (await desk.item(number)).retry_at is None
    desk.clock.at += timedelta(days=8)
    await desk.archive.feeds.prune(desk.clock.now())
    await desk.items.handle(str(number))
    assert await desk.archive.feeds.load_item(number) is None


# Edits.


async def edited(desk: Newsdesk, edits: bool) -> tuple[Item, Item]:
    """An item that was posted and then edited, before and after it was dealt with again."""
    feed = await desk.follow(edits=edits)
    number = await desk.publish(feed, "harbour", HARBOUR)
    await desk.work()
    await desk.send()
    before = await desk.item(number)
    desk.clock.at += HOUR
    desk.web.pages[f"{SITE}harbour"] = page("Harbour", HARBOUR.replace("eleven days", "twelve days"))
    await desk.show(feed, replace(before.entry, title="Trawler sails, corrected"))
    await desk.work()
    assert await desk.fates(feed) == [Outcome.POSTED]
    return before, await desk.item(number)


async def test_an_edit_is_silent(desk: Newsdesk) -> None:
    before, after = await edited(desk, edits=False)
    assert len(desk.web.asked) == 1
    assert after == replace(before, fingerprint=after.fingerprint, entry=after.entry)
    (post,) = await desk.posts()
    assert post.revision is None


async def test_an_edit_edits_the_post_of_who_wants_that(desk: Newsdesk) -> None:
    before, after = await edited(desk, edits=True)
    assert len(desk.web.asked) == 2
    assert (after.article, after.story, after.retry_at) == (before.article, before.story, None)
    (post,) = await desk.posts()
    assert post.state is PostState.SENT
    assert "twelve days" in (post.revision or "")
    assert post.key in (post.revision or ""), "the mark stays"


async def test_an_edit_whose_page_is_gone_changes_nothing(desk: Newsdesk) -> None:
    feed = await desk.follow(edits=True)
    number = await desk.publish(feed, "harbour", HARBOUR)
    await desk.work()
    await desk.send()
    desk.web.pages.clear()
    await desk.show(feed, replace((await desk.item(number)).entry, title="Withdrawn"))
    await desk.work()
    assert (await desk.posts())[0].revision is None
    assert (await desk.item(number)).retry_at is None


async def test_a_title_that_was_edited_is_put_right_too(desk: Newsdesk) -> None:
    feed = await desk.follow(edits=True)
    (number,) = await desk.show(feed, Entry(guid="a", link=f"{SITE}gone", title="Ministr resigns"))
    await desk.work()
    await desk.send()
    await desk.show(feed, Entry(guid="a", link=f"{SITE}gone", title="Minister resigns"))
    await desk.work()
    (post,) = await desk.posts()
    assert "Minister resigns" in (post.revision or "")
    assert (await desk.item(number)).state is ItemState.FAILED


# What was sent to us.


async def receive(desk: Newsdesk, owner: str, channel: str, entry: Entry) -> int:
    made = await add_source(desk.archive, owner, SubscriptionOptions(channel, "x", name="Wire"), desk.clock.now())
    feed = await desk.archive.feeds.load_feed(made.subscription.feed_id)
    return await desk.archive.received.receive(feed, entry, desk.clock.now())


SENT = Entry(
    guid="s", link=f"{SITE}sent", title="Wheat sails", content=GRAIN, media_type="text/plain", outlet="The Wire"
)


async def test_what_was_sent_is_its_owners_alone(desk: Newsdesk) -> None:
    number = await receive(desk, OURS, CHANNEL, SENT)
    await desk.work()
    assert desk.web.asked == [], "the words that were sent are the article"
    item = await desk.item(number)
    assert await owners_of(desk, item.article or "") == {OURS}
    assert len(await desk.posts()) == 1
    gathered = await desk.archive.stories.gather(OURS, desk.clock.now() - HOUR, desk.clock.now())
    assert [one.article for one in gathered] == [item.article]
    assert await desk.archive.stories.gather(THEIRS, desk.clock.now() - HOUR, desk.clock.now()) == ()


async def test_nobody_makes_a_public_article_their_own_or_renames_it(desk: Newsdesk) -> None:
    public = await desk.article_service.save(Article(GRAIN, title="The true title", url=f"{SITE}sent"))
    number = await receive(desk, OURS, CHANNEL, SENT)
    await desk.work()
    assert (await desk.item(number)).article == public.id
    assert await owners_of(desk, public.id) == set()
    assert (await desk.archive.load_reading(public.id)).article.title == "The true title"


async def test_nobody_renames_what_another_was_sent(desk: Newsdesk) -> None:
    first = await receive(desk, OURS, CHANNEL, SENT)
    await receive(desk, THEIRS, "72", replace(SENT, title="A lie"))
    await desk.work()
    article = (await desk.item(first)).article or ""
    assert await owners_of(desk, article) == {OURS, THEIRS}
    assert (await desk.archive.load_reading(article)).article.title == "Wheat sails"


async def test_the_outlets_of_a_story_are_not_told_of_what_another_was_sent(desk: Newsdesk) -> None:
    feed = await desk.follow(channel="73")
    number = await desk.publish(feed, "wheat", GRAIN)
    await receive(desk, THEIRS, "72", replace(SENT, link=None))
    await desk.work()
    story = (await desk.item(number)).story or 0
    assert await desk.archive.postings.outlets(OURS, story) == ("quill.example",)
    assert set(await desk.archive.postings.outlets(THEIRS, story)) == {"quill.example", "The Wire"}


async def owners_of(desk: Newsdesk, article: str) -> set[str]:
    from sqlalchemy import select  # noqa: PLC0415 - for this look inside alone

    from bot.archive.schema.readings import article_owners  # noqa: PLC0415 - the same

    query = select(article_owners.c.owner).where(article_owners.c.article_id == article)
    async with desk.archive._engines.reader.connect() as connection:
        return set((await connection.execute(query)).scalars())


AGENCY = "https://www.reuters.com/world/harbour"
FORGED = HARBOUR.replace("is free", "is seized")


async def test_words_under_an_agencys_link_are_not_the_agencys(desk: Newsdesk) -> None:
    """A feed that links an agency's missing page and carries its own text speaks for itself, here and elsewhere."""
    feed = await desk.follow(owner=THEIRS)
    (number,) = await desk.show(feed, Entry(guid="1", link=AGENCY, title="Seized", content=FORGED))
    await desk.work()
    reading = await desk.archive.load_reading((await desk.item(number)).article or "")
    assert reading.article.outlet == Outlet("The Daily Quill", "quill.example")
    assert reading.article.url == SITE
    (post,) = await desk.posts(THEIRS)
    assert "Reuters" not in post.card
    assert "(<https://www.reuters.com" not in post.card, "its title leads to no agency"
    assert '"label": "reuters.com"' in post.card or '"label":"reuters.com"' in post.card


async def test_what_an_unread_item_is_called_is_its_feeds(desk: Newsdesk) -> None:
    feed = await desk.follow()
    await desk.show(feed, Entry(guid="1", link=AGENCY, title="Seized", summary="The ship was seized."))
    await desk.work()
    (post,) = await desk.posts()
    assert "Reuters" not in post.card


async def test_a_forged_copy_changes_nothing_of_the_article_and_does_not_keep_it_away(desk: Newsdesk) -> None:
    """Neither who has the same words, nor who has them first and changes some, stands in the agency's place."""
    forger, agency = await desk.follow("forger"), await desk.follow("agency")
    for guid, words in (("1", FORGED), ("2", HARBOUR)):
        (number,) = await desk.show(
            forger, Entry(guid=guid, link=AGENCY, title="Forged", content=words, author="Nobody")
        )
        await desk.work()
    desk.web.pages[AGENCY] = page("Harbour", HARBOUR)
    (number,) = await desk.show(agency, Entry(guid="3", link=AGENCY, title="Harbour"))
    await desk.work()
    assert (await desk.fate(number, agency)).fate is Outcome.SENDING
    ident = (await desk.item(number)).article or ""
    # and once more, after it
    await desk.show(forger, Entry(guid="4", link=AGENCY, title="Forged", content=HARBOUR, author="Nobody"))
    del desk.web.pages[AGENCY]
    await desk.work()
    article = (await desk.archive.load_reading(ident)).article
    assert (article.title, article.byline, article.url) == ("Harbour", None, AGENCY)
    assert article.outlet
    assert article.outlet.name == "Reuters"


async def test_an_edit_does_not_put_another_outlets_words_into_a_post(desk: Newsdesk) -> None:
    feed = await desk.follow(edits=True)
    desk.web.pages[AGENCY] = page("Harbour", HARBOUR)
    await desk.show(feed, Entry(guid="1", link=AGENCY, title="Harbour"))
    await desk.work()
    await desk.send()
    desk.web.pages[f"{SITE}other"] = page("Border", BORDER)
    await desk.show(feed, Entry(guid="1", link=f"{SITE}other", title="Border"))
    await desk.work()
    (after,) = await desk.posts()
    assert after.revision is None


async def test_a_post_mentions_the_role_has_the_tag_and_shows_the_picture_that_were_chosen(desk: Newsdesk) -> None:
    wanted = PostOptions(role="42", tag="Straits", pictures=True)
    chosen, plain = await desk.follow(posts=wanted), await desk.follow(channel="72")
    picture = '<meta property="og:image" content="https://quill.example/a.jpg"><title>'
    desk.web.pages[f"{SITE}harbour"] = page("Harbour", HARBOUR).replace("<title>", picture)
    await desk.show(chosen, Entry(guid="a", link=f"{SITE}harbour", title="Harbour"))
    await desk.work()
    mine, theirs = await desk.posts()
    assert (mine.channel, mine.tag, theirs.tag) == (chosen.channel, "Straits", "")
    card = decode_card(mine.card)
    assert (card.role, card.picture) == ("42", Picture("https://quill.example/a.jpg", "Harbour"))
    assert (decode_card(theirs.card).role, decode_card(theirs.card).picture) == ("", None)
    assert plain.options == PostOptions()


async def test_a_feed_s_own_picture_stands_in_for_the_page_s(desk: Newsdesk) -> None:
    feed = await desk.follow(posts=PostOptions(pictures=True))
    await desk.show(feed, Entry(guid="a", link=f"{SITE}gone", title="Gone", picture="https://quill.example/b.jpg"))
    await desk.work()
    (post,) = await desk.posts()
    assert decode_card(post.card).picture == Picture("https://quill.example/b.jpg", "Gone")
