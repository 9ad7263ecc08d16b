"""Which languages of articles somebody wants to see."""

import pytest

from bot.domain.language_filter import passes, take_languages, write_languages
from bot.domain.watch import Interest, parse_interest
from bot.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "rest", "languages"),
    [
        ("grain", "grain", set()),
        ("grain language:ru", "grain", {"ru"}),
        ("Language:RU,fr grain, border", "grain, border", {"ru", "fr"}),
        ("grain, language:ru, border", "grain, border", {"ru"}),
        ("language:ru language:zh", "", {"ru", "zh"}),
    ],
)
def test_a_rule_is_taken_from_the_words(typed: str, rest: str, languages: set[str]) -> None:
    assert take_languages(typed) == (rest, frozenset(languages))


@pytest.mark.parametrize("typed", ["language:russian", "language:r1", "language:", "language: ru"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="language code"):
        take_languages(typed)


def test_too_many_are_refused() -> None:
    codes = ",".join(f"a{letter}" for letter in "abcdefghi")
    with pytest.raises(UsageError, match="8"):
        take_languages(f"language:{codes}")


def test_what_passes() -> None:
    assert passes((), "ru")
    assert passes({"ru"}, "ru-RU")
    assert passes({"ru"}, None)
    assert not passes({"ru"}, "en")


def test_a_watch_keeps_its_languages() -> None:
    interest = parse_interest("", "grain, border language:ru,fr")
    assert interest == Interest("", f"grain, border {write_languages({'ru', 'fr'})}")
    assert interest.topics == ("grain", " border")
    assert interest.languages == {"ru", "fr"}
    assert not interest.is_same(parse_interest("", "grain, border"))
    with pytest.raises(UsageError):
        parse_interest("", "language:ru")
