"""When a digest comes: in the reader's words; what is typed for it in English stays what can be typed."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.schedule import EVERY_DAY, Schedule, describe_days
from bot.render.shown_times import shown_days, shown_schedule
from bot.words.language import Language, speaking

DAYS = st.frozensets(st.integers(0, 6), min_size=1)


@given(DAYS)
def test_english_is_what_can_be_typed(days: frozenset[int]) -> None:
    assert shown_days(days) == describe_days(days)


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
    with speaking(language):
        assert shown_days(EVERY_DAY - {5, 6}) == week
        assert shown_days(frozenset({5, 6})) == weekend


def test_a_schedule_names_its_zone_as_it_is_typed() -> None:
    schedule = Schedule(time(8), "Europe/Berlin")
    assert shown_schedule(schedule) == str(schedule) == "08:00 Europe/Berlin, every day"
    with speaking(Language.RUSSIAN):
        assert shown_schedule(schedule) == "08:00 Europe/Berlin, ежедневно"
