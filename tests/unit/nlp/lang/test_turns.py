"""Transcripts in other languages."""

import pytest

from tests.unit.nlp.lang.marked import read, statements_of

RUSSIAN = """Сход в Ясном

В клубе поселка обсуждали судьбу маяка.

ГОРЕЛОВА: Маяк не горит с осени. Лодки идут наугад.

ГЛАВА ПОРТА: Лампу я заказал.

Привезут ее к весне.

ГОРЕЛОВА: Весной мы и сами все увидим.

После схода {source:глава порта Эрик Хольм} {cue:заявил}, что {content:лампу уже везут на остров}."""
SPANISH = """Debate en Solvik

RUIZ: El faro no luce desde octubre.

TAVARES: La lámpara llega en mayo.

RUIZ: En mayo ya no hace falta.

Al salir, {source:la alcaldesa Ana Ruiz} {cue:dijo} que {content:nadie la convence con lámparas}."""


def test_each_turn_of_a_transcript_is_its_label_s() -> None:
    assert statements_of(RUSSIAN, "ru") == [
        ("Горелова", ["Маяк не горит с осени. Лодки идут наугад."]),
        ("Эрик Хольм", ["Лампу я заказал.", "Привезут ее к весне."]),
        ("Горелова", ["Весной мы и сами все увидим."]),
        ("Эрик Хольм", ["лампу уже везут на остров"]),
    ]


def test_a_label_is_the_person_that_the_text_names_in_full() -> None:
    assert [name for name, _ in statements_of(SPANISH, "es")] == ["Ana Ruiz", "Tavares", "Ana Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize("place", ["SOLVIK: El faro no luce.", "Nota: El faro no luce."])
def test_a_single_label_is_no_turn(place: str) -> None:
    _, found = read(f"El faro de Solvik\n\n{place}\n\nLa lámpara llega en mayo.", "es")
    assert found == ()


def test_a_turn_ends_where_the_article_reports() -> None:
    marked = SPANISH.replace(
        "TAVARES:", "Afuera, {source1:el farero Jon Ek} {cue1:aseguró} que {content1:el faro tiene dueño}.\n\nTAVARES:"
    )
    assert statements_of(marked, "es")[:2] == [
        ("Ana Ruiz", ["El faro no luce desde octubre."]),
        ("Jon Ek", ["el faro tiene dueño"]),
    ]
