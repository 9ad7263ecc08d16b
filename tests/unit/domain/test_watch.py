"""Watches as a person types them, and where their alerts go."""

import pytest

from bot.domain.watch import WORDS_LIMIT, Interest, direct_to, is_direct, parse_interest, person_of
from bot.errors import UsageError


def test_what_is_typed_is_brought_in_order() -> None:
    assert parse_interest("  Ana   Brod ", "grain ,, New  START") == Interest("Ana Brod", "grain, New START")


@pytest.mark.parametrize("words", ["", "  ", "?!", ","])
def test_nothing_to_watch_for_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="speaker or a topic"):
        parse_interest(words, words)


def test_too_many_words_are_refused() -> None:
    assert parse_interest("x" * WORDS_LIMIT, "").speaker == "x" * WORDS_LIMIT
    with pytest.raises(UsageError, match="at most 60"):
        parse_interest("", "x" * (WORDS_LIMIT + 1))


def test_the_same_is_known_however_it_is_written() -> None:
    assert Interest("Ana Bröd", "grain, border").is_same(Interest("ana brod", "Border,GRAIN"))
    assert not Interest("Ana Brod").is_same(Interest("", "Ana Brod"))


@pytest.mark.parametrize(
    ("interest", "said"),
    [
        (Interest("Vale"), "Vale"),
        (Interest("Vale", "grain"), "Vale about grain"),
        (Interest("", "grain"), "anybody about grain"),
    ],
)
def test_it_is_said_in_words(interest: Interest, said: str) -> None:
    assert str(interest) == said


def test_direct_messages_are_a_channel_of_their_person() -> None:
    channel = direct_to("discord:42")
    assert (channel, person_of(channel), is_direct(channel), is_direct("42")) == ("dm:42", "discord:42", True, False)
