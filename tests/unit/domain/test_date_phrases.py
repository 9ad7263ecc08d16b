"""Dates in words."""

import contextlib
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.date_phrases import find_impossible_date, find_period, parse_since, parse_until
from bot.domain.period import describe_period
from bot.errors import UsageError

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)  # a Tuesday


@pytest.mark.parametrize("day", [datetime(2026, 3, 29, 1, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)])
@pytest.mark.parametrize("words", ["3h", "the last 3 hours"])
def test_hours_are_hours_also_when_clocks_change(words: str, day: datetime) -> None:
    assert parse_since(words, day, BERLIN) == day - timedelta(hours=3)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("last month", "1–31 October 2026"),
        ("last week", "16–22 November 2026"),
        ("this week", "since 23 November 2026"),
        ("yesterday", "23 November 2026"),
        ("today", "since 24 November 2026"),
        ("last night", "23 November 2026"),
        ("since March", "since 1 March 2026"),
        ("since December", "since 1 December 2025"),
        ("in February 2021", "1–28 February 2021"),
        ("in 2021", "1 January – 31 December 2021"),
        ("from 2021", "1 January – 31 December 2021"),
        ("last year", "1 January – 31 December 2025"),
        ("last May", "1–31 May 2026"),
        ("between 3 and 10 May", "3–10 May 2026"),
        ("from 28 April to 3 May 2025", "28 April – 3 May 2025"),
        ("1–7 November", "1–7 November 2026"),
        ("between December and February", "1 December 2025 – 28 February 2026"),
        ("from Monday to Friday", "16–20 November 2026"),
        ("on Monday", "23 November 2026"),
        ("on Tuesday", "24 November 2026"),
        ("last Tuesday", "17 November 2026"),
        ("on 12 November", "12 November 2026"),
        ("on 12 December", "12 December 2025"),
        ("on 29 February", "29 February 2024"),
        ("February 5th, 2021", "5 February 2021"),
        ("2021-02-05", "5 February 2021"),
        ("5.2.2021", "5 February 2021"),
        ("three days ago", "21 November 2026"),
        ("two weeks ago", "9–15 November 2026"),
        ("in the past two weeks", "since 10 November 2026"),
        ("over the last 7 days", "since 17 November 2026"),
        ("over the past week", "since 17 November 2026"),
        ("in the last month", "since 24 October 2026"),
        ("the last 24 hours", "since 23 November 2026, 10:30"),
        ("before June 2024", "until 31 May 2024"),
        ("until 2026-10-31", "until 31 October 2026"),
        ("after 3 May", "since 4 May 2026"),
        ("since March, until May", "1 March – 31 May 2026"),
        ("le mois dernier", "1–31 October 2026"),
        ("lundi dernier", "23 November 2026"),
        ("mardi dernier", "17 November 2026"),
        ("desde el martes pasado", "since 17 November 2026"),
        ("منذ الثلاثاء الماضي", "since 17 November 2026"),
        ("上周一", "16 November 2026"),
        ("on Monday last week", "23 November 2026"),
        ("au cours des deux dernières semaines", "since 10 November 2026"),
        ("خلال الأسبوعين الماضيين", "since 10 November 2026"),
        ("11月3日至10日", "3–10 November 2026"),
        ("10月份", "1–31 October 2026"),
        ("aujourd’hui", "since 24 November 2026"),
        ("du 3 au 10 mai", "3–10 May 2026"),
        ("am 3. Mai", "3 May 2026"),
        ("im Februar 2021", "1–28 February 2021"),
        ("vor zwei Wochen", "9–15 November 2026"),
        ("la semana pasada", "16–22 November 2026"),
        ("en mayo de 2021", "1–31 May 2021"),
        ("на прошлой неделе", "16–22 November 2026"),
        ("в феврале 2021 года", "1–28 February 2021"),
    ],
)
def test_words_name_days(words: str, days: str) -> None:
    found = find_period(f"what was said {words}", NOW, BERLIN)
    assert found is not None
    assert describe_period(found[0], BERLIN) == days


