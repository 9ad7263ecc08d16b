"""The office beside a name: what belongs to it, and what is a body's name and nobody's."""

import pytest

from bot.nlp.speakers.titles import find_apposition, find_loose_apposition
from tests.unit.nlp.speakers.invented import context_of, names_of, speakers


def office(text: str, *names: str) -> tuple[str, str | None]:
    """Name and office of the first sure person of ``text``."""
    person = next(p for p in context_of(text, *names).people if p.sure)
    return person.name, person.role


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("Irrigation Minister", "Irrigation Minister"),
        ("Minister for Climate Change", "Minister for Climate Change"),
        ("French Armed Forces Minister", "Armed Forces Minister"),
        ("European Union foreign policy chief", "foreign policy chief"),
        ("European Research Group chair", "European Research Group chair"),
        ("Solicitor General", "Solicitor General"),
        ("Crown Prince", "Crown Prince"),
        ("Secretary for Reefs and Seabed Affairs", "Secretary for Reefs and Seabed Affairs"),
        ("House Committee ranking member", "House Committee ranking member"),
        ("Navy spokeswoman Rear Adm.", "Rear Adm., Navy spokeswoman"),
        ("Iceland’s Joint Chiefs of Staff spokesman", "Joint Chiefs of Staff spokesman"),
        ("Kelp Party presidential candidate and Utah Sen.", "Sen., Kelp Party presidential candidate"),
        ("The port said it needed planning and Norwegian Chancellor", "Chancellor"),
        ("Ek's predecessor at the State Department,", "Ek's predecessor at the State Department"),
        ("Judge orders top", None),
        ("Reed-PF chief whip", "Reed-PF chief whip"),
        ("emails to then-Central Harbour Agency director", "then-Central Harbour Agency director"),
        ("Then-CIA Director", "Then-CIA Director"),
        ("U.S. Commerce Secretary", "Commerce Secretary"),
        ("Israeli Oyster Minister", "Oyster Minister"),
        ("House Oversight and Fish Reform Committee Chairman", "House Oversight and Fish Reform Committee Chairman"),
        ("White House chief of staff", "White House chief of staff"),
        ("The White House kelp adviser", "White House kelp adviser"),
        ("In Oslo, Harbour Light spokesman", "Harbour Light spokesman"),
        ("They met a spokesman for President", "President"),
        ("“Under President", "President"),
        ("It was a call between the king and President", "President"),
        ("It passed Congress and President", "President"),
        ("Kelp Party campaign manager", "Kelp Party campaign manager"),
        ("The Navy chief, General", "Navy chief, General"),
        ("Ambassador Extraordinary and Plenipotentiary of Norway", "Ambassador Extraordinary and Plenipotentiary"),
    ],
)
def test_an_office_keeps_its_field_and_the_name_does_not_take_it(before: str, role: str) -> None:
    assert office(f"{before} Orla Venn left.", "Orla Venn") == ("Orla Venn", role)


def test_the_end_of_a_name_begins_no_office() -> None:
    people = context_of("They met Kim Jong Un and South Korean President Orla Venn.", "Kim Jong Un", "Orla Venn").people
    assert [person.role for person in people] == [None, "President"]


def test_a_shortened_seat_of_several_is_each_one_s() -> None:
    people = context_of("Reps. Orla Venn, R-Va., and Tam Roe, R-Pa., left.", "Orla Venn", "Tam Roe").people
    assert [person.role for person in people] == ["Rep.", "Rep."]


def test_candidates_joined_are_each_a_candidate() -> None:
    text = "The presidential candidates Orla Venn and Tam Roe met."
    assert office(text, "Orla Venn", "Tam Roe") == ("Orla Venn", "presidential candidate")


def test_a_clause_after_a_name_and_a_comma_is_no_office() -> None:
    assert office("In contrast to Minister Orla Venn, the king of Norway was late.", "Orla Venn")[1] == "Minister"
    assert office("Ms. Orla Venn, a former aide to Sen. Tam Roe was late.", "Orla Venn", "Tam Roe")[1] is None


def test_an_aide_to_a_senator_is_not_cut_at_the_stop() -> None:
    text = "Orla Venn, a former aide to Sen. Tam Roe, left."
    assert office(text, "Orla Venn", "Tam Roe") == ("Orla Venn", "former aide to Sen. Tam Roe")


