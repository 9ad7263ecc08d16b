"""Questions in words, with the reading that a careful person gives them."""

import tomllib
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.attribution import Act
from bot.domain.period import Period
from bot.domain.said import COMMUNICATED
from bot.questions.parse import parse_question
from bot.questions.question import Kind, Question
from bot.questions.vocabulary import frames

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
    )


def read(ask: str) -> Question | None:
    return parse_question(ask, QUESTIONS["names"], QUESTIONS["now"], ZONE)


@pytest.mark.parametrize("entry", QUESTIONS["develop"], ids=lambda entry: entry["ask"])
def test_questions_are_read_as_a_person_reads_them(entry: dict[str, Any]) -> None:
    assert read(entry["ask"]) == expected(entry)


def test_most_questions_that_no_rule_was_made_after_are_read_right() -> None:
    right = sum(read(entry["ask"]) == expected(entry) for entry in QUESTIONS["held_out"])
    assert (len(QUESTIONS["develop"]), len(QUESTIONS["held_out"])) == (40, 20)
    assert right >= 19


@pytest.mark.parametrize("form", frames()["frame"], ids=lambda form: form["like"])
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


def test_the_documentation_shows_every_form() -> None:
    told = (Path(__file__).parents[3] / "docs" / "questions.md").read_text("utf-8")
    missing = [form["like"] for form in frames()["frame"] if form["like"] not in told]
    assert missing == []
