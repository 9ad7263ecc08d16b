"""Who speaks: pronouns, descriptions, bodies and sources left out, on short invented texts.

Braces mark source and cue, brackets content: see :func:`tests.unit.nlp.speakers.invented.speakers`.
"""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.nlp.speakers.resolve import resolve_speakers
from bot.nlp.speakers.source_spans import SourceSpan
from tests.unit.nlp.speakers.invented import context_of, names_of, span, speakers

DAHL, ROE = "Icelandic Foreign Minister Birna Dahl", "Norwegian Foreign Minister Tam Roe"


def test_a_name_gives_the_fullest_name_with_office_and_country() -> None:
    found = speakers(f"{DAHL} arrived. {{Dahl|said}} [the harbour is open].", "Birna Dahl", "Dahl")
    assert found == [Speaker("Birna Dahl", "Foreign Minister", "Iceland")]


def test_a_title_before_the_name_belongs_to_the_source() -> None:
    [found] = speakers(f"{{{DAHL}|said}} [the harbour is open].", "Birna Dahl")
    assert found == Speaker("Birna Dahl", "Foreign Minister", "Iceland")


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Norwegian Ambassador to the United Nations", "Ambassador to the United Nations"),
        ("Norwegian Ambassador to the U.N.", "Ambassador to the U.N."),
    ],
)
def test_a_title_that_ends_in_a_body_belongs_to_the_name(title: str, role: str) -> None:
    [found] = speakers(f"{{{title} Birna Dahl|said}} [the harbour is open].", "Birna Dahl")
    assert found == Speaker("Birna Dahl", role, "Norway")


@pytest.mark.parametrize(
    ("pronoun", "who"), [("She", "Maria Dahl"), ("she", "Maria Dahl"), ("He", "Thomas Roe"), ("he", "Thomas Roe")]
)
def test_he_and_she_mean_whom_they_can_mean(pronoun: str, who: str) -> None:
    text = "Foreign Minister Maria Dahl met Foreign Minister Thomas Roe on Monday. {%s|said} [the harbour is open]."
    assert names_of(text % pronoun, "Maria Dahl", "Thomas Roe") == [who]


def test_a_pronoun_carries_the_speaker_on() -> None:
    text = (
        "{Foreign Minister Thomas Roe|called} the talks [“short”]. "
        "{He|said} [the ship could go]. {He|added} [that nobody had asked Karl Brandt]."
    )
    assert names_of(text, "Thomas Roe", "Karl Brandt") == ["Thomas Roe"] * 3


def test_a_pronoun_before_which_nobody_is_named_is_nobody() -> None:
    assert speakers("{He|said} [the harbour is open].") == [None]
    assert speakers("{I|think} [so].") == [None]


@pytest.mark.parametrize(
    ("description", "who"),
    [
        ("The Icelandic foreign minister", "Birna Dahl"),
        ("The Norwegian minister", "Tam Roe"),
        ("The Norwegian foreign minister", "Tam Roe"),
        ("Iceland’s top diplomat", "Birna Dahl"),
        ("The spokesman", "Nils Prior"),
    ],
)
def test_a_description_means_the_one_of_that_office_and_side(description: str, who: str) -> None:
    text = f"{DAHL} met {ROE} and spokesman Nils Prior on Monday. {{{description}|said}} [the harbour is open]."
    assert names_of(text, "Birna Dahl", "Tam Roe", "Nils Prior") == [who]


@pytest.mark.parametrize(
    ("description", "who"),
    [
        ("The head of Icelandic diplomacy", "Birna Dahl"),
        ("The head of the Norwegian Foreign Ministry", "Tam Roe"),
        ("The Norwegian diplomat", "Tam Roe"),
    ],
)
def test_other_ways_to_speak_of_a_minister(description: str, who: str) -> None:
    text = f"{DAHL} received {ROE} on Monday. {{{description}|said}} [the harbour is open]."
    assert names_of(text, "Birna Dahl", "Tam Roe") == [who]


def test_a_prime_minister_is_no_diplomat_and_a_spokeswoman_may_be_one() -> None:
    text = (
        "Russian Foreign Ministry spokesperson Orla Venn spoke of Prime Minister Tam Roe on Monday. "
        "{The diplomat|said} [the harbour is open]. {He|denied} [it]."
    )
    assert names_of(text, "Orla Venn", "Tam Roe")[0] == "Orla Venn"


def test_initials_of_the_union_s_representative() -> None:
    text = "High Representative/Vice-President Orla Venn spoke on Monday. {The HR/VP|said} [the harbour is open]."
    [found] = speakers(text, "Orla Venn")
    assert found is not None
    assert (found.name, found.country) == ("Orla Venn", "European Union")


def test_he_is_whose_account_it_was() -> None:
    text = (
        "{Foreign Minister Willem Roe|said} [the harbour is open].\n\nThe account given by Georgy Venn, the deputy "
        "foreign minister who flew in for the talks, is another. Speaking in Oslo, {he|said} [it was shut]. "
        "{The diplomat|added} [that it rained]."
    )
    assert names_of(text, "Willem Roe", "Georgy Venn")[1:] == ["Georgy Venn", "Georgy Venn"]


def test_the_account_he_gave_is_his() -> None:
    text = (
        "{Secretary Wilma Roe|said} [the harbour is open]. None of this is in the version of Foreign Minister Georgy "
        "Venn. {The account he gave on television|had} [it shut]."
    )
    assert names_of(text, "Wilma Roe", "Georgy Venn") == ["Wilma Roe", "Georgy Venn"]


def test_what_a_person_does_is_no_part_of_the_name() -> None:
    text = "{Orla Venn, who chairs the city’s harbour union|said} [it is open]. {She|added} [that it rained]."
    [first, second] = speakers(text)
    assert first == second == Speaker("Orla Venn", "chair of the city’s harbour union", None)


def test_which_is_the_body_before_it() -> None:
    text = "He spoke of the report of the harbour watchdog, {which|estimates} [a thousand ships]."
    assert names_of(text) == ["harbour watchdog"]


