"""How texts in other languages are put together."""

from training.languages import compose_text, part_documents


def test_a_headline_and_paragraphs_of_two_sentences() -> None:
    assert compose_text(["Titre", " Un. ", "", "Deux.", "Trois."], "fr") == "Titre\n\nUn. Deux.\n\nTrois."


def test_chinese_sentences_have_no_space_between() -> None:
    assert compose_text(["题", "一。", "二。"], "zh") == "题\n\n一。二。"


def test_lines_are_parted_at_headlines() -> None:
    lines = ["港口开放 - 某某网", "一。", "二。", "大桥完工-某某报", "三。"]
    told = list(part_documents({"line": number, "zh": line} for number, line in enumerate(lines, 1)))
    assert told == [("1", lines[:3]), ("4", lines[3:])]
