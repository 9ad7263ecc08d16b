"""Quiet hours of several at once."""

from datetime import UTC, datetime, time

import pytest

from bot.domain.preferences import DEFAULTS, Preferences, end_of_quiet
from bot.domain.schedule import QuietHours

NIGHT = Preferences("Europe/Berlin", QuietHours(time(22), time(7)))
MORNING = Preferences("UTC", QuietHours(time(6), time(9)))


def at(hour: int, minute: int = 0, day: int = 5) -> datetime:
    return datetime(2026, 1, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "held", "end"),
    [
        (at(12), (NIGHT,), at(12)),
        (at(21), (NIGHT,), at(6, day=6)),
        (at(21), (DEFAULTS,), at(21)),
        (at(21), (NIGHT, MORNING), at(9, day=6)),
        (at(21), (MORNING, NIGHT), at(9, day=6)),
        (at(8), (MORNING, NIGHT), at(9)),
    ],
)
def test_an_alert_waits_until_nobody_is_quiet(now: datetime, held: tuple[Preferences, ...], end: datetime) -> None:
    assert end_of_quiet(now, *held) == end


def test_hours_that_leave_no_moment_hold_nothing_for_ever() -> None:
    day = Preferences("UTC", QuietHours(time(7), time(22)))
    night = Preferences("UTC", QuietHours(time(22), time(7)))
    assert end_of_quiet(at(12), day, night) == at(12)
