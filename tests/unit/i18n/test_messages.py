"""Messages are said in the reader's language, and kept until there is a reader."""

import asyncio
import pickle

import pytest

from bot.errors import FetchError, UsageError
from bot.i18n.language import Language, current_language, find_language, set_language, using_language
from bot.i18n.messages import (
    Translatable,
    decode_message,
    encode_message,
    translatable,
    translate,
    translate_message,
    translate_stored,
)


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
    set_language(Language.RUSSIAN)
    assert await asyncio.to_thread(current_language) is Language.RUSSIAN

    async def in_a_task() -> Language:
        return current_language()

    with using_language(Language.FRENCH):
        assert await asyncio.create_task(in_a_task()) is Language.FRENCH
    assert current_language() is Language.RUSSIAN


async def test_another_task_hears_nothing_of_it() -> None:
    async def in_french() -> None:
        set_language(Language.FRENCH)

    await asyncio.create_task(in_french())
    assert current_language() is Language.ENGLISH


def test_a_message_is_said_with_its_values() -> None:
    assert translate("article-page", page=2, count=1200) == "Page 2 of 1,200"


def test_a_message_chooses_by_a_word_whatever_way_its_language_runs() -> None:
    with using_language(Language.ARABIC):
        assert translate("whosaid-act", act="denies") != translate("whosaid-act", act="says")
        assert translate("whosaid-via", name="Ada Lind").endswith("\u2068Ada Lind\u2069")


def test_what_is_no_message_is_an_error() -> None:
    with pytest.raises(KeyError):
        translate("nowhere-at-all")


def test_a_kept_message_is_heard_again() -> None:
    inner = translatable("article-page", page=1, count=3)
    wording = translatable("whosaid-via", name=inner)
    kept = encode_message(wording)
    assert decode_message(kept) == wording
    assert translate_stored(kept) == translate_message(wording) == "via Page 1 of 3"


@pytest.mark.parametrize("line", ['["nowhere-at-all", {}]', '["article-page", {"page": 1}]'])
def test_a_message_of_another_version_stops_nobody(line: str) -> None:
    assert translate_stored(line) == line


@pytest.mark.parametrize("words", ["", "No route to host.", '["not json', '["a", 3]', "[]", '["k"]'])
def test_words_stay_words(words: str) -> None:
    assert encode_message(words) == translate_stored(words) == words


def test_an_error_tells_its_reader_and_logs_english() -> None:
    error = UsageError(translatable("whosaid-unmatched", asked="Batman", names="Ada Lind"), resource="x")
    assert str(error) == "No speaker matching Batman is quoted in this article. It quotes Ada Lind."
    with using_language(Language.RUSSIAN):
        assert (
            str(error)
            == f"{error.cause} {error.step}"
            == ("No speaker matching Batman is quoted in this article. It quotes Ada Lind.")
        )
        assert "Batman" in error.message()


def test_a_message_without_a_step_has_none() -> None:
    assert UsageError(translatable("whosaid-nobody")).step == ""


def test_an_error_survives_the_way_out_of_a_worker_process() -> None:
    error = FetchError(translatable("whosaid-unmatched-by-nobody", asked="x"), resource="r", status=404)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert isinstance(again.words, Translatable)
    assert (str(again), again.resource, again.status) == (str(error), "r", 404)
