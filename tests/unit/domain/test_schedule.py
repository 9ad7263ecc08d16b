"""Exactly one digest for each chosen local day, in every zone, through every change of the clocks."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.schedule import (
    EVERY_DAY,
    WEEKDAYS,
    Occurrence,
    QuietHours,
    Schedule,
    Timeliness,
    decide_late,
    describe_days,
    due_occurrences,
    next_occurrence,
    occurrence_on,
    parse_days,
    parse_quiet_hours,
    parse_time,
    previous_occurrence,
    quiet_until,
)
from bot.errors import UsageError

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
FIRST, LAST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2040, 12, 1, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NIGHT = QuietHours(time(22), time(7))


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]  # a shorthand: year, month, day, hour, minute


def days_and_hours(schedule: Schedule, since: datetime, now: datetime) -> list[tuple[str, str]]:
    """Each occurrence as its local day, and when it happens on the clock there."""
    zone = ZoneInfo(schedule.zone)
    due = due_occurrences(schedule, since, now)
    return [(f"{o.local_day:%m-%d}", f"{o.at.astimezone(zone):%m-%d %H:%M %z}") for o in due]


def test_eight_in_berlin_through_both_clock_changes() -> None:
    schedule = Schedule(time(8), "Europe/Berlin")
    assert days_and_hours(schedule, utc(2026, 3, 28), utc(2026, 3, 31)) == [
        ("03-28", "03-28 08:00 +0100"),
        ("03-29", "03-29 08:00 +0200"),
        ("03-30", "03-30 08:00 +0200"),
    ]
    assert days_and_hours(schedule, utc(2026, 10, 24), utc(2026, 10, 27)) == [
        ("10-24", "10-24 08:00 +0200"),
        ("10-25", "10-25 08:00 +0100"),
        ("10-26", "10-26 08:00 +0100"),
    ]


@pytest.mark.parametrize(
    ("zone", "at", "day", "happens"),
    [
        ("Europe/Berlin", time(2, 30), date(2026, 3, 29), "03-29 03:00 +0200"),  # skipped
        ("Europe/Berlin", time(2, 0), date(2026, 3, 29), "03-29 03:00 +0200"),
        ("Europe/Berlin", time(2, 30), date(2026, 10, 25), "10-25 02:30 +0200"),  # twice
        ("America/Sao_Paulo", time(0, 0), date(2018, 11, 4), "11-04 01:00 -0200"),  # no midnight
        ("America/Nuuk", time(23, 30), date(2026, 3, 28), "03-29 00:00 -0100"),  # the gap ends the day
        ("Australia/Lord_Howe", time(2, 15), date(2026, 10, 4), "10-04 02:30 +1100"),  # half an hour
        ("Asia/Pyongyang", time(23, 45), date(2018, 5, 4), "05-05 00:00 +0900"),  # a rule that was changed
    ],
)
def test_times_that_are_skipped_or_come_twice(zone: str, at: time, day: date, happens: str) -> None:
    middle = datetime.combine(day, time(12), UTC)
    shown = dict(days_and_hours(Schedule(at, zone), middle - 3 * DAY, middle + 3 * DAY))
    assert shown[f"{day:%m-%d}"] == happens
    assert len(shown) >= 5


@pytest.mark.parametrize(
    ("zone", "missing"),
    [("Pacific/Apia", date(2011, 12, 30)), ("Pacific/Kwajalein", date(1993, 8, 21))],
)
@pytest.mark.parametrize("at", [time(0), time(8), time(23, 59)])
def test_a_day_left_out_of_the_calendar_has_no_digest(zone: str, missing: date, at: time) -> None:
    middle = datetime.combine(missing, time(12), UTC)
    found = [o.local_day for o in due_occurrences(Schedule(at, zone), middle - 5 * DAY, middle + 5 * DAY)]
    assert missing not in found
    assert {missing - DAY, missing + DAY} <= set(found)
    assert found == sorted(set(found))


def test_days_of_the_week_are_those_of_the_zone() -> None:
    monday_morning = Schedule(time(1), "Pacific/Auckland", frozenset({0}))
    assert next_occurrence(monday_morning, utc(2026, 6, 6)) == Occurrence(utc(2026, 6, 7, 13), date(2026, 6, 8))


def test_quiet_hours_move_a_digest_to_their_end() -> None:
    early = Schedule(time(6), "Europe/Berlin", WEEKDAYS, NIGHT)
    assert days_and_hours(early, utc(2026, 6, 4), utc(2026, 6, 9)) == [
        ("06-04", "06-04 07:00 +0200"),
        ("06-05", "06-05 07:00 +0200"),
        ("06-08", "06-08 07:00 +0200"),
    ]
    late = Schedule(time(23), "Europe/Berlin", frozenset({4}), NIGHT)
    assert days_and_hours(late, utc(2026, 6, 4), utc(2026, 6, 9)) == [("06-05", "06-06 07:00 +0200")]
    noon = Schedule(time(12), "Europe/Berlin", quiet=NIGHT)
    assert days_and_hours(noon, utc(2026, 6, 4), utc(2026, 6, 5)) == [("06-04", "06-04 12:00 +0200")]


def test_what_the_clocks_push_into_quiet_hours_waits_for_their_end() -> None:
    schedule = Schedule(time(2, 30), "Europe/Berlin", quiet=QuietHours(time(3), time(7)))
    assert days_and_hours(schedule, utc(2026, 3, 28), utc(2026, 3, 30)) == [
        ("03-28", "03-28 02:30 +0100"),
        ("03-29", "03-29 07:00 +0200"),
    ]


def test_the_occurrence_of_a_day_is_known_by_it() -> None:
    late = Schedule(time(23), "Europe/Berlin", WEEKDAYS, NIGHT)
    friday = date(2026, 6, 5)
    assert occurrence_on(late, friday) == Occurrence(utc(2026, 6, 6, 5), friday)
    assert occurrence_on(late, date(2026, 6, 6)) is None


def test_quiet_until() -> None:
    schedule = Schedule(time(8), "Europe/Berlin", quiet=NIGHT)
    assert quiet_until(schedule, utc(2026, 6, 4, 21)) == utc(2026, 6, 5, 5)
    assert quiet_until(schedule, utc(2026, 6, 5, 5)) is None
    assert quiet_until(Schedule(time(8), "Europe/Berlin"), utc(2026, 6, 4, 21)) is None


def test_quiet_hours_that_end_in_the_repeated_hour_end_with_it_and_not_a_day_later() -> None:
    schedule = Schedule(time(8), "Europe/Berlin", quiet=QuietHours(time(22), time(2, 30)))
    # clocks show 02:00 to 03:00 twice on 25 October 2026: from 00:00 and from 01:00 UTC
    assert quiet_until(schedule, utc(2026, 10, 25, 0, 15)) == utc(2026, 10, 25, 0, 30)
    assert quiet_until(schedule, utc(2026, 10, 25, 0, 45)) is None
    assert quiet_until(schedule, utc(2026, 10, 25, 1, 15)) == utc(2026, 10, 25, 1, 30)
    assert quiet_until(schedule, utc(2026, 10, 25, 1, 30)) is None


def test_a_paused_schedule_is_never_due() -> None:
    paused = Schedule(time(8), "UTC", paused=True)
    assert next_occurrence(paused, utc(2026, 1, 1)) is None
    assert list(due_occurrences(paused, utc(2026, 1, 1), utc(2026, 2, 1))) == []


@pytest.mark.parametrize(
    ("late", "becomes"),
    [
        (timedelta(0), Timeliness.ON_TIME),
        (timedelta(minutes=9, seconds=59), Timeliness.ON_TIME),
        (timedelta(minutes=10), Timeliness.LATE),
        (timedelta(hours=5, minutes=59, seconds=59), Timeliness.LATE),
        (timedelta(hours=6), Timeliness.MISSED),
        (timedelta(days=400), Timeliness.MISSED),
    ],
)
def test_how_late_is_too_late(late: timedelta, becomes: Timeliness) -> None:
    due = Occurrence(utc(2026, 6, 4, 6), date(2026, 6, 4))
    assert decide_late(due, due.at + late) is becomes


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Schedule(time(8), "Mars/Olympus"),
        lambda: Schedule(time(8), "../UTC"),
        lambda: Schedule(time(8), "UTC", frozenset()),
        lambda: Schedule(time(8), "UTC", frozenset({7})),
        lambda: Schedule(time(8, 0, 1), "UTC"),
        lambda: Schedule(time(8, tzinfo=UTC), "UTC"),
        lambda: QuietHours(time(8), time(8)),
    ],
)
def test_what_is_no_schedule(wrong: object) -> None:
    assert callable(wrong)
    with pytest.raises(ValueError, match=r"."):
        wrong()


@cache
def changes(zone: str) -> list[datetime]:
    """The days on which the clocks of ``zone`` change, and one on which they need not."""
    clock = ZoneInfo(zone)
    offsets = [(FIRST + n * DAY).astimezone(clock).utcoffset() for n in range((LAST - FIRST).days)]
    return [FIRST + 99 * DAY, *(FIRST + n * DAY for n, (a, b) in enumerate(pairwise(offsets)) if a != b)]


@st.composite
def moments(draw: st.DrawFn) -> tuple[str, datetime]:
    """A zone and a moment shortly before or after its clocks change."""
    zone = draw(st.sampled_from(ZONES))
    return zone, draw(st.sampled_from(changes(zone))) + MINUTE * draw(st.integers(-4 * 1440, 2 * 1440))


CLOCK = st.builds(time, st.integers(0, 23), st.integers(0, 59))
DAYS = st.frozensets(st.integers(0, 6), min_size=1)


@cache
def first_passing(zone: ZoneInfo, day: date, at: time) -> datetime:
    """The first minute when the clocks show ``at`` on ``day`` or later: looked for minute by minute."""
    wall, moment = datetime.combine(day, at), datetime.combine(day, at, UTC)
    around = (zone.utcoffset((moment + timedelta(hours=n)).astimezone(zone)) for n in range(-15, 13))
    # before they are as far ahead as they ever are around that day, they cannot show it
    moment -= max(offset for offset in around if offset is not None) + MINUTE
    assert moment.astimezone(zone).replace(tzinfo=None) < wall
    while moment.astimezone(zone).replace(tzinfo=None) < wall:
        moment += MINUTE
    return moment


def days_between(zone: ZoneInfo, since: datetime, now: datetime) -> list[date]:
    """The days of the calendar of ``zone``, as its clocks show them."""
    steps = int((now - since) / timedelta(minutes=15))
    return sorted({(since + timedelta(minutes=15) * n).astimezone(zone).date() for n in range(steps)})


@settings(max_examples=150)
@given(moments(), CLOCK, DAYS)
def test_exactly_one_for_each_chosen_day(moment: tuple[str, datetime], at: time, days: frozenset[int]) -> None:
    zone, since = ZoneInfo(moment[0]), moment[1]
    until = since + 9 * DAY
    found = list(due_occurrences(Schedule(at, moment[0], days), since, until))
    assert [o.local_day for o in found] == sorted({o.local_day for o in found})
    assert all(a.at < b.at for a, b in pairwise(found))
    # days wholly inside the window have theirs; none is of a day that was not chosen or not in the calendar
    inside = [d for d in days_between(zone, since - 3 * DAY, until + 3 * DAY) if d.weekday() in days]
    sure = [d for d in inside if since < first_passing(zone, d, at) <= until]
    assert [o.local_day for o in found] == sure
    assert [o.at for o in found] == [first_passing(zone, d, at) for d in sure]


@settings(max_examples=150)
@given(moments(), CLOCK, DAYS, st.lists(st.integers(0, 20 * 1440), max_size=12))
def test_it_does_not_matter_how_often_one_asks(
    moment: tuple[str, datetime], at: time, days: frozenset[int], asked: list[int]
) -> None:
    schedule = Schedule(at, moment[0], days)
    since, until = moment[1], moment[1] + 20 * DAY
    stops = [since, *sorted(since + MINUTE * n for n in asked), until]
    pieces = [o for a, b in pairwise(stops) for o in due_occurrences(schedule, a, b)]
    assert pieces == list(due_occurrences(schedule, since, until))
    for a, b in pairwise(pieces):
        assert next_occurrence(schedule, a.at) == b


@settings(max_examples=150)
@given(moments(), CLOCK, st.tuples(CLOCK, CLOCK).filter(lambda ends: ends[0] != ends[1]))
def test_never_in_quiet_hours_and_still_one_a_day(
    moment: tuple[str, datetime], at: time, ends: tuple[time, time]
) -> None:
    zone, since = ZoneInfo(moment[0]), moment[1]
    quiet = QuietHours(*ends)
    until = since + 9 * DAY
    found = list(due_occurrences(Schedule(at, moment[0], EVERY_DAY, quiet), since, until))
    loud = list(due_occurrences(Schedule(at, moment[0], EVERY_DAY), since, until))
    days = [o.local_day for o in found]
    assert days == sorted(set(days))
    assert all(a.at <= b.at for a, b in pairwise(found))
    assert {o.local_day for o in loud[:-2]} <= set(days)
    assert not [o for o in found if quiet.hold(o.at.astimezone(zone).time())]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("08:00", time(8)),
        (" 8 ", time(8)),
        ("8am", time(8)),
        ("8.30 PM", time(20, 30)),
        ("0830", time(8, 30)),
        ("12 am", time(0)),
        ("12 p.m.", time(12)),
        ("20h30", time(20, 30)),
        ("Noon", time(12)),
        ("midnight", time(0)),
        ("٠٨:٠٠", time(8)),
    ],
)
def test_times_as_people_write_them(words: str, meant: time) -> None:
    assert parse_time(words) == meant


@pytest.mark.parametrize("words", ["", "24:00", "7:60", "13 pm", "0 am", "-1", "8:5", "eight", "8:00:00", "²"])
def test_what_is_no_time(words: str) -> None:
    with pytest.raises(UsageError, match=r"such as 08:00 or 17:30"):
        parse_time(words)


@pytest.mark.parametrize(
    ("words", "days", "shown"),
    [
        ("mon-fri", {0, 1, 2, 3, 4}, "Monday to Friday"),
        ("weekdays", {0, 1, 2, 3, 4}, "Monday to Friday"),
        ("every day", set(range(7)), "every day"),
        ("", set(range(7)), "every day"),
        ("Sat,Sun", {5, 6}, "Saturday and Sunday"),
        ("weekend", {5, 6}, "Saturday and Sunday"),
        ("mondays and thursdays", {0, 3}, "Monday and Thursday"),
        ("fri – mon", {4, 5, 6, 0}, "Monday, Friday, Saturday and Sunday"),
        ("Tuesday to Thursday", {1, 2, 3}, "Tuesday to Thursday"),
        ("every wed", {2}, "Wednesday"),
        ("Mon. We Fr", {0, 2, 4}, "Monday, Wednesday and Friday"),
    ],
)
def test_days_as_people_write_them(words: str, days: set[int], shown: str) -> None:
    assert parse_days(words) == days
    assert describe_days(parse_days(words)) == shown


@pytest.mark.parametrize("words", ["m", "someday", "mon-", "mon-tue-wed", "-", "montag", "1-5"])
def test_what_names_no_days(words: str) -> None:
    with pytest.raises(UsageError, match="does not name days of the week"):
        parse_days(words)


@given(DAYS)
def test_days_shown_are_read_back(days: frozenset[int]) -> None:
    assert parse_days(describe_days(days)) == days


def test_quiet_hours_as_people_write_them() -> None:
    assert parse_quiet_hours("22:00-07:00") == parse_quiet_hours("10 pm to 7 am") == NIGHT
    assert parse_quiet_hours("none") is None
    for wrong in ("22", "7-7", "1-2-3", "now-then"):
        with pytest.raises(UsageError):
            parse_quiet_hours(wrong)


@given(st.text(max_size=30))
def test_anything_typed_is_understood_or_refused_in_words(words: str) -> None:
    for parse in (parse_time, parse_days, parse_quiet_hours):
        with suppress(UsageError):
            parse(words)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("weekly", {0}),
        ("Weekly", {0}),
        ("weekly on Fridays", {4}),
        ("every week", {0}),
        ("weekly sun", {6}),
    ],
)
def test_a_weekly_digest_comes_on_one_day(words: str, days: set[int]) -> None:
    assert parse_days(words) == days


@given(
    st.sampled_from(ZONES),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.sampled_from([None, NIGHT]),
    st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None)),
)
@settings(max_examples=150, deadline=None)
def test_between_an_occurrence_and_the_one_before_it_is_no_other(
    zone: str, at: time, days: frozenset[int], quiet: QuietHours | None, moment: datetime
) -> None:
    """So the first digest of a schedule covers exactly what the digest before it would have left."""
    schedule = Schedule(at, zone, days, quiet)
    coming = next_occurrence(schedule, moment.replace(tzinfo=UTC))
    assert coming
    before = previous_occurrence(schedule, coming.at)
    assert before.at < coming.at
    following = next_occurrence(schedule, before.at)
    assert following
    assert following.at == coming.at


def test_a_weekly_digest_covers_a_week_through_a_clock_change() -> None:
    schedule = Schedule(time(8), "Europe/Berlin", frozenset({0}))
    until = utc(2026, 3, 30, 6)  # a Monday, summer time since the day before
    assert until - previous_occurrence(schedule, until).at == timedelta(days=7, hours=-1)
    until = utc(2026, 10, 26, 7)
    assert until - previous_occurrence(schedule, until).at == timedelta(days=7, hours=1)


def test_the_occurrence_before_a_paused_schedules_next_is_known() -> None:
    schedule = Schedule(time(8), "UTC", WEEKDAYS, paused=True)
    assert previous_occurrence(schedule, utc(2026, 1, 5, 7)) == Occurrence(utc(2026, 1, 2, 8), date(2026, 1, 2))
