"""The desk answers every command from the newsroom, and remembers the last article."""

from pathlib import Path

import pytest

from bot.console.parse import COMMANDS, READ, Request
from bot.console.session import ConsoleSession
from bot.errors import AttacheError, FetchError, UsageError
from tests.cogs.invented import TEXT, URL


async def ask(desk: ConsoleSession, command: str, **options: str) -> str:
    return await desk.answer(Request(command, options))


async def test_a_link_is_summarized_and_read(desk: ConsoleSession) -> None:
    shown = await ask(desk, READ, article=URL)
    assert shown.startswith("Two harbours, one call\n")
    assert URL in shown
    assert shown.index("Key sentences") < shown.index("Who said what")
    assert "Torvald Haugseth" in shown
    assert "quoted" not in shown


async def test_the_last_article_is_remembered(desk: ConsoleSession) -> None:
    with pytest.raises(UsageError, match="There is no article yet"):
        await ask(desk, "whosaid")
    assert not desk.speakers
    await ask(desk, "summarize", article=URL)
    assert desk.speakers == ("Torvald Haugseth", "Birna Steinsdóttir", "Reykjanes Line")
    shown = await ask(desk, "whosaid", speaker="Steinsdóttir")
    assert "having agreed to any inspection" in shown
    assert "catch logs" not in shown


async def test_a_failed_article_does_not_replace_the_last(desk: ConsoleSession) -> None:
    await ask(desk, "summarize", article=URL)
    with pytest.raises(FetchError):
        await ask(desk, "summarize", article="https://news.example.org/none")
    assert "Two harbours, one call" in await ask(desk, "whosaid")


async def test_a_text_and_a_file_are_read_like_a_link(desk: ConsoleSession, tmp_path: Path) -> None:
    path = tmp_path / "my call.txt"
    path.write_text(TEXT, encoding="utf-8")
    for article in (TEXT, str(path)):
        shown = await ask(desk, "whosaid", article=article)
        assert shown.startswith("Pasted text\n")
        assert "Torvald Haugseth, Norwegian Foreign Minister, Norway" in shown


@pytest.mark.parametrize("length", [256, 400, 900])
async def test_a_long_word_is_no_file_that_cannot_be_read(desk: ConsoleSession, length: int) -> None:
    try:
        told = await ask(desk, READ, article="what did Lavrov say " + "x" * length)
    except AttacheError as error:
        told = str(error)
    assert "cannot be read" not in told
    assert "Lavrov" in told or "short" in told


@pytest.mark.parametrize("path", ["/nowhere/call.txt", "./call.txt", "~nobody-of-that-name/call.txt"])
async def test_a_file_that_is_not_there_is_told_to_be_none(desk: ConsoleSession, path: str) -> None:
    with pytest.raises(UsageError, match="There is no file"):
        await ask(desk, "whosaid", article=path)


async def test_help_tells_of_one_command(desk: ConsoleSession) -> None:
    assert "watch remove number:…" in await desk.answer(Request("help", {"command": "watch"}))
    assert "whosaid article:… speaker:…" in await desk.answer(Request("help", {"command": "whosaid"}))


async def test_a_position_needs_a_country(desk: ConsoleSession) -> None:
    with pytest.raises(UsageError, match="position needs country"):
        await ask(desk, "position")


async def test_a_file_that_is_no_article_says_why(desk: ConsoleSession, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(AttacheError, match="Only files that end in"):
        await ask(desk, READ, article=str(tmp_path / "picture.png"))


async def test_as_many_sentences_as_asked_for(desk: ConsoleSession) -> None:
    for count in (1, 3):
        shown = await ask(desk, "summarize", article=URL, sentences=str(count))
        sentences = [line[2:] for line in shown.splitlines() if line.startswith("- ")]
        assert len(sentences) == count
        assert all(sentence in TEXT for sentence in sentences)
    with pytest.raises(UsageError, match="from 1 to"):
        await ask(desk, "summarize", sentences="many")


async def test_two_sides(desk: ConsoleSession) -> None:
    shown = await ask(desk, "twosides", article=URL)
    assert "- Norway: Torvald Haugseth: said his counterpart had accepted" in shown
    assert "- Iceland: Birna Steinsdóttir: denied having agreed to any inspection" in shown
    chosen = await ask(desk, "twosides", a="Haugseth", b="Reykjanes")
    assert "- Reykjanes Line: rejects the allegation of illegal fishing" in chosen


async def test_status_counts_what_was_read_once(desk: ConsoleSession) -> None:
    for _ in range(2):
        await ask(desk, READ, article=URL)
    shown = await ask(desk, "status")
    assert "articles read: 1\n" in shown
    assert "reading engine: by-hand 1\n" in shown


async def test_privacy_names_the_place(desk: ConsoleSession) -> None:
    assert "archive.sqlite3" in await ask(desk, "privacy")


async def test_help_lists_every_command_and_each_is_answered(desk: ConsoleSession) -> None:
    shown = await ask(desk, "help")
    assert "A question is answered from the articles read so far: what did Lavrov say about New START?" in " ".join(
        shown.split()
    )
    options = await ask(desk, "help feed") + await ask(desk, "help digest")
    await ask(desk, READ, article=URL)
    for command in COMMANDS.values():
        if " " in command.name:
            assert f"{command.name}: {command.does}" in shown
        else:
            assert f"{command.usage}{' –' if command.options else ':'} {command.does}" in shown
        if command.name.startswith(("feed", "digest")):
            assert f"{command.usage}\n  {command.does}" in options
        elif command.name in {"said", "timeline", "position", "changed", "watch add", "watch remove"}:
            with pytest.raises(UsageError):
                await ask(desk, command.name)
        elif command.name != "quit":
            assert await ask(desk, command.name)