def test_a_given_name_that_is_a_common_word_stays_with_its_name() -> None:
    assert office("Former minister Bill Haugseth left.", "Bill Haugseth") == ("Bill Haugseth", "Former minister")


@pytest.mark.parametrize(
    ("after", "role"),
    [
        (", Under-Secretary-General for Political Affairs, left", "Under-Secretary-General for Political Affairs"),
        (", who was Norway’s foreign minister until 2022, left", "former foreign minister"),
        (", who served as ambassador in Oslo, left", "former ambassador"),
        (", who served as U.S. ambassador to Norway, left", "former ambassador to Norway"),
        (", who was late, left", None),
        (" (R., S.C.), chairman of the Harbour Committee, left", "chairman of the Harbour Committee"),
        (", D-Md., the chairman of the Harbour Committee, left", "chairman of the Harbour Committee"),
        (", a Utah Republican and chairman of the Harbour Committee, left", "chairman of the Harbour Committee"),
        (", the Utah Democrat who chairs the Harbour Committee, left", "chair of the Harbour Committee"),
        (", head of the Just Harbour party told the Post", "head of the Just Harbour party"),
        (", along with Rep. Tam Roe, left", None),
    ],
)
def test_an_office_after_the_name(after: str, role: str | None) -> None:
    assert office(f"Orla Venn{after}.", "Orla Venn") == ("Orla Venn", role)


@pytest.mark.parametrize(
    ("before", "role"),
    [("Gen.", "Gen."), ("Sen.", "Sen."), ("Amb.", "Amb."), ("Dr.", None), ("Mr.", None)],
)
def test_a_shortened_rank_is_an_office_where_no_other_is_told(before: str, role: str | None) -> None:
    assert office(f"They met {before} Orla Venn.", "Orla Venn") == ("Orla Venn", role)


def test_the_office_held_comes_before_one_given_up_and_one_told_by_a_verb() -> None:
    text = "Foreign Minister Orla Venn, who chairs the long harbour meetings of the north, left."
    assert office(text, "Orla Venn")[1] == "Foreign Minister"
    text = "Former deputy prime minister Orla Venn spoke. Envoy Orla Venn left."
    assert office(text, "Orla Venn")[1] == "Envoy"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Venn Front", "Venn Front"),
        ("The campaign group Harbour Watch", "Harbour Watch"),
        ("The Orla Venn hospital", "Orla Venn hospital"),
    ],
)
def test_a_body_named_after_somebody_is_nobody(source: str, name: str) -> None:
    assert names_of(f"{{{source}|said}} [the harbour is open].", "Orla Venn", "Venn") == [name]


def test_a_short_family_name_that_stands_first_is_the_same_person() -> None:
    text = "Deputy Minister Lee Hsiang-ting left. {Ms. Lee|said} [the harbour is open]."
    found = speakers(text, "Lee Hsiang-ting", "Lee")[-1]
    assert found is not None
    assert (found.name, found.role) == ("Lee Hsiang-ting", "Deputy Minister")


def test_a_country_s_own_is_a_person_where_a_verb_of_speech_follows() -> None:
    assert names_of("{Iceland’s Orla Venn|said} [it rained]. {She|left} [it at that].") == ["Orla Venn", "Orla Venn"]


@pytest.mark.parametrize(
    "before",
    [
        "The head of the agency said that",
        "The head of the agency met",
        "The head of the agency, said",
        "The end of the council",
    ],
)
def test_no_office_is_made_of_a_sentence(before: str) -> None:
    assert office(f"{before} Orla Venn left.", "Orla Venn") == ("Orla Venn", None)


@pytest.mark.parametrize(
    ("before", "role"), [("Police commissioner", "Police commissioner"), ("Commerce secretary", "Commerce secretary")]
)
def test_a_body_s_name_opens_the_sentence_of_an_office(before: str, role: str) -> None:
    assert office(f"It rained. {before} Orla Venn left.", "Orla Venn") == ("Orla Venn", role)


def test_an_office_that_a_comma_ends_before_who_closes_the_clause_is_anothers() -> None:
    text = "Asked whether he would meet the Foreign Minister of Iceland, Orla Venn replied that it rained."
    assert office(text, "Orla Venn") == ("Orla Venn", None)
    assert office("The Foreign Minister of Iceland, Orla Venn, replied.", "Orla Venn")[1] == "Foreign Minister"


