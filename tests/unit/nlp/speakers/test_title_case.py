"""Lines in title case, where capitals make no names."""

import pytest

from bot.nlp.speakers.title_case import find_title_case
from tests.unit.nlp.speakers.invented import context_of, names_of


@pytest.mark.parametrize(
    ("line", "titled"),
    [
        ("President Venn Mocks Harbour Plan", True),
        ("VENN MOCKS THE HARBOUR PLAN", True),
        ("President Venn mocks the harbour plan", False),
        ("President Orla Venn Mocks Harbour Plan.", True),
        ("President Orla Venn Mocks Harbour plan.", False),
        ("Orla Venn", False),
    ],
)
def test_a_line_of_capitals_that_ends_no_sentence(line: str, titled: bool) -> None:
    assert bool(find_title_case(line)) == titled


@pytest.mark.parametrize(
    "head", ["President Venn Mocks Harbour Plan Again", "VENN MOCKS ROE AGAIN", "See Also: Venn Tower"]
)
def test_a_headline_s_verb_is_no_surname(head: str) -> None:
    text = f"{head}\n\nPresident Venn was heard on Monday. {{Venn|said}} [the harbour is open]."
    assert names_of(text, "Venn", "Venn Mocks", "VENN MOCKS ROE", "Venn Tower") == ["Venn"]


@pytest.mark.parametrize("head", ["Venn Delays Journey Again", "Venn Delays Promised Trip Abroad"])
def test_a_name_beside_a_headline_s_verb_is_the_person_s(head: str) -> None:
    text = f"{head}\n\nMinister Orla Venn left. Venn was late."
    people = context_of(text, "Venn Delays", "Orla Venn", "Venn").people
    assert [person.name for person in people] == ["Orla Venn"]
    assert people[0].mentions[0].span.start == head.index("Venn")


@pytest.mark.parametrize(
    "head", ["Foreign Minister Orla Venn Visits Northern Harbours", "Briefing With Minister Orla Venn"]
)
def test_a_full_name_that_only_the_headline_gives_is_kept(head: str) -> None:
    people = context_of(f"{head}\n\nVenn said that the harbour is open.", "Orla Venn", "Venn").people
    assert [person.name for person in people] == ["Orla Venn"]


@pytest.mark.parametrize("after", [", D-Calif.,", " (R., Neb.)", " (R-TX)"])
def test_a_member_s_party_and_state_are_no_name(after: str) -> None:
    assert names_of(f"{{Sen. Orla Venn{after}|said}} [the harbour is open].", "Orla Venn") == ["Orla Venn"]


def test_a_month_is_a_name_after_the_given_name_of_a_public_figure() -> None:
    assert names_of("{Theresa May|said} [the harbour is open].", "Theresa") == ["Theresa May"]
