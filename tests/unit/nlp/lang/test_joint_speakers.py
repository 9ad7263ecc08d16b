"""Several who speak together, quotations that name their own speaker, names that end in time, and nobody's names."""

import pytest

from tests.unit.nlp.lang.marked import read, statements_of


@pytest.mark.parametrize(
    ("language", "marked", "wanted"),
    [
        (
            "es",
            "{source:Ekholm y su esposa, Yelena Ruiz}, que tiene una naviera, han {cue:negado} "
            "{content:las acusaciones de fraude}.",
            "Ekholm y su esposa, Yelena Ruiz",
        ),
        (
            "fr",
            "{source:Le président Ekholm et les membres du conseil} {cue:affirment} que "
            "{content:le port ouvrira en mai}.",
            "président Ekholm et les membres du conseil",
        ),
        (
            "ru",
            "{source:Министр финансов Олег Веннов и глава порта Марк Рейсов} {cue:заявили}, что "
            "{content:порт откроют весной}.",
            "Министр финансов Олег Веннов и глава порта Марк Рейсов",
        ),
        (  # one person with an office of two fields
            "es",
            "{source:El ministro de Comercio y Turismo, Jon Ruiz}, {cue:afirmó} que {content:el puerto abrirá}.",
            "Jon Ruiz",
        ),
    ],
)
def test_those_who_speak_together_are_named_together(language: str, marked: str, wanted: str) -> None:
    assert [name for name, _ in statements_of(marked, language)] == [wanted]


def test_a_cue_within_a_quotation_has_the_name_behind_it_as_source() -> None:
    _, found = read(
        "Jean Ekholm est venu au port lundi.\n\n\"C'est un leurre, {cue:souligne} Oskar Lindqvist, ancien maire de la "
        "ville, {content:car l'important est le quai que personne ne répare}.\"",
        "fr",
    )
    assert [one.speaker.name for one in found if one.speaker] == ["Oskar Lindqvist"]


def test_the_speaker_behind_a_quotation_comes_before_those_who_introduce_it() -> None:
    found = statements_of(
        '{source:Certains} {cue:avouent} n\'avoir rien vu: {content:"À quoi bon y aller, le port reste fermé"}, '
        "dit l'étudiant Jon Ekholm.",
        "fr",
    )
    assert {name for name, _ in found} == {"Jon Ekholm"}


@pytest.mark.parametrize(
    ("language", "source", "cue"),
    [("fr", "Beaucoup", "disent"), ("es", "Sus dirigentes", "dijeron"), ("ru", "Другой", "отметил")],
)
def test_words_that_name_nobody_alone_are_no_speaker(language: str, source: str, cue: str) -> None:
    that = {"fr": "que", "es": "que", "ru": "что"}[language]
    found = statements_of(f"{{source:{source}}} {{cue:{cue}}} {that} {{content:порт port abc def ghi}}.", language)
    assert [name for name, _ in found] == [None]


def test_a_name_ends_before_an_auxiliary_and_before_a_participle() -> None:
    text, found = read(
        "{source:Le conseil des ports a décidé de réduire} les heures, {cue:dit}-il: "
        "{content:« Tout ira bien mieux »}.",
        "fr",
    )
    assert [one.source.of(text) for one in found if one.source] == ["Le conseil des ports"]
    text, found = read(
        "{source:La Banque Nationale œuvrant} dans l'ombre a {cue:déclaré} que {content:le port est ouvert}.", "fr"
    )
    assert [one.source.of(text) for one in found if one.source] == ["La Banque Nationale"]


def test_a_name_does_not_go_on_in_the_next_line() -> None:
    text, found = read(
        "Départ du chef de la ligue: Tomas Ekholm Ruiz\n\nLe dirigeant de la ligue {cue:affirme} que "
        "{content:le port est ouvert}.",
        "fr",
    )
    assert not any(one.speaker and one.speaker.name.endswith(" Le") for one in found), text


@pytest.mark.parametrize(
    ("language", "marked", "role"),
    [
        ("es", "{source:La reina doña Alba Ekholm} {cue:dijo} que {content:el puerto está abierto}.", "reina"),
        (
            "es",
            "{source:El auditor general Jon Ruiz} {cue:dijo} que {content:el puerto está abierto}.",
            "auditor general",
        ),
    ],
)
def test_an_office_is_whole_and_ends_before_a_form_of_address(language: str, marked: str, role: str) -> None:
    _, found = read(marked, language)
    assert [one.speaker.role for one in found if one.speaker] == [role]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("fr", "{source:Ekholm} n'a pas encore {cue:dit} que {content:le port était ouvert}."),
        ("fr", "{source:Ekholm} ne l'a jamais explicitement {cue:dit}, que {content:le port était ouvert}."),
        ("es", "{source:Ekholm} no lo ha {cue:dicho} todavía, que {content:el puerto está abierto}."),
        ("es", "{source:Ekholm} nunca ha {cue:dicho} que {content:el puerto está abierto}."),
        ("ru", "{source:Экхольм} не был {cue:сказавшим}, что {content:порт открыт для судов}."),
        ("ru", "{source:Экхольм} никогда прямо {cue:говорил}, что {content:порт открыт для судов}."),
    ],
)
def test_a_negation_reaches_its_verb_past_what_belongs_to_it(language: str, marked: str) -> None:
    _, found = read(marked, language)
    assert found
    assert all(one.negated for one in found)


def test_what_another_verb_says_that_nobody_said_is_no_half_of_a_statement() -> None:
    found = statements_of(
        "Alors que Ekholm n'a pas dit clairement qu'{content:il pouvait ouvrir le port}, {source:le conseil} "
        "{cue:indique} que {content:les grues sont prêtes}.",
        "fr",
    )
    assert [words for _, words in found] == [["les grues sont prêtes"]]
