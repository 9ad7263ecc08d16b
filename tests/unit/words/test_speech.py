"""Messages are said in the reader's language, and kept until there is a reader."""

import asyncio
import pickle

import pytest

from bot.errors import FetchError, UsageError
from bot.words.language import Language, find_language, speak, speaking, spoken
from bot.words.speech import Wording, heard, keep, recall, said, say, worded


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en-GB", Language.ENGLISH),
        ("es-419", Language.SPANISH),
        ("zh-CN", Language.CHINESE),
        ("zh-TW", None),
        ("ru_RU.UTF-8", Language.RUSSIAN),
        ("fr", Language.FRENCH),
        ("ar", Language.ARABIC),
        ("C.UTF-8", None),
        ("de", None),
        ("", None),
        (None, None),
    ],
)
def test_a_tag_names_a_language(tag: str | None, language: Language | None) -> None:
    assert find_language(tag) is language


async def test_threads_and_tasks_speak_as_who_started_them() -> None:
    speak(Language.RUSSIAN)
    assert await asyncio.to_thread(spoken) is Language.RUSSIAN

    async def in_a_task() -> Language:
        return spoken()

    with speaking(Language.FRENCH):
        assert await asyncio.create_task(in_a_task()) is Language.FRENCH
    assert spoken() is Language.RUSSIAN


async def test_another_task_hears_nothing_of_it() -> None:
    async def in_french() -> None:
        speak(Language.FRENCH)

    await asyncio.create_task(in_french())
    assert spoken() is Language.ENGLISH


def test_a_message_is_said_with_its_values() -> None:
    assert say("article-page", page=2, count=1200) == "Page 2 of 1,200"


def test_a_message_chooses_by_a_word_whatever_way_its_language_runs() -> None:
    with speaking(Language.ARABIC):
        assert say("whosaid-act", act="denies") != say("whosaid-act", act="says")
        assert say("whosaid-relayed", name="Ada Lind").endswith("\u2068Ada Lind\u2069")


def test_what_is_no_message_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("nowhere-at-all")


def test_a_kept_message_is_heard_again() -> None:
    inner = worded("article-page", page=1, count=3)
    wording = worded("whosaid-relayed", name=inner)
    kept = keep(wording)
    assert recall(kept) == wording
    assert heard(kept) == said(wording) == "relayed by Page 1 of 3"


@pytest.mark.parametrize("line", ['["nowhere-at-all", {}]', '["article-page", {"page": 1}]'])
def test_a_message_of_another_version_stops_nobody(line: str) -> None:
    assert heard(line) == line


@pytest.mark.parametrize("words", ["", "No route to host.", '["not json', '["a", 3]', "[]", '["k"]'])
def test_words_stay_words(words: str) -> None:
    assert keep(words) == heard(words) == words


def test_an_error_tells_its_reader_and_logs_english() -> None:
    error = UsageError(worded("whosaid-unmatched", asked="Batman", names="Ada Lind"), resource="x")
    assert str(error) == "No speaker matching Batman is quoted in this article. Quoted are: Ada Lind."
    with speaking(Language.RUSSIAN):
        assert (
            str(error)
            == f"{error.cause} {error.step}"
            == ("No speaker matching Batman is quoted in this article. Quoted are: Ada Lind.")
        )
        assert "Batman" in error.told()


def test_a_message_without_a_step_has_none() -> None:
    assert UsageError(worded("whosaid-nobody")).step == ""


def test_an_error_survives_the_way_out_of_a_worker_process() -> None:
    error = FetchError(worded("whosaid-unmatched-by-nobody", asked="x"), resource="r", status=404)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert isinstance(again.words, Wording)
    assert (str(again), again.resource, again.status) == (str(error), "r", 404)
