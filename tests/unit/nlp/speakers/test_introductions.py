"""People described first and named afterwards, on short invented texts."""

import pytest

from tests.unit.nlp.speakers.invented import speakers, stage


def told(text: str, *names: str) -> tuple[str, str | None, str | None] | None:
    """Name, office and country of the last speaker of a marked text."""
    last = speakers(text, *names)[-1]
    return (last.name, last.role, last.country) if last else None


def test_an_office_named_after_its_fuller_description_is_the_same_official() -> None:
    text = (
        "{A Norwegian foreign ministry spokesperson|urged} [Iceland to open the harbour]. Spokesperson Orla Venn made "
        "the remarks at the visit of Icelandic Foreign Minister Tam Roe. {Venn|said} [the crew is free]."
    )
    assert told(text, "Orla Venn", "Tam Roe", "Venn") == ("Orla Venn", "foreign ministry spokesperson", "Norway")


def test_the_country_s_minister_is_named_in_the_next_sentence() -> None:
    text = (
        "Norway will open two harbours, the country’s foreign minister said. Speaking with her Icelandic counterpart "
        "Tam Roe, {Orla Venn|said} [the crew is free]. Venn left. {The top Norwegian diplomat|thanked} [the crew]."
    )
    assert told(text, "Orla Venn", "Venn", "Tam Roe") == ("Orla Venn", "foreign minister", "Norway")


def test_a_counterpart_without_a_name_is_named_in_the_next_sentence() -> None:
    text = (
        "Foreign Minister Tam Roe of Iceland called his Norwegian counterpart on Monday.\n\n"
        "{Orla Venn|offered} [a harbour]. Venn left."
    )
    assert told(text, "Orla Venn", "Venn", "Tam Roe") == ("Orla Venn", "Foreign Minister", "Norway")


@pytest.mark.parametrize(
    "after",
    [
        "{Orla Venn, a baker in Oslo,|said} [bread is dear]. Venn left.",
        "Tam Roe, a baker, left. {Roe|said} [bread is dear]. Orla Venn was there.",
    ],
)
def test_who_is_named_next_is_not_always_who_was_described(after: str) -> None:
    text = f"The Norwegian foreign minister opened the harbour. {after}"
    found = told(text, "Orla Venn", "Venn")
    assert found is not None
    assert found[1] != "foreign minister"


def test_bylines_do_not_part_a_description_from_the_name() -> None:
    text = (
        "The Norwegian foreign minister on fish. Interview by Quayside.\n\nOslo, 3 October\n\n"
        "{Orla Venn|orders} [waffles]. Venn left."
    )
    assert told(text, "Orla Venn", "Venn") == ("Orla Venn", "foreign minister", "Norway")


def test_a_name_that_returns_needs_no_more_to_be_a_person_s() -> None:
    text = "Norway’s opposition leader went to court. In a letter, {Orla Venn|called} that [a pity]. Venn left."
    assert told(text) == ("Orla Venn", "opposition leader", "Norway")


def test_two_described_together_where_nothing_tells_which_is_which() -> None:
    text = (
        "The meeting of Norway’s president and Iceland’s prime minister ended on Tuesday.\n\n"
        "{Orla Venn|said} [it rained]. {Tam Roe|countered} [that]."
    )
    assert [one and one.country for one in speakers(text, "Orla Venn", "Tam Roe")] == [None, None]


def test_an_ambassador_may_be_named_as_the_envoy() -> None:
    text = "Oslo summoned Iceland’s ambassador. {The envoy, Orla Venn,|denied} [it]."
    assert told(text, "Orla Venn") == ("Orla Venn", "envoy", "Iceland")


@pytest.mark.parametrize("described", ["Norway’s foreign minister", "OSLO (Wire) - Norway’s foreign minister"])
def test_who_is_quoted_right_after_the_opening_sentence_is_whom_it_describes(described: str) -> None:
    text = f"{described} opened the harbour on Monday.\n\n{{|}}[“A small thing,”] {{Orla Venn|said}} [at the ceremony]."
    assert told(text, "Orla Venn") == ("Orla Venn", "foreign minister", "Norway")


