"""Whose an office is that names no country."""

import pytest

from bot.domain.text import Span
from bot.reading.speakers.offices import country_of_role


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("Under-Secretary-General for Political Affairs", "United Nations"),
        ("Secretary", "United States"),
        ("Republican Senate Majority Leader", "United States"),
        ("Democratic Speaker of the House", "United States"),
        ("Secretary of State for Transport", None),
        ("secretary", None),
        ("Speaker", None),
    ],
)
def test_styles_of_one_state_or_union_only(office: str, country: str | None) -> None:
    text = f"They met {office} Orla Venn."
    assert country_of_role(text, Span(9, 9 + len(office))) == country


def test_a_secretary_may_be_manila_s() -> None:
    text = "Secretary Orla Venn left Manila."
    assert country_of_role(text, Span(0, 9)) is None
