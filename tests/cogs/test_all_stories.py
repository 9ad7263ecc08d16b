"""What a digest only names or counts can be opened: every story with every outlet, by those who see the digest."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.archive.store import Archive
from bot.domain.article import Outlet
from bot.domain.watch import direct_to
from bot.errors import UsageError
from bot.render.card import Action, ComponentAction
from bot.render.cards.story_list_cards import (
    PER_PAGE,
    compose_stories_page,
    parse_stories_action,
    stories_button,
)
from bot.render.document_cards import render_cards
from bot.services.schedules import ScheduleRequest, ScheduleService
from tests.cogs.conftest import Server
from tests.cogs.posted import labels_of, text_of
from tests.unit.services.fakes import NOW, DigestsByHand, StoppedClock

OTHERS = 42
SINCE = NOW - timedelta(hours=24)


@pytest.fixture(autouse=True)
def _a_full_day(digest_desk: DigestsByHand) -> None:
    digest_desk.others = OTHERS


async def test_more_stories_are_opened_page_by_page_with_every_outlet(ours: Server, digest_desk: DigestsByHand) -> None:
    now = await ours.ask("digest now", topic="fish")
    assert now.response
    assert "and 32 more" in text_of(now.response)
    assert "Story 11" not in text_of(now.response)
    opened = await ours.guest.click(now.response, label=f"All {OTHERS + 1} stories")
    assert opened.response
    assert opened.response.ephemeral
    assert digest_desk.asked[-1] == (ours.owner, SINCE, NOW, "fish")
    titles = re.findall(r"Story \d+", text_of(opened.response))
    while "Next ›" in labels_of(opened.response):
        assert text_of(opened.response).count("https://outlet4.example") in {PER_PAGE - 1, PER_PAGE}
        await ours.guest.click(opened.response, label="Next ›")
        titles += re.findall(r"Story \d+", text_of(opened.response))
    assert titles == [f"Story {number}" for number in range(OTHERS)]


async def test_a_digest_by_direct_message_is_opened_there_by_its_person(
    ours: Server, records: Archive, digest_desk: DigestsByHand
) -> None:
    """The digest's own server is asked; a person without such a digest is told where to press."""
    briefing = await digest_desk.compose(ours.owner, SINCE, NOW, "fish")
    press = stories_button(briefing)[0].press
    assert press
    service = ScheduleService(records.schedules, records.posts, digest_desk, StoppedClock())
    with pytest.raises(UsageError, match="server"):
        await service.find_direct("discord:5", press.detail)
    for owner, topic in (("discord:guild:5", ""), (ours.owner, "fish")):
        request = ScheduleRequest("8:00", "UTC", direct_to("discord:5"), "discord:5", topic=topic)
        await service.add(owner, request)
    assert await service.find_direct("discord:5", press.detail) == ours.owner
    assert await service.find_direct("discord:5", "") == "discord:guild:5"


async def test_the_button_holds_the_last_second_of_the_period(ours: Server, digest_desk: DigestsByHand) -> None:
    """Otherwise an article that was read just before the digest is in the digest and not in its list."""
    now = NOW + timedelta(milliseconds=300)
    briefing = await digest_desk.compose(ours.owner, now - timedelta(hours=24), now, "fish")
    press = stories_button(briefing)[0].press
    assert press
    since, until, _ = parse_stories_action(press)
    assert since <= briefing.since
    assert until >= briefing.until


@pytest.mark.parametrize("reading", ["0" * 20, "f" * 20, f"{2_000_000_000:010x}{1_900_000_000:010x}"])
def test_a_button_of_another_period_is_refused(reading: str) -> None:
    with pytest.raises(ValueError, match="no period"):
        parse_stories_action(ComponentAction(Action.STORIES, reading))


async def test_a_story_of_many_outlets_goes_on_in_another_entry(digest_desk: DigestsByHand) -> None:
    briefing = await digest_desk.compose("", SINCE, NOW, "", limit=0)
    story = briefing.more[1]
    wide = replace(story, accounts=tuple(
        replace(one, reading=replace(one.reading, article=replace(one.reading.article, outlet=Outlet(f"O{number}"))))
        for number, one in enumerate(story.accounts * 8)
    ))  # fmt: skip
    cards = render_cards(compose_stories_page(replace(briefing, more=(wide,))))
    shown = "".join(text for card in cards for text in card.texts)
    assert all(f"O{number}]" in shown for number in range(40))
    assert shown.count("continued") == 6
