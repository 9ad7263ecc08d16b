"""A newcomer's lines: each is answered, or told what to do next with an example that works on this archive."""

from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest

from bot.archive.store import Archive
from bot.console.parse import parse_request
from bot.console.session import ConsoleSession
from bot.container import Services
from bot.domain.analysis import Reading, reading_id
from bot.domain.article import Article
from bot.errors import UsageError
from bot.i18n.language import Language, using_language
from tests.cogs.invented import TEXT, URL, analyse_by_hand
from tests.unit.services.fakes import NOW, DigestsByHand


@pytest.fixture
async def read(archive: Archive) -> None:
    """An article was read."""
    article = Article(text=TEXT, title="One call", url=URL, published_at=NOW - timedelta(days=20))
    await archive.save_reading(Reading(reading_id(article), article, analyse_by_hand(article)))


async def told(desk: ConsoleSession, line: str) -> str:
    """What a line is answered with, an error's sentence too."""
    try:
        request = parse_request(line)
        assert request is not None
        return await desk.answer(request)
    except UsageError as error:
        return error.message()


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("line", ["hi", "Hello", "thanks", "Hello!"])
async def test_small_talk_is_answered_in_kind(desk: ConsoleSession, line: str) -> None:
    assert "what did Torvald Haugseth say last month?" in await told(desk, line)


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Haugseth", "I looked for: Torvald Haugseth"),
        ("birna steinsdottir", "having agreed to any inspection"),
        ("Norway", "I looked for: Norway"),
        ("iceland", "having agreed to any inspection"),
        ("catch logs", "I looked for: anybody · about catch logs"),
        ("Lavrov", "Nothing about Lavrov was found in 1 article of 12 December 2025."),
        ("wosaid", "Did you mean whosaid?"),
        ("Help", "what did Torvald Haugseth say?"),
    ],
)
async def test_a_name_or_a_word_alone_is_searched_for(desk: ConsoleSession, line: str, words: str) -> None:
    assert words in await told(desk, line)


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("command", ["said", "timeline", "position", "watch add"])
async def test_a_bare_command_shows_an_example_that_works(desk: ConsoleSession, command: str) -> None:
    shown = await told(desk, command)
    _, found, example = shown.partition("For instance: ")
    assert found, shown
    assert example.startswith(f"{command} ")
    request = parse_request(example)
    assert request is not None
    await desk.answer(request)


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    ("group", "example"),
    [("watch", "watch add speaker:Torvald Haugseth"), ("help said", "said who:Torvald Haugseth"), ("Feed", "feed why")],
)
async def test_a_group_alone_lists_its_commands(desk: ConsoleSession, group: str, example: str) -> None:
    assert example in await told(desk, group)


@pytest.mark.parametrize("line", ["missing.txt", "whosaid missing.txt", "whosaid nofile", "notes/speech.html"])
async def test_a_missing_file_is_called_one(desk: ConsoleSession, line: str) -> None:
    assert (await told(desk, line)).startswith(f"There is no file {line.rpartition(' ')[2]}.")


async def test_a_file_is_still_read(desk: ConsoleSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("speech.txt").write_text(TEXT, encoding="utf-8")
    assert "Torvald Haugseth" in await told(desk, "speech.txt")


async def test_an_empty_archive_says_what_to_give_it(desk: ConsoleSession) -> None:
    expected = "Nothing has been read here yet, so there is nothing to search. Give me an article"
    assert (await told(desk, "said who:Haugseth")).startswith(expected)
    assert (await told(desk, "said")).endswith("Name who speaks, or what it is about.")


@pytest.mark.usefixtures("read")
async def test_dates_without_articles_are_told_which_have_some(desk: ConsoleSession) -> None:
    shown = await told(desk, "said who:Haugseth since:2020-01-01 until:2020-02-01")
    assert shown.startswith("No article of these dates was found in 1 article of 12 December 2025.")


@pytest.mark.usefixtures("read")
async def test_a_digest_without_feeds_says_so(desk: ConsoleSession, services: Services) -> None:
    cast("DigestsByHand", services.digests._composer).empty = True
    assert (await told(desk, "digest now")).startswith("No feeds are followed here")


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("language", Language)
async def test_an_example_is_in_every_language(desk: ConsoleSession, language: Language) -> None:
    with using_language(language):
        assert "said who:" in (await told(desk, "said")).replace("\u2068", "")