def test_the_secretary_general_is_not_his_spokesperson() -> None:
    text = (
        "Statement attributable to the Spokesperson for the Secretary-General\n\n"
        "{The Secretary-General|deplores} [the storm]. {He|thanks} [the crews].\n\n"
        "Orla Venn, Spokesperson for the Secretary-General"
    )
    expected = Speaker("Secretary-General", "Secretary-General", "United Nations")
    assert speakers(text, "Orla Venn") == [expected, expected]


def test_his_counterpart_is_the_other_of_that_office() -> None:
    text = f"{DAHL} called {ROE}. {{Roe|said}} [she had agreed]. {{His Icelandic counterpart|denied}} [it]."
    assert names_of(text, "Birna Dahl", "Tam Roe", "Roe") == ["Tam Roe", "Birna Dahl"]


@pytest.mark.parametrize("joint", ["Both ministers", "The two ministers", "The two sides", "They", "The two"])
def test_both_are_the_two_who_met(joint: str) -> None:
    [found] = speakers(f"{DAHL} and {ROE} met on Monday. {{{joint}|agreed}} [to meet again].", "Birna Dahl", "Tam Roe")
    assert found is not None
    assert found.name == "Birna Dahl; Tam Roe"
    assert found.country == "Iceland; Norway"


def test_two_names_joined_are_two() -> None:
    text = "{Foreign Minister Birna Dahl and General Tam Roe|said} [the harbour is open]."
    assert names_of(text, "Birna Dahl", "Tam Roe") == ["Birna Dahl; Tam Roe"]


@pytest.mark.parametrize("cue", ["warned", "added", "adding", "to reaffirm"])
def test_a_source_left_out_is_the_subject_s(cue: str) -> None:
    text = f"{{Foreign Minister Birna Dahl|said}} [the harbour is open], {{|{cue}}} [that the crew is free]."
    assert names_of(text, "Birna Dahl") == ["Birna Dahl", "Birna Dahl"]


def test_a_source_left_out_is_the_subject_s_though_nothing_was_said_before() -> None:
    text = f"{DAHL} left the hall and {{|warned}} [that the crew is free]."
    assert names_of(text, "Birna Dahl") == ["Birna Dahl"]


@pytest.mark.parametrize(
    "text",
    [
        f"{DAHL} and {ROE} met. It was {{|noted}} [that the harbour is open].",
        "The harbour was open. It was {|said} [that the crew is free].",
        "The wall was painted.\n\n{|}[“Nobody.”]",
    ],
)
def test_nobody_says_what_is_said_without_an_agent(text: str) -> None:
    assert speakers(text, "Birna Dahl", "Tam Roe") == [None]


def test_a_quotation_that_goes_on_in_the_next_sentence_has_the_same_speaker() -> None:
    text = "{Foreign Minister Birna Dahl|said}: [“We asked once.”] {|}[“We asked twice.”]"
    assert names_of(text, "Birna Dahl") == ["Birna Dahl", "Birna Dahl"]


@pytest.mark.parametrize("noun", ["account", "statement", "letter", "remarks"])
def test_the_words_of_somebody_are_somebody_s(noun: str) -> None:
    text = f"{DAHL} arrived. {{Dahl’s {noun}|said}} [the harbour is open]."
    assert names_of(text, "Birna Dahl", "Dahl") == ["Birna Dahl"]


@pytest.mark.parametrize("source", ["a statement by Birna Dahl", "a letter from Birna Dahl"])
def test_a_statement_by_somebody_is_somebody_s(source: str) -> None:
    text = f"{DAHL} arrived. According to {{{source}|}}, [the harbour is open]."
    assert names_of(text, "Birna Dahl") == ["Birna Dahl"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Dahl’s associates", "Birna Dahl’s associates"),
        ("Ms. Dahl’s associates", "Birna Dahl’s associates"),
        ("Dahl's lawyers", "Birna Dahl's lawyers"),
        ("The Dahl campaign", "Dahl campaign"),
        ("supporters of Dahl", "supporters of Birna Dahl"),
        ("Ms. Dahl swept", "Birna Dahl"),
        ("Former Utah Gov. Dahl's campaign", "Former Utah Gov. Birna Dahl's campaign"),
    ],
)
def test_those_around_a_person_are_not_the_person(source: str, name: str) -> None:
    text = f"{DAHL} left. {{{source}|said}} [the harbour is open]."
    assert names_of(text, "Birna Dahl", "Dahl") == [name]


def test_a_spokesman_without_a_name_is_not_his_principal() -> None:
    for source in ("A spokesman for Dahl", "Dahl’s spokesman", "Her spokesman"):
        [name] = names_of(f"{DAHL} left. {{{source}|said}} [the harbour is open].", "Birna Dahl", "Dahl")
        assert name is None or ("spokesman" in name and name != "Birna Dahl")


def test_a_named_spokesman_speaks_himself() -> None:
    text = "According to {Ulrik Tang, a spokesman for Foreign Minister Tam Roe|}, [the crew is free]."
    assert names_of(text, "Ulrik Tang", "Tam Roe") == ["Ulrik Tang"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Moscow", Speaker("Moscow", None, "Russia")),
        ("The Kremlin", Speaker("Kremlin", None, "Russia")),
        ("Whitehall", Speaker("Whitehall", None, "United Kingdom")),
        ("Foggy Bottom", Speaker("Foggy Bottom", None, "United States")),
        ("Brussels", Speaker("Brussels", None, "European Union")),
        ("Iceland", Speaker("Iceland", None, "Iceland")),
        ("The European Union", Speaker("European Union", None, "European Union")),
        ("The European Commission", Speaker("European Commission", None, "European Union")),
        ("OCHA", Speaker("OCHA", None, "United Nations")),
        ("The Icelandic Foreign Ministry", Speaker("Icelandic Foreign Ministry", None, "Iceland")),
        ("Russian authorities", Speaker("Russian authorities", "authorities", "Russia")),
        ("US analysts", Speaker("US analysts", "analysts", "United States")),
        ("Harbour workers", Speaker("Harbour workers", None, None)),
    ],
)
def test_bodies_and_groups_keep_their_description(source: str, speaker: Speaker) -> None:
    [found] = speakers(f"{{{source}|said}} [the harbour is open].")
    assert found is not None
    assert (found.name, found.country) == (speaker.name, speaker.country)


