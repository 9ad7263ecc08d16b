"""Questions in words, with the reading that a careful person gives them."""

import tomllib
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.attribution import Act
from bot.domain.period import Period
from bot.domain.statement_search import COMMUNICATED
from bot.questions.parse import parse_question
from bot.questions.question import Kind, Question
from bot.questions.vocabulary import opposites_of, question_forms, tables

QUESTIONS = tomllib.loads(Path(__file__).with_name("questions.toml").read_text("utf-8"))
ZONE = ZoneInfo(QUESTIONS["zone"])


def expected(entry: dict[str, Any]) -> Question:
    def midnight(day: date | None) -> datetime | None:
        return datetime.combine(day, time(), ZONE) if day else None

    return Question(
        Kind(entry["kind"]),
        entry.get("who", ""),
        entry.get("country", ""),
        entry.get("other", ""),
        entry.get("about", ""),
        frozenset(map(Act, entry["acts"])) if "acts" in entry else COMMUNICATED,
        Period(midnight(entry.get("since")), midnight(entry.get("until"))),
        entry.get("earliest", False),
    )


def read(ask: str, names: Sequence[str] = QUESTIONS["names"]) -> Question | None:
    return parse_question(ask, names, QUESTIONS["now"], ZONE)


LANGUAGES = tomllib.loads(Path(__file__).with_name("languages.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "zh"])
def test_questions_in_other_languages(language: str) -> None:
    asked = [entry for entry in LANGUAGES["develop"] if entry["language"] == language]
    wrong = [entry["ask"] for entry in asked if read(entry["ask"], LANGUAGES["names"]) != expected(entry)]
    assert wrong == []
    assert len(asked) >= 58


@pytest.mark.parametrize("entry", QUESTIONS["develop"], ids=lambda entry: entry["ask"])
def test_questions_are_read_as_a_person_reads_them(entry: dict[str, Any]) -> None:
    assert read(entry["ask"]) == expected(entry)


def test_most_questions_that_no_rule_was_made_after_are_read_right() -> None:
    right = sum(read(entry["ask"]) == expected(entry) for entry in QUESTIONS["held_out"])
    assert (len(QUESTIONS["develop"]), len(QUESTIONS["held_out"])) == (40, 20)
    assert right >= 19


@pytest.mark.parametrize("form", question_forms()["frame"], ids=lambda form: form["like"])
def test_each_form_reads_its_own_example(form: dict[str, Any]) -> None:
    question = read(form["like"])
    assert question is not None
    assert question.kind == form["kind"]


def test_a_question_names_whom_the_archive_knows() -> None:
    def who(ask: str, *names: str) -> str | None:
        question = parse_question(ask, names, QUESTIONS["now"], ZONE)
        return question.who if question else None

    asked = "what did Varga say?"
    assert who(asked, "Ilona Varga", "Elemér Tóth") == "Ilona Varga"
    assert who(asked, "Ilona Varga", "I. Varga") == "Ilona Varga"
    assert who(asked, "Ilona Varga", "Péter Varga") == "Varga"  # nobody knows which
    assert who("what did Petr Varga say?", "Ilona Varga", "Péter Varga") == "Petr Varga"
    assert who("what did Foreign Minister Varga say?", "Ilona Varga") == "Ilona Varga"
    assert who("what did Varga’s spokesman say?", "Ilona Varga") == "Varga’s spokesman"
    assert who("what did she say?", "Ilona Varga") is None


def test_nobody_is_made_up_of_a_topic() -> None:
    assert read("quotes about fish") == Question(Kind.QUOTE, about="fish")
    assert read("Haugseth’s latest statement") == Question(Kind.LATEST, "Torvald Haugseth")
    assert read("Haugseth's latest comments on fish") == Question(Kind.LATEST, "Torvald Haugseth", about="fish")
    assert read("what did Lavrov and Blinken say to each other?") == Question(
        Kind.SIDES, "Sergei Lavrov", other="Antony Blinken"
    )


@pytest.mark.parametrize(
    ("ask", "kind", "who", "about"),
    [
        ("when did Lavrov first mention New START?", Kind.WHEN, "Sergei Lavrov", "New START"),
        ("When did Lavrov first say anything about sanctions?", Kind.WHEN, "Sergei Lavrov", "sanctions"),
        ("when did Haugseth mention the trawler for the first time?", Kind.WHEN, "Torvald Haugseth", "trawler"),
        ("when was the first time Norway commented on the trawler?", Kind.WHEN, "Norway", "trawler"),
        ("when was the trawler first mentioned by Lavrov?", Kind.WHEN, "Sergei Lavrov", "trawler"),
        ("when was the trawler first mentioned?", Kind.WHEN, "", "trawler"),
        ("when did Norway start talking about quotas?", Kind.WHEN, "Norway", "quotas"),
        ("who first mentioned the trawler?", Kind.WHO, "", "trawler"),
        ("who was the first to speak about the trawler?", Kind.WHO, "", "trawler"),
        ("what did Lavrov first say about sanctions?", Kind.SAID, "Sergei Lavrov", "sanctions"),
        ("Lavrov's first comment on Syria", Kind.SAID, "Sergei Lavrov", "Syria"),
        ("first mention of Navalny by Lavrov", Kind.SAID, "Sergei Lavrov", "Navalny"),
        ("what is the earliest statement on Syria?", Kind.SAID, "", "Syria"),
        ("Quand Lavrov a-t-il parlé pour la première fois de Navalny ?", Kind.WHEN, "Sergei Lavrov", "Navalny"),
        ("Wann hat Haugseth erstmals über den Trawler gesprochen?", Kind.WHEN, "Torvald Haugseth", "Trawler"),
        ("¿Cuándo habló por primera vez Lavrov de Siria?", Kind.WHEN, "Sergei Lavrov", "Siria"),
        ("Когда Лавров впервые говорил о Сирии?", Kind.WHEN, "Sergei Lavrov", "Сирии"),
    ],
)
def test_the_first_time_is_asked_for_in_many_ways(ask: str, kind: Kind, who: str, about: str) -> None:
    assert read(ask) == Question(kind, who, about=about, earliest=True)


@pytest.mark.parametrize(
    "ask",
    [
        "when did Haugseth last speak about the trawler?",
        "when did Lavrov mention America First?",
        "what did the first lady say about the trawler?",
        "did Lavrov announce a first strike?",
        "Wann hat Lavrov zuletzt gesprochen?",
        "Когда Лавров говорил о Сирии?",
    ],
)
def test_the_first_of_something_is_not_the_first_time(ask: str) -> None:
    question = read(ask)
    assert question is not None
    assert not question.earliest


def test_the_documentation_shows_every_form() -> None:
    told = (Path(__file__).parents[3] / "docs" / "questions.md").read_text("utf-8")
    missing = [form["like"] for form in question_forms()["frame"] if form["like"] not in told]
    assert missing == []


@pytest.mark.parametrize(
    "ask",
    [
        "What is China's position?",
        "Quelle est la position de la Chine ?",
        "¿Cuál es la posición de China?",
        "Какова позиция Китая?",
        "ما موقف الصين؟",
        "中国的立场是什么？",
    ],
)
def test_a_position_without_a_topic_is_that_on_everything(ask: str) -> None:
    assert read(ask, []) == Question(Kind.SAID, "China")


def test_what_about_a_known_person_is_what_they_said() -> None:
    for ask in ("and what about Haugseth?", "What about Haugseth?"):
        assert read(ask, ["Torvald Haugseth"]) == Question(Kind.SAID, "Torvald Haugseth")
    assert read("what about Iran?") == Question(Kind.LATEST, about="Iran")
    assert read("what about Haugseth?", []) == Question(Kind.LATEST, about="Haugseth")


def test_what_answers_with_no_has_the_opposite_act() -> None:
    assert opposites_of(frozenset({Act.AGREES})) == {Act.REJECTS, Act.DENIES}
    assert opposites_of(frozenset({Act.DENIES, Act.REJECTS})) == {Act.AGREES, Act.CONFIRMS}
    assert opposites_of(frozenset({Act.WARNS})) == opposites_of(COMMUNICATED) == frozenset()
    acts = {Act(act) for line in tables()["opposites"].items() for words in line for act in words.split()}
    assert acts <= COMMUNICATED
