"""What can stand in a summary, sentence by sentence."""

import pytest

from bot.nlp.summary.sentence_filters import (
    begins_with_pronoun,
    depends_on_context,
    is_courtesy,
    is_editors_note,
    is_furniture,
    is_question,
)


@pytest.mark.parametrize(
    "line",
    [
        "Arlen and Brock reopen border",
        "ORLAN, 3 May 2022",
        "The following is attributable to the spokesperson:",
        "Also on example.com Council marks forty years.",
        "Read more: The long road.",
        "If you like this story, share it!",
        "Sign up for our newsletter.",
        "Reporting by Eve Marl; editing by Jon Dane.",
        "The statements, views and opinions expressed are those of the author.",
        "Photo: The harbour of Orlan.",
        "* * *",
        "—",
        "QUESTION: Minister, the port says the accord comes too late.",
        "MS. MARL: Good afternoon, everyone.",
        "PRESIDENT NOOR (via interpreter): Thank you, Minister.",
        "FILE - In this March 3, 2022 file photo, Minister Noor speaks in Orlan.",
        "FILE - In this undated photo provided by the port, Minister Noor visits the quay.",
        "Media playback is unsupported on your device Media caption What does the accord say?",
        "| Jon Dane/AP Photo Noor: The border stays open.",
        "JUST WATCHED Marl denies it Replay More Videos ...",
        "Story continued below",
        "Interested in Orlan? Add Orlan as an interest to stay up to date.",
        "Minister Noor is received by Jon Dane, center right, and Eve Marl, right.",
        "Minister Noor, left, shakes hands with Eve Marl in Orlan.",
        "Eve Marl (second left) opens the ferry (pictured in May).",
        "The ferry Dunmore (above, at Brock) was built in Orlan.",
        "Eve Marl, of Brock, looks on as Minister Noor signs the accord.",
        "A screen shows Minister Noor at the quay of Orlan, Brock, May 29, 2017.",
        "Jon Dane and Eve Marl shake hands in this photo released by the port of Orlan.",
        "Orlan, B.K.",
        "Dane And Marl Meet In Orlan, Discuss Fish And The B.K.",
        "• A weekly digest of harbour news.",
        "The text of the following statement was released by the Governments of Arlen and Brock.",
        "Following is the text of a joint statement by Arlen and Brock.",
        "Eve Marl, a former harbour master of Orlan, is a columnist on trade.",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line, alone=True)


@pytest.mark.parametrize(
    "line",
    [
        "MINISTER NOOR: The port will stay open until the accord is signed.",
        "Also on Sunday, Arlen opened a second crossing.",
        "Video of the signing showed both ministers smiling.",
        "Published reports say the accord has nine articles.",
        "Watch groups counted four crossings.",
        "“We agree.”",
        "Noor spoke in Orlan, right after the vote.",
        "Noor rose and left, and Marl stayed on the right.",
        "The party, far right, won nine seats.",
        "Noor said the photo was a forgery.",
        "The accord has been in force since May 29, 2017.",
        "Noor was born in Orlan on May 29, 1957.",
        "两国同意开放边境。",
    ],
)
def test_sentences_of_the_report(line: str) -> None:
    assert not is_furniture(line, alone=True)


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("(We changed the first lines of this report at noon.)", True),
        ("[This report was changed at noon.]", True),
        ("The Quill has people in both towns to bring you the latest.", True),
        ("“You have my word,” Noor said.", False),
        ('Noor told Marl "you are welcome" (and meant it).', False),
    ],
)
def test_editors_notes(sentence: str, note: bool) -> None:
    assert is_editors_note(sentence) is note


def test_a_sentence_without_an_end_is_furniture_only_as_a_line_of_its_own() -> None:
    assert not is_furniture("and so the border stayed open", alone=False)


@pytest.mark.parametrize(
    "sentence",
    [
        "He agreed.",
        "“They agreed,” Noor said.",
        "But Noor agreed.",
        "However, Noor agreed.",
        "In addition, Noor agreed.",
        "Noor, however, agreed.",
        "This was agreed.",
        "(She agreed.)",
        "Hers Valley opened.",  # a name that is also a pronoun: the price of looking at one word
    ],
)
def test_leans_back(sentence: str) -> None:
    assert depends_on_context(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Noor agreed.", "This week, Noor agreed.", "In Orlan, Noor agreed.", "“We agree,” Noor said.", "", "…"],
)
def test_stands_alone(sentence: str) -> None:
    assert not depends_on_context(sentence)


def test_begins_with_pronoun() -> None:
    assert begins_with_pronoun("“It is over,” she said.")
    assert not begins_with_pronoun("However, it is over.")


def test_is_question() -> None:
    assert is_question("“Who pays?”")
    assert is_question("من يدفع؟")
    assert not is_question("“Who pays?” Noor asked.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you, Minister, on behalf of the fleet.",
        "MINISTER NOOR: Good to be with you, Eve.",
        "Minister Marl, dear Eve, welcome back to Orlan.",
        "I’ll just say very quickly what a pleasure it is to see my friend.",
        "So I’m very pleased to have the minister here today.",
        "The accord will (inaudible) in May.",
    ],
)
def test_courtesies(sentence: str) -> None:
    assert is_courtesy(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks to the accord, the port is open.",
        "It is good to see Arlen open its port.",
        "I am pleased to announce an accord.",
        "We welcome the accord.",
        "Noor thanked the fleet.",
    ],
)
def test_what_is_said_is_no_courtesy(sentence: str) -> None:
    assert not is_courtesy(sentence)
