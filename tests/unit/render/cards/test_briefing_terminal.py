"""The scheduled digest in a terminal."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.digests.briefing import compose_briefing
from bot.domain.attribution import Speaker
from bot.domain.briefing import Briefing, StoryReadings
from bot.render.cards.briefing_cards import compose_briefing_page
from bot.render.quotations import find_quotations
from bot.render.terminal import Screen, show
from tests.golden import check_golden
from tests.unit.digests.stories import SINCE, UNTIL, chair, short, story, strait

BERLIN = ZoneInfo("Europe/Berlin")


def compose(*stories: StoryReadings, topic: str = "", late: int = 0) -> Briefing:
    now = UNTIL + timedelta(hours=late)
    return compose_briefing(stories, since=SINCE, until=UNTIL, now=now, topic=topic, limit=2)


def test_looks_as_it_did() -> None:
    stories = [story(short(1)), story(chair()), story(*strait()), story(short(2))]
    page = compose_briefing_page(compose(*stories, late=1), BERLIN)
    for name, screen in (("piped", Screen(zone=BERLIN)), ("80", Screen(80, zone=BERLIN))):
        check_golden(f"terminal-briefing-{name}.txt", show(screen, page))


def test_every_quotation_is_of_its_articles() -> None:
    readings = [*strait(), chair()]
    page = compose_briefing_page(compose(story(*readings[:3]), story(readings[3])), BERLIN)
    quotations = list(find_quotations(show(Screen(), page)))
    assert len(quotations) >= 4
    assert all(any(quotation in one.article.text for one in readings) for quotation in quotations)


def test_a_story_that_is_not_its_articles_is_left_out() -> None:
    briefing = compose(story(*strait()), story(chair()))
    told = briefing.stories[0]
    voice = replace(told.sides[0].voices[0], speaker=Speaker("Ada “I resign” Lind"))
    forged = replace(told, sides=(replace(told.sides[0], voices=(voice,)),))
    briefing = replace(briefing, stories=(forged, *briefing.stories[1:]))
    lines = show(Screen(), compose_briefing_page(briefing, BERLIN)).splitlines()
    assert not [line for line in lines if "resign" in line or "Strait" in line]
    assert "left out because their quotations could not be verified: 1" in lines


def test_nothing_new_is_a_line() -> None:
    assert show(Screen(zone=BERLIN), compose_briefing_page(compose(topic="the “door”"), BERLIN)).splitlines() == [
        "Digest · 14 March 2026 · the door",
        "",
        "Nothing new about this topic since 13 March 2026, 08:00 CET.",
    ]
