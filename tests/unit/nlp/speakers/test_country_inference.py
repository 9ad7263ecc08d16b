"""The office of a counterpart, as his own country has it."""

import pytest

from tests.unit.nlp.speakers.invented import speakers


@pytest.mark.parametrize(
    ("first", "other", "office"),
    [
        ("US Secretary of State Tam Roe and his Norwegian", "Norway", "Foreign Minister"),
        ("Norwegian Foreign Minister Tam Roe and his U.S.", "United States", "Secretary of State"),
        ("British Foreign Secretary Tam Roe and his Norwegian", "Norway", "Foreign Minister"),
        ("Icelandic Interior Minister Tam Roe and his Norwegian", "Norway", "Interior Minister"),
        (
            "British Secretary of State for Transport Tam Roe and his Norwegian",
            "Norway",
            "Secretary of State for Transport",
        ),
    ],
)
def test_a_counterpart_has_the_same_office_in_his_own_country(first: str, other: str, office: str) -> None:
    text = f"{first} counterpart Orla Venn met on Monday. {{Venn|said}} [the harbour is open]."
    [found] = speakers(text, "Tam Roe", "Orla Venn", "Venn")
    assert found is not None
    assert (found.role, found.country) == (office, other)


def test_whom_an_envoy_is_sent_to_is_not_whose_he_is() -> None:
    text = (
        "Norway’s government thanked special envoy for Norway Tam Roe. Norway’s government praised Roe. "
        "{Roe|said} [that it rained]."
    )
    [found] = speakers(text, "Tam Roe", "Roe")
    assert found is not None
    assert (found.name, found.country) == ("Tam Roe", None)


@pytest.mark.parametrize(
    ("owned", "country"), [("Roe’s deputy, Orla Venn,", "Iceland"), ("Roe’s critic, Orla Venn,", None)]
)
def test_who_serves_somebody_is_of_his_side(owned: str, country: str | None) -> None:
    text = f"Norway met Iceland. {{Icelandic Prime Minister Tam Roe|said}} [no].\n\n{{{owned}|agreed}} [to that]."
    found = speakers(text, "Tam Roe", "Roe", "Orla Venn")[-1]
    assert found is not None
    assert (found.name, found.country) == ("Orla Venn", country)


def test_whose_its_spokesman_is_is_not_guessed() -> None:
    text = (
        "OSLO (Wire) - Norway closed its harbours, and Norway will not open them.\n\n"
        "The fishers’ union was told. {Its spokesman, Orla Venn,|called} that [a pity]."
    )
    [found] = speakers(text, "Orla Venn")
    assert found is not None
    assert found.country is None


@pytest.mark.parametrize("name", ["Barack Obama", "Obama", "Barack H. Obama"])
def test_a_public_figure_speaks_for_his_state_wherever_the_text_is_set(name: str) -> None:
    text = (
        "Norway votes\n\nOSLO — Norway chose a parliament. Norwegian voters in Oslo, Norway, and Bergen were many. "
        "The ministers of Norway met in Oslo. Norway's prime minister, Tam Roe, won. The Labour Party lost."
        f"\n\nNorway, {{President {name}|said}}, [had voted]."
    )
    [found] = speakers(text, name)
    assert found is not None
    assert found.country == "United States"


def test_a_counterpart_is_of_the_one_named_last() -> None:
    text = (
        "Norwegian Foreign Minister Tam Roe left. Icelandic President Bo Lund stayed. Roe met his Danish counterpart, "
        "Orla Venn. {Venn|said} [the harbour is open]."
    )
    [found] = speakers(text, "Tam Roe", "Bo Lund", "Orla Venn", "Roe", "Venn")
    assert found is not None
    assert (found.role, found.country) == ("Foreign Minister", "Denmark")


def test_an_official_of_somebody_is_of_his_country() -> None:
    text = (
        "Iceland is far. Norwegian President Tam Roe left. Orla Venn, Mr. Roe's former reef director, stayed. "
        "{Venn|said} [so]."
    )
    [found] = speakers(text, "Tam Roe", "Orla Venn", "Roe", "Venn")
    assert found is not None
    assert found.country == "Norway"


def test_a_king_of_a_country_named_before_him_is_of_that_country() -> None:
    text = "Iceland asked Iceland's friends. Iceland met Norway's King Torvald. {King Torvald|said} [it rained]."
    [found] = speakers(text, "Torvald")
    assert found is not None
    assert found.country == "Norway"


def test_what_a_state_owns_is_of_some_country() -> None:
    [found] = speakers("Norway’s harbours are shut. {state-run Channel Nine|said} [the boats are stuck].")
    assert found is not None
    assert (found.name, found.country) == ("Channel Nine", "Norway")


def test_two_before_who_are_two() -> None:
    text = "Norway is far. The reef was seen by the White House and Icelandic officials, {who|say} [it is gone]."
    [found] = speakers(text)
    assert found is not None
    assert (found.name, found.country) == ("White House; Icelandic officials", "United States; Iceland")


@pytest.mark.parametrize(
    ("source", "names", "countries"),
    [
        (
            "sailors on both sides of the bay, as well as Iceland and Norway",
            "sailors on both sides of the bay; Iceland; Norway",
            "Iceland; Norway",
        ),
        ("the Icelandic and Norwegian sailors", "Icelandic and Norwegian sailors", "Iceland; Norway"),
    ],
)
def test_those_joined_by_as_well_as_are_apart(source: str, names: str, countries: str) -> None:
    [found] = speakers(f"{{{source}|criticised}} [the dam].")
    assert found is not None
    assert (found.name, found.country) == (names, countries)


def test_the_president_of_a_body_named_after_a_country_is_not_that_countrys() -> None:
    text = "Norway rose. Norway's king left. {Orla Venn, president of Engage Norway|said} [Norway is far]."
    [found] = speakers(text, "Orla Venn")
    assert found is not None
    assert (found.role, found.country) == ("president of Engage Norway", None)


def test_a_ruling_partys_paper_is_of_its_state() -> None:
    text = "Norway’s harbours are shut. {the ruling party’s Reed Lantern newspaper|said} [the boats are stuck]."
    [found] = speakers(text, "Reed Lantern")
    assert found is not None
    assert found.country == "Norway"


def test_the_head_of_a_chamber_of_commerce_is_a_person() -> None:
    text = "{The head of the influential U.S. Chamber of Commerce, Orla Venn|warned} [of tariffs]."
    [found] = speakers(text, "Orla Venn")
    assert found is not None
    assert (found.name, found.role) == ("Orla Venn", "head of the influential U.S. Chamber of Commerce")