def test_the_ministry_is_the_one_that_spoke_before() -> None:
    text = "{The Icelandic Foreign Ministry|said} [the harbour is open]. {The ministry|added} [that the crew is free]."
    [first, second] = speakers(text)
    assert first == second
    text = "{The Icelandic Foreign Ministry|said} [the harbour is open]. {It|added} [that the crew is free]."
    [first, second] = speakers(text)
    assert first == second


def test_the_statement_is_by_who_spoke_last() -> None:
    text = "{Foreign Minister Birna Dahl|issued} [a protest]. {The statement|said} [the harbour is open]."
    assert names_of(text, "Birna Dahl") == ["Birna Dahl", "Birna Dahl"]


def test_a_name_between_the_office_and_the_pronoun_may_be_meant() -> None:
    text = (
        "{Chancellor Thomas Roe|said} [no]. The chancellor left when {Karl Brandt|spoke of} [snow], since {he|said} "
        "[it was late]."
    )
    assert names_of(text, "Thomas Roe", "Karl Brandt")[2] == "Karl Brandt"


def test_the_minister_is_the_one_who_holds_the_floor() -> None:
    text = (
        f"{{{ROE}|affirmed}} [the harbour is open].\n\nThis came after talks with his Icelandic counterpart Birna "
        "Dahl, who arrived today. {The minister|indicated} [that the two had dealt with fish]."
    )
    assert names_of(text, "Tam Roe", "Birna Dahl") == ["Tam Roe", "Tam Roe"]


def test_a_delegation_speaks_and_not_whoever_leads_it() -> None:
    text = "{The Norwegian delegation, led by Deputy Minister Tam Roe,|reiterated} [its commitment]."
    assert names_of(text, "Tam Roe") == ["Norwegian delegation"]


def test_a_report_is_not_by_who_spoke_last() -> None:
    text = "{Co-author Tam Roe|said} [it works]. According to {the report|according to} [it takes a minute]."
    assert names_of(text, "Tam Roe") == ["Tam Roe", "report"]


def test_commas_alone_do_not_join_two_people() -> None:
    text = "{Norwegian Minister Tam Roe, the spokesperson, Ms. Bo Venn,|said} [no]."
    assert names_of(text, "Tam Roe", "Bo Venn") == ["Bo Venn"]


def test_the_minister_is_rather_the_minister_than_a_counterpart() -> None:
    text = (
        "Minister Anna Roe called her Icelandic counterpart, Tam Dahl, {who|told} her that [it rained]. "
        "{The Minister|welcomed} [the news]."
    )
    assert names_of(text, "Anna Roe", "Tam Dahl") == ["Tam Dahl", "Anna Roe"]


@pytest.mark.parametrize("cue", ["was asked to", "was told", "has been accused of", "is also charged with"])
def test_whom_something_is_said_to_says_nothing(cue: str) -> None:
    assert speakers(f"{{{ROE}|{cue}}} [convey a wish].", "Tam Roe") == [None]


@pytest.mark.parametrize("cue", ["was asked by reporters and said", "was quoted as saying", "asked for"])
def test_who_is_quoted_speaks(cue: str) -> None:
    assert names_of(f"{{{ROE}|{cue}}} [a wish].", "Tam Roe") == ["Tam Roe"]


@pytest.mark.parametrize("mark", ["🔹 ", "- ", "• ", "1. "])
def test_a_list_is_of_whom_its_head_names(mark: str) -> None:
    text = f"{DAHL} met {ROE}.\n\nThe Sides:\n\n{mark}{{|agreed}} [to fish];\n{mark}{{|called for}} [rain]."
    assert names_of(text, "Birna Dahl", "Tam Roe") == ["Birna Dahl; Tam Roe"] * 2


def test_three_who_met_speak_together() -> None:
    text = f"{DAHL}, {ROE} and Estonian Foreign Minister Mart Saar met. {{They|condemned}} [the storm]."
    assert names_of(text, "Birna Dahl", "Tam Roe", "Mart Saar") == ["Birna Dahl; Tam Roe; Mart Saar"]


def test_the_official_is_the_one_without_a_name_who_spoke() -> None:
    text = (
        "{A senior State Department official, briefing journalists on condition of anonymity,|said} [it rained]. "
        "Assistant Secretary Anna Roe is in Oslo. {The official|added} [that it snowed]."
    )
    first, second = speakers(text, "Anna Roe")
    assert first is not None
    assert (first.name, first.country) == ("senior State Department official", "United States")
    assert second == first


def test_a_counterpart_from_elsewhere_is_of_there() -> None:
    [_, found] = speakers(
        "{Norwegian delegate Anna Roe|spoke of} [fish]. {Her counterpart from Iceland|added} [rain].", "Anna Roe"
    )
    assert found is not None
    assert found.country == "Iceland"


def test_who_may_be_somebody_described() -> None:
    text = "The ministry keeps no records, according to a former ambassador, {who|added} [it should]."
    assert names_of(text)[-1] == "former ambassador"


def test_it_takes_up_a_body_taken_for_a_person() -> None:
    text = "{The ship’s owner, Selmouth Line,|rejects} [the claim]. {It|says} [the nets were dry]."
    assert names_of(text, "Selmouth Line") == ["Selmouth Line"] * 2


def test_a_paper_s_kind_is_no_office() -> None:
    assert speakers("{the Icelandic daily Norðurblaðið|reported} [rain].") == [Speaker("Norðurblaðið", None, None)]


def test_officials_are_not_sides() -> None:
    [found] = speakers(
        "Norway and Iceland Hold Dialogue\n\nThe dialogue was held. {The officials|noted} [the weather]."
    )
    assert found is None or found.country != "Norway; Iceland"


