"""Days, months and counts are written as each language writes them."""

from datetime import UTC, date, datetime

import pytest

from bot.i18n.dates import format_count, format_day, format_days, format_month, format_short_day, format_time
from bot.i18n.language import Language, using_language

OCTOBER = date(2026, 10, 1)
AFTER = {
    Language.ENGLISH: ("1 October 2026", "1 Oct 2026", "October 2026"),
    Language.ARABIC: ("1 أكتوبر 2026", "1 أكتوبر 2026", "أكتوبر 2026"),
    Language.CHINESE: ("2026年10月1日", "2026年10月1日", "2026年10月"),
    Language.FRENCH: ("1 octobre 2026", "1 oct. 2026", "octobre 2026"),
    Language.RUSSIAN: ("1 октября 2026 г.", "1 окт. 2026", "октябрь 2026 г."),
    Language.SPANISH: ("1 de octubre de 2026", "1 oct 2026", "octubre de 2026"),
}


@pytest.mark.parametrize("language", Language)
def test_a_day_and_its_month(language: Language) -> None:
    with using_language(language):
        assert (format_day(OCTOBER), format_short_day(OCTOBER), format_month(OCTOBER)) == AFTER[language]


@pytest.mark.parametrize(
    ("language", "one_month", "two_months", "two_years"),
    [
        (Language.ENGLISH, "1–31 October 2026", "1 October – 3 November 2026", "1 October 2026 – 3 January 2027"),
        (Language.CHINESE, "2026年10月1日至31日", "10月1日至2026年11月3日", "2026年10月1日至2027年1月3日"),
        (
            Language.RUSSIAN,
            "1–31 октября 2026 г.",
            "1 октября – 3 ноября 2026 г.",
            "1 октября 2026 г. – 3 января 2027 г.",
        ),
        (
            Language.SPANISH,
            "1–31 de octubre de 2026",
            "1 de octubre – 3 de noviembre de 2026",
            "1 de octubre de 2026 – 3 de enero de 2027",
        ),
    ],
)
def test_days_together(language: Language, one_month: str, two_months: str, two_years: str) -> None:
    with using_language(language):
        assert format_days(OCTOBER, date(2026, 10, 31)) == one_month
        assert format_days(OCTOBER, date(2026, 11, 3)) == two_months
        assert format_days(OCTOBER, date(2027, 1, 3)) == two_years
        assert format_days(OCTOBER, OCTOBER) == format_day(OCTOBER)


def test_a_moment_names_its_zone() -> None:
    assert format_time(datetime(2026, 10, 1, 8, tzinfo=UTC)) == "1 October 2026, 08:00 UTC"


def test_a_count_is_grouped_as_the_language_does() -> None:
    assert format_count(12_345) == "12,345"
    with using_language(Language.SPANISH):
        assert format_count(12_345) == "12.345"
