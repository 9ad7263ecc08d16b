"""Those who are known by their part in talks, by their nationality or by another style of their office."""

import pytest

from tests.unit.nlp.speakers.invented import names_of, speakers

TALKS = "German Foreign Minister Birna Dahl received Ukrainian Foreign Minister Tam Roe on Monday. "


def test_the_ukrainian_is_the_one_of_that_country() -> None:
    assert names_of(f"{TALKS}{{The Ukrainian|said}} [the harbour is open].", "Birna Dahl", "Tam Roe") == ["Tam Roe"]


@pytest.mark.parametrize("source", ["The Ukrainians", "The British", "The Norwegian"])
def test_a_people_or_a_stranger_is_no_one_of_them(source: str) -> None:
    [name] = names_of(f"{TALKS}{{{source}|said}} [the harbour is open].", "Birna Dahl", "Tam Roe")
    assert name not in {"Birna Dahl", "Tam Roe"}


@pytest.mark.parametrize(
    ("office", "style"),
    [
        ("U.S. Defense Secretary", "The Pentagon chief"),
        ("EU foreign policy chief", "The EU’s foreign policy chief"),
        ("EU High Representative", "The foreign policy chief"),
        ("UN Secretary-General", "The UN chief"),
        ("Norwegian Foreign Minister", "Norway’s foreign policy chief"),
    ],
)
def test_other_styles_of_an_office(office: str, style: str) -> None:
    assert names_of(f"{office} Orla Venn left. {{{style}|said}} [the harbour is open].", "Orla Venn") == ["Orla Venn"]


def test_a_union_s_envoy_may_be_called_by_his_own_country() -> None:
    text = "EU special envoy Orla Venn met Serbian President Tam Roe. {The Slovak|promised} [a boat]."
    assert names_of(text, "Orla Venn", "Tam Roe") == ["Orla Venn"]


def test_the_eu_s_top_diplomat_is_its_foreign_policy_chief() -> None:
    text = (
        "{Foreign Minister Tam Roe|met} [Orla Venn], the EU’s foreign policy chief. "
        "{The EU’s top diplomat|left} [early]."
    )
    assert names_of(text, "Orla Venn", "Tam Roe")[-1] == "Orla Venn"


def test_a_diplomat_is_one_who_was_named_already() -> None:
    text = (
        "Russian Foreign Ministry spokesman Tam Roe left. {The diplomat|warned} [Finland]. "
        "{Helsinki’s top diplomat, Orla Venn,|brushed off} [that]. {The minister|noted} [that it rained]."
    )
    assert names_of(text, "Tam Roe", "Orla Venn") == ["Tam Roe", "Orla Venn", "Orla Venn"]


def test_a_former_envoy_was_an_ambassador_once() -> None:
    text = (
        "{Orla Venn, once Kenya’s ambassador to China,|said} [it rained]. {The former envoy|added} [that it was cold]."
    )
    assert names_of(text, "Orla Venn") == ["Orla Venn", "Orla Venn"]


@pytest.mark.parametrize("sides", ["the two parties", "both sides", "the two sides"])
def test_a_spokesperson_is_no_party_to_the_talks(sides: str) -> None:
    text = (
        "Icelandic Foreign Minister Birna Dahl spoke first. Ministry spokesperson Nils Prior praised Norwegian Foreign "
        f"Minister Tam Roe. {{{sides.capitalize()}|agreed}} [to meet again]."
    )
    assert names_of(text, "Birna Dahl", "Tam Roe", "Nils Prior") == ["Birna Dahl; Tam Roe"]


def test_officials_on_both_sides_are_not_those_who_were_named() -> None:
    [name] = names_of(f"{TALKS}{{Officials on both sides|acknowledged}} [that].", "Birna Dahl", "Tam Roe")
    assert name == "Officials on both sides"


def test_ministries_of_two_countries_are_no_country_and_a_ministry() -> None:
    [found] = speakers("{The Icelandic and Norwegian defense ministries|accused} [the crew].")
    assert found is not None
    assert (found.name, found.country) == ("Icelandic and Norwegian defense ministries", "Iceland; Norway")


@pytest.mark.parametrize(
    ("office", "style"),
    [("Prime Minister", "The head of government"), ("President", "The head of state")],
)
def test_a_head_of_state_or_government_by_office(office: str, style: str) -> None:
    text = f"Norwegian {office} Tam Roe met Icelandic Interior Minister Birna Dahl. {{{style}|said}} [no]."
    assert names_of(text, "Birna Dahl", "Tam Roe") == ["Tam Roe"]


def test_the_diplomat_is_who_spoke_last_if_no_office_of_his_is_told() -> None:
    text = "Icelandic Foreign Minister Birna Dahl was in Oslo. {Tam Roe|said} [it rained]. {The diplomat|added} [so]."
    assert names_of(text, "Birna Dahl", "Tam Roe") == ["Tam Roe", "Tam Roe"]


def test_governments_are_those_of_the_sides_and_nobody_in_particular() -> None:
    text = (
        "Norway and Iceland met. Norwegian Foreign Minister Orla Venn spoke to Icelandic Foreign Minister Tam Roe. "
        "{Both governments|agreed} [to that]."
    )
    [found] = speakers(text, "Orla Venn", "Tam Roe")
    assert found is not None
    assert (found.name, found.role, found.country) == ("Both governments", None, "Norway; Iceland")


def test_participants_of_another_meeting_are_not_the_officials() -> None:
    text = (
        "Norwegian Foreign Minister Orla Venn met Icelandic Foreign Minister Tam Roe, and then fishermen. "
        "{Participants|told} her [that nets were dear]."
    )
    assert names_of(text, "Orla Venn", "Tam Roe") == ["Participants"]


def test_any_ministers_are_not_those_who_were_named() -> None:
    text = f"{TALKS}{{Ministers|agreed}} [that the harbour opens]."
    assert names_of(text, "Birna Dahl", "Tam Roe") == ["Ministers"]


def test_a_comma_behind_officials_does_not_make_them_those_who_were_named() -> None:
    text = f"{TALKS}{{The officials,|said}} [the harbour opens]."
    assert names_of(text, "Birna Dahl", "Tam Roe") == ["officials"]


def test_the_sides_of_a_joint_statement_are_those_who_issue_it() -> None:
    text = (
        "Joint Statement by Norway and Iceland\n\nNorwegian Minister Orla Venn met Icelandic Minister Tam Roe. "
        "{Both sides|agreed} [to share nets]. {We|urge} [Denmark to pay]. "
        "{We, the ministers of Norway and Iceland,|regret} [the storm]."
    )
    assert names_of(text, "Orla Venn", "Tam Roe") == ["Norway; Iceland"] * 3
