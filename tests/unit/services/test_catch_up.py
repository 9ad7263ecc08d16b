"""What is new since somebody last looked: each article once, however often they look."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest

from bot.archive.store import Archive
from bot.errors import UsageError
from bot.render.card import Action, ComponentAction
from bot.render.cards.briefing_cards import compose_catch_up_page, make_catch_up_action, parse_catch_up_action
from bot.render.document_cards import render_cards
from bot.render.markdown import plain
from bot.services.catch_up import FIRST_LOOK, LONGEST_LOOK, CatchUp, CatchUpService
from bot.services.digest_composer import ArchiveDigestComposer
from tests.unit.jobs.worker_setup import BORDER, GRAIN, HARBOUR, OURS, THEIRS, Newsdesk

HOUR = timedelta(hours=1)
ANNA, BELA = "discord:11", "discord:12"


@pytest.fixture
def desk(archive: Archive) -> Newsdesk:
    return Newsdesk(archive)


@pytest.fixture
def service(desk: Newsdesk) -> CatchUpService:
    return CatchUpService(desk.archive.looks, ArchiveDigestComposer(desk.archive, desk.clock), desk.clock)


def titles(found: CatchUp) -> set[str | None]:
    return {story.lead.article.title for story in (*found.briefing.stories, *found.briefing.more)}


async def test_each_look_begins_where_the_last_ended(desk: Newsdesk, service: CatchUpService) -> None:
    feed = await desk.follow("one")
    await desk.publish(feed, "border", BORDER)
    await desk.work()
    desk.clock.at += HOUR
    first = await service.look(ANNA, OURS)
    assert (titles(first), first.again) == ({"Border"}, False)
    assert first.briefing.since == first.briefing.until - FIRST_LOOK
    await desk.publish(feed, "harbour", HARBOUR)
    await desk.work()
    desk.clock.at += HOUR
    second = await service.look(ANNA, OURS)
    assert (titles(second), second.again) == ({"Harbour"}, True)
    assert second.briefing.since == first.briefing.until
    assert titles(await service.look(ANNA, OURS)) == set()


async def test_an_article_that_is_stored_during_a_look_is_in_the_next(desk: Newsdesk, service: CatchUpService) -> None:
    """Its reading time is before the look, its transaction ends after it."""
    feed = await desk.follow("one")
    number = await desk.publish(feed, "border", BORDER)
    settle, looks = desk.archive.feeds.settle, list[CatchUp]()

    async def settle_slowly(*decided: Any, **more: Any) -> None:
        read_at = desk.clock.now()
        looks.append(await service.look(ANNA, OURS))
        await settle(*decided, **more | {"read_at": lambda: read_at})

    with patch.object(desk.archive.feeds, "settle", settle_slowly):
        await desk.work()
    assert (await desk.item(number)).article
    desk.clock.at += HOUR
    looks.append(await service.look(ANNA, OURS))
    assert [titles(one) for one in looks] == [set(), {"Border"}]


async def test_people_and_servers_are_apart(desk: Newsdesk, service: CatchUpService) -> None:
    ours, theirs = await desk.follow("one"), await desk.follow("two", THEIRS, "72")
    await desk.publish(ours, "border", BORDER)
    await desk.publish(theirs, "grain", GRAIN)
    await desk.work()
    desk.clock.at += HOUR
    assert titles(await service.look(ANNA, OURS)) == {"Border"}
    assert titles(await service.look(BELA, OURS)) == {"Border"}
    assert titles(await service.look(ANNA, THEIRS)) == {"Grain"}


async def test_a_long_absence_is_a_week_and_says_so(desk: Newsdesk, service: CatchUpService) -> None:
    await service.look(ANNA, OURS)
    desk.clock.at += 30 * 24 * HOUR
    found = await service.look(ANNA, OURS)
    assert found.briefing.since == found.briefing.until - LONGEST_LOOK
    (card,) = render_cards(compose_catch_up_page(found, None))
    assert "more than a week ago" in card.footer
    assert "Since you last looked" in plain(card.header)


async def test_another_page_is_of_the_same_period(desk: Newsdesk, service: CatchUpService) -> None:
    found = await service.look(ANNA, OURS)
    press = make_catch_up_action(found)
    assert parse_catch_up_action(press) == (found.briefing.since, found.briefing.until, False)
    assert len(press.detail) <= 60


@pytest.mark.parametrize("detail", ["", "1|2", "a|b|", "9" * 40 + "|1|a"])
def test_a_button_that_was_not_made_here_is_refused(detail: str) -> None:
    with pytest.raises((ValueError, UsageError)):
        parse_catch_up_action(ComponentAction(Action.CATCHUP, "0" * 20, detail=detail))