@pytest.mark.parametrize(
    "words", ["May I ask about Agenda 2030?", "a March on the capital", "31 February", "12.2", "New START", "", "🎉"]
)
def test_other_words_name_none(words: str) -> None:
    assert find_period(words, NOW, BERLIN) is None


def test_the_words_are_told() -> None:
    found = find_period("since March nobody asked, until May", NOW, BERLIN)
    assert found is not None
    assert [span.of("since March nobody asked, until May") for span in found[1]] == ["since March", "until May"]


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("30d", date(2026, 10, 25), date(2026, 10, 25)),
        ("2w", date(2026, 11, 10), date(2026, 11, 10)),
        ("6 months", date(2026, 5, 24), date(2026, 5, 24)),
        ("2026-10-01", date(2026, 10, 1), date(2026, 10, 2)),
        ("March", date(2026, 3, 1), date(2026, 4, 1)),
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("last week", date(2026, 11, 16), date(2026, 11, 23)),
    ],
)
def test_an_option_is_a_date_by_itself(typed: str, since: date, until: date) -> None:
    assert parse_since(typed, NOW, BERLIN).astimezone(BERLIN).date() == since
    assert parse_until(typed, NOW, BERLIN).astimezone(BERLIN).date() == until


ANOTHER_AGE = (
    "9999-12-31",
    "9999-12",
    "0001-01-01",
    "31.12.9999",
    "1899-12-31",
    "2201-01-01",
    "500 years ago",
    "2020y",
)


@pytest.mark.parametrize("typed", ["", "x", "May 5 or so", "9999y", "2026-13-01", *ANOTHER_AGE])
def test_what_is_no_date_is_refused_in_words(typed: str) -> None:
    for parse in (parse_since, parse_until):
        with pytest.raises(UsageError, match="is not a date that I understand"):
            parse(typed, NOW, BERLIN)


def test_a_date_of_another_age_is_no_date() -> None:
    for typed in ANOTHER_AGE[:-1]:
        assert find_period(f"before {typed}", NOW, BERLIN) is None, typed
    assert parse_since("1900-01-01", NOW, BERLIN).year == 1900
    assert parse_until("2200-12-31", NOW, BERLIN).year == 2201


def test_a_date_that_no_calendar_has_is_found_in_a_topic() -> None:
    assert find_impossible_date("START since 9999-12-31") == "9999-12-31"
    assert find_impossible_date("31.02.2026, 1.3.2026") == "31.02.2026"
    assert find_impossible_date("about the 2023-24 budget, the 1998-99 crisis, resolution 1701-18") is None
    assert find_impossible_date("2026-03-01 and 1.3.2026, 10.0.0.1, page 9999") is None


WORDS = st.sampled_from(
    "since until between and from last this 3 31 May march 2021 weeks ago year 2026-02-30 99.99.2021 the".split()
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60))
def test_any_words_can_be_read(words: str) -> None:
    found = find_period(words, NOW, BERLIN)
    assert found is None or found[0].since or found[0].until
    for parse in (parse_since, parse_until):
        with contextlib.suppress(UsageError):
            assert parse(words, NOW, BERLIN).tzinfo


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("60d", datetime(2026, 9, 25, tzinfo=UTC)),
        ("3h", NOW - timedelta(hours=3)),
        ("3 hours", NOW - timedelta(hours=3)),
        ("30 days", datetime(2026, 10, 25, tzinfo=UTC)),
        ("30 jours", datetime(2026, 10, 25, tzinfo=UTC)),
        ("today", NOW),
        ("the last 30 days", NOW),
        ("three days ago", datetime(2026, 11, 22, tzinfo=UTC)),
    ],
)
def test_an_end_so_long_ago_is_not_now(words: str, end: datetime) -> None:
    assert parse_until(words, NOW, UTC) == end
