"""The mark of an article's language, and Arabic words on a card that is not Arabic."""

import pytest

from bot.digests.lines.choice import compose_lines
from bot.domain.analysis import Reading
from bot.i18n.language import Language, using_language
from bot.render.article_language import mark_language
from bot.render.card import Card
from bot.render.cards.lines_card import compose_lines_page
from bot.render.document_cards import render_cards
from tests.unit.digests.lines.test_other_languages import reading_of


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
