"""Statements over time: bins of the reader's calendar, lanes of who said most, every statement counted once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.timeline import BINS, FAMILIES, LANES, compose_timeline
from bot.domain.attribution import Act
from bot.render.terminal import Screen, show
from bot.render.timeline_text import compose_timeline_page
from tests.unit.digests.quarrel import found_in, over_time, trawler
from tests.unit.digests.stories import UNTIL

OSLO = ZoneInfo("Europe/Oslo")


def test_each_act_belongs_to_one_kind() -> None:
    acts = [act for _, acts in FAMILIES for act in acts]
    assert sorted(acts) == sorted(Act)


def test_a_person_has_one_lane_whatever_articles_call_them() -> None:
    timeline = compose_timeline(found_in(*trawler()), since=None, until=UNTIL, zone=UTC)
    lanes = [(lane.speaker.name if lane.speaker else "", lane.total) for lane in timeline.lanes]
    assert lanes == [("Sigrid Vik", 4), ("Árni Jónsson", 2), ("Helga Orms", 1)]
    assert timeline.lanes[1].speaker
    assert (timeline.lanes[1].speaker.role, timeline.lanes[1].speaker.country) == ("Fisheries Minister", "Iceland")
    denials = [name for name, _ in FAMILIES].index("denies")
    assert [lane.of_family(denials) for lane in timeline.lanes] == [0, 1, 0]


@pytest.mark.parametrize(
    ("days", "unit"), [(0.2, "hour"), (1.5, "hour"), (20, "day"), (300, "week"), (900, "month"), (9000, "year")]
)
def test_the_unit_fits_the_time(days: float, unit: str) -> None:
    timeline = compose_timeline(over_time(50, days), since=None, until=UNTIL, zone=OSLO)
    assert timeline.unit == unit
    assert 1 <= len(timeline.starts) <= BINS
    assert timeline.total == 50


def test_it_says_whether_articles_have_no_date_of_their_own() -> None:
    found = found_in(*trawler())
    dated = compose_timeline(found, since=None, until=UNTIL, zone=UTC)
    assert "no date" not in show(Screen(), compose_timeline_page(dated, "Vik"))
    assert not dated.undated
    bare = tuple(replace(one, article=replace(one.article, published_at=None)) for one in found)
    page = show(Screen(), compose_timeline_page(compose_timeline(bare, since=None, until=UNTIL, zone=UTC), "Vik"))
    assert "Articles without a date of their own stand at the time when they were read." in " ".join(page.split())


def test_since_opens_the_axis_before_the_first_statement() -> None:
    since = datetime(2026, 3, 1, tzinfo=UTC)
    timeline = compose_timeline(over_time(3, 2), since=since, until=UNTIL, zone=UTC)
    assert timeline.starts[0] == since
    assert timeline.end == UNTIL


def test_days_begin_at_midnight_in_the_readers_zone_through_a_clock_change() -> None:
    until = datetime(2026, 4, 2, tzinfo=UTC)
    (one, *_) = over_time(1, 1)
    late = type(one)(1, one.reading, one.attribution, one.article, datetime(2026, 3, 28, 23, 30, tzinfo=UTC), 1, "A")
    timeline = compose_timeline([late], since=datetime(2026, 3, 26, 23, tzinfo=UTC), until=until, zone=OSLO)
    assert [(at.hour, at.minute) for at in timeline.starts] == [(0, 0)] * len(timeline.starts)
    # half past eleven in London is the next day in Oslo
    (day,) = [at for at, counts in zip(timeline.starts, timeline.lanes[0].counts, strict=True) if sum(counts)]
    assert day.day == 29


def test_many_speakers_share_the_last_lane() -> None:
    timeline = compose_timeline(over_time(200, 10, speakers=40), since=None, until=UNTIL, zone=UTC)
    assert len(timeline.lanes) == LANES
    assert timeline.lanes[-1].speaker is None
    assert timeline.others == 40 - (LANES - 1)


@settings(max_examples=60)
@given(st.integers(1, 120), st.floats(0.001, 5000), st.integers(1, 20), st.sampled_from(["UTC", "Asia/Tokyo"]))
def test_every_statement_is_counted_once(count: int, days: float, speakers: int, zone: str) -> None:
    timeline = compose_timeline(over_time(count, days, speakers=speakers), since=None, until=UNTIL, zone=ZoneInfo(zone))
    assert timeline.total == count
    assert timeline.tallest <= count
    assert len(timeline.starts) <= BINS
    assert all(len(lane.counts) == len(timeline.starts) for lane in timeline.lanes)
    assert list(timeline.starts) == sorted(set(timeline.starts))
    assert timeline.starts[0] <= UNTIL - timedelta(days=days * (count - 0.5) / count)
