"""Transcripts and label posts: which line labels make what follows somebody's own words, and which do not."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import Span
from bot.nlp.structure.transcript_turns import TranscriptTurn, find_transcript_turns


def turns(text: str) -> list[tuple[str, list[str]]]:
    return [(t.label.of(text), [c.of(text) for c in t.content]) for t in find_transcript_turns(text)]


def test_capital_labels_and_questions() -> None:
    text = (
        "Remarks after the call\n\nQUESTION: Did you agree?\n\nMINISTER VENN: Yes. We agreed.\n\nAnd we shall meet.\n\n"
        "MR ROE: No.\n"
    )
    assert turns(text) == [
        ("QUESTION", ["Did you agree?"]),
        ("MINISTER VENN", ["Yes. We agreed.", "And we shall meet."]),
        ("MR ROE", ["No."]),
    ]
    assert [t.asking for t in find_transcript_turns(text)] == [True, False, False]
    assert all(t.colon.of(text) == ":" for t in find_transcript_turns(text))


def test_a_label_alone_on_its_line_heads_the_paragraphs_below() -> None:
    for end in ("\n", "\r\n"):
        text = end.join(["MODERATOR:", "Who begins?", "", "AMBASSADOR VENN:", "I do.", ""])
        assert turns(text) == [("MODERATOR", ["Who begins?"]), ("AMBASSADOR VENN", ["I do."])]


def test_an_interview_with_names_that_return() -> None:
    text = "Orla Venn: We met.\n\nTam Roe: We talked.\n\nOrla Venn: That is all.\n\nTam Roe: It is not.\n"
    assert [label for label, _ in turns(text)] == ["Orla Venn", "Tam Roe", "Orla Venn", "Tam Roe"]


def test_questions_and_answers() -> None:
    assert turns("Question: Who pays?\nAnswer: Nobody does.\n") == [
        ("Question", ["Who pays?"]),
        ("Answer", ["Nobody does."]),
    ]
    assert turns("Q: Who pays?\nA: Nobody.\nQ: Why?\nA: Ask Venn.\n")[1] == ("A", ["Nobody."])
    assert [label for label, _ in turns("Вопрос: Кто платит?\nОтвет: Никто.\n")] == ["Вопрос", "Ответ"]


def test_an_outlet_that_asks_once_in_a_transcript_is_a_questioner() -> None:
    text = (
        "Orla Venn: Good day.\n\nHarbour Daily: A follow-up. Was a protest lodged?\n\nOrla Venn: Note this: No.\n\n"
        "Coast Radio: When?\n\nOrla Venn: Never.\n"
    )
    found = find_transcript_turns(text)
    assert [(t.label.of(text), t.asking) for t in found] == [
        ("Orla Venn", False),
        ("Harbour Daily", True),
        ("Orla Venn", False),
        ("Coast Radio", True),
        ("Orla Venn", False),
    ]


def test_a_line_that_asks_under_a_heading_makes_no_transcript_by_itself() -> None:
    assert turns("The ministers met.\n\nThe Harbour Question: who pays for it?\n\nVenn said nobody would.\n") == []
    assert turns("Why Now: is there a reason?\n\nWhat Next: will they meet?\n") == []


def test_names_that_keep_small_letters_among_capitals() -> None:
    text = "SENATOR McORR: No.\n\nENVOY al-TAMIR: Why not?\n\nDR VAN DORN: Indeed.\n"
    assert [label for label, _ in turns(text)] == ["SENATOR McORR", "ENVOY al-TAMIR", "DR VAN DORN"]


def test_a_post_with_a_speech_balloon() -> None:
    text = "💬 Orla Venn: The harbour is open.\n\nNobody is held.\n\n#Harbour #Venn\n\nFollow us for more"
    assert turns(text) == [("Orla Venn", ["The harbour is open.", "Nobody is held."])]


def test_two_balloons_are_two_turns() -> None:
    text = "💬 Orla Venn: The harbour is open.\n💬 Tam Roe: It is not.\n"
    assert turns(text) == [("Orla Venn", ["The harbour is open."]), ("Tam Roe", ["It is not."])]


def test_one_statement_under_an_office_in_capitals() -> None:
    assert turns("FOREIGN MINISTER VENN: Good evening.\n\nThank you all.\n") == [
        ("FOREIGN MINISTER VENN", ["Good evening.", "Thank you all."])
    ]


def test_stage_directions_are_nobody_s_words() -> None:
    text = "MS VENN: We begin.\n\n(Laughter.)\n\n[Crosstalk]\n\nMR ROE (via interpreter): We end. (Applause.)\n"
    assert turns(text) == [("MS VENN", ["We begin."]), ("MR ROE (via interpreter)", ["We end. (Applause.)"])]


def test_a_label_without_words_makes_no_turn() -> None:
    assert turns("MS VENN:\n\nMR ROE: Yes.\n\n(Ends.)") == [("MR ROE", ["Yes."])]


@pytest.mark.parametrize(
    "text",
    [
        "Note: all times are local.\n\nThe ministers met.",
        "Berlin: the ministers met on Thursday.",
        "NEW YORK: The ministers met on Thursday.\n\nThey left on Friday.",
        "LONDON: One minister came.\n\nPARIS: Another left.",
        "BREAKING: The ministers met.\n\nUPDATE: They left.",
        "BREAKING NEWS: The ministers met.",
        "STORY: Will fish be cheaper?\n\nThe ministers met.\n\nSTORY: Five kinds of fish\n\nThey left.",
        "Reporter: Orla Venn",
        "They wavered.\n\nTranslation: the fleet is lost.\n\nThey left.\n\nTranslation: it rained.",
        "Read: What Is the Harbour Fund?\n\nThe ministers met.\n\nRead: The Fleet Turns North\n\nThey left.",
        "Photo: Tam Roe / Harbour Post\n\nPhoto: Orla Venn\n\nThe ministers met.",
        "Venn had one demand: that the crew go home.\n\nRoe had another: that they stay.",
        "But she added: “We shall see.”\n\nThen she added: “Or not.”",
        "The minister said on Monday: no.\n\nThe minister said on Monday: no.",
        "She left at 10:30.\n\nSee https://harbour.test/a:b and mailto:venn@harbour.test",
        "• Main Point: the harbour is open.\n• The Second: the crew is free.\n\nVenn said so.",
        "The below is attributable to Spokesperson Orla Venn:\n\nThe ministers met.",
        "Venn spoke of “the law: nothing else” and left.",
        "قال الوزير: نعم.\n\nقال السفير الآخر: لا.",
        "A: only one letter.",
        ":\n: \n::\n",
        "",
    ],
)
def test_no_turns_in_news_notes_and_lists(text: str) -> None:
    assert turns(text) == []


_ROUGH = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "MS VENN: ",
                "QUESTION: ",
                "Orla Venn: ",
                "💬 ",
                "\n",
                "\r\n",
                "\n\n",
                ":",
                " ",
                "(a)",
                "[b]",
                "#tag",
                "שלום",
                "\u2028",
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=40,
).map("".join)


@given(_ROUGH)
def test_turns_of_any_text_lie_inside_it_in_order_and_apart(text: str) -> None:
    found = find_transcript_turns(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for turn in found:
        parts = [turn.label, turn.colon, *turn.content]
        assert all(a.end <= b.start for a, b in pairwise(parts))
        assert all(part.of(text) == part.of(text).strip() for part in parts)
        assert turn.content
        assert turn.colon.of(text) == ":"


def test_a_turn_reaches_from_its_label_to_its_last_word() -> None:
    assert TranscriptTurn(Span(0, 4), Span(4, 5), (Span(6, 9), Span(12, 20)), asking=False).span == Span(0, 20)


@pytest.mark.parametrize(
    "unit",
    [
        "MS VENN: yes\n",
        "Ab: x\n",
        ":",
        "A ",
        "A (b) (c) ",
        "💬 Orla Venn: x\n",
        "\t",
        "- ",
        "[a\n",
        "#a ",
        "Q: ",
        "A \n",
        "Mc",
    ],
)
def test_turns_take_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    find_transcript_turns(text)
    # the slowest of these takes 0.3 s
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "after",
    [
        "Following the press conference, the guests ate.",
        "The briefing lasted ten minutes.",
        "Minister Dahl left by boat.",
        "The Norwegian side confirmed it.",
        "The Sides agreed to fish.",
        "❗️ Both Sides stressed the need for fish.",
    ],
)
def test_the_story_goes_on_after_the_last_turn(after: str) -> None:
    text = f"Tam Roe: We agree.\n\nBirna Dahl: It rains.\n\nTam Roe: So it does.\n\nBirna Dahl: We like it.\n\n{after}"
    assert [span.of(text) for span in find_transcript_turns(text)[-1].content] == ["We like it."]


@pytest.mark.parametrize("after", ["After the talks we ate.", "I told Minister Dahl so.", "Rain is good for fish."])
def test_what_may_still_be_said_is_said(after: str) -> None:
    text = f"Birna Dahl: It rains.\n\nTam Roe: So it does.\n\nBirna Dahl: No.\n\nTam Roe: We like it.\n\n{after}"
    assert [span.of(text) for span in find_transcript_turns(text)[-1].content] == ["We like it.", after]


def test_what_stands_in_a_quotation_that_goes_on_is_said() -> None:
    text = (
        "Birna Dahl: It rains.\n\nTam Roe: So it does.\n\nBirna Dahl: No.\n\nTam Roe: “The talks were held today.\n\n"
        "“The ministers discussed fish.”"
    )
    assert len(find_transcript_turns(text)[-1].content) == 2


STORY = "Foreign Minister Orla Venn said on Sunday that the harbour would stay shut.\n\nThe transcript:\n\n"


def test_a_headline_with_a_name_before_its_colon_is_no_turn() -> None:
    text = f"Venn: No Talks Before the Ice Melts\n\n{STORY}ROE: Will you meet?\n\nVENN: Not before May.\n\nROE: Why?\n"
    assert turns(text) == [("ROE", ["Will you meet?"]), ("VENN", ["Not before May."]), ("ROE", ["Why?"])]


def test_a_first_turn_that_is_answered_is_no_headline() -> None:
    text = "VENN: We shall not meet before May.\n\nAnd I said so.\n\nROE: Why?\n\nVENN: The ice.\n"
    assert [label for label, _ in turns(text)] == ["VENN", "ROE", "VENN"]


@pytest.mark.parametrize(
    "heading", ["NOTE TO CORRESPONDENTS", "PRESS RELEASE", "FOR IMMEDIATE RELEASE", "MEDIA ADVISORY"]
)
def test_what_heads_a_release_is_no_speaker(heading: str) -> None:
    assert turns(f"{heading}: On the visit to the harbour\n\nMinister Venn said that it was open.\n") == []


@pytest.mark.parametrize("rule", ["* * *", "***", "———", "###"])
def test_a_rule_ends_the_last_turn(rule: str) -> None:
    text = f"Tam Roe: Why?\n\nBirna Dahl: So.\n\nTam Roe: So?\n\nBirna Dahl: We do.\n\n{rule}\n\nRain fell at noon."
    assert turns(text)[-1] == ("Birna Dahl", ["We do."])


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("🇳🇴 A minister argued that fish were dear.", ["Sport is a bridge.", "They say no."]),
        ("🔹 A bridge is for all.", ["Sport is a bridge.", "They say no.", "🔹 A bridge is for all."]),
        ("☝️ We will not forget it.", ["Sport is a bridge.", "They say no.", "☝️ We will not forget it."]),
    ],
)
def test_a_symbol_ends_a_post_that_a_balloon_opened(after: str, said: list[str]) -> None:
    assert turns(f"On sport\n\n💬 Birna Dahl: Sport is a bridge.\n\nThey say no.\n\n{after}") == [("Birna Dahl", said)]


def test_a_question_without_a_colon() -> None:
    text = (
        "MS. VENN:  Hello.\n\nQ    Is it so?  Really?\n\nMS. VENN:  It is.\n\nQ\tWhy?\n\n"
        "MS. VENN:  No.\n\nQ is a letter."
    )
    assert turns(text) == [
        ("MS. VENN", ["Hello."]),
        ("Q", ["Is it so?  Really?"]),
        ("MS. VENN", ["It is.", "Q\tWhy?"]),
        ("MS. VENN", ["No.", "Q is a letter."]),
    ]


def test_a_headline_in_capitals_makes_no_turn() -> None:
    text = "The talks ended on Monday.\n\nHARBOUR TALKS END IN OSLO: DEVELOPMENTS\n\nVenn said the harbour is open."
    assert find_transcript_turns(text) == ()


def test_headlines_with_a_colon_are_no_turns() -> None:
    text = (
        "LATEST ON THE PORT: Bergen Reopens The Northern Pier\n\nLATEST ON THE PORT: Two Ships Wait\n\n"
        "Bergen opened the pier on Monday, the harbour master said."
    )
    assert find_transcript_turns(text) == ()
    assert find_transcript_turns("US OFFICIAL: Fleet To Leave The Port\n\nThe fleet will leave on Monday.") == ()


def test_a_turn_without_a_full_stop_is_no_headline() -> None:
    text = "SECRETARY VENN: Good morning –\n\nQUESTION: Will it open?\n\nSECRETARY VENN: It will open."
    assert len(find_transcript_turns(text)) == 3
    assert len(find_transcript_turns("🗣 Orla Venn: The port stays open to all\n\nJoin our channel")) == 1


def test_subheadings_of_one_name_are_no_turns() -> None:
    text = (
        "The talks in Selm ended without a deal.\n\nVenn: Send the fleet home\n\nVenn went as far as to praise the "
        "fleet.\n\nVenn: Roe 'would be a fine mayor'\n\nRoe said she had not been asked.\n"
    )
    assert turns(text) == []