def test_what_a_body_is_said_to_be_tells_its_country() -> None:
    [found] = speakers("{Selmouth Watch, the Norwegian agency,|announced} [rain].")
    assert found == Speaker("Selmouth Watch", None, "Norway")


def test_whose_government_is_of_the_country_before() -> None:
    [found] = speakers("A note was handed to Iceland, {whose government|insists} [that it rained], as Norway knows.")
    assert found == Speaker("government", None, "Iceland")


def test_the_secretary_of_a_department_s_own_text_is_its_own() -> None:
    text = (
        "Office of the Spokesperson\n\nSecretary of State Anna Roe met Philippine Foreign Secretary Lita Sy today. "
        "{Secretary Sy|thanked} [her]. {The Secretary|pledged} [support]."
    )
    assert names_of(text, "Anna Roe", "Lita Sy", "Sy") == ["Lita Sy", "Anna Roe"]


def test_authorities_of_an_unknown_place_are_nobody_by_name() -> None:
    assert names_of("{Selmouthian authorities|say} [it rained].", "Selmouthian") == ["Selmouthian authorities"]


def test_three_diplomats_of_no_name_are_not_those_who_met() -> None:
    text = f"{DAHL} met {ROE}. {{Three diplomats familiar with the talks|said}} [it rained]."
    assert names_of(text, "Birna Dahl", "Tam Roe") == ["Three diplomats familiar with the talks"]


def test_both_are_no_one_official() -> None:
    assert speakers("{A harbour official|said} [no]. {Both|described} [the talks as frank].")[1] is None


def test_the_academic_is_the_scientist() -> None:
    text = "{Political scientist Anna Roe|said} [it rained]. {The academic|said} [it snowed]."
    assert names_of(text, "Anna Roe") == ["Anna Roe"] * 2


def test_a_statement_is_rather_a_body_s_than_an_unnamed_official_s() -> None:
    text = (
        "{The Harbour Ministry|said} [it rained]. {A senior official|agreed} [that it did]. "
        "{The communiqué|concluded} [that fish swim]."
    )
    assert names_of(text)[2] == "Harbour Ministry"


def test_a_mayor_of_a_town_in_a_sultan_s_province_is_himself() -> None:
    text = "{Tam Roe, the mayor of Selm, Sultan Kudar,|announced} [rain]."
    assert names_of(text, "Tam Roe", "Kudar") == ["Tam Roe"]


def test_we_are_the_ministry_whose_text_it_is() -> None:
    text = (
        "Republic of Iceland, Ministry of Foreign Affairs\n\nThe claims of Norwegian Minister Tam Roe are known. "
        "{We|reject} [these claims]."
    )
    assert speakers(text, "Tam Roe") == [Speaker("Ministry of Foreign Affairs", None, "Iceland")]


def test_a_communique_is_a_ministry_s_before_a_broadcaster_s() -> None:
    text = (
        "{The Harbour Ministry|said} [it rained]. {Selmouth state television|reported} [snow]. "
        "{The communiqué|added} [that fish swim]."
    )
    assert names_of(text)[2] == "Harbour Ministry"


def test_one_of_them_keeps_its_words() -> None:
    assert names_of("Diplomats met. {One of them|said} [no].") == ["One of them"]


def test_two_of_one_surname_are_never_mixed() -> None:
    text = (
        "General Orla Brown met Senator Tam Brown. {Orla Brown|said} [yes]. {Tam Brown|said} [no]. "
        "{General Brown|said} [perhaps]. {Senator Brown|said} [never]."
    )
    assert names_of(text, "Orla Brown", "Tam Brown") == ["Orla Brown", "Tam Brown", "Orla Brown", "Tam Brown"]


def test_an_answer_stands_for_each_source_in_the_order_given() -> None:
    text = "Birna Dahl said no. Tam Roe said yes."
    context = context_of(text, "Birna Dahl", "Tam Roe")
    no = SourceSpan(Span(0, 10), Span(11, 15), (Span(16, 18),))
    yes = SourceSpan(Span(20, 27), Span(28, 32), (Span(33, 36),))
    for order in ([no, yes], [yes, no]):
        names = [a.speaker.name if a.speaker else None for a in resolve_speakers(context, order)]
        assert names == ["Birna Dahl" if one is no else "Tam Roe" for one in order]


_PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Orla Venn",
                "Minister ",
                "He ",
                "they ",
                " and ",
                "’s ",
                "the ministry",
                "said ",
                ". ",
                "\r\n",
                "US ",
                "“",
                "שלום ",
            ]
        ),
        st.text(max_size=3),
    ),
    min_size=1,
    max_size=25,
).map("".join)


@given(_PIECES, st.data())
def test_any_source_in_any_text_gets_an_answer_of_its_own(text: str, data: st.DataObject) -> None:
    starts = st.sampled_from([at for at, character in enumerate(text) if not character.isspace()] or [0])
    assume(text.strip())
    spans = starts.flatmap(lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end)))
    maybe = st.one_of(st.none(), spans)
    sources = data.draw(st.lists(st.builds(lambda s, c, x: SourceSpan(s, c, (x,)), maybe, maybe, spans), max_size=4))
    answers = resolve_speakers(context_of(text), sources)
    assert len(answers) == len(sources)
    assert all(0.0 <= answer.confidence <= 1.0 for answer in answers)


@pytest.mark.parametrize("name", ["Norway", "Oslo"])
def test_which_is_the_country_before_it(name: str) -> None:
    [found] = speakers(f"{name}, {{which|contends}} [that it is open], took another view.")
    assert found == Speaker(name, None, "Norway")


def test_what_a_country_is_at_odds_with_is_no_part_of_its_name() -> None:
    [found] = speakers("{Norway, at odds with Iceland over the fish,|warned of} [a storm].")
    assert found == Speaker("Norway", None, "Norway")


def test_a_town_that_something_happens_in_is_nobody() -> None:
    text = "The Secretary-General is alarmed by reports of a fire in Tarnow. {He|calls for} [help]."
    assert names_of(text, "Tarnow") == [None]
    assert names_of(text.replace("a fire in", "a fire by"), "Tarnow") == ["Tarnow"]


