"""Sides stated right beside a name, on short invented texts."""

import pytest

from bot.nlp.speakers.adjacent_country import find_adjacent_country
from tests.unit.nlp.speakers.invented import span, speakers


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Orla Venn of Iceland spoke.", "Iceland"),
        ("Orla Venn (Iceland) spoke.", "Iceland"),
        ("Orla Venn of the Oslo Harbour Institute spoke.", "Norway"),
        ("The mood was good. Iceland’s Orla Venn laughed.", "Iceland"),
        ("Two capitals agree. And Reykjavik? Orla Venn, who sold the first ship, is not so sure.", "Iceland"),
        ("Rep. Orla Venn (R-Tex.) spoke.", "United States"),
        ("Orla Venn, D-N.Y., spoke.", "United States"),
    ],
)
def test_a_side_stated_beside_the_name_counts(text: str, side: str) -> None:
    assert find_adjacent_country(text, span(text, "Orla Venn")) == side


@pytest.mark.parametrize(
    "text",
    [
        "Orla Venn of the harbour council spoke in Oslo.",
        "Orla Venn of the European Harbour Institute spoke.",
        "Is it so in Oslo? Orla Venn doubts it.",
        "After talks with her Icelandic counterpart, Orla Venn said the harbour was open.",
        "In Iceland Orla Venn said the harbour was open.",
    ],
)
def test_a_country_that_is_only_near_is_no_side(text: str) -> None:
    assert find_adjacent_country(text, span(text, "Orla Venn")) is None


def test_who_led_a_body_of_a_side_is_of_that_side() -> None:
    [found] = speakers("{Orla Venn, who led the European Union observers,|called} the vote [clean].", "Orla Venn")
    assert found is not None
    assert (found.role, found.country) == ("leader of the observers", "European Union")


def test_who_led_something_else_holds_no_office() -> None:
    [found] = speakers("{Orla Venn, who led the race to Norway,|called} the sea [calm].", "Orla Venn")
    assert found is not None
    assert (found.role, found.country) == (None, None)


def test_a_calling_after_the_name_tells_more_than_professor() -> None:
    [found] = speakers("{Professor Orla Venn, an economist at Quay College,|called} fish [dear].", "Orla Venn")
    assert found is not None
    assert found.role == "economist at Quay College"


def test_a_member_of_parliament_for_a_party_is_one() -> None:
    [found] = speakers("{Member of parliament for the Harbour Party, Orla Venn,|called} fish [dear].", "Orla Venn")
    assert found is not None
    assert found.role == "Member of parliament for the Harbour Party"