def test_a_capital_s_envoy_is_its_country_s_and_its_mayor_is_not() -> None:
    for office, country in (("envoy", "Norway"), ("mayor", None)):
        found = told(f"Oslo’s {office} opened the harbour.\n\n{{Orla Venn|said}} [it rained].", "Orla Venn")
        assert found is not None
        assert found[2] == country


@pytest.mark.parametrize("quoted", ["{|}[“No.”] said Orla Venn in Oslo. ", "Orla Venn said no. "])
def test_who_has_just_spoken_is_whom_the_next_sentence_describes(quoted: str) -> None:
    text = f"Iceland’s Tam Roe left. {quoted}{{The Norwegian foreign minister|added}} [that it rained]."
    assert told(text, "Orla Venn", "Tam Roe") == ("Orla Venn", "foreign minister", "Norway")


def test_an_opposite_number_is_a_counterpart() -> None:
    text = "Foreign Minister Tam Roe of Iceland met his Norwegian opposite number. {Orla Venn|said} [no]. Venn left."
    assert told(text, "Orla Venn", "Venn", "Tam Roe") == ("Orla Venn", "Foreign Minister", "Norway")


@pytest.mark.parametrize(
    "described",
    [
        "REYKJAVIK (Wire) - Norway will open two harbours, its foreign minister said on Monday.",
        "Many waited on Monday when the Norwegian foreign minister announced a visit.",
        "Many spoke of the interview with the Norwegian foreign minister.",
    ],
)
def test_a_minister_who_speaks_or_ends_a_sentence_is_named_in_the_next(described: str) -> None:
    text = f"{described}\n\n{{Orla Venn|told}} reporters [that it rained]."
    assert told(text, "Orla Venn") == ("Orla Venn", "foreign minister", "Norway")
    text = f"{described}\n\nOrla Venn, a baker, said so."
    assert all(person.role is None for person in stage(text, "Orla Venn").people)


@pytest.mark.parametrize(
    "described",
    ["The foreign ministers of Norway and Iceland met.", "The Norwegian and Icelandic foreign ministers met."],
)
def test_of_two_ministers_described_together_one_labelled_leaves_the_other(described: str) -> None:
    text = (
        f"{described} {{The Icelandic minister, Tam Roe,|insisted}} on [fish]. {{Orla Venn|retorted}} [that it rained]."
    )
    assert told(text, "Tam Roe", "Orla Venn") == ("Orla Venn", "foreign minister", "Norway")
    text = f"{described} {{Tam Roe|insisted}} on [fish]. {{Orla Venn|retorted}} [that it rained]."
    assert told(text, "Tam Roe", "Orla Venn") == ("Orla Venn", None, None)


def test_a_name_that_goes_on_with_a_clause_is_whom_the_line_before_describes() -> None:
    text = (
        "Georgia’s ambassador to the European Union on wine\n\nOrla Venn, who has served since 2022, waits. "
        "{Venn|said} [no]."
    )
    found = told(text, "Orla Venn", "Venn")
    assert found is not None
    assert (found[0], found[2]) == ("Orla Venn", "Georgia")


def test_an_ambassador_to_somewhere_who_has_complained_is_named_in_the_next_sentence() -> None:
    text = (
        "Iceland closed a harbour without a word, Oslo’s ambassador to Iceland has complained.\n\n"
        "{Orla Venn|disclosed} [that the crew was asleep]."
    )
    assert told(text, "Orla Venn") == ("Orla Venn", "ambassador", "Norway")


def test_the_spokesman_for_a_ministry_is_named_in_the_next_sentence() -> None:
    text = (
        "A port will open, the spokesman for the Norwegian Foreign Ministry has announced.\n\n"
        "Speaking in the rain, {Orla Venn|rejected} [a claim by Iceland]."
    )
    assert told(text, "Orla Venn") == ("Orla Venn", "spokesman for the Foreign Ministry", "Norway")
