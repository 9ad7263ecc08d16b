from datetime import UTC, datetime

import pytest

from bot.web.feeds.dates import FeedDate, parse_date


@pytest.mark.parametrize(
    ("value", "at", "day_only"),
    [
        ("Tue, 06 May 2031 09:30:15 GMT", datetime(2031, 5, 6, 9, 30, 15, tzinfo=UTC), False),
        ("6 May 31 09:30 +0200", datetime(2031, 5, 6, 7, 30, tzinfo=UTC), False),
        ("Tuesday, 6 May 2031 09:30:00 EDT", datetime(2031, 5, 6, 13, 30, tzinfo=UTC), False),
        ("06-May-2031 23:58:60 Z", datetime(2031, 5, 6, 23, 59, tzinfo=UTC), False),
        ("2031-05-06T09:30:00.123456Z", datetime(2031, 5, 6, 9, 30, 0, 123456, tzinfo=UTC), False),
        ("2031-05-06 09:30:00+02:00", datetime(2031, 5, 6, 7, 30, tzinfo=UTC), False),
        ("2031-05-06T09:30", datetime(2031, 5, 6, 9, 30, tzinfo=UTC), False),
        ("2031-05-06", datetime(2031, 5, 6, tzinfo=UTC), True),
        ("Tue, 06 May 2031", datetime(2031, 5, 6, tzinfo=UTC), True),
        ("Tue, 06 May 2031 00:00:00 +0200", datetime(2031, 5, 5, 22, tzinfo=UTC), True),
        ("2031-05-06T00:00:00Z", datetime(2031, 5, 6, tzinfo=UTC), True),
        ("Tue May  6 09:30:15 2031", datetime(2031, 5, 6, 9, 30, 15, tzinfo=UTC), False),
        ("20310506", datetime(2031, 5, 6, tzinfo=UTC), True),
    ],
)
def test_dates_as_feeds_write_them(value: str, at: datetime, day_only: bool) -> None:
    assert parse_date(value) == FeedDate(at, day_only)


@pytest.mark.parametrize(
    "value",
    [None, "", "soon", "32 May 2031", "0000-00-00", "9" * 60, "x" * 1_000, "6 Foo 2031"],
)
def test_what_is_no_date_is_none(value: str | None) -> None:
    assert parse_date(value) is None