def test_the_top_diplomat_is_the_foreign_minister_whoever_spoke_last() -> None:
    text = (
        f"{{{DAHL}|said}} [no]. {{Icelandic government spokeswoman Tam Roe|agreed}} [to that].\n\n"
        "{The top diplomat|added} [that it rained]."
    )
    assert names_of(text, "Birna Dahl", "Tam Roe")[-1] == "Birna Dahl"


def test_who_earlier_is_still_who() -> None:
    assert names_of(f"It was {DAHL}, {{who earlier|said}} [no].", "Birna Dahl") == ["Birna Dahl"]


def test_a_list_whose_bullets_are_lost_is_whose_line_stands_above_it() -> None:
    text = (
        f"Norway and Iceland met.\n\nDuring her trip, {DAHL}:\n\n{{|Announced}} [a boat for Oslo]. It is old.\n\n"
        "In Oslo, rested for a day.\n\n{|Reaffirmed} [the old ties]."
    )
    assert names_of(text, "Birna Dahl") == ["Birna Dahl", "Birna Dahl"]


def test_a_paragraph_that_opens_otherwise_is_no_item_of_a_list() -> None:
    text = f"During her trip, {DAHL}:\n\nTired of it, {{|announced}} [a boat for Oslo]."
    assert names_of(text, "Birna Dahl") == [None]


def test_a_spokesperson_in_capitals_is_not_whom_she_speaks_for() -> None:
    text = (
        "NOTES\nBIRNA DAHL, DEPUTY SPOKESPERSON FOR THE SECRETARY-GENERAL\n\n"
        "{The Secretary-General|condemned} [the fire]."
    )
    assert names_of(text, "BIRNA DAHL") == ["Secretary-General"]


def test_the_official_may_be_a_spokesman() -> None:
    text = "Icelandic spokesman Tam Roe arrived. {The official|said} [it rained]."
    assert names_of(text, "Tam Roe") == ["Tam Roe"]


def test_the_top_diplomat_is_not_the_diplomat_without_a_name() -> None:
    text = (
        f"{DAHL} arrived. {{A Norwegian diplomat|said}} [no]. {{Dahl|said}} [yes]. {{The top diplomat|left}} [early]."
    )
    assert names_of(text, "Birna Dahl", "Dahl") == ["Norwegian diplomat", "Birna Dahl", "Birna Dahl"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Iceland is angry. Nothing is open, because Norway has not done what {it|promised} [in May].", "Norway"),
        ("{Iceland|said} [no]. “[Norway closed the harbour],” {it|added}.", "Iceland"),
        ("The ship was met by Thomas Roe, a pilot at the harbour, {who|said} [it was late].", "Thomas Roe"),
        ("It was denied by Kettil’s harbour ministry, {which|said} [the ship was late].", "Kettil’s harbour ministry"),
        ("{P&V President Thomas Roe|said} [the ship was late].", "Thomas Roe"),
    ],
)
def test_it_who_and_which_mean_what_stands_before(text: str, who: str) -> None:
    assert names_of(text, "Thomas Roe")[-1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The ship was a surprise to harbour planners {who|asked} [why].", "harbour planners"),
        ("It is a treaty under pressure from weary captains {who|asked} [why].", "weary captains"),
        ("{Harbour in the Morning writer and performer Thomas Roe|said} [the ship was late].", "Thomas Roe"),
        ("{A senior Norwegian official|said} [no]. " + "{Iceland|said} [yes]. " * 6 + "{The official|left} [early].",
         "senior Norwegian official"),
        ("Ivar Dahl spoke. {Dahl|said} [no].\n\nImage caption Bo Roe waves to the ships\n\n“[We left],” {he|said}.",
         "Ivar Dahl"),
        ("{Ivar Dahl|said} [no].\n\n{Captains in Oslo|reported} [odd noises]\n\n“[We left],” {he|said}.", "Ivar Dahl"),
    ],
)  # fmt: skip
def test_who_and_he_mean_what_stands_before(text: str, who: str) -> None:
    assert names_of(text, "Thomas Roe", "Ivar Dahl", "Dahl", "Bo Roe", "Harbour")[-1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("They met Thomas Roe, chief editor at the Harbour Post, {who|said} [no].", "Thomas Roe"),
        ("They met Sen. Thomas Roe, R-Ky., {who|said} [no].", "Thomas Roe"),
        ("{Bank of Norway Governor Thomas Roe|said} [no].", "Thomas Roe"),
        ("{Thomas Roe|said} [no]. {He himself|agreed} [to that].", "Thomas Roe"),
        ("Thomas Roe won. {The Roe committee|said} [no].", "Roe committee"),
        ("{A rebel commander|said} [no]. It rained. {The commander|added} [this]. Thomas Roe, commander of Selm, left.",
         "rebel commander"),
        ("{One of the senior captains|said} [no]. {The captain|added} [this].", "One of the senior captains"),
    ],
)  # fmt: skip
def test_whose_words_they_are(text: str, who: str) -> None:
    assert names_of(text, "Thomas Roe", "Roe")[-1] == who


def test_he_is_not_whom_his_sentence_names() -> None:
    text = "{Ivar Dahl|said} [no]. The captain dismissed Thomas Roe. {He|called} [Thomas Roe idle]."
    assert names_of(text, "Ivar Dahl", "Thomas Roe")[-1] == "Ivar Dahl"


def test_it_is_not_the_state_that_its_sentence_names() -> None:
    text = "Iceland backed the plan of Norway. {It|urged} [Norway to agree]."
    assert names_of(text)[-1] == "Iceland"


def test_the_diplomat_is_the_one_introduced_just_before_and_no_named_one() -> None:
    text = "Foreign Minister Orla Venn, the chief diplomat, left. A diplomat in Oslo and {two guests|said} [so]."
    assert names_of(f"{text} {{The diplomat|added}} [that it rained].", "Orla Venn")[-1] == "diplomat"


