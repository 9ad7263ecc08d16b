"""Sentences of other languages that need the one before them, which no summary begins with."""

import pytest

from bot.domain.attribution import Attribution
from bot.nlp.lang.context import leans_back
from bot.nlp.sentences import find_sentences
from bot.nlp.summary.ranked_sentences import rank_sentences
from bot.nlp.worker_tasks import choose_key_sentences

NONE: tuple[Attribution, ...] = ()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Об этом заявил в воскресенье посол."),
        ("ru", "По ее словам, порт закрыт."),
        ("fr", "Et Jon Arnason a refusé."),
        ("fr", "Selon lui, le port est fermé."),
        ("es", "Así lo afirma Rui Tavares."),
        ("es", "Además, dijo que el puerto sigue abierto."),
        ("ar", "وأضاف أن المعبر مفتوح."),
        ("ar", "لافتا إلى أن المعبر مفتوح."),
        ("zh", "他也表示，港口将开放。"),
    ],
)
def test_what_leans_back(language: str, sentence: str) -> None:
    assert leans_back(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "По словам посла, порт закрыт."),
        ("fr", "Pour sa part, Jon Arnason a refusé."),
        ("fr", "Deux navires attendent au port."),
        ("es", "Mientras el ministro dijo que no, el puerto cerró."),
        ("es", "Cuando llegó el barco, el puerto cerró."),
        ("ar", "وأضاف سامر حداد أن المعبر مفتوح."),
        ("zh", "林远说，港口将开放。"),
    ],
)
def test_what_stands_by_itself(language: str, sentence: str) -> None:
    assert not leans_back(sentence, language)


def test_a_key_sentence_needs_no_other_that_is_missing() -> None:
    text = (
        "El puerto de Orlan cerró el martes por la tormenta que llegó del norte.\n\n"
        "La flota espera en la bahía desde hace tres días con toda su carga a bordo.\n\n"
        "Además, afirmó que la tormenta del norte cerró el puerto de Orlan y la bahía.\n\n"
        "Rui Tavares visitó el faro de Orlan con los vecinos del puerto el miércoles."
    )
    [best, _] = choose_key_sentences(text, 2, NONE, "es")
    assert best.start == 0
    assert not any(one.of(text).startswith("Además") for one in choose_key_sentences(text, 2, NONE, "es"))


def test_a_title_of_several_sentences_is_no_key_sentence() -> None:
    text = "Oslo a fini le port. Bergen confirme\n\nLe port de la ville ouvre jeudi aux navires de la région."
    [only] = rank_sentences(text, find_sentences(text), NONE, 5, language="fr")
    assert only.of(text).startswith("Le port de la ville")
