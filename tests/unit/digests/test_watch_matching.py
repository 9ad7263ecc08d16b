"""What a watch finds in an article, and which of its words show it."""

import pytest

from bot.digests.watch_matching import WatchedArticle, is_meant
from bot.domain.attribution import Speaker
from bot.domain.watch import Interest
from tests.unit.jobs.wire import BORDER, BROD, GRAIN, VALE, read

VARGA = Speaker("Sergey Yurievich Varga", "Foreign Minister", "Russia")


def find(text: str, speaker: Speaker | None, interest: Interest, title: str = "Talks") -> str | None:
    """The words that show it; "" when the title alone does, None when nothing."""
    reading = read(text, speaker, "Quill", title)
    match = next(iter(WatchedArticle(reading).find(interest)), None)
    if match is None:
        return None
    if match.statement:
        return match.statement.content[0].of(text)
    return match.sentence.of(text) if match.sentence else ""


@pytest.mark.parametrize(
    "words",
    [
        "Varga", "sergei varga", "Sergey Varga", "SERGEI YURIEVICH VARGA", "Sergey", "Russia", "the Kremlin", "Moscow",
        "Russian", "foreign minister",
    ],
)  # fmt: skip
def test_a_speaker_is_meant_by_names_offices_and_countries(words: str) -> None:
    assert is_meant(words.removeprefix("the "), VARGA)


@pytest.mark.parametrize("words", ["Dmitri Varga", "Vargas", "Var", "Belarus", "minister of trade", "Yurievich Popov"])
def test_others_are_not_meant(words: str) -> None:
    assert not is_meant(words, VARGA)


def test_one_of_several_who_speak_together_is_meant() -> None:
    assert is_meant("Brod", Speaker("Idris Vale; Ana Brod"))


def test_a_surname_alone_in_the_article_is_not_taken_for_a_full_name() -> None:
    assert not is_meant("Sergei Varga", Speaker("Varga"))


def test_a_speaker_alone_is_shown_by_what_they_say() -> None:
    assert find(GRAIN, VALE, Interest("Vale")) == "“Hungry people cannot eat a verdict,”"
    assert find(GRAIN, VALE, Interest("Brod")) is None
    assert find(GRAIN, None, Interest("Vale")) is None, "nobody is known to have said it"


def test_a_topic_alone_is_shown_by_a_statement_or_a_key_sentence() -> None:
    assert find(GRAIN, VALE, Interest(topic="a verdict")) == "“Hungry people cannot eat a verdict,”"
    assert find(GRAIN, VALE, Interest(topic="GRAIN talks")) == "“Hungry people cannot eat a verdict,”"
    assert find(GRAIN, None, Interest(topic="GRAIN talks")) == GRAIN[: GRAIN.index(".") + 1]
    assert find(BORDER, BROD, Interest(topic="grain")) is None
    assert find(BORDER, BROD, Interest(topic="grain, border")) == "“It is a cautious beginning,”"


def test_words_that_an_article_mentions_in_passing_are_no_topic_of_it() -> None:
    assert "silos" in GRAIN
    assert find(GRAIN, VALE, Interest(topic="silos")) is None
    assert find(GRAIN, VALE, Interest(topic="silos"), title="Silos sealed") == GRAIN[: GRAIN.index(".") + 1]


def test_both_together_want_the_speaker_on_the_topic() -> None:
    assert find(GRAIN, VALE, Interest("Norway", "verdict")) == "“Hungry people cannot eat a verdict,”"
    assert find(GRAIN, VALE, Interest("Vale", "grain talks")) == "“Hungry people cannot eat a verdict,”"
    assert find(GRAIN, VALE, Interest("Vale", "silos")) is None, "the next sentence tells of them"
    assert find(GRAIN, VALE, Interest("Norway", "fisheries")) is None
    assert find(GRAIN, VALE, Interest("Norway", "fisheries"), title="Fisheries day") is not None
    assert find(GRAIN, VALE, Interest("Iceland", "verdict")) is None


def test_parts_of_words_are_not_found() -> None:
    assert find(GRAIN, VALE, Interest(topic="verd")) is None
