"""Names and words alone are searched for; what is no name and no topic is nothing."""

from datetime import UTC, datetime

import pytest

from bot.questions.question import Kind, Question
from bot.questions.question_words import parse_message
from tests.unit.questions.test_nonsense import INJECTED, NONSENSE

NAMES = ("Torvald Haugseth", "Birna Steinsdóttir")
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def read(text: str) -> tuple[Question | None, str]:
    return parse_message(text, NAMES, NOW, UTC)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Haugseth", "Torvald Haugseth"),
        ("birna steinsdóttir.", "Birna Steinsdóttir"),
        ("Norway", "Norway"),
        ("norvège", "Norway"),
        ("Россия!", "Russia"),
    ],
)
def test_a_name_alone_asks_what_it_said(text: str, who: str) -> None:
    assert read(text) == (Question(Kind.SAID, who=who), "")


@pytest.mark.parametrize("text", ["catch logs", "nuclear arms treaty", "Lavrov", "sanctions"])
def test_a_few_words_are_a_topic(text: str) -> None:
    assert read(text) == (None, text)


@pytest.mark.parametrize("text", ["who said what", "what is love", "", "?", "!!!", "Norway is cold", "trawler?"])
def test_words_that_questions_are_made_of_are_none(text: str) -> None:
    assert read(text) == (None, "")


@pytest.mark.parametrize("text", [*NONSENSE, *INJECTED])
def test_nonsense_is_at_most_looked_for(text: str) -> None:
    question, topic = read(text)
    assert question is None
    assert set(topic.split()) <= set(text.split())


def test_a_question_stays_one() -> None:
    question, _ = read("What did Haugseth say about cod?")
    assert question is not None
    assert (question.who, question.about) == ("Torvald Haugseth", "cod")