def test_the_senior_official_of_a_body_is_the_unnamed_one_whoever_spoke_since() -> None:
    text = "{A senior Harbour Board official|denied} [that]. {Harbour Board official Orla Venn|spoke of} [rain]. "
    assert names_of(f"{text}{{the senior Harbour Board official|said}} [no].", "Orla Venn")[-1] == (
        "senior Harbour Board official"
    )


def test_one_source_of_two_statements_is_one_speaker() -> None:
    text = "“Venn left Roe,” one senior official said. “No,” he said, declining to speak."
    he = span(text, "he said").start
    links = [
        SourceSpan(span(text, "one senior official"), span(text, "said"), (span(text, "“Venn left Roe,”"),)),
        SourceSpan(Span(he, he + 2), span(text, "said", he), (span(text, "“No,”"),)),
        SourceSpan(Span(he, he + 2), span(text, "declining"), (span(text, "to speak"),)),
    ]
    answers = resolve_speakers(context_of(text, "Venn", "Roe"), links)
    assert [one.speaker and one.speaker.name for one in answers] == ["senior official"] * 3


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("An official who accompanied Orla Venn", "official"),
        ("Bo Roe, whom Orla Venn dismissed,", "Bo Roe"),
        ("The prime minister’s office", "prime minister’s office"),
        ("The Chinese", "China"),
    ],
)
def test_who_speaks_is_the_head_of_the_phrase(source: str, name: str) -> None:
    text = f"Prime Minister Orla Venn met Bo Roe and Chinese President Li Mu. {{{source}|said}} [it rained]."
    assert names_of(text, "Orla Venn", "Bo Roe", "Li Mu") == [name]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Orla Venn and her aides", "Orla Venn; aides"),
        ("Orla Venn, Bo Roe and the other ministers", "Orla Venn; Bo Roe; ministers"),
        ("He and Bo Roe", "Orla Venn; Bo Roe"),
        ("critics, including Bo Roe,", "critics"),
        ("The ministers of Norway, Iceland and France", "ministers of Norway, Iceland and France"),
        ("The US and Norwegian officials", "US and Norwegian officials"),
        ("Norway and the Icelandic minister", "Norway; Icelandic minister"),
    ],
)
def test_nobody_of_several_is_lost(source: str, name: str) -> None:
    text = f"{{Orla Venn|said}} [no]. {{{source}|said}} [it rained]."
    assert names_of(text, "Orla Venn", "Bo Roe")[-1] == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{Already a group of ministers|said} [so].", "group of ministers"),
        ("{Orla Venn instead|said} [so].", "Orla Venn"),
        ("{Islamist Venn|said} [so].", "Orla Venn"),
    ],
)
def test_words_beside_a_name_are_none_of_it(marked: str, name: str) -> None:
    assert names_of(f"Foreign Minister Orla Venn left. {marked}", "Orla Venn", "Venn") == [name]


def test_the_first_predicate_of_a_headline_is_no_part_of_the_name() -> None:
    text = "Orla Venn keeps the harbour open, says it rained"
    source = Span(0, text.index(","))
    link = SourceSpan(source, span(text, "says"), (span(text, "it rained"),))
    [answer] = resolve_speakers(context_of(text, "Orla Venn"), [link])
    assert answer.speaker is not None
    assert answer.speaker.name == "Orla Venn"


def test_whose_spokesman_it_is_does_not_speak() -> None:
    text = "{The press secretary for Iceland's President Orla Venn|said} [so]. {“No,” he|added}. President Venn left."
    text = text.replace("{“No,” he|added}", "“No,” {he|added}")
    assert names_of(text, "Orla Venn", "Venn") == ["press secretary for Iceland's President Orla Venn"] * 2
    assert [person.role for person in context_of(text, "Orla Venn", "Venn").people] == ["President"]


def test_the_pair_are_the_two_who_spoke_together() -> None:
    text = "{Orla Venn and Bo Roe|announced} [peace]. It rained. Nobody left. The sea froze. {The pair|said} [so]."
    assert names_of(text, "Orla Venn", "Bo Roe")[-1] == "Orla Venn; Bo Roe"


def test_an_official_of_a_headline_is_nobody_named() -> None:
    text = "{Official|:} [it rained]\n\nBoard official Orla Venn left."
    assert names_of(text, "Orla Venn") == ["Official"]


@pytest.mark.parametrize("who", ["A retired general, Orla Venn,", "Orla Venn, a general,"])
def test_the_general_is_who_was_called_so(who: str) -> None:
    assert names_of(f"{who} left with a guest. It rained. {{The general|said}} [no].", "Orla Venn") == ["Orla Venn"]


@pytest.mark.parametrize(
    ("marked", "name", "role"),
    [
        ("{Steven A. Cook|said} [it was late].", "Steven A. Cook", None),
        ("{I. Charles Roe III|said} [it was late].", "I. Charles Roe III", None),
        ("{Secretary of State James A. Roe|said} [the port would open].", "James A. Roe", "Secretary of State"),
        ("{Special Counsel Robert Roe|said} [the inquiry would go on].", "Robert Roe", "Special Counsel"),
        ("{Physicist David Venn|said} [the missile flew far].", "David Venn", "Physicist"),
        ("Rep. Howard Roe of California, {who|said} [the rules were broken], left.", "Howard Roe", "Rep."),
    ],
)
def test_a_name_has_its_initials_and_an_office_its_words(marked: str, name: str, role: str | None) -> None:
    [speaker] = speakers(marked, name)
    assert speaker is not None
    assert (speaker.name, speaker.role) == (name, role)


@pytest.mark.parametrize("source", ["No one", "Nobody", "None of the charges", "Neither official", "Not all of those"])
def test_nobody_is_no_speaker(source: str) -> None:
    assert names_of(f"{{{source}|indicated}} [the port would open].") == [None]


READOUT = (
    "Minister Orla Venn of Norway spoke on Monday with Minister Tam Dahl of Iceland. "
    "{The Minister|raised} [the fleet]. {The Minister|thanked} [Minister Dahl for his patience]."
)


