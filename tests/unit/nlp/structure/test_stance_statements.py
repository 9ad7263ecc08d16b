"""A country's stance after its official spoke, on short invented texts."""

import pytest

from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.nlp.attributions import find_stance_statements
from tests.unit.nlp.speakers.invented import span, stage

DAHL = Speaker("Birna Dahl", "Foreign Minister", "Iceland")


def statement(text: str, words: str, act: Act = Act.SAYS) -> Attribution:
    at = span(text, words)
    return Attribution((at,), span(text, "Birna Dahl"), None, Kind.INDIRECT, act, DAHL, confidence=0.9)


def carried(text: str) -> list[str]:
    found = find_stance_statements(stage(text, "Birna Dahl"), [statement(text, "it rains")])
    return [one.content[0].of(text) for one in found if one.content[0].of(text) != "it rains"]


@pytest.mark.parametrize("stance", ["Iceland stands ready to help.", "The Icelandic side is ready to “help”."])
def test_the_official_goes_on_in_the_country_s_name(stance: str) -> None:
    text = f"Foreign Minister Birna Dahl of Iceland said it rains. {stance} Iceland firmly opposes snow."
    assert carried(text) == [stance, "Iceland firmly opposes snow."]
    _, first, _ = find_stance_statements(stage(text, "Birna Dahl"), [statement(text, "it rains")])
    assert (first.speaker, first.source, first.cue) == (DAHL, None, None)
    assert first.kind is (Kind.MIXED if "“" in stance else Kind.INDIRECT)
    assert first.confidence < 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Birna Dahl of Iceland said it rains. Norway stands ready to help.",
        "Foreign Minister Birna Dahl of Iceland said it rains. Iceland exports fish.",
        "Foreign Minister Birna Dahl of Iceland said it rains.\n\nIceland stands ready to help.",
        "Foreign Minister Birna Dahl of Iceland said it rains. It snows. Iceland stands ready to help.",
    ],
)
def test_elsewhere_nobody_goes_on(text: str) -> None:
    assert carried(text) == []


def test_an_attitude_found_there_gives_way() -> None:
    text = "Foreign Minister Birna Dahl of Iceland said it rains. Iceland firmly opposes snow."
    found = [statement(text, "it rains"), statement(text, "snow", Act.ATTITUDE)]
    kept = find_stance_statements(stage(text, "Birna Dahl"), found)
    assert [one.act for one in kept] == [Act.SAYS, Act.SAYS]
