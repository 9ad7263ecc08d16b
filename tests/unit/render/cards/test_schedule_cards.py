"""When a digest comes: in the reader's words; what is typed for it in English stays what can be typed."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.schedule import EVERY_DAY, Schedule, describe_days
from bot.i18n.language import Language, using_language
from bot.render.cards.schedule_cards import format_schedule, format_weekdays

DAYS = st.frozensets(st.integers(0, 6), min_size=1)


@given(DAYS)
def test_english_is_what_can_be_typed(days: frozenset[int]) -> None:
    assert format_weekdays(days) == describe_days(days)


@pytest.mark.parametrize(
    ("language", "week", "weekend"),
    [
        (Language.RUSSIAN, "понедельник – пятница", "суббота и воскресенье"),
        (Language.FRENCH, "de lundi à vendredi", "samedi et dimanche"),
        (Language.SPANISH, "de lunes a viernes", "sábado y domingo"),
        (Language.CHINESE, "周一至周五", "周六和周日"),
        (Language.ARABIC, "من الاثنين إلى الجمعة", "السبت والأحد"),
    ],
)
def test_days_in_the_readers_language(language: Language, week: str, weekend: str) -> None:
    with using_language(language):
        assert format_weekdays(EVERY_DAY - {5, 6}) == week
        assert format_weekdays(frozenset({5, 6})) == weekend


def test_a_schedule_names_its_zone_as_it_is_typed() -> None:
    schedule = Schedule(time(8), "Europe/Berlin")
    assert format_schedule(schedule) == str(schedule) == "08:00 Europe/Berlin, every day"
    with using_language(Language.RUSSIAN):
        assert format_schedule(schedule) == "08:00 Europe/Berlin, ежедневно"