def test_who_reports_a_call_is_the_minister_afterwards() -> None:
    assert names_of(READOUT, "Orla Venn", "Tam Dahl", "Dahl") == ["Orla Venn", "Orla Venn"]


def test_nobody_thanks_himself() -> None:
    marked = "Minister Orla Venn wrote to Minister Tam Dahl. {The Minister|thanked} [Minister Venn for her patience]."
    assert names_of(marked, "Orla Venn", "Tam Dahl", "Venn") == ["Tam Dahl"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("A lawyer, {Robert Amsterdam, |said} [the charges were false].", "Robert Amsterdam"),
        ("Adviser Lisa Monaco spoke. {Monaco|said} [the plan would work].", "Lisa Monaco"),
        ("Adviser Lisa Monaco spoke in Monaco. {Monaco|said} [the plan would work].", "Monaco"),
        ("Rain fell. {He Tianrui, a spokesman for the Ministry of Trade, |said} [the port would open].", "He Tianrui"),
        ("Vice Premier He Tianrui spoke. {He|said} [the port would open].", "He Tianrui"),
    ],
)
def test_a_surname_may_be_a_place_or_a_pronoun(marked: str, name: str) -> None:
    assert names_of(marked) == [name]


def test_an_envoy_of_two_bodies_is_one_speaker() -> None:
    marked = "{the United Nations’ and Arab League’s envoy, Orla Venn, |said} [no date has been set]."
    assert names_of(marked, "Orla Venn") == ["Orla Venn"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (
            "more than 100 members of the House of Lords, including Orla Venn,",
            "more than 100 members of the House of Lords",
        ),
        ("Republicans in recent days", "Republicans"),
        ("a Norwegian official speaking on condition of anonymity", "Norwegian official"),
    ],
)
def test_what_follows_a_group_is_none_of_its_name(source: str, name: str) -> None:
    assert names_of(f"{{{source}|warned}} [that it would rain].", "Orla Venn") == [name]


@pytest.mark.parametrize(
    ("line", "unfinished"),
    [
        ("Media caption Tam Dahl on Venn: “I hold her crew responsible.”", True),
        ("JUST WATCHED Tam Dahl: “I hold her crew responsible.”", True),
        ("Tam Dahl on Venn: “I hold her crew responsible.”", False),
    ],
)
def test_who_speaks_in_a_caption_does_not_go_on(line: str, *, unfinished: bool) -> None:
    text = f"Venn meets Dahl.\n{line}\nNobody else came."
    assert context_of(text).is_unfinished(text.index("Dahl on Venn" if "Dahl on" in line else "Dahl:")) is unfinished


def test_a_member_is_called_by_state_and_party() -> None:
    marked = "{Rep. Orla Venn|said} [it rained]. Voters laughed. [“It pours,”] {the Maryland Democrat|said}."
    assert names_of(marked, "Orla Venn") == ["Orla Venn", "Orla Venn"]


def test_who_is_all_that_were_named_right_before() -> None:
    text = "War is near, say the Red Cross and Norwegian authorities, who warned of more attacks."
    outer = SourceSpan(
        span(text, "the Red Cross and Norwegian authorities"), span(text, "say"), (span(text, "War is near"),)
    )
    inner = SourceSpan(span(text, "who"), span(text, "warned"), (span(text, "of more attacks"),))
    first, second = resolve_speakers(context_of(text), [outer, inner])
    assert (
        first.speaker
        == second.speaker
        == Speaker("Red Cross; Norwegian authorities", "authorities", "Red Cross; Norway")
    )


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("News reports from Norway", "News reports from Norway"),
        ("A report from the Norwegian government", "Norwegian government"),
        ("A statement from Norway", "Norway"),
    ],
)
def test_reports_from_a_place_are_not_by_its_state(source: str, name: str) -> None:
    assert names_of(f"{{{source}|said}} [four people were held].") == [name]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("She has a following amongst young Icelanders {who|see} [the fleet as theirs].", "young Icelanders"),
        ("It is a demand of angry fishers {who|see} [the fleet as theirs].", "angry fishers"),
        ("She read a statement. Harbours without Walls, {which|said} [it rained], left.", "Harbours without Walls"),
        ("They met in the town. Lagunian officials, {who|said} [it rained], left.", "Lagunian officials"),
        ("She met the men of the town over the weekend, {who|said} [it rained].", None),
        ("The ship took the men by surprise, {who|said} [it rained].", None),
        ("It came from partners around the world, {who|said} [it rained].", None),
        ("The fish was carried by two fast jets, {which|claimed} [to be free].", None),
    ],
)
def test_who_and_which_mean_a_party_before_them_or_nobody(text: str, who: str | None) -> None:
    assert names_of(text) == [who]


@pytest.mark.parametrize(
    "cue", ["is expected", "was widely seen", "is believed", "were said", "is also intended", "was reported"]
)
def test_whom_others_expect_or_believe_something_of_says_nothing(cue: str) -> None:
    assert names_of(f"{{Minister Orla Venn|{cue}}} [to open the port].", "Orla Venn") == [None]
    assert names_of(f"Minister Orla Venn, 66, left, and {{|{cue}}} [to open the port].", "Orla Venn") == [None]


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("Harbour fees", None),
        ("Fleet-Port", None),
        ("Orla Venn emails", None),
        ("Minister Orla Venn", "Orla Venn"),
        ("Norway", "Norway"),
        ("Foreign Ministry", "Foreign Ministry"),
        ("Officials", "Officials"),
    ],
)
def test_the_topic_of_a_headline_says_nothing(label: str, who: str | None) -> None:
    assert names_of(f"{{{label}|:}} [the port opens again]\n\nIt rained.", "Orla Venn") == [who]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Publicly Norway", "Norway"),
        ("Play Video 0:58 Harbour Board", "Harbour Board"),
        ("Related Coverage Norway", "Norway"),
        ("Venn’s Sept. 4", "Orla Venn"),
        ("July’s Harbour Board", "Harbour Board"),
    ],
)
def test_what_the_page_or_the_date_adds_is_no_part_of_a_source(source: str, name: str) -> None:
    assert names_of(f"Orla Venn left. {{{source}|announced}} [the port would open].", "Orla Venn") == [name]


