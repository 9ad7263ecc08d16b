"""The console's ``said``: what was found as text, or as a table in a file."""

import csv
from pathlib import Path

import pytest

from bot.console.parse import READ, Request
from bot.console.session import ConsoleSession
from bot.errors import UsageError
from tests.cogs.invented import URL


async def ask(desk: ConsoleSession, **options: str) -> str:
    return await desk.answer(Request("said", options))


@pytest.fixture
async def read(desk: ConsoleSession) -> ConsoleSession:
    await desk.answer(Request(READ, {"article": URL}))
    return desk


async def test_statements_are_told_with_date_and_link(read: ConsoleSession) -> None:
    shown = await ask(read, who="Haugseth", about="leaving")
    assert shown.startswith("Torvald Haugseth on leaving\n")
    assert "1 statement · newest first" in shown
    assert not any(label in shown for label in (" · quoted", "partly quoted", "reported"))
    assert "“Nobody is being punished,” … “but nobody is leaving with pages torn out.”" in shown
    assert URL in shown


async def test_a_table_is_written(read: ConsoleSession, tmp_path: Path) -> None:
    path = tmp_path / "said.csv"
    assert await ask(read, who="Iceland", file=str(path)) == f"Written: {path}\n"
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 4


async def test_nothing_found_is_an_error_with_what_was_searched(read: ConsoleSession) -> None:
    with pytest.raises(UsageError, match=r"Nothing by Haugseth about Batman was found in 1 article"):
        await ask(read, who="Haugseth", about="Batman")
