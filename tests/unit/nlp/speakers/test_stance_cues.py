"""Whose stance an official voices tells his side, where the text does not say it."""

import pytest

from tests.unit.nlp.speakers.invented import speakers

TALKS = "Foreign Minister Orla Venn met her colleague Tam Roe in Vienna. "


@pytest.mark.parametrize(
    "said",
    [
        "{Venn|reaffirmed} [Iceland’s unwavering support for the harbour].",
        "{Venn|underscored} [Iceland's willingness to open the harbour].",
        "{Venn|was} [there]; {Venn|shared} [Iceland’s perspective on the harbour].",
        "{Venn|said} [Iceland stands ready to open the harbour].",
        "{Venn|said} [Iceland would not accept the harbour].",
        "{Venn|added} [that Reykjavik remained open to talks].",
    ],
)
def test_who_voices_a_country_s_stance_is_its_official(said: str) -> None:
    found = speakers(TALKS + said, "Orla Venn", "Venn", "Tam Roe")[-1]
    assert found is not None
    assert found.country == "Iceland"


def test_the_label_of_one_official_says_nothing_of_another_s_side() -> None:
    text = (
        "National Security Advisor Orla Venn met Prince Tam Roe of Norway and Norwegian General Ulf Prior. "
        "{Venn|said} [the harbour is open]. {Prince Tam|said} [the crew is free]."
    )
    venn, roe = speakers(text, "Orla Venn", "Venn", "Tam Roe", "Ulf Prior")
    assert venn is not None
    assert roe is not None
    assert venn.country is None
    assert (roe.role, roe.country) == ("Prince", "Norway")


def test_in_a_capital_an_office_without_a_country_is_that_country_s() -> None:
    text = "Iceland and Norway quarrel. In Reykjavik, {Foreign Minister Orla Venn|said} [the harbour is open]."
    [found] = speakers(text, "Orla Venn")
    assert found is not None
    assert found.country == "Iceland"
