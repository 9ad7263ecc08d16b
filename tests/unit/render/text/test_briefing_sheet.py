"""The scheduled digest in a terminal."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.digests.briefing import compose_briefing
from bot.domain.attribution import Speaker
from bot.domain.briefing import Briefing, StoryReadings
from bot.render.cards.briefing_cards import compose_briefing_page
from bot.render.quotations import find_quotations
from bot.render.text.document_sheet import render_sheet
from bot.render.text.layout import Screen, lay_out
from bot.render.text.sheet import render_lines
from tests.golden import check_golden
from tests.unit.digests.stories import SINCE, UNTIL, chair, short, story, strait

BERLIN = ZoneInfo("Europe/Berlin")


def compose(*stories: StoryReadings, topic: str = "", late: int = 0) -> Briefing:
    now = UNTIL + timedelta(hours=late)
    return compose_briefing(stories, since=SINCE, until=UNTIL, now=now, topic=topic, limit=2)


def test_looks_as_it_did() -> None:
    stories = [story(short(1)), story(chair()), story(*strait()), story(short(2))]
    sheet = render_sheet(BERLIN, compose_briefing_page(compose(*stories, late=1), BERLIN))
    for name, screen in (("piped", Screen()), ("80", Screen(80))):
        check_golden(f"terminal-briefing-{name}.txt", lay_out(sheet, screen))


def test_every_quotation_is_of_its_articles() -> None:
    readings = [*strait(), chair()]
    sheet = render_sheet(BERLIN, compose_briefing_page(compose(story(*readings[:3]), story(readings[3])), BERLIN))
    quotations = list(find_quotations("\n".join(render_lines(sheet))))
    assert len(quotations) == 5
    assert all(any(quotation in one.article.text for one in readings) for quotation in quotations)


def test_a_story_that_is_not_its_articles_is_left_out() -> None:
    briefing = compose(story(*strait()), story(chair()))
    told = briefing.stories[0]
    voice = replace(told.sides[0].voices[0], speaker=Speaker("Ada “I resign” Lind"))
    forged = replace(told, sides=(replace(told.sides[0], voices=(voice,)),))
    lines = list(
        render_lines(
            render_sheet(
                BERLIN, compose_briefing_page(replace(briefing, stories=(forged, *briefing.stories[1:])), BERLIN)
            )
        )
    )
    assert not [line for line in lines if "resign" in line or "Strait" in line]
    assert "left out because their quotations could not be verified: 1" in lines


def test_nothing_new_is_a_line() -> None:
    assert list(render_lines(render_sheet(BERLIN, compose_briefing_page(compose(topic="the “door”"), BERLIN)))) == [
        "Digest · 14 March 2026 · the door",
        "",
        "Nothing new about this topic since 13 March 2026, 08:00 CET.",
    ]
