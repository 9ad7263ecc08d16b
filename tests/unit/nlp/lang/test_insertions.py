"""A source inserted in a clause: both halves of the clause are what it says."""

import pytest

from tests.unit.nlp.lang.marked import statements_of


@pytest.mark.parametrize(
    ("language", "marked", "wanted"),
    [
        (
            "fr",
            "Le manque de navires et de grues pèse, {cue:selon} {source:la Norvège}, "
            "{content:sur la reconstruction du port}.",
            ["Le manque de navires et de grues pèse", "sur la reconstruction du port"],
        ),
        (
            "es",
            "La falta de barcos y de grúas frena, {cue:según} {source:Noruega}, "
            "{content:por completo la reconstrucción del puerto}.",
            ["La falta de barcos y de grúas frena", "por completo la reconstrucción del puerto"],
        ),
        (  # a clause of its own
            "fr",
            "Les quais sont fermés, {cue:selon} {source:la Norvège}, {content:les navires attendent au large}.",
            ["les navires attendent au large"],
        ),
        (  # what only leads in
            "fr",
            "Le port est fermé et, {cue:selon} {source:la Norvège}, {content:restera fermé tout le mois}.",
            ["restera fermé tout le mois"],
        ),
    ],
)
def test_both_halves_of_a_clause_around_a_source_are_its_words(language: str, marked: str, wanted: list[str]) -> None:
    assert [words for _, words in statements_of(marked, language)] == [wanted]


def test_a_source_inserted_in_what_somebody_says_leaves_the_words_to_that_person() -> None:
    found = statements_of(
        "{source:El alcalde Iker Venn} {cue:dijo} que {content:el consejo del puerto debería}, "
        "{cue2:según} {source2:él}, {content2:pensar en su futuro}.",
        "es",
    )
    assert found == [("Iker Venn", ["el consejo del puerto debería", "pensar en su futuro"])]
