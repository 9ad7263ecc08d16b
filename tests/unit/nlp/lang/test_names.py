"""Which words are of persons' names, as the network tells: where a name begins and ends, and what is none."""

from dataclasses import replace

import pytest

from bot.domain.text import Span
from bot.nlp.lang.attributions import find_attributions
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.source_phrases import PhraseKind, SourcePhrase, parse_source_phrase
from tests.unit.nlp.lang.marked import tag


def page_of(text: str, language: str, names: dict[str, float]) -> Page:
    """A page whose network gives these words these probabilities, wherever they stand."""
    found = [
        (Span(at, at + len(word)), share)
        for word, share in names.items()
        for at in range(len(text))
        if text.startswith(word, at)
    ]
    return Page(text, load_lexicon(language), tuple(sorted(found)))


def parse(text: str, language: str, **names: float) -> SourcePhrase:
    return parse_source_phrase(page_of(text, language, names), Span(0, len(text)))


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("zh", "示威组织者"),
        ("zh", "知情官员"),
        ("ar", "خبير أسلحة كيماوية"),
        ("es", "el presidente del Observatorio Fiscal"),
    ],
)
def test_words_that_are_no_name_stay_with_the_office(language: str, phrase: str) -> None:
    assert parse_source_phrase(page_of(phrase, language, {}), Span(0, len(phrase))).kind is not PhraseKind.PERSON


def test_a_name_needs_no_network() -> None:
    phrase = "el ministro Jon Ek"
    parsed = parse_source_phrase(Page(phrase, load_lexicon("es")), Span(0, len(phrase)))
    assert (parsed.kind, parsed.name, parsed.role) == (PhraseKind.PERSON, "Jon Ek", "ministro")


def test_the_end_of_an_office_is_not_of_the_name() -> None:
    parsed = parse("el ministro de Desarrollo Gábor Roe", "es", Desarrollo=0.05, Gábor=0.98, Roe=0.98)
    assert (parsed.name, parsed.role) == ("Gábor Roe", "ministro de Desarrollo")


def test_a_name_among_others_of_the_same_surname_is_kept_where_the_network_doubts_all() -> None:
    parsed = parse("el ministro Jon Ek Roe", "es", Jon=0.5, Ek=0.5, Roe=0.5)
    assert parsed.name == "Jon Ek Roe"


@pytest.mark.parametrize(
    ("text", "rough", "whole"),
    [
        ("叶莲娜·波波娃女士说", "娜·波波娃", "叶莲娜·波波娃"),
        ("发言人拉米·阿卜杜勒透露", "拉米·阿", "拉米·阿卜杜勒"),
        ("优素福·哈达德上校说", "优素福·哈达德上校", "优素福·哈达德"),
        ("工作的拉斐尔·马歇尔声称", "工作的拉斐尔·马歇尔", "拉斐尔·马歇尔"),
        ("名叫莎洛特·图伊的年轻外交官说", "莎洛特·图伊的年轻", "莎洛特·图伊"),
    ],
)
def test_a_foreign_name_in_han_is_taken_whole(text: str, rough: str, whole: str) -> None:
    letters = dict.fromkeys(whole.replace("·", ""), 0.95)
    start = text.index(rough)
    page = page_of(text, "zh", letters)
    assert page.names.whole(Span(start, start + len(rough))).of(text) == whole


def test_without_a_network_a_name_in_han_stays_as_it_is() -> None:
    assert Page("工作的马歇尔", load_lexicon("zh")).names.whole(Span(0, 6)) == Span(0, 6)


def test_a_headline_lends_nobody_a_longer_name() -> None:
    marked = "محاكمة القس تفضح زيف خطاب أردوغان\n\n{cue:قال} {source:أردوغان} إن {content:القرار للقضاء}."
    text, tagging = tag(marked)
    start = text.rindex("أردوغان")
    [one] = find_attributions(text, replace(tagging, names=((Span(start, start + 7), 0.99),)), "ar")
    assert one.speaker is not None
    assert one.speaker.name == "أردوغان"


def test_an_address_behind_a_chinese_name_is_of_neither_name_nor_office() -> None:
    page = page_of("外交部发言人叶莲娜·波波娃女士", "zh", dict.fromkeys("叶莲娜波波娃", 0.95))
    parsed = parse_source_phrase(page, Span(0, len(page.text)))
    assert (parsed.name, parsed.role) == ("叶莲娜·波波娃", "外交部发言人")


@pytest.mark.parametrize(
    ("text", "name", "names"),
    [
        ("الرئيس النرويجي رجب طيب حداد", "رجب طيب حداد", {"رجب": 0.2, "طيب": 0.7, "حداد": 0.9}),
        ("ميتشل ب. حداد", "ميتشل ب. حداد", {"ميتشل": 0.1, "ب": 0.7, "حداد": 1.0}),
        ("النرويجية ليلى حداد", "ليلى حداد", {"ليلى": 0.9, "حداد": 0.9}),
        ("مديرها التنفيذي كينيث حداد", "كينيث حداد", {"كينيث": 0.9, "حداد": 0.9}),
    ],
)
def test_an_arabic_name_keeps_its_first_word_and_no_adjective_of_a_state(
    text: str, name: str, names: dict[str, float]
) -> None:
    parsed = parse(text, "ar", **names)
    assert (parsed.kind, parsed.name) == (PhraseKind.PERSON, name)
