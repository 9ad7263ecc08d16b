"""Whom a ministry's title says that it called or met."""

import pytest

from benchmarks.stories import find_partner


@pytest.mark.parametrize(
    ("title", "partner"),
    [
        ("Secretary Blinken’s Call with Fijian Prime Minister Taro", {"fijian", "taro"}),
        ("Secretary Antony J. Blinken And Uzbek Foreign Minister Karim Before Their Meeting", {"uzbek", "karim"}),
        (
            "Secretary Antony J. Blinken and French Foreign Minister Duval at a Joint Press Availability",
            {"french", "duval"},
        ),
        ("On the National Day of Fiji", set()),
    ],
)
def test_partner_of_title(title: str, partner: set[str]) -> None:
    assert find_partner(title) == partner
