"""Bodies by a short name: which one, and whose."""

import pytest

from bot.domain.attribution import Speaker
from bot.nlp.speakers.organisations import speaking_part
from tests.unit.nlp.speakers.invented import names_of, speakers


def test_the_readout_is_by_who_spoke_last() -> None:
    text = "{The Icelandic Foreign Ministry|said} [the harbour is open]. {The readout|added} [that it rained]."
    assert names_of(text) == ["Icelandic Foreign Ministry"] * 2


def test_a_department_styled_so_by_one_state_only() -> None:
    assert speakers("{The State Department|said} [it rained].") == [Speaker("State Department", None, "United States")]


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("The Washington Post", None),
        ("Bloomberg", None),
        ("The Icelandic Center for Human Rights", None),
        ("The House Republican Norway Caucus", "United States"),
        ("Norwegian officials", "Norway"),
        ("The Norwegians", "Norway"),
        ("The Saudis", "Saudi Arabia"),
    ],
)
def test_outlets_and_private_bodies_speak_for_no_state(body: str, country: str | None) -> None:
    [found] = speakers(f"Norway is calm. {{{body}|said}} [the harbour is open].")
    assert found is not None
    assert found.country == country


def test_the_south_is_short_for_the_one_state_of_that_name() -> None:
    text = "North Korea and South Korea met. {The South|said} [the harbour is open]."
    assert speakers(text) == [Speaker("South Korea", None, "South Korea")]
    assert names_of("Norway is calm. {The South|said} [the harbour is open].") == ["South"]


@pytest.mark.parametrize(
    "source",
    [
        "many of whom",
        "anyone",
        "No group",
        "W hen",
        "any possible heirs",
        "the only harbours",
        "last year",
        "July",
        "WhileNorway",
    ],
)
def test_words_that_point_to_nobody_are_no_speaker(source: str) -> None:
    assert names_of(f"The crews wait. {{{source}|said}} [it rained].") == [None]


@pytest.mark.parametrize("scene", ["In Oslo, ", "Oslo was surprised. "])
def test_a_body_belongs_to_the_scene(scene: str) -> None:
    text = f"REYKJAVIK (Wire) - Iceland is calm. Iceland waits.\n\n{scene}{{the foreign ministry|denied}} [that]."
    [found] = speakers(text)
    assert found is not None
    assert found.country == "Norway"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Nigeria, the third producer,", "Nigeria"),
        ("Harbour Watch, a charity,", "Harbour Watch"),
        ("the bakers, the smiths and the crew", "bakers, the smiths and the crew"),
        ("Harbour officials here", "Harbour officials"),
        ("Nádeje last night", "Nádeje"),
        ("The bakers each", "bakers"),
        ("Harbour sources over the weekend", "Harbour sources"),
        ("Norway, Iceland’s biggest ally and trade partner,", "Norway"),
    ],
)
def test_what_says_who_a_body_is_is_no_part_of_its_name(source: str, name: str) -> None:
    assert names_of(f"{{{source}|said}} [it rained].") == [name]


def test_a_spokesman_is_of_the_body_that_spoke_before() -> None:
    text = "{The Chinese embassy|denied} [that]. {A spokesman|added} [that it rained]."
    assert [one and one.country for one in speakers(text)] == ["China", "China"]
    text = "{Foreign Secretary Orla Venn|denied} [that]. {A spokesman|added} [that it rained]."
    assert speakers(text, "Orla Venn")[-1] == Speaker("spokesman", "spokesman", None)


def test_a_paper_called_post_is_no_post() -> None:
    assert names_of("{Orla Venn|left} [early]. {The Harbour Post|said} [so].", "Orla Venn")[-1] == "Harbour Post"


def test_a_communique_is_of_who_spoke_in_one_and_not_of_who_spoke_last() -> None:
    text = (
        "{The Foreign Ministry|said} in a communiqué [that it rained]. {Minister Orla Venn|left} [early]. "
        "{The communiqué|concluded} [so]. {The text|ends} [there]. {The statement|was} [long]."
    )
    assert names_of(text, "Orla Venn")[2:] == ["Foreign Ministry", "Foreign Ministry", "Foreign Ministry"]


def test_a_plural_at_the_beginning_is_nobody_s_name() -> None:
    text = "{Doctors at the central hospital|said} [it rained]."
    assert names_of(text, "Doctors") == ["Doctors at the central hospital"]


def test_what_somebody_is_stands_after_the_name_and_is_none_of_it() -> None:
    assert names_of("{Dahl, chief executive of the harbour website Full Tide,|said} [no].") == ["Dahl"]


