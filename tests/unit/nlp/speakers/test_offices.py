"""Whose an office is that names no country."""

import pytest

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.gazetteer.speaker_kinds import kind_of
from bot.nlp.speakers.offices import (
    clean_role,
    country_of_role,
    country_of_style,
    country_stated,
    find_principal,
    find_rank,
    find_served,
)
from tests.unit.nlp.speakers.invented import context_of, speakers


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("Under-Secretary-General for Political Affairs", "United Nations"),
        ("Secretary", "United States"),
        ("Republican Senate Majority Leader", "United States"),
        ("Democratic Speaker of the House", "United States"),
        ("Secretary of State for Transport", None),
        ("spokeswoman for the State Department", "United States"),
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


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("US special envoy for Iran", "United States"),
        ("Special Envoy of the Secretary-General for Libya", "United Nations"),
        ("French ambassador to Mali", "France"),
        ("special representative for Cyprus", None),
        ("adviser to the Palestinian president", "Palestine"),
        ("minister for Europe", None),
    ],
)
def test_an_envoy_does_not_serve_the_country_that_he_is_sent_to(office: str, country: str | None) -> None:
    assert country_of_role(f"They met {office} Orla Venn.", Span(9, 9 + len(office))) == country


@pytest.mark.parametrize(
    ("office", "role", "country"),
    [
        ("White House Russia adviser Orla Venn", "White House Russia adviser", "United States"),
        ("Oslo-based trade expert Orla Venn", "Oslo-based trade expert", None),
        ("British U.N. ambassador Orla Venn", "U.N. ambassador", "United Kingdom"),
        ("UN chief Orla Venn", "UN chief", "United Nations"),
        ("Oslo Times columnist Orla Venn", "Oslo Times columnist", None),
        ("Orla Venn, a Utah senator and Vietnam veteran,", "Utah senator and Vietnam veteran", "United States"),
        ("CIA director Orla Venn", "CIA director", "United States"),
        ("Northern Ireland Secretary Orla Venn", "Northern Ireland Secretary", "United Kingdom"),
        ("Scottish Secretary Orla Venn", "Scottish Secretary", "United Kingdom"),
        ("U.S.\u00a0District Judge Orla Venn", "District Judge", "United States"),
        ("State Department spokesman Orla Venn", "State Department spokesman", "United States"),
        ("National Security Council official Orla Venn", "National Security Council official", None),
        (
            "The spokesperson of the Ministry of Fish, Ambassador Orla Venn,",
            "spokesperson of the Ministry of Fish",
            None,
        ),
    ],
)
def test_whom_an_office_serves(office: str, role: str, country: str | None) -> None:
    [person] = [p for p in context_of(f"{office} spoke.", "Orla Venn").people if p.sure]
    assert (person.role, person.country) == (role, country)


@pytest.mark.parametrize(("other", "country"), [("European Commission", "European Union"), ("Venice Commission", None)])
def test_whose_the_commission_is(other: str, country: str | None) -> None:
    text = f"The {other} met. Commission spokesperson Orla Venn spoke."
    at = text.index("Commission spokesperson")
    assert country_of_role(text, Span(at, at + len("Commission spokesperson"))) == country


def test_a_school_is_not_of_the_state_whose_capital_its_town_is_called_like() -> None:
    assert country_stated("professor at Georgetown University", Span(0, 34)) is None
    assert clean_role("now a professor at Georgetown University") == "professor at Georgetown University"
    assert clean_role("president of Georgetown University") == "president of Georgetown University"
    assert clean_role("U.S. negotiator with the North Koreans") == "negotiator with the North Koreans"


@pytest.mark.parametrize(
    "office",
    [
        "Iran expert",
        "senior Iran analyst",
        "Navy Council director for Iran",
        "director for Iran, Iraq and the Gulf States",
    ],
)
def test_what_an_office_is_about_is_not_whom_it_serves(office: str) -> None:
    assert country_stated(office, Span(0, len(office))) is None


@pytest.mark.parametrize("office", ["Iranian expert", "U.S. analyst", "director of Iran's harbours"])
def test_whose_expert_somebody_is(office: str) -> None:
    assert country_stated(office, Span(0, len(office))) is not None


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("the president of the EU's European Council", "president of the European Council"),
        ("also a former negotiator", "former negotiator"),
        ("the home of President", "President"),
        ("a confidant of President Venn", "confidant of President Venn"),
        ("CLOSE Foreign Minister", "Foreign Minister"),
        ("MORE and President", "President"),
    ],
)
def test_an_office_is_told_without_what_belongs_to_nothing(office: str, role: str) -> None:
    assert clean_role(office) == role


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("head of the Norway Herring Industry Association", "head of the Norway Herring Industry Association"),
        ("a nurse at the University of British Columbia in Canada", "nurse at the University of British Columbia"),
        ("a professor of U.S. foreign policy at Selm College in Oslo",
         "professor of U.S. foreign policy at Selm College"),
        ("spokesman for the United Nations secretary-general", "spokesman for the secretary-general"),
        ("a spokesman for Norway’s fisheries ministry", "spokesman for the fisheries ministry"),
        ("a former Norwegian ambassador to Nigeria and Colombia", "former ambassador to Nigeria and Colombia"),
        ("Bank of Norway Governor", "Bank of Norway Governor"),
        ("an Iceland analyst at Selm Bank", "Iceland analyst at Selm Bank"),
        ("the New York Republican", "New York Republican"),
        ("a general in the Icelandic navy", "general in the navy"),
        ("a fellow in Norwegian political affairs", "fellow in Norwegian political affairs"),
        ("a baker from Oslo’ downtown harbour", "baker from the downtown harbour"),
        ("author of reports on the", "author of reports"),
        ("Reef Families' minister", "Reef Families' minister"),
    ],
)  # fmt: skip
def test_an_office_keeps_names_of_bodies_and_what_it_has_to_do_with(office: str, role: str) -> None:
    assert clean_role(office) == role


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("Iceland analyst", None),
        ("Norwegian analyst", "Norway"),
        ("chief counsel for Iceland trade enforcement", None),
        ("former Norwegian ambassador to Nigeria and Colombia", "Norway"),
    ],
)
def test_what_somebody_knows_about_is_not_whom_he_serves(office: str, country: str | None) -> None:
    assert country_stated(office, Span(0, len(office))) == country


