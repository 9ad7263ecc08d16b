"""Countries and bodies as five languages name them."""

import pytest

from bot.domain.text import Span
from bot.nlp.lang import LANGUAGES
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.places import find_places
from bot.nlp.lang.source_phrases import parse_source_phrase


@pytest.mark.parametrize(
    ("language", "text", "countries"),
    [
        ("ru", "Посол Норвегии и британский министр в США", ["Norway", "United Kingdom", "United States"]),
        ("ru", "В Саудовской Аравии, на Украине, от Украины", ["Saudi Arabia", "Ukraine", "Ukraine"]),
        ("fr", "le ministre turc, la Jordanie et les États-Unis", ["Turkey", "Jordan", "United States"]),
        ("es", "el ministro egipcio, Estados Unidos y la ONU", ["Egypt", "United States", "United Nations"]),
        ("ar", "وزير الخارجية الأمريكي وإيران ولبنان", ["United States", "Iran", "Lebanon"]),
        ("zh", "美国总统、中国外交部、联合国秘书长", ["United States", "China", "United Nations"]),
        ("zh", "俄外长 美丽的花园", ["Russia"]),
    ],
)
def test_countries_are_found_in_their_cases_and_as_adjectives(language: str, text: str, countries: list[str]) -> None:
    assert [place.country for place in find_places(text, language)] == countries


def test_the_name_of_a_state_before_the_dot_of_a_name_is_none() -> None:
    text = "多米尼克·霍尔姆和埃里克·苏丹在中国·北京会见挪威大使"
    assert [place.country for place in find_places(text, "zh")] == ["China", "China", "Norway"]


def test_a_place_is_a_slice_of_the_text() -> None:
    text = "Ёж и посол Норвегии"
    [place] = find_places(text, "ru")
    assert place.span.of(text) == "Норвегии"


def test_a_state_is_named_whole_as_ministries_do() -> None:
    text = "Министр иностранных дел Российской Федерации Виктор Орешин и президент Республики Беларусь Павел Ковальчук"
    assert [place.span.of(text) for place in find_places(text, "ru")] == ["Российской Федерации", "Республики Беларусь"]


@pytest.mark.parametrize(("language", "text"), [("ru", "Мало кто знает малый дом"), ("es", "la frontera abierta")])
def test_words_that_only_begin_like_a_country_are_none(language: str, text: str) -> None:
    assert find_places(text, language) == ()


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_names_the_same_states_and_bodies_in_its_table(language: str) -> None:
    from importlib import resources  # noqa: PLC0415

    rows = resources.files("bot.nlp.lang").joinpath(language, "places.tsv").read_text("utf-8").splitlines()[1:]
    other = resources.files("bot.nlp.lang").joinpath("fr", "places.tsv").read_text("utf-8").splitlines()[1:]
    missing = {row.split("\t")[0] for row in other} - {row.split("\t")[0] for row in rows}
    assert missing == set()


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_lexicon_has_the_same_lists(language: str) -> None:
    here, there = load_lexicon(language), load_lexicon("ru")
    assert set(here.lists) == set(there.lists)
    assert set(here.acts) == set(there.acts)


def test_a_body_of_a_state_stays_in_an_office_that_is_named_with_it() -> None:
    phrase = "la portavoz del FBI, Ana Ruiz"
    found = parse_source_phrase(Page(phrase, load_lexicon("es")), Span(0, len(phrase)))
    assert (found.role, found.country) == ("portavoz del FBI", "United States")


def test_a_given_name_is_no_state() -> None:
    assert find_places("Le préfet Salvador Ruiz parle.", "fr") == ()
    assert [place.country for place in find_places("Le Salvador parle.", "fr")] == ["El Salvador"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [("Даниэла Орсо и Перус", []), ("Делегация Малавии", []), ("Посол Малави и посол Дании", ["Malawi", "Denmark"])],
)
def test_a_word_with_other_letters_than_endings_is_no_state(text: str, countries: list[str]) -> None:
    assert [place.country for place in find_places(text, "ru")] == countries


def test_ministers_of_two_states_stand_for_neither() -> None:
    phrase = "los ministros de Pesca de Islandia y Noruega"
    assert parse_source_phrase(Page(phrase, load_lexicon("es")), Span(0, len(phrase))).country is None


def test_a_people_within_another_state_is_no_state() -> None:
    assert [one.country for one in find_places("海西蒙古族自治州警方和蒙古警方", "zh")] == ["Mongolia"]


def test_an_adjective_that_does_not_agree_with_the_title_before_it_is_a_name() -> None:
    text = "قال العقيد تركي المالكي والعقيد التركي يون فيندال"
    assert [one.span.of(text) for one in find_places(text, "ar")] == ["التركي"]