@pytest.mark.parametrize(
    "source", ["who attended the meeting", "in the community", "Wednesday", "58 percent", "final status is meant to be"]
)
def test_what_is_no_noun_speaks_for_nobody(source: str) -> None:
    assert names_of(f"{{{source}|said}} [the harbour is open].") == [None]


def test_what_follows_a_dash_and_a_loose_word_are_no_part_of_a_name() -> None:
    text = (
        "{Iceland — a big buyer of fish —|said} [no]. {Harbour officials on|said} [yes]. {Crews—old ones—|said} [so]."
    )
    assert names_of(text) == ["Iceland", "Harbour officials", "Crews"]


def test_words_run_together_are_no_part_of_a_name() -> None:
    text = "Orla Venn VennNATO said no. {Orla Venn|said} [yes]."
    assert names_of(text, "Orla Venn") == ["Orla Venn"]


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("truce", ""),
        ("Harbour summit", ""),
        ("series of gaffes", ""),
        ("new Harbour Watch poll", "Harbour Watch"),
        ("Joint statement", "Joint statement"),
        ("report", "report"),
        ("Norwegian law", ""),
        ("satellite images", ""),
        ("diplomats familiar with the talks", "diplomats familiar with the talks"),
    ],
)
def test_no_thing_speaks_but_its_owner_may(name: str, who: str) -> None:
    assert speaking_part(name) == who


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("Lawmakers", "Lawmakers"),
        ("Opposition politicians", "Opposition politicians"),
        ("12 senators", "senators"),
        ("One of the four harbour officials", "harbour official"),
        ("Authorities", "Authorities"),
        ("The military", None),
        ("Orla Venn’s office", None),
    ],
)
def test_a_group_of_officials_has_its_noun_as_role_and_a_body_has_none(phrase: str, role: str | None) -> None:
    [found] = speakers(f"{{{phrase}|said}} [the harbour is open].")
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a Harbour Watch report", "Harbour Watch"),
        ("a new Harbour Watch report into the fish", "Harbour Watch"),
        ("the White House statement", "White House"),
        ("a defence ministry statement", "defence ministry"),
        ("the review board’s investigation", "review board"),
        ("a statement issued by Orla Venn", "Orla Venn"),
        ("a report on the fish, released yesterday by the rights group Harbour Watch", "Harbour Watch"),
        ("a statement read on Iceland's TV from the Harbour Committee", "Harbour Committee"),
        ("a statement on the Kremlin's website", "Kremlin"),
        ("a Norwegian statement", "Norway"),
        ("a Norwegian poll", "Norwegian poll"),
        ("a study of the fish in the bay", "study"),
        ("Emails released on Friday", None),
        ("Surveillance footage of the harbour", None),
        ("U.S. law", None),
    ],
)
def test_a_document_speaks_for_its_issuer(source: str, name: str | None) -> None:
    [found] = speakers(f"{{{source}|said}} [it rained].", "Orla Venn")
    assert (found and found.name) == name
    assert found is None or "report" not in (found.role or "")


def test_the_report_is_of_who_spoke_in_one_before() -> None:
    text = "{A Harbour Watch report|said} [it rained]. {Orla Venn|denied} [that]. {The report|added} [that it snowed]."
    assert names_of(text, "Orla Venn")[-1] == "Harbour Watch"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the official Harbour news agency", "Harbour news agency"),
        ("Iceland's state news agency, HANA,", "HANA"),
        ("the influential Icelandic tabloid Harbour Times", "Harbour Times"),
        ("the ruling Conservatives", "ruling Conservatives"),
        ("officials from the ruling Harbour Party", "officials from the ruling Harbour Party"),
    ],
)
def test_what_kind_of_body_it_is_is_no_part_of_its_name(source: str, name: str) -> None:
    assert names_of(f"{{{source}|said}} [it rained].") == [name]


@pytest.mark.parametrize(
    ("first", "phrase", "name"),
    [
        ("Harbour Watch", "The rights group", "Harbour Watch"),
        ("The Harbour Post", "The newspaper", "Harbour Post"),
        ("Harbour Watch", "The newspaper", "newspaper"),
        ("Harbour Watch", "The armed group", "armed group"),
        ("Norway", "The group", "group"),
    ],
)
def test_a_body_is_called_by_its_kind_later(first: str, phrase: str, name: str) -> None:
    assert names_of(f"{{{first}|said}} [it rained]. {{{phrase}|added}} [that it snowed].")[-1] == name


@pytest.mark.parametrize("phrase", ["Some Norwegians", "Many Icelanders"])
def test_some_of_a_nation_are_not_the_state(phrase: str) -> None:
    [found] = speakers(f"{{{phrase}|said}} [it rained].")
    assert found is not None
    assert found.name in phrase


