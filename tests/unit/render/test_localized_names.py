"""Countries, bodies and labels of outlets are told in the reader's language; names and offices are the article's."""

import pytest

from bot.domain.article import Outlet
from bot.domain.attribution import Speaker
from bot.gazetteer.countries import all_names, country_of
from bot.i18n.language import Language, using_language
from bot.render.localized_names import country_name, outlet_state, speaker_facts

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