def test_an_office_between_two_names_is_the_first_one_s() -> None:
    text = (
        "Foreign Minister Orla Venn left. "
        "According to Bo Roe, a spokesman for the Norwegian Foreign Ministry, Venn assured them that it rained."
    )
    people = {person.name: person.role for person in context_of(text, "Orla Venn", "Bo Roe", "Venn").people}
    assert people == {"Orla Venn": "Foreign Minister", "Bo Roe": "spokesman for the Foreign Ministry"}


def test_a_charge_d_affaires_is_somebody_else_than_his_office() -> None:
    text = "The Afghan Chargé d’Affaires, Orla Venn, had been called. {Venn|said} [no]."
    assert names_of(text, "Orla Venn", "Venn") == ["Orla Venn"]
    assert all("ffaires" not in p.name for p in context_of(text, "Orla Venn").people)


@pytest.mark.parametrize(
    "after", [", on the budget — Senator Roe says no.", ", from Senator Roe,", ", at the chairman's,"]
)
def test_what_is_told_of_others_after_a_name_is_no_office(after: str) -> None:
    assert office(f"Minister Orla Venn left. Venn{after}", "Orla Venn", "Venn") == ("Orla Venn", "Minister")


def test_a_page_s_list_of_names_is_cut_before_what_it_repeats() -> None:
    assert office("Orla Venn left. Read about Orla Venn Orla Helga VennMore.", "Orla Venn")[0] == "Orla Venn"


@pytest.mark.parametrize(
    "text",
    [
        "Orla Venn, the harbour ministry spokesman on Monday ruled out talks.",
        "Orla Venn, speaking at a news conference with her Icelandic counterpart, left.",
        "Orla Venn, denounced the minister’s speech, and left.",
    ],
)
def test_what_somebody_does_is_no_office(text: str) -> None:
    assert find_apposition(text, len("Orla Venn")) is None
    assert find_loose_apposition(text, len("Orla Venn")) is None


def test_an_office_in_the_phrase_before_a_sentence_is_another_persons() -> None:
    name, role = office("On Monday, before her talks with the Foreign Minister, Orla Venn spoke of peace.", "Orla Venn")
    assert (name, role) == ("Orla Venn", None)


def test_an_office_told_by_a_verb_holds_an_initial() -> None:
    text = "“It is late,” said Orla Venn, who is president of John C. Harmon Partners, a risk firm."
    assert office(text, "Orla Venn") == ("Orla Venn", "president of John C. Harmon Partners")


@pytest.mark.parametrize(
    ("after", "role"),
    [
        ("as well as many captains,", None),
        ("who is a fellow in Selm University's Reef Control and Kelp Initiative,", None),
        ("an assistant reef secretary under President Tam Roe,", "assistant reef secretary under President Tam Roe"),
        ("an Iowa baker and the president of the union,", "president of the union"),
        ("Mr. Roe's former Reef Council director,", "Mr. Roe's former Reef Council director"),
        ("the sailor who served as President Roe's reef secretary until May,", "President Roe's former reef secretary"),
        ("a sailor who served the king,", None),
        ("a Norwegian fisher and a frequent critic of the dam,", None),
        ("who served as Mrs. Roe’s spokesman at the Reef Office,", "Mrs. Roe’s former spokesman at the Reef Office"),
        ("minister of reefs under Ms. Roe,", "minister of reefs under Ms. Roe"),
        ("who heads HarbourWatch.org,", "head of HarbourWatch.org"),
        ("dismissed as vain the speeches by leaders at the port,", None),
        ("is creating a stir among reef advisers,", None),
        ("named for the aunt of a reef chief,", None),
        ("the reef chief failed to speak of the storm,", None),
        ("just days after the reef chief left,", None),
        ("an adviser to the reef chief who’s now a baker,", "adviser to the reef chief"),
        ("the reef chief accused of hiding the storm,", "reef chief"),
        ("who served as reef chief during the storm,", "former reef chief"),
        ("a reef adviser and the kelp chief at the Reef Fund,", "reef adviser and the kelp chief at the Reef Fund"),
        ("a reef adviser and the friend of a baker,", "reef adviser"),
        ("the reef chief of the Kelp Union issued a letter and", "reef chief of the Kelp Union"),
        ("reef chief of the Kelp Union on a call with reporters on Friday,", "reef chief of the Kelp Union"),
        ("a fellow in Norwegian reef affairs at the Kelp Fund,", "fellow in Norwegian reef affairs at the Kelp Fund"),
    ],
)
def test_an_office_ends_where_it_ends(after: str, role: str | None) -> None:
    told = "fellow in Selm University's Reef Control and Kelp Initiative" if "a fellow in Selm" in after else role
    assert office(f"Orla Venn, {after} left the harbour.", "Orla Venn", "Tam Roe")[1] == told