def test_the_paper_is_the_newspaper_named_last() -> None:
    text = "{Norway’s Selmouth Tidende newspaper|said} [it rained]. {The paper|added} [that it poured]."
    assert names_of(text) == ["Norway’s Selmouth Tidende newspaper"] * 2


@pytest.mark.parametrize(
    "source",
    [
        "The indictment",
        "A grand jury indictment unsealed last week",
        "A court filing made public on Monday",
        "The 40-page “understanding”",
        "An earlier version of this article",
        "A video widely shared online",
        "The compromise reached between the two towns",
        "The port's constitution",
        "The new southern front",
        "Dahl’s involvement with the requests",
        "Fleetism",
        "The addresses",
        "growing",
        "they sailed with",
        "State guidelines",
        "Social media videos",
        "MORE (R-Utah)",
    ],
)
def test_a_thing_speaks_for_nobody(source: str) -> None:
    assert names_of(f"Minister Tam Dahl left. {{{source}|said}} [the harbour is open].", "Tam Dahl") == [None]


@pytest.mark.parametrize(
    ("source", "owner"),
    [
        ("a 2001 Harbour Research Service Report", "Harbour Research Service"),
        ("a 2014 report by the Harbour Centre that drew from old papers", "Harbour Centre"),
        ("guidance from the Harbour Clinic", "Harbour Clinic"),
        ("A letter from the Harbour Board read out by the speaker", "Harbour Board"),
        ("the Harbour Board in February", "Harbour Board"),
        ("Board members at the end of Monday's talks", "Board members"),
        ("The Harbour Aerospace Command, or HARAC,", "Harbour Aerospace Command"),
        ("the non-partisan Harbour Budget Office", "Harbour Budget Office"),
        ("the independent think tank Selm Institute", "Selm Institute"),
        ("two dozen Norwegian academics", "two dozen Norwegian academics"),
        ("One hundred forty-one states", "One hundred forty-one states"),
        ("many outside the port", "many outside the port"),
        ("Fleet lawmakers last", "Fleet lawmakers"),
        ("the other nine members all", "other nine members"),
        ("Harbour United, one of the plaintiffs", "Harbour United"),
        ("Eyewitnesses", "Eyewitnesses"),
        ("a move officials", "officials"),
        ("Recent Harbour Trade Organization data", "Harbour Trade Organization"),
        ("HTR’s annual report covering 2016", "HTR"),
        ("Even Norway", "Norway"),
        ("a Selmwatch survey taken a year ago", "Selmwatch"),
        ("a March survey", "March survey"),
        ("the Harbour Court’s order", "Harbour Court"),
        ("The establishment", "establishment"),
    ],
)
def test_a_document_speaks_for_its_owner_and_a_body_for_itself(source: str, owner: str) -> None:
    assert names_of(f"{{{source}|said}} [the harbour is open].") == [owner]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The Venn administration", Speaker("Venn administration", None, "Norway")),
        ("Norway, a longtime ally of Icelandic President Tam Roe,", Speaker("Norway", None, "Norway")),
        (
            "Top Norwegian defense and military officials",
            Speaker("Top Norwegian defense and military officials", "Top defense and military officials", "Norway"),
        ),
        (
            "U.K. Customs and Border Protection officers",
            Speaker(
                "U.K. Customs and Border Protection officers",
                "Customs and Border Protection officers",
                "United Kingdom",
            ),
        ),
        ("Russia’s deputy U.N. envoy", Speaker("Russia’s deputy U.N. envoy", "deputy U.N. envoy", "Russia")),
        ("Oslo Institute", Speaker("Oslo Institute", None, None)),
        (
            "A spokesman for the President",
            Speaker("spokesman for the President", "spokesman for the President", "Norway"),
        ),
        ("A Reef Centre survey from Sept. 4-8", Speaker("Reef Centre", None, None)),
        ("Harbour Order 140", None),
        ("The Dialogue", None),
        ("Forty-one percent", None),
    ],
)
def test_a_body_keeps_its_own_name_and_country(source: str, speaker: Speaker | None) -> None:
    marked = f"Norwegian President Orla Venn left. {{{source}|said}} [the harbour is open]."
    assert speakers(marked, "Orla Venn", "Venn", "Tam Roe") == [speaker]


def test_a_surname_in_a_body_s_name_brings_no_country() -> None:
    marked = "Orla Venn died in Norway. {The Venn committee|said} [the harbour is open]."
    assert names_of(marked, "Orla Venn", "Venn") == ["Venn committee"]


def test_it_is_no_indictment() -> None:
    marked = "{The indictment|said} [Roe took gifts]. {It|put} [their worth at nine crowns]."
    assert names_of(marked) == [None, None]
