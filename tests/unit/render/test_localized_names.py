"""Countries, bodies and labels of outlets are told in the reader's language; names and offices are the article's."""

import pytest

from bot.digests.lines.choice import compose_lines
from bot.domain.analysis import Reading
from bot.domain.article import Outlet
from bot.domain.attribution import Speaker
from bot.gazetteer.countries import all_names, country_of
from bot.i18n.language import Language, using_language
from bot.render.card import Card
from bot.render.cards.lines_card import compose_lines_page
from bot.render.document_cards import render_cards
from bot.render.localized_names import country_name, mark_language, outlet_state, speaker_facts
from tests.unit.digests.lines.test_other_languages import reading_of

COUNTRIES = sorted({found[0] for name in all_names() if (found := country_of(name))})
LETTERS = {Language.ARABIC: "\u0600", Language.CHINESE: "\u3000", Language.RUSSIAN: "\u0400"}


@pytest.mark.parametrize("language", LETTERS)
def test_every_country_and_body_has_a_name_in_every_script(language: Language) -> None:
    with using_language(language):
        assert [one for one in COUNTRIES if not max(country_name(one)) >= LETTERS[language]] == []


def test_english_names_are_those_of_the_archive() -> None:
    assert [one for one in COUNTRIES if country_name(one) != one] == []


def test_no_name_quotes_anybody() -> None:
    for language in Language:
        with using_language(language):
            assert [one for one in COUNTRIES if set(country_name(one)) & set('“”«»„"「」')] == []


def test_several_countries_are_named_each() -> None:
    with using_language(Language.FRENCH):
        assert country_name("Norway; Ivory Coast") == "Norvège; Côte d’Ivoire"
        assert country_name("whoever was typed") == "whoever was typed"


def test_an_office_stays_as_the_article_has_it() -> None:
    speaker = Speaker("Ada Lind", "foreign minister", "Norway")
    with using_language(Language.SPANISH):
        assert speaker_facts(speaker) == ("foreign minister", "Noruega")


def test_a_state_outlet_is_labelled_in_words() -> None:
    assert outlet_state(Outlet("RT", state="state-funded")) == "state-funded"
    with using_language(Language.RUSSIAN):
        assert outlet_state(Outlet("RT", state="state-funded")) == "на государственном финансировании"
        assert outlet_state(Outlet("RT", state="of its own kind")) == "of its own kind"
        assert not outlet_state(Outlet("RT"))


def card_of(reading: Reading) -> Card:
    return render_cards(compose_lines_page(reading, compose_lines(reading)))[0]


@pytest.mark.parametrize(
    ("spoken", "code", "mark"),
    [
        (Language.ENGLISH, "ru", "Russian"),
        (Language.RUSSIAN, "ru", ""),
        (Language.FRENCH, "ar", "arabe"),
        (Language.CHINESE, "es", "西班牙语"),
        (Language.ENGLISH, None, ""),
        (Language.ENGLISH, "qq", ""),
    ],
)
def test_another_language_is_named_in_the_readers(spoken: Language, code: str | None, mark: str) -> None:
    with using_language(spoken):
        assert mark_language(code) == mark


def test_a_card_tells_the_language_that_was_read() -> None:
    reading = reading_of("{cue:قال} {source:سامر حداد} إن {content:المعبر سيفتح خلال أسبوع}.", "ar")
    card = card_of(reading)
    assert "Arabic" in card.header
    assert "المعبر سيفتح خلال أسبوع" in "".join(card.blocks)


def test_arabic_names_stand_apart_from_words_of_the_other_direction() -> None:
    marked = "{cue:قال} {source:وزير الخارجية الأردني، سامر حداد}، إن {content:المعبر سيفتح خلال أسبوع}."
    reading = reading_of(marked, "ar")
    blocks = "".join(card_of(reading).blocks)
    before, _, after = blocks.partition("سامر حداد")
    assert before.rstrip("*[_").endswith(("\u2068", "\u2067"))
    assert "\u2069" in after
