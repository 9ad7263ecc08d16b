"""Composing from what an owner's feeds brought: theirs alone, by story, the most carried first."""

from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.archive.database_errors import DamagedRecordError
from bot.archive.store import Archive
from bot.domain.briefing import Briefing
from bot.domain.feed import Delivery, Entry
from bot.errors import ArchiveError
from bot.services import digest_composer
from bot.services.digest_composer import ArchiveDigestComposer
from tests.unit.jobs.worker_setup import BORDER, GRAIN, HARBOUR, OURS, THEIRS, Newsdesk

HOUR = timedelta(hours=1)


@pytest.fixture
def desk(archive: Archive) -> Newsdesk:
    return Newsdesk(archive)


async def compose(desk: Newsdesk, owner: str = OURS, topic: str = "") -> Briefing:
    now = desk.clock.now()
    return await ArchiveDigestComposer(desk.archive, desk.clock).compose(owner, now - HOUR, now, topic)


async def test_the_story_that_most_outlets_carry_comes_first(desk: Newsdesk) -> None:
    one, two = await desk.follow("one"), await desk.follow("two", channel="72")
    await desk.publish(one, "border", BORDER)
    await desk.publish(one, "harbour", HARBOUR)
    await desk.publish(two, "harbour", f"{HARBOUR}\n\nBy our own man.", site="https://herald.example/")
    await desk.work()
    briefing = await compose(desk)
    assert [(story.lead.article.title, story.outlets) for story in briefing.stories] == [("Harbour", 2), ("Border", 1)]
    assert (briefing.articles, briefing.outlets, briefing.late) == (3, 2, False)


async def test_an_owner_is_told_of_their_own_feeds_alone(desk: Newsdesk) -> None:
    ours, theirs = await desk.follow("one"), await desk.follow("two", THEIRS, "72", delivery=Delivery.DIGEST)
    await desk.publish(ours, "border", BORDER)
    await desk.publish(theirs, "harbour", HARBOUR)
    await desk.work()
    assert [story.lead.article.title for story in (await compose(desk)).stories] == ["Border"]
    assert [story.lead.article.title for story in (await compose(desk, THEIRS)).stories] == ["Harbour"]
    assert (await compose(desk, "discord:guild:3")).stories == ()


async def test_a_topic_narrows_the_stories_and_a_filter_what_there_is(desk: Newsdesk) -> None:
    feed = await desk.follow(filter="not:wheat")
    for name, text in (("border", BORDER), ("harbour", HARBOUR), ("grain", GRAIN)):
        await desk.publish(feed, name, text)
    await desk.work()
    assert {story.lead.article.title for story in (await compose(desk)).stories} == {"Border", "Harbour"}
    assert [story.lead.article.title for story in (await compose(desk, topic="customs")).stories] == ["Border"]


async def test_an_article_that_is_damaged_is_left_out(desk: Newsdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = await desk.follow()
    await desk.publish(feed, "border", BORDER)
    damaged = await desk.publish(feed, "harbour", HARBOUR)
    await desk.work()
    article, load = (await desk.item(damaged)).article, desk.archive.load_reading

    async def damage(ident: str) -> Any:
        if ident == article:
            raise DamagedRecordError("The stored record is damaged.", "Send its link again.")
        return await load(ident)

    monkeypatch.setattr(desk.archive, "load_reading", damage)
    with capture_logs() as logs:
        briefing = await compose(desk)
    assert [story.lead.article.title for story in briefing.stories] == ["Border"]
    assert [entry["article"] for entry in logs] == [article]


async def test_an_archive_that_fails_makes_no_digest_without_news(
    desk: Newsdesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = await desk.follow()
    await desk.publish(feed, "border", BORDER)
    await desk.work()

    async def fail(_: str) -> Any:
        raise ArchiveError("The archive does not answer.", "Check it.")

    monkeypatch.setattr(desk.archive, "load_reading", fail)
    with pytest.raises(ArchiveError):
        await compose(desk)


async def test_of_more_than_can_be_read_the_most_carried_stay(desk: Newsdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digest_composer, "MOST_ARTICLES", 2)
    one, two = await desk.follow("one"), await desk.follow("two", channel="72")
    await desk.publish(one, "harbour", HARBOUR)
    await desk.publish(two, "harbour", HARBOUR, site="https://herald.example/")
    for name, text in (("border", BORDER), ("grain", GRAIN)):
        await desk.publish(one, name, text)
    await desk.work()
    briefing = await compose(desk)
    assert [story.lead.article.title for story in briefing.stories] == ["Harbour"]
    assert briefing.stories[0].outlets == 2


async def test_what_was_sent_to_an_owner_is_in_their_digest(desk: Newsdesk) -> None:
    source = await desk.follow_source(delivery=Delivery.DIGEST)
    entry = Entry(guid="s", title="Wheat sails", content=GRAIN, media_type="text/plain", outlet="Harbour Wire")
    feed = await desk.archive.feeds.load_feed(source.feed_id)
    await desk.archive.received.receive(feed, entry, desk.clock.now())
    await desk.work()
    (story,) = (await compose(desk)).stories
    assert story.lead.article.outlet
    assert story.lead.article.outlet.name == "Harbour Wire"
    assert (await compose(desk, THEIRS)).stories == ()


async def test_it_is_late_by_its_own_clock(desk: Newsdesk) -> None:
    now = desk.clock.now()
    composer = ArchiveDigestComposer(desk.archive, desk.clock)
    assert not (await composer.compose(OURS, now - HOUR, now, "")).late
    desk.clock.at += timedelta(minutes=10)
    assert (await composer.compose(OURS, now - HOUR, now, "")).late


async def test_what_an_earlier_digest_told_is_not_told_again(desk: Newsdesk) -> None:
    one, two = await desk.follow("one"), await desk.follow("two", channel="72")
    await desk.publish(one, "harbour", HARBOUR)
    await desk.work()
    desk.clock.at += HOUR
    first = desk.clock.now()
    await desk.publish(two, "harbour", f"{HARBOUR}\n\nBy our own man.", site="https://herald.example/")
    await desk.publish(one, "border", BORDER)
    await desk.work()
    desk.clock.at += HOUR
    now = desk.clock.now()
    composer = ArchiveDigestComposer(desk.archive, desk.clock)
    again = await composer.compose(OURS, first, now, "", told_since=first - 2 * HOUR)
    assert [story.lead.article.title for story in again.stories] == ["Border"]
    assert again.unchanged == 1
    anew = await composer.compose(OURS, first, now, "")
    assert {story.lead.article.title for story in anew.stories} == {"Border", "Harbour"}
    assert anew.unchanged == 0
