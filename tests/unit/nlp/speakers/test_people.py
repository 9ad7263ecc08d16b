"""People of a text: every spelling of a name one person, two people of one surname never one."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gazetteer.spelling import compatible, skeleton
from bot.nlp.speakers.names import find_names
from tests.unit.nlp.speakers.invented import context_of, speakers


def cast(text: str, *names: str) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.role, p.country) for p in context_of(text, *names).people if p.sure]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Orlanov", "Sergey Orlanov"),
        ("Andrii Tarenskyi", "Andriy Tarensky"),
        ("Zelensky", "Zelenskyy"),
        ("Dmitry Vetrov", "Dmitrii Vetrov"),
        ("Mikhail Orlov", "Mihail Orlov"),
        ("Yousef al-Harani", "Youssef al-Harani"),
        ("Joe Roe", "Joseph Roe"),
        ("Antony J. Venn", "Tony Venn"),
        ("A. Venn", "Antony Venn"),
        ("José Núñez", "Jose Nunez"),
        ("Li Wenta", "Li"),
        ("Orla Venn", "Venn"),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert compatible(tuple(one.split()), tuple(other.split()))
    assert compatible(tuple(other.split()), tuple(one.split()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orla Brown", "Tam Brown"),
        ("Orla Venn", "Orla Vann"),
        ("Sergei Orlanov", "Andrei Orlanov"),
        ("A. Venn", "Tam Venn"),
        ("Orla Venn", "Tam Roe"),
        ("Venn", "Roe"),
    ],
)
def test_two_people_are_never_one(one: str, other: str) -> None:
    assert not compatible(tuple(one.split()), tuple(other.split()))


def test_a_surname_alone_joins_the_person_and_the_office_stays() -> None:
    text = "Icelandic Foreign Minister Birna Dahl arrived. Dahl left on Friday, and Minister Dahl did not return."
    [(name, role, country)] = cast(text, "Birna Dahl", "Dahl")
    assert (name, role, country) == ("Birna Dahl", "Foreign Minister", "Iceland")
    [dahl] = [p for p in context_of(text, "Birna Dahl", "Dahl").people if p.sure]
    assert [m.span.of(text) for m in dahl.mentions] == ["Birna Dahl", "Dahl", "Dahl"]


def test_two_of_one_surname_stay_two() -> None:
    text = "Orla Brown met Tam Brown. Orla Brown left, and Tam Brown stayed."
    assert [name for name, *_ in cast(text, "Orla Brown", "Tam Brown")] == ["Orla Brown", "Tam Brown"]


def test_a_surname_that_two_share_goes_by_the_office_beside_it() -> None:
    text = "Foreign Minister Orla Brown met General Tam Brown on Monday. Minister Brown left. General Brown stayed."
    people = {p.name: [m.span.of(text) for m in p.mentions] for p in context_of(text, "Orla Brown", "Tam Brown").people}
    assert people == {"Orla Brown": ["Orla Brown", "Brown"], "Tam Brown": ["Tam Brown", "Brown"]}


def test_a_family_name_set_first() -> None:
    text = "Foreign Minister Tan Weilu spoke in Harbin. Tan left on Friday."
    [tan] = [p for p in context_of(text, "Tan Weilu", "Tan").people if p.sure]
    assert (tan.name, len(tan.mentions)) == ("Tan Weilu", 2)


def test_several_spellings_in_one_text_are_one_person() -> None:
    text = "President Andrii Tarenskyi spoke. Tarensky left, and Andriy Tarensky returned."
    assert len(cast(text, "Andrii Tarenskyi", "Tarensky", "Andriy Tarensky")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Birna Dahl, the foreign minister of Iceland, left.", ("Birna Dahl", "foreign minister", "Iceland")),
        ("Birna Dahl (Iceland's foreign minister) left.", ("Birna Dahl", "foreign minister", "Iceland")),
        ("Iceland’s Foreign Minister Birna Dahl left.", ("Birna Dahl", "Foreign Minister", "Iceland")),
        ("US Secretary of State Orla J. Venn left.", ("Orla J. Venn", "Secretary of State", "United States")),
        ("U.S. Ambassador to Iceland Orla Venn left.", ("Orla Venn", "Ambassador to Iceland", "United States")),
        ("Ms. Dahl left.", ("Dahl", None, None)),
        ("Minister for Africa Birna Dahl left.", ("Birna Dahl", "Minister for Africa", None)),
        (
            "Minister of Foreign Affairs and International Cooperation of the Republic of Mali Birna Dahl left.",
            ("Birna Dahl", "Minister of Foreign Affairs and International Cooperation", "Mali"),
        ),
        (
            "The leader of the Loyal Harbour Party, Birna Dahl, left.",
            ("Birna Dahl", "leader of the Loyal Harbour Party", None),
        ),
        ("Birna Dahl, the minister who signed it, left.", ("Birna Dahl", "minister", None)),
        ("Birna Dahl, who heads the union of bakers, left.", ("Birna Dahl", "head of the union of bakers", None)),
        ("Birna Dahl (Iceland) left.", ("Birna Dahl", None, "Iceland")),
        (
            "Birna Dahl, vice president at the Norwegian Marshall Fund, left.",
            ("Birna Dahl", "vice president at the Norwegian Marshall Fund", None),
        ),
        (
            "Birna Dahl, head of Norwegian Studies at the Reef Institute, left.",
            ("Birna Dahl", "head of Norwegian Studies at the Reef Institute", None),
        ),
        ("NSC spokesperson Birna Dahl left.", ("Birna Dahl", "NSC spokesperson", "United States")),
        ("Prince Orm bin Dahl of Oman left.", ("Orm bin Dahl", "Prince", "Oman")),
        ("Chinese foreign ministry spokeswoman Li Dahl left.", ("Li Dahl", "foreign ministry spokeswoman", "China")),
        ("His Excellency Minister Birna Dahl left.", ("Birna Dahl", "Minister", None)),
        (
            "Birna Dahl, Special Representative of the Secretary-General, left.",
            ("Birna Dahl", "Special Representative of the Secretary-General", "United Nations"),
        ),
    ],
)
def test_a_name_with_its_office_and_country(text: str, expected: tuple[str, str | None, str | None]) -> None:
    [found] = cast(text, "Birna Dahl")
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Foreign Ministry of Iceland met the Security Council on Monday in March.",
        "However, Nobody Said Anything.",
        "The White House and the House of Commons.",
        "NATO, ASEAN and the OSCE.",
        "",
    ],
)
def test_bodies_days_and_places_are_nobody(text: str) -> None:
    assert cast(text) == []


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mr. Quill left.", "m"),
        ("Madam Quill left.", "f"),
        ("Spokeswoman Ari Quill left.", "f"),
        ("Spokesman Ari Quill left.", "m"),
        ("Minister Robin Quill left.", ""),
    ],
)
def test_what_a_form_of_address_tells(text: str, gender: str) -> None:
    [person] = [p for p in context_of(text).people if p.sure]
    assert person.gender == gender


def test_a_possessive_is_marked_and_not_part_of_the_name() -> None:
    for mark in ("'s", "’s"):
        text = f"Minister Orla Venn{mark} aide left."
        [mention] = find_names(text)
        assert mention.span.of(text) == "Orla Venn"
        assert mention.possessive


_ROUGH = st.lists(
    st.one_of(
        st.sampled_from(
            ["Orla ", "Venn", "Minister ", "Mr. ", "’s ", ", the ", "\n", "(", "US ", "of ", "al-", "שלום ", "😀"]
        ),
        st.text(max_size=4),
    ),
    max_size=30,
).map("".join)


@given(_ROUGH)
def test_names_of_any_text_lie_inside_it_in_order_and_apart(text: str) -> None:
    names = find_names(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))
    for name in names:
        assert name.words
        assert name.span.of(text).strip() == name.span.of(text)
        assert name.role is None or name.role.of(text).strip()


@given(_ROUGH)
def test_every_mention_belongs_to_one_person(text: str) -> None:
    mentions = [m.span for p in context_of(text).people for m in p.mentions]
    assert len(mentions) == len(set(mentions))
    assert all(p.name.strip() and p.mentions for p in context_of(text).people)


@given(st.text(st.characters(categories=["L", "M"]), min_size=1))
def test_names_are_compatible_with_themselves(word: str) -> None:
    assert skeleton(word) == skeleton(word)
    assert compatible(("Orla", word), ("Orla", word))


def test_two_of_one_surname_and_office_who_serve_two_countries_are_two() -> None:
    text = "U.S. Special Representative Orla Venn met South Korean Special Representative Venn. U.S. envoy Venn left."
    assert [(name, country) for name, _, country in cast(text, "Orla Venn", "Venn")] == [
        ("Orla Venn", "United States"),
        ("Venn", "South Korea"),
    ]


def test_a_town_that_no_list_has_is_nobody() -> None:
    assert cast("New Selmouth and Port Venn officials said so.") == []
    assert [name for name, _, _ in cast("Minister Venn said so.")] == ["Venn"]


def test_an_office_ends_before_the_country_of_another() -> None:
    text = "Minister Tam Roe represented Iceland and Norwegian Fisheries Minister Orla Venn represented Norway."
    assert cast(text, "Tam Roe", "Orla Venn")[1] == ("Orla Venn", "Fisheries Minister", "Norway")


def test_two_offices_of_one_person_and_of_two() -> None:
    text = "Norwegian Deputy Prime Minister and Minister of Fisheries Orla Venn met Icelandic Minister Bo Dahl today."
    assert cast(text)[0] == ("Orla Venn", "Deputy Prime Minister and Minister of Fisheries", "Norway")
    text = "Norwegian Deputy Minister Tam Roe met Icelandic Minister Bo Dahl. The Deputy Minister and Minister Dahl sat"
    assert cast(text)[1] == ("Bo Dahl", "Minister", "Iceland")


def test_the_rank_of_an_ambassador_is_not_the_office_held_now() -> None:
    assert cast("Foreign Secretary Ambassador Orla Venn said so.") == [("Orla Venn", "Foreign Secretary", None)]


@pytest.mark.parametrize("portfolio", ["Higher Education", "Public Safety", "Petroleum and Minerals"])
def test_what_a_minister_is_for_is_no_part_of_the_name(portfolio: str) -> None:
    [found] = cast(f"Norway’s Minister of {portfolio} Orla Venn said so.")
    assert found == ("Orla Venn", f"Minister of {portfolio}", "Norway")


def test_an_office_with_a_name_of_its_own_by_a_form_of_address() -> None:
    text = "Norway’s Fisheries Minister Tam Roe, the Official Spokesperson, Shri Bo Venn, said so."
    assert cast(text)[1][:2] == ("Bo Venn", "Official Spokesperson")


def test_a_department_for_europe_is_its_own_country_s() -> None:
    text = "Director of the Second European Department of the Norwegian Foreign Ministry Orla Venn said so."
    assert cast(text)[0][2] == "Norway"


def test_the_body_that_an_office_shortens_tells_the_country() -> None:
    text = "The Norwegian Coast Guard (NCG) stopped a ship. NCG spokesperson Orla Venn said so."
    assert cast(text) == [("Orla Venn", "NCG spokesperson", "Norway")]


def test_a_member_of_a_parliament_before_the_name() -> None:
    assert cast("A member of the Norwegian parliament, Orla Venn, took to the radio to say that the minister lied.")[
        0
    ] == (
        "Orla Venn",
        "member of the parliament",
        "Norway",
    )


def test_a_headline_s_verb_is_no_part_of_a_name() -> None:
    assert cast("Orla Venn Meets with Minister Tam Roe\n\nMinister Orla Venn said so.")[0][0] == "Orla Venn"


def test_an_office_may_hold_a_short_form_with_stops() -> None:
    found = cast("Orla Venn, Director of the U.S. Trade Agency, said so.", "Orla Venn")
    assert found == [("Orla Venn", "Director of the U.S. Trade Agency", "United States")]


def test_what_an_american_official_is_for_is_not_whom_he_serves() -> None:
    text = "Deputy Assistant Secretary of State for European and Eurasian Affairs Orla Venn said so."
    office = "Deputy Assistant Secretary of State for European and Eurasian Affairs"
    assert cast(text, "Orla Venn") == [("Orla Venn", office, "United States")]


def test_forms_of_address_with_a_stop() -> None:
    assert cast("External Affairs Minister Smt. Orla Venn said so.")[0][:2] == (
        "Orla Venn",
        "External Affairs Minister",
    )


@pytest.mark.parametrize("before", ["In July, ", "After talks in the harbour, ", ""])
def test_an_ambassador_of_a_country_is_no_apposition_to_what_stands_before(before: str) -> None:
    assert cast(f"{before}Norway’s ambassador to Iceland, Orla Venn, offered to help.") == [
        ("Orla Venn", "ambassador to Iceland", "Norway")
    ]


def test_a_charge_d_affaires() -> None:
    assert cast("The Chargé d’affaires of Norway, Orla Venn, said so.") == [
        ("Orla Venn", "Chargé d’affaires", "Norway")
    ]


def test_a_family_name_of_two_letters_stands_alone_later() -> None:
    [person] = [p for p in context_of("Spokesperson Mu Tianrui said so. Mu noted that it rained.").people if p.sure]
    assert len(person.mentions) == 2


def test_a_family_name_with_a_hyphen_stands_alone_later() -> None:
    text = "Minister Amelia Venn-Roe Meets Minister Tam Dahl\n\nVENN-ROE: Yes."
    assert len(context_of(text, "VENN-ROE").people[0].mentions) == 2


def test_what_somebody_did_is_no_office() -> None:
    text = (
        "Iceland’s deputy foreign minister for legal affairs, Bo Venn, denounced the politician’s speech in a letter."
    )
    assert cast(text) == [("Bo Venn", "deputy foreign minister for legal affairs", "Iceland")]


def test_a_long_office_after_the_name() -> None:
    office = "Director-General of the Department of Information and Spokesperson of the Ministry of Foreign Affairs of"
    assert cast(f"Mr. Bo Venn, {office} Norway, said so.")[0][2] == "Norway"


def test_cabinet_secretaries_by_their_letters() -> None:
    people = context_of(
        "Cabinet Secretary for Fisheries, Dr. Orla Kihara-Venn, met them. CS Kihara-Venn said so."
    ).people
    assert [person.name for person in people if person.sure] == ["Orla Kihara-Venn"]


def test_a_headline_s_verb_is_no_part_of_what_the_model_takes_for_a_name() -> None:
    assert cast("Orla Venn Holds Talks with Tam Roe\n\nOrla Venn said so.", "Orla Venn Holds Talks", "Orla Venn") == [
        ("Orla Venn", None, None)
    ]


def test_a_secretary_general_of_a_community_is_no_one_country_s() -> None:
    text = "OSLO, March 3. /TASS/. The Secretary General of the Harbour Community, Orla Venn, offered to help Russia."
    assert cast(text, "Orla Venn") == [("Orla Venn", "Secretary General of the Harbour Community", None)]


def test_the_site_named_by_a_letter_is_no_initial() -> None:
    assert [name for name, _, _ in cast("Minister Orla Venn wrote on X. Venn added that it rained.")] == ["Orla Venn"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Trump left. Melania Trump stayed. Trump was late.", ["Trump", "Melania Trump"]),
        ("Maria Venn left. Mr. Venn stayed.", ["Maria Venn", "Venn"]),
        ("Kim Jong Un left. Envoy Ole Kim stayed. Kim was late.", ["Kim Jong Un", "Ole Kim"]),
        ("Trump left with his daughter Ivanka Trump. Trump was late.", ["Trump", "Ivanka Trump"]),
        ("Kim Jong Un left Kim's brother Kim Jong Nam. Kim was late.", ["Kim Jong Un", "Kim Jong Nam"]),
        ("John Kerry left. Orla Kerry, an economist, stayed. Kerry was late.", ["John Kerry", "Orla Kerry"]),
        ("Prince Tam Venn left. King Venn stayed.", ["Tam Venn", "Venn"]),
        ("Maria Venn left with her husband, Tam Venn. Venn was late.", ["Maria Venn", "Tam Venn"]),
    ],
)
def test_one_of_the_family_is_not_the_other(text: str, names: list[str]) -> None:
    given = ("Melania Trump", "Maria Venn", "Kim Jong Un", "Ole Kim", "Ivanka Trump", "Kim Jong Nam", "Tam Venn")
    people = context_of(text, *given, "Trump", "Venn", "John Kerry", "Orla Kerry", "Kerry").people
    assert [p.name for p in people] == names
    named_last = max(people, key=lambda p: p.mentions[-1].span)
    assert named_last is people[-1 if re.search(r"Mr\.|economist|King", text) else 0]


def test_a_caption_s_first_word_is_no_part_of_the_name() -> None:
    people = context_of("Orla Venn spoke.\n\nMoment Orla Venn signs the treaty", "Orla Venn", "Moment Orla Venn").people
    assert [p.name for p in people] == ["Orla Venn"]


def test_a_minister_s_hour_is_not_the_minister() -> None:
    text = "Mrs Venn said so at Prime Minister's Questions. The prime minister said that it rained."
    assert "Questions" not in [p.name for p in context_of(text, "Venn").people if p.sure]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ole Dahl/AP\n\nThe foreign minister left.", "Ole Dahl"),
        ("Prime Minister Orla Venn said MPs were frustrated.", "MPs"),
    ],
)
def test_a_photographer_and_a_plural_are_no_speakers(text: str, name: str) -> None:
    assert name not in [p.name for p in context_of(text, name).people]


def test_a_counterpart_beside_whom_somebody_speaks_lends_no_country() -> None:
    text = "Orla Venn, speaking at a news conference in Oslo with her Italian counterpart, referred to leaks."
    [venn] = context_of(text, "Orla Venn").people
    assert venn.country is None


def test_a_public_figure_s_last_name_may_be_a_body_s_elsewhere() -> None:
    people = context_of("North Korean leader Kim Jong Un left. The UN met. Kim Jong Un said no.", "Kim").people
    assert [(one.name, len(one.mentions)) for one in people] == [("Kim Jong Un", 2)]


def test_a_month_is_a_name_where_somebody_bears_it() -> None:
    text = "Theresa May arrived in May. “No,” May said on May 5. Mrs. May left, and by May she was back."
    [person] = [p for p in context_of(text, "Theresa May").people if p.sure]
    assert [m.span.start for m in person.mentions] == [0, text.index("May said"), text.index("May left")]


@pytest.mark.parametrize("name", ["North Korea", "Norway", "KCNN"])
def test_states_and_acronyms_are_no_people(name: str) -> None:
    assert cast(f"On Monday {name} said it agreed.", name) == []


def test_a_broadcaster_is_nobody() -> None:
    assert cast("She told Selm Business Network that it rained.", "Selm") == []


def test_a_surname_stands_without_its_arabic_article_later() -> None:
    text = "Foreign Minister Tam al-Venn left. Mr. Venn was glad. Al-Venn stayed. Bo Roe and Roe-Venn left too."
    [person] = [one for one in context_of(text, "Tam al-Venn", "Venn", "Bo Roe").people if one.name == "Tam al-Venn"]
    assert [one.span.of(text) for one in person.mentions] == ["Tam al-Venn", "Venn", "Al-Venn"]


def test_the_model_s_person_begins_behind_the_office_of_a_state() -> None:
    text = "Icelandic Foreign Minister Birna Dahl, who was elected, left. Virginia Venn stayed."
    people = context_of(text, "Icelandic Foreign Minister Birna Dahl", "Virginia Venn").people
    assert [(one.name, one.role, one.country) for one in people] == [
        ("Birna Dahl", "Foreign Minister", "Iceland"),
        ("Virginia Venn", None, None),
    ]


def test_a_word_of_bodies_is_a_given_name_behind_an_office() -> None:
    text = "Finance Minister Christian Venn met Egypt’s Muslim Brotherhood. The Christian Party left."
    assert [one.name for one in context_of(text).people if one.sure] == ["Christian Venn"]


def test_a_surname_that_is_an_office_elsewhere_stands_alone_later() -> None:
    text = "Rep. Orla King left. King said no, and King Tam Venn said yes. “No,” said King, R-N.Y."
    people = {one.name: len(one.mentions) for one in context_of(text, "Orla King").people if one.sure}
    assert people == {"Orla King": 3, "Tam Venn": 1}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The National Orla Venn Association spoke.", []),
        ("Rep. Pete King, who was late, left.", ["Pete King"]),
        ("Vice-Admiral Orla Venn, commander of the U.S. Sixth Fleet, left.", ["Orla Venn"]),
    ],
)
def test_where_a_name_ends(text: str, names: list[str]) -> None:
    assert [person.name for person in context_of(text, "Orla Venn").people if person.sure] == names


def test_a_surname_goes_on_with_whom_it_meant_last() -> None:
    text = (
        "Orla Venn left early. Tam Venn spoke. Venn said no. The harbour was calm then. Venn said yes. Orla Venn slept."
    )
    people = {p.name: len(p.mentions) for p in context_of(text, "Tam Venn", "Orla Venn").people}
    assert people == {"Tam Venn": 3, "Orla Venn": 2}


@pytest.mark.parametrize(
    "text",
    [
        "said Sen. Orla Venn Orlaith (Orla) Helga VennHarbours close as fleets decry the tariff MORE on Monday.",
        "Orla Venn Venn has often said that the harbour pays. Orla Venn left.",
        "The critics named Venn Orla Venn: 'I was right' in every story. Orla Venn left.",
    ],
)
def test_a_page_s_links_are_no_part_of_a_name(text: str) -> None:
    assert {name for name, *_ in cast(text, "Orla Venn")} == {"Orla Venn"}


@pytest.mark.parametrize("name", ['Orlan "Hook" Venn', "Orlan P. “Hook” Venn"])
def test_a_nickname_in_quotation_marks_is_part_of_a_name(name: str) -> None:
    assert [one for one, *_ in cast(f"Senator {name} left.", name)] == [name]


def test_a_given_name_may_stand_before_a_month() -> None:
    assert cast("Green Party leader Elizabeth May said the harbour is open.", "Elizabeth")[0][0] == "Elizabeth May"


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("The North's official Selmish Central News Agency announced it.", "Selmish"),
        ("Citizens United sued the harbour.", "Citizens United"),
        ("The lawyers are Roe, Dahl & Venn LLP of Oslo.", "Orla Roe"),
        ("The head of the Icelandic Harbour Safety Board (HSB) left.", "Tam Dahl"),
        ("The chairman of the House Science, Fleet and Technology Committee left.", "Orla Venn"),
        ("She sits on the Permanent Select Committee on Harbours.", "Tam Dahl"),
    ],
)
def test_a_word_of_a_body_s_name_is_no_person(text: str, tagged: str) -> None:
    assert cast(text, tagged) == []


def test_a_surname_like_a_state_s_name_is_no_country_of_the_person() -> None:
    told = "Reef adviser Lisa Monaco left. In April, {Monaco|said} [it rained]."
    [speaker] = speakers(told, "Lisa Monaco")
    assert speaker is not None
    assert (speaker.name, speaker.country) == ("Lisa Monaco", None)


def test_what_a_pronoun_became_is_the_office_of_whom_it_means() -> None:
    text = (
        "Tam Roe thanked sailors. His calm was a change from when he first became prime minister in July.\n\n"
        "Bo Lund says he will stay. Lund said he was sad. Lund left."
    )
    offices = {person.name: person.role for person in context_of(text, "Tam Roe", "Bo Lund", "Lund").people}
    assert offices == {"Tam Roe": "prime minister", "Bo Lund": None}


def test_a_particle_makes_no_two_people_one() -> None:
    text = "Prince Khalid bin Roe left. Prince Tariq bin Roe, the Norwegian ambassador, stayed. Prince Tariq spoke."
    assert [(p.name, len(p.mentions)) for p in context_of(text).people] == [("Khalid bin Roe", 1), ("Tariq bin Roe", 2)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It rained, said An Tong, a researcher at the Reef Fund.", "An Tong"),
        ("It rained, says Dean Roe, a research fellow at the Reef Fund.", "Dean Roe"),
        ("It rained, says Dean Roe. It snowed.", "Roe"),
        ("USS Nadine Roe left the port. Orla Venn spoke.", "Orla Venn"),
        ("UNN Nadine Roe spoke.", "Nadine Roe"),
    ],
)
def test_a_name_is_whole_and_nothing_more(text: str, name: str) -> None:
    assert context_of(text, "Dean Roe", "Orla Venn").people[0].name == name


def test_an_inserted_given_name_is_nobody_elses() -> None:
    people = context_of("[Norwegian Minister Orla] Roe left. Orla Venn, a baker, stayed.", "Orla Venn").people
    assert [(p.name, p.role) for p in people] == [("Orla Venn", None)]


def test_a_surname_like_a_title_stands_alone_later() -> None:
    [speaker] = speakers("Sen. Angus King of Utah left. {King|said} [it rained].")
    assert speaker is not None
    assert speaker.name == "Angus King"


def test_a_namesake_of_a_state_speaks_soon_after_the_full_name() -> None:
    told = "The king is in Monaco. Rep. Lisa Monaco left. Monaco, who is 60, swam. {Monaco|said} [it rained]. "
    [speaker] = speakers(told, "Lisa Monaco")
    assert speaker is not None
    assert speaker.name == "Lisa Monaco"
    told = "The king is in Monaco. Rep. Lisa Monaco left. " + "It rained on the reef. " * 60
    [speaker] = speakers(f"{told}{{Monaco|said}} [it rained].", "Lisa Monaco")
    assert speaker is not None
    assert speaker.name == "Monaco"


def test_a_nationality_is_no_part_of_a_name() -> None:
    text = "It rained. Icelandic shipper Birna Dahl and Norwegian Tam Roe left."
    assert [name for name, *_ in cast(text, "Icelandic shipper Birna Dahl", "Norwegian Tam Roe")] == [
        "Birna Dahl",
        "Tam Roe",
    ]