@pytest.mark.parametrize(
    ("office", "last"),
    [
        ("chief adviser to Norwegian President", "Norwegian President"),
        ("spokesman for Prime Minister", "Prime Minister"),
        ("deputy assistant to the President", "deputy assistant to the President"),
        ("ambassador to the European Union", "ambassador to the European Union"),
        ("Under-Secretary-General for Political Affairs", "Under-Secretary-General for Political Affairs"),
        ("President", "President"),
    ],
)
def test_whose_office_stands_right_before_a_name(office: str, last: str) -> None:
    text = f"The {office} Orla Venn left."
    assert find_principal(text, Span(4, 4 + len(office))).of(text) == last


def test_who_advises_a_president_is_not_the_president() -> None:
    marked = "{The chief adviser to Norwegian President Orla Venn|said} [the port is shut]. {Venn|denied} [it again]."
    adviser, venn = speakers(marked, "Orla Venn", "Venn")
    assert adviser is not None
    assert adviser.name == "chief adviser to Norwegian President Orla Venn"
    assert venn == Speaker("Orla Venn", "President", "Norway")


@pytest.mark.parametrize(
    ("before", "rank"),
    [
        ("Former New Jersey Gov. ", "Former Gov."),
        ("the former Sen. ", "former Sen."),
        ("Retired Lt. Gen. ", "Retired Lt. Gen."),
        ("said Gov. ", "Gov."),
        ("By then Sen. ", "Sen."),
        ("Then-Gen. ", "Then Gen."),
    ],
)
def test_a_rank_that_is_held_no_more_says_so(before: str, rank: str) -> None:
    text = f"{before}Orla Venn"
    assert find_rank(text, Span(len(before), len(text))) == rank


@pytest.mark.parametrize(
    ("phrase", "role", "country"),
    [
        ("founder of the Reed Party of Norway", "founder of the Reed Party of Norway", "Norway"),
        ("chairman of the Icelandic Chamber of Commerce in Norway", None, "Iceland"),
        ("Mayor of Oslo", "Mayor of Oslo", "Norway"),
        ("President of the European Council", "President of the European Council", "European Union"),
        ("spokeswoman for the European Commission", "spokeswoman", "European Union"),
        ("commander of Norwegian forces in Iceland", "commander of forces in Iceland", "Norway"),
        ("spokesman at the Norwegian Embassy in Reykjavik", None, "Norway"),
        ("ambassador of Norway", "ambassador", "Norway"),
        ("analyst with an understanding of Norwegian motives", None, None),
        ("president of Engage Norway", None, None),
        ("organization's deputy U.N. director", None, None),
        ("Norway's closest allies", None, None),
        ("MUST WATCH Speaker", "Speaker", None),
        ("head of the Norwegian Observatory for Reefs", None, None),
        ("senior Defense Department official in Norway", None, "United States"),
    ],
)
def test_an_office_keeps_the_place_in_a_bodys_name_and_serves_none_where_it_only_is(
    phrase: str, role: str | None, country: str | None
) -> None:
    office = clean_role(phrase, body=True).removeprefix("Icelandic ")
    assert (office, find_served(phrase) or country_of_style(phrase)) == (role or office, country)
    assert role is not None or office in phrase


def test_officials_who_work_on_a_country_are_not_its_own() -> None:
    told = "Norway built a dam. {Defense officials working on the Norway portfolio|say} [the dam leaks]."
    (speaker,) = speakers(told)
    assert speaker is not None
    assert speaker.country != "Norway"


@pytest.mark.parametrize(
    "office",
    [
        "a specialist in European and Nordic security at the Reef Corp.",
        "a military and intelligence expert on Norwegian information",
        "UN-backed President",
    ],
)
def test_what_an_expert_knows_and_who_backs_somebody_is_not_whom_he_serves(office: str) -> None:
    assert country_of_role(office, Span(0, len(office))) is None


def test_a_minister_for_families_is_a_minister() -> None:
    assert kind_of("Families' minister") == "minister"