@pytest.mark.parametrize(("source", "they"), [("A local judge", None), ("The dockers", "dockers")])
def test_they_are_not_one_person(source: str, they: str | None) -> None:
    assert names_of(f"{{{source}|said}} [it rained]. {{They|added}} [it was cold].")[-1] == they


@pytest.mark.parametrize(
    ("before", "cue"),
    [
        ("{Minister Orla Venn|said} [the port is shut], which ", "is seen as"),
        ("{Minister Orla Venn|named} [Tam Roe], ", "widely seen as"),
        ("Minister Orla Venn left. ", "Asked"),
    ],
)
def test_a_verb_of_what_others_think_or_ask_has_no_speaker_left_out(before: str, cue: str) -> None:
    assert names_of(f"{before}{{|{cue}}} [the way out].", "Orla Venn")[-1] is None


def test_what_is_told_beside_a_pronoun_is_no_part_of_the_source() -> None:
    marked = "{Minister Orla Venn|said} [the port is shut]. But {she, like her crew,|fears} [the ice]."
    assert names_of(marked, "Orla Venn") == ["Orla Venn"] * 2


def test_a_body_led_by_somebody_speaks_itself() -> None:
    text = "The Reef Institute issued a study. {The think tank, led by Orla Venn,|said} [the reef is lost]."
    assert names_of(f"{{Harbour Watch|said}} [it rained]. {text}", "Orla Venn") == ["Harbour Watch", "Reef Institute"]


def test_a_person_compared_with_another_speaks() -> None:
    text = "Sen. Tam Roe left. {Sen. Orla Venn, D-N.J., who, like Roe, is a lawyer,|said} [the reef is lost]."
    assert names_of(text, "Tam Roe", "Orla Venn", "Roe") == ["Orla Venn"]


def test_senators_with_their_parties_speak_together() -> None:
    text = "{Sen. Orla Venn (R) of Utah and Sen. Tam Roe (D) of Ohio|said} [the reef is lost]."
    assert names_of(text, "Orla Venn", "Tam Roe") == ["Orla Venn; Tam Roe"]


def test_all_members_of_a_group_between_dashes_speak() -> None:
    text = "{Three northern nations - Norway, Iceland and Denmark -|warned} [the reef is lost]."
    assert speakers(text) == [Speaker("Norway; Iceland; Denmark", None, "Norway; Iceland; Denmark")]


def test_citizens_are_not_their_state() -> None:
    assert speakers("{Norwegians|say} [the reef is lost].") == [Speaker("Norwegians", None, "Norway")]
    assert speakers("{some Norwegians|say} [the reef is lost].") == [Speaker("Some Norwegians", None, "Norway")]


def test_a_communique_speaks_for_the_body_that_the_text_names_with_it() -> None:
    text = "Tam Roe left the NATO communique. {Tam Roe|called} [it weak]. {The communique|said} [the reef is lost]."
    assert names_of(text, "Tam Roe") == ["Tam Roe", "NATO"]
    text = "{Tam Roe|called} [it weak]. {The communique|said} [the reef is lost]."
    assert names_of(text, "Tam Roe") == ["Tam Roe", None]


def test_a_suspect_holds_no_office() -> None:
    text = (
        "Police hunted suspect Tam Roe. Roe had fled Oslo. {The nation's prime minister|said} [the city is safe]. "
        "Norwegian Prime Minister Orla Venn spoke on Monday."
    )
    assert names_of(text, "Tam Roe", "Roe", "Orla Venn") == ["Orla Venn"]


def test_broadcaster_and_paper_speak_together() -> None:
    assert names_of("{HBTV and the newspaper Le Monde|reported} [that it rained].") == ["HBTV; Le Monde"]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("Some sailors", "Some sailors"), ("some 40 sailors", "40 sailors"), ("Other sailors", "sailors")],
)
def test_some_of_a_group_are_not_the_group(phrase: str, name: str) -> None:
    assert names_of(f"{{{phrase}|say}} [the reef is lost].") == [name]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        (f"Dahl, who chairs the council, and {ROE}", "Birna Dahl; Tam Roe"),
        ("Norway, which has a fleet, and Iceland", "Norway; Iceland"),
        (f"{ROE}, who met the king and queen", "Tam Roe"),
        (f"{ROE}, who chairs the council, and sponsored", "Tam Roe"),
    ],
)
def test_both_speak_though_a_clause_tells_of_the_first(source: str, names: str) -> None:
    assert names_of(f"{DAHL} arrived. {{{source}|said}} [the harbour is open].", "Birna Dahl", "Dahl", "Tam Roe")[
        -1:
    ] == [names]


def test_what_a_group_does_to_a_body_is_not_its_name() -> None:
    text = "{Traders hounding the Dahl council|said} [it rained]. {The council|denied} [it]."
    assert names_of(text)[1] == "council"


def test_his_spokeswoman_is_of_his_country() -> None:
    text = (
        "{Icelandic State Ministry spokeswoman Orla Venn|said} [it snowed]. "
        "{|said} [Norwegian Foreign Minister Tam Roe left], according to {his spokeswoman|,}."
    )
    names = names_of(text, "Orla Venn", "Tam Roe")
    assert names[0] == "Orla Venn"
    assert names[-1] == "Tam Roe's spokeswoman"


def test_a_member_of_another_committee_is_somebody_else() -> None:
    text = (
        "{Sen. Orla Venn, a member of the Senate Harbour Services Committee,|said} [it rained]. "
        "{The House Fisheries Committee member|said} [it snowed]."
    )
    assert names_of(text, "Orla Venn") == ["Orla Venn", "House Fisheries Committee member"]


def test_a_state_in_the_words_before_it_said_does_not_say_them() -> None:
    assert names_of("{|} [Norway had no ships], {it|said} [so].")[-1:] == [None]
    assert names_of("Norway has shut its port. {|} [The port had no ships], {it|said} [so].")[-1:] == ["Norway"]
