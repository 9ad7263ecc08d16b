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
