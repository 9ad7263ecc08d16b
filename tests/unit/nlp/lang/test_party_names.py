"""Names of speakers: whole noun phrases, nobody for what names nobody, and subjects instead of oblique cases."""

import pytest

from bot.domain.text import Span
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.source_phrases import PhraseKind, parse_source_phrase
from tests.unit.nlp.lang.marked import statements_of


def speaker_of(marked: str, language: str) -> str | None:
    """The name of the first statement's speaker."""
    return statements_of(marked, language)[0][0]


@pytest.mark.parametrize(
    ("language", "phrase", "name", "role"),
    [
        ("fr", "chef économiste de Holm Finance David Ruel", "David Ruel", "chef économiste de Holm Finance"),
        ("fr", "les médias norvégiens Karim Ruel", "Karim Ruel", None),
        ("es", "la encargada de la Unión de Puertos para la región, Lucía Venn", "Lucía Venn", None),
        ("es", "Marcos Venn de Holm Ruel Puertos", "Marcos Venn", None),
        ("ru", "министр экономики Республики Холмии К.Орлов", "К.Орлов", "министр экономики Республики Холмии"),
    ],
)
def test_a_person_is_named_without_the_body_beside(language: str, phrase: str, name: str, role: str | None) -> None:
    found = parse_source_phrase(Page(phrase, load_lexicon(language)), Span(0, len(phrase)))
    assert (found.kind, found.name, found.role) == (PhraseKind.PERSON, name, role)


@pytest.mark.parametrize(
    ("language", "phrase", "kind", "name"),
    [
        (
            "es",
            "el ministro de Puertos, Comercio y Pesca",
            PhraseKind.DESCRIPTION,
            "ministro de Puertos, Comercio y Pesca",
        ),
        ("es", "el diario 'El Faro de Holm", PhraseKind.BODY, "diario 'El Faro de Holm'"),
        ("fr", "Ruel, l'agence de publicité", PhraseKind.BODY, "Ruel"),
        ("ru", "Торговая палата Холма, главного покупателя рыбы", PhraseKind.BODY, "Торговая палата Холма"),
        ("ru", "Премьер Холмии", PhraseKind.DESCRIPTION, "Премьер Холмии"),
    ],
)
def test_a_party_is_named_whole(language: str, phrase: str, kind: PhraseKind, name: str) -> None:
    found = parse_source_phrase(Page(phrase, load_lexicon(language)), Span(0, len(phrase)))
    assert (found.kind, found.name) == (kind, name)


@pytest.mark.parametrize(
    ("language", "marked", "name"),
    [
        (
            "es",
            "Es la postura {source:del Gobierno federal}, que {cue:dijo} que {content:el muelle cierra}.",
            "Gobierno federal",
        ),
        (
            "es",
            "“{content:El muelle cierra pronto}”, {cue:proclamó} {source:la Asociación Holmesa} de Envases.",
            "Asociación Holmesa de Envases",
        ),
        (
            "es",
            "{source:Miles de personas salieron a las calles} para {cue:exigir} {content:un muelle nuevo}.",
            "Miles de personas",
        ),
        (
            "es",
            "“{content:El muelle cierra pronto}”, {cue:dijo} {source:un anónimo funcionario de distrito a Holmnet}.",
            "anónimo funcionario de distrito",
        ),
        ("es", "{source:Su jefe de protocolo} {cue:dijo} que {content:el muelle cierra}.", "jefe de protocolo"),
        (
            "fr",
            "Le port ferme {cue:selon} {source:deux sources proches du dossier}, {content:ce qui inquiète la ville}.",
            "deux sources proches du dossier",
        ),
        (
            "fr",
            "“{content:Le port ferme bientôt}”, {cue:déclare} {source:un jeune d'une vingtaine d}'années.",
            "jeune d'une vingtaine d'années",
        ),
        (
            "fr",
            "{cue:D'après} {source:l'Organisation pour les Ports en Holm (OPH)}, {content:le port ferme bientôt}.",
            "Organisation pour les Ports en Holm",
        ),
        ("ru", "{source:Холмия первой из соседей} {cue:заявила}, что {content:порт открыт}.", "Холмия"),
        ("ru", "В {source:Кремле} {cue:заявили}, что {content:порт открыт}.", "Кремль"),
        ("ru", "В минфине {source:Холма} {cue:заявили}, что {content:порт открыт}.", "минфин Холма"),
    ],
)
def test_half_a_noun_phrase_is_completed(language: str, marked: str, name: str) -> None:
    assert speaker_of(marked, language) == name


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("es", "{source:Uno de ellos} {cue:dijo} que {content:el muelle cierra}."),
        ("es", "{source:Un grupo de ellos} {cue:dijo} que {content:el muelle cierra}."),
        ("es", "{source:Ambos} {cue:dijeron} que {content:el muelle cierra}."),
        ("es", "{source:El hallazgo} {cue:sugiere} que {content:el muelle cierra}."),
        ("fr", "{source:L'un d'entre eux} {cue:a déclaré} que {content:le port ferme}."),
        ("fr", "{source:Des preuves nouvelles} {cue:indiquent} que {content:le port ferme}."),
        ("ru", "{source:Один из них} {cue:заявил}, что {content:порт открыт}."),
        ("ru", "{source:Его помощник} {cue:заявил}, что {content:порт открыт}."),
        ("ru", "В {source:Плавене} {cue:заявили}, что {content:порт открыт}."),
        ("ru", "{cue:Напоминаем} {source:холмским партнерам}, что {content:порт открыт}."),
        ("ru", "Порт закрыт, но {source:жителей} {cue:просят} {content:не возвращаться}."),
    ],
)
def test_what_names_nobody_is_no_speaker(language: str, marked: str) -> None:
    assert speaker_of(marked, language) is None


def test_a_given_name_in_another_case_is_turned_into_a_subject() -> None:
    text = (
        "Первой допросили бухгалтера Розу Миллер. «{content:Порт давно открыт для всех}», — {cue:сказала} {source:она}."
    )
    assert speaker_of(text, "ru") == "Роза Миллер"
