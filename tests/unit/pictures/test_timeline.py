"""Timelines as pictures: few and many statements, described in words, never in quotation marks."""

import json
import time
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from bot.digests.timeline import compose_timeline
from bot.domain.attribution import Speaker
from bot.pictures.drawing import ALT_LIMIT, Drawing, Theme
from bot.pictures.timeline import TICKS, compose_timeline_drawing
from bot.pictures.typst_renderer import draw_png
from bot.render.markdown import units
from bot.render.terminal import Screen, show
from bot.render.timeline_text import compose_timeline_page
from tests.golden import check_golden
from tests.unit.digests.quarrel import found_in, over_time, trawler
from tests.unit.digests.stories import UNTIL

OSLO = ZoneInfo("Europe/Oslo")
WIDTH = 1056


def drawn(count: int, days: float, speakers: int = 3) -> Drawing:
    found = over_time(count, days, speakers=speakers)
    timeline = compose_timeline(found, since=None, until=UNTIL, zone=OSLO, left_out=count >= 1000)
    return compose_timeline_drawing(timeline, "Everybody on “herring”")


@pytest.mark.parametrize(("count", "days", "speakers"), [(1, 0.01, 1), (5, 20, 2), (60, 40, 8), (1000, 400, 40)])
def test_few_and_many_are_drawn_alike_each_time_and_quickly(count: int, days: float, speakers: int) -> None:
    drawing = drawn(count, days, speakers)
    began = time.process_time()
    png = draw_png(drawing, Theme.DARK)
    assert time.process_time() - began < 2
    assert png == draw_png(drawing, Theme.DARK)
    assert png != draw_png(drawing, Theme.LIGHT)
    assert units(drawing.alt) <= ALT_LIMIT
    with Image.open(BytesIO(png)) as image:
        assert image.width == WIDTH
        assert image.height < 2.5 * WIDTH
    assert len(json.loads(drawing.data)["ticks"]) <= TICKS


def test_the_description_says_who_how_often_and_when() -> None:
    timeline = compose_timeline(found_in(*trawler()), since=None, until=UNTIL, zone=OSLO)
    drawing = compose_timeline_drawing(timeline, "Everybody on the trawler")
    check_golden("alt-timeline.txt", drawing.alt + "\n")


def test_the_terminal_as_it_was_looked_at() -> None:
    timeline = compose_timeline(found_in(*trawler()), since=None, until=UNTIL, zone=OSLO)
    page = compose_timeline_page(timeline, "Everybody on the trawler")
    check_golden("terminal-timeline-piped.txt", show(Screen(), page))
    check_golden("terminal-timeline-80.txt", show(Screen(80), page))


def test_nobody_is_quoted_by_a_title_or_a_name() -> None:
    found = [
        type(one)(one.statement, one.reading, one.attribution, one.article, one.at, one.place, "“The Boss” Vik")
        for one in over_time(4, 3)
    ]
    timeline = compose_timeline(found, since=None, until=UNTIL, zone=OSLO)
    drawing = compose_timeline_drawing(timeline, "“No” on “peace”")
    assert not any(mark in drawing.data + drawing.alt for mark in "“”")


def test_squares_are_drawn_where_the_statements_are() -> None:
    # one statement at the beginning of twenty days: ink in the first twentieth, none in the last
    (one, *_) = over_time(1, 40)
    timeline = compose_timeline([one], since=None, until=UNTIL, zone=OSLO)
    drawing = compose_timeline_drawing(timeline, "One")
    with Image.open(BytesIO(draw_png(drawing, Theme.LIGHT))) as image:
        pixels = image.convert("RGB")
    grey = (0x7B, 0x85, 0x97)
    found = [
        x
        for x in range(pixels.width)
        for y in range(int(pixels.height * 0.4), pixels.height)
        if pixels.getpixel((x, y)) == grey
    ]
    assert found
    assert max(found) < pixels.width / 10


def test_other_names_are_set_from_right_to_left() -> None:
    found = [
        type(one)(one.statement, one.reading, one.attribution, one.article, one.at, one.place, "وزير الخارجية")
        for one in over_time(2, 3)
    ]
    timeline = compose_timeline(found, since=None, until=UNTIL, zone=OSLO)
    (lane,) = json.loads(compose_timeline_drawing(timeline, "x").data)["lanes"]
    assert lane["name"] == {"words": "وزير الخارجية", "rtl": True}
    assert timeline.lanes[0].speaker == Speaker("وزير الخارجية", "Envoy", "Norway")
