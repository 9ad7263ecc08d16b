"""Dates in words in the six languages, asked on Tuesday 24 November 2026."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.date_phrases import find_period, parse_since

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
YESTERDAY = (date(2026, 11, 23), date(2026, 11, 24))
DAY_BEFORE = (date(2026, 11, 22), date(2026, 11, 23))
LAST_WEEK = (date(2026, 11, 16), date(2026, 11, 23))
LAST_MONTH = (date(2026, 10, 1), date(2026, 11, 1))
SINCE_MARCH = (date(2026, 3, 1), None)
THREE_DAYS = (date(2026, 11, 21), None)
TWELFTH = (date(2026, 11, 12), date(2026, 11, 13))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        *((words, YESTERDAY) for words in ("yesterday", "hier soir", "ayer", "вчера вечером", "أمس", "昨天")),
        *((words, DAY_BEFORE) for words in ("avant-hier", "anteayer", "позавчера", "أول أمس", "前天", "قبل يومين")),
        *(
            (words, LAST_WEEK)
            for words in ("last week", "la semaine dernière", "la semana pasada", "на прошлой неделе", "上周")
        ),
        ("الأسبوع الماضي", LAST_WEEK),
        *((words, LAST_MONTH) for words in ("le mois dernier", "el mes pasado", "в прошлом месяце", "上个月")),
        ("الشهر الماضي", LAST_MONTH),
        *(
            (words, SINCE_MARCH)
            for words in ("depuis mars", "desde marzo", "с марта", "منذ مارس", "3月以来", "自三月以来")
        ),
        *(
            (words, THREE_DAYS)
            for words in ("за последние три дня", "آخر ثلاثة أيام", "最近三天", "les 3 derniers jours")
        ),
        *(
            (words, TWELFTH)
            for words in (
                "le 12 novembre",
                "el 12 de noviembre",
                "12 ноября",
                "12 نوفمبر",
                "11月12日",
                "2026年11月12日",
            )
        ),
        ("с понедельника", (date(2026, 11, 23), None)),
        ("с 3 по 10 мая", (date(2026, 5, 3), date(2026, 5, 11))),
        ("с 2025 года", (date(2025, 1, 1), None)),
    ],
)
def test_dates_in_words(words: str, days: tuple[date, date | None]) -> None:
    found = find_period(words, NOW, UTC)
    assert found is not None
    period, _ = found
    assert (period.since and period.since.date(), period.until and period.until.date()) == days


@pytest.mark.parametrize("words", ["three days ago", "三天前"])
def test_a_beginning_so_long_ago(words: str) -> None:
    assert parse_since(words, NOW, UTC).date() == date(2026, 11, 21)


@pytest.mark.parametrize("words", ["日本月球", "周边", "марта", "матч"])
def test_words_that_only_look_like_dates(words: str) -> None:
    assert find_period(words, NOW, UTC) is None