def test_a_verb_before_a_captive_is_no_part_of_what_he_is() -> None:
    assert office("A film by the Selm militant group shows Norwegian captive Orla Venn.", "Orla Venn")[1] is None


def test_a_rank_between_an_office_and_a_name_is_no_part_of_the_name() -> None:
    told = "{U.S. Chairman of the Joint Chiefs of Staff Gen. Orla Venn|said} [the dam holds]."
    assert names_of(told, "Orla Venn") == ["Orla Venn"]


@pytest.mark.parametrize("before", ["It holds, said", "A few hours after"])
def test_an_office_stands_before_a_rank_with_its_state(before: str) -> None:
    told = office(f"{before} Norway's supreme reef commander, U.S. Gen. Orla Venn, left.", "Orla Venn")
    assert told == ("Orla Venn", "Gen., supreme reef commander")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Norwegian President Tam Roe's former lawyer Orla Venn left.", "Norwegian President Tam Roe's former lawyer"),
        ("Monday's chief adviser Orla Venn left.", "chief adviser"),
        ("Norway's chief adviser Orla Venn left.", "chief adviser"),
    ],
)
def test_an_aide_is_somebodys(text: str, role: str) -> None:
    people = {person.name: person.role for person in context_of(text, "Tam Roe", "Orla Venn").people}
    assert people["Orla Venn"] == role


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("Orla Venn of the Reef Institute for Kelp", "Reef Institute for Kelp"),
        ("the North Reef Institute’s Orla Venn", "North Reef Institute"),
        ("Later UNR's Orla Venn", "UNR"),
        ("Al Jazeera's Orla Venn", "Al Jazeera"),
        ("Orla Venn, of the Reef Institute,", "Reef Institute"),
        ("Orla Venn, of the R.I.,", "R.I."),
        ("Orla Venn, who works for the small think tank Reef Interest,", "Reef Interest"),
        ("Orla Venn of Norway", None),
        ("Orla Venn of Texas and Tam Roe of the Kelp Party", None),
    ],
)
def test_somebody_without_an_office_is_shown_with_his_body(source: str, body: str | None) -> None:
    [speaker] = speakers(f"{{{source}|said}} [it rained].", "Orla Venn", "Tam Roe")
    assert speaker is not None
    assert (speaker.role or "").partition(";")[0] == (body or ("Kelp Party" if "Kelp Party" in source else ""))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Sen. Orla Venn of Utah, the ranking Republican on the reef committee, left.",
            "ranking Republican on the reef committee",
        ),
        ("Sen. Orla Venn, the committee’s ranking Republican, left.", "committee’s ranking Republican"),
        ("Sen. Orla Venn, Ohio Democrat, left.", "Ohio Democrat"),
    ],
)
def test_a_members_standing_and_state_are_shown(text: str, role: str) -> None:
    assert office(text, "Orla Venn") == ("Orla Venn", f"Sen., {role}")


def test_an_office_says_more_than_a_rank() -> None:
    assert (
        office("Major General Orla Venn, director of the reef agency, left.", "Orla Venn")[1]
        == "director of the reef agency"
    )


def test_an_office_of_several_is_each_ones() -> None:
    assert office("Ministers Venn and Roe left. Orla Venn stayed.", "Orla Venn", "Venn")[1] == "Minister"


def test_an_office_and_a_body_before_a_name_without_a_comma() -> None:
    assert office("Vice-Chair at UNN Tilda Venn said it rained.", "Tilda Venn") == ("Tilda Venn", "Vice-Chair at UNN")


def test_what_one_said_of_another_and_a_partner_is_no_office() -> None:
    text = "Tam Roe said his thoughts were with the reef chief and his young partner, Orla Venn, and left."
    assert office(text, "Orla Venn", "Tam Roe")[1] is None


def test_two_officers_with_long_offices_both_speak() -> None:
    source = "former Joint Chiefs of Staff Chairman Tam Roe and former Ambassador Orla Venn"
    assert names_of(f"{{{source}|said}} [it rained].", "Tam Roe", "Orla Venn") == ["Tam Roe; Orla Venn"]
