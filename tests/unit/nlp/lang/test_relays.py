"""The outlets that pass statements on in other languages."""

import pytest

from tests.unit.nlp.lang.marked import read


@pytest.mark.parametrize(
    ("language", "marked", "relay"),
    [
        (
            "es",
            "«{content:El puerto sigue abierto}», {cue:dijo} {source:Rui Tavares} a un grupo de armadores, citado por "
            "la agencia Estrella.",
            "Estrella",
        ),
        (
            "fr",
            "« {content:Le port reste ouvert} », {cue:a déclaré} {source:Jon Arnason}, cité par le quotidien Étoile.",
            "Étoile",
        ),
        ("fr", "Le quotidien Étoile {cue:cite} {source:Jon Arnason} : « {content:Le port reste ouvert} ».", "Étoile"),
        ("ru", "«{content:Порт открыт для всех}», — {cue:сказал} {source:Эрик Хольм}, передает «Звезда».", "Звезда"),
        ("es", "«{content:El puerto sigue abierto}», {cue:dijo} {source:Rui Tavares}, citado por el juez.", None),
        ("es", "«{content:El puerto sigue abierto}», {cue:dijo} {source:Rui Tavares} en la plaza.", None),
        ("fr", "{source:Jon Arnason} {cue:cite} un poème : « {content:Le port reste ouvert ce soir} ».", None),
    ],
)
def test_an_outlet_that_quotes_the_speaker_passes_the_words_on(language: str, marked: str, relay: str | None) -> None:
    _, [one] = read(marked, language)
    assert one.relayed_by == relay


def test_an_arabic_agency_between_its_verb_and_whom_it_quotes_passes_his_words_on() -> None:
    marked = (
        "{cue:قال} {source:الوزير سامر حداد} إن {content:الميناء مفتوح}. "
        "{cue2:ونقلت} {source2:وكالة المرسى} عن حداد قوله إن {content2:الجسر مفتوح}."
    )
    _, found = read(marked, "ar")
    assert found[-1].speaker is not None
    assert (found[-1].speaker.name, found[-1].relayed_by) == ("سامر حداد", "وكالة المرسى")
