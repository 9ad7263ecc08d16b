"""One name in all scripts: transliteration, the table of figures, and the key of consonants."""

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gazetteer.latin_names import consonant_key, latin_name, latin_words, words_beginning
from bot.gazetteer.name_matching import alike_across_scripts, name_keys, roles_contradict, roles_overlap
from bot.gazetteer.office_classes import named_office, office_classes

LETTERS = st.characters(min_codepoint=0x20, max_codepoint=0x9FFF)


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Сергей Лавров", "Sergei Lavrov"),
        ("Лавров", "Lavrov"),
        ("سيرغي لافروف", "Sergei Lavrov"),
        ("#لافروف", "Lavrov"),
        ("谢尔盖·拉夫罗夫", "Sergei Lavrov"),
        ("拉夫罗夫", "Lavrov"),
        ("Sergueï Lavrov", "Sergei Lavrov"),
        ("Vladimir Poutine", "Vladimir Putin"),
        ("Владимир Зеленский", "Volodymyr Zelensky"),
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("إبراهيم رئيسي", "Ebrahim Raisi"),
        ("王文斌", "Wang Wenbin"),
        ("曾梵之", "Zeng Fanzhi"),
        ("欧阳文", "Ouyang Wen"),
        ("Арне Даль", "Arne Dal'"),
        ("Arne Dahl", "Arne Dahl"),
        ("", ""),
    ],
)
def test_a_name_is_written_as_english_writes_it(name: str, english: str) -> None:
    assert latin_name(name) == english


@pytest.mark.parametrize(
    ("a", "b"),
    [("Bashar al-Assad", "بشار الأسد"), ("Bashar Assad", "Башар аль-Асад"), ("Алексей Орлов", "Alexei Orlov")],
)
def test_spellings_sound_alike(a: str, b: str) -> None:
    assert name_keys(a) == name_keys(b)


@pytest.mark.parametrize(
    ("a", "b"), [("Arne Dahl", "Арне Даль"), ("Anna Nilsen", "安娜·尼尔森"), ("Martin Weber", "مارتن فيبر")]
)
def test_an_unknown_name_has_the_same_consonants_in_another_script(a: str, b: str) -> None:
    assert alike_across_scripts(a, b)
    assert not alike_across_scripts(a, a), "names of one script are compared by sound"


@pytest.mark.parametrize("name", ["Даль", "Dahl", "", "Ли И", "· ·", "李"])
def test_too_few_consonants_tell_nothing(name: str) -> None:
    assert not consonant_key(name)


def test_names_of_the_table_begin_with_what_is_typed() -> None:
    assert words_beginning("拉夫") == ("lavrov",)
    assert latin_words("Лавров") == ("lavrov",)


def test_each_row_of_the_table_names_one_person() -> None:
    lines = resources.files("bot.gazetteer").joinpath("figure_names.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert {len(row) for row in rows} == {5}
    wrong = [
        (other, latin_name(other))
        for name, *cells in rows[1:]
        for cell in cells
        for other in filter(None, cell.split(", "))
        if latin_name(other) != name
    ]
    assert wrong == []


@given(st.text(LETTERS, max_size=60))
def test_writing_a_name_again_changes_nothing(name: str) -> None:
    once = latin_name(name)
    assert latin_name(once) == once
    consonant_key(name)


@given(st.text(max_size=400))
def test_any_text_is_bounded(name: str) -> None:
    assert len(latin_name(name)) <= max(200, len(name))


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("Foreign Minister", "foreign"),
        ("министр иностранных дел РФ", "foreign"),
        ("глава МИД", "foreign"),
        ("وزير الخارجية الروسي", "foreign"),
        ("俄罗斯外长", "foreign"),
        ("ministre des Affaires étrangères", "foreign"),
        ("ministro de Exteriores", "foreign"),
        ("رئيس الوزراء", "chief"),
        ("deputy foreign minister", "deputy_foreign"),
        ("副外长", "deputy_foreign"),
        ("vice-président", "vice_president"),
    ],
)
def test_an_office_has_one_class_in_all_languages(role: str, office: str) -> None:
    assert office_classes(role) == {office}


def test_only_an_office_alone_is_one() -> None:
    assert named_office("外长") == "foreign"
    assert named_office("president Biden") is None


def test_offices_of_two_languages() -> None:
    assert roles_overlap(["Foreign Minister"], ["глава МИД"])
    assert not roles_contradict(["Foreign Minister"], ["глава МИД"])
    assert roles_contradict(["Foreign Minister"], ["министр обороны"])
    assert not roles_contradict(["Foreign Minister"], ["рыбак"]), "an office of no class is not compared"
    assert not roles_contradict([], ["рыбак"])


@given(st.text(LETTERS, max_size=80))
def test_no_text_stops_what_reads_names(text: str) -> None:
    office_classes(text)
    named_office(text)
    words_beginning(text)
    roles_contradict([text], ["глава МИД"])
    alike_across_scripts(text, "Арне Даль")
