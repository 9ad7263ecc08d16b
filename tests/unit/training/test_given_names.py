"""Which given names are added, and that they come back as they were written."""

from pathlib import Path

from training.given_names import choose, write

KNOWN = {"orla": "f", "tam": "m", "robin": "f", "hope": "f", "norway": "f", "selma": "f", "al": "m"}


def test_names_that_both_collections_give_to_one_gender_are_chosen() -> None:
    listed = [*KNOWN.items(), ("robin", "m"), ("nils", "m"), ("tam", "m")]
    texts = ["We hope so, they hope so.", "It rained in Selma, in Selma and in Selma."]
    assert choose(listed, KNOWN, texts) == {"orla": "f", "tam": "m"}
    assert "selma" in choose(listed, KNOWN, ["Selma Venn saw it rain in Selma."])


def test_a_name_of_another_gender_in_the_dictionary_is_left_out() -> None:
    assert choose([("orla", "m")], KNOWN, []) == {}


def test_the_table_has_a_line_a_gender_and_letter(tmp_path: Path) -> None:
    write({"orla": "f", "oona": "f", "tam": "m"}, tmp_path / "names.tsv")
    heading, *rows = (tmp_path / "names.tsv").read_text(encoding="utf-8").splitlines()
    assert heading.startswith("#")
    assert rows == ["f\toona orla", "m\ttam"]
