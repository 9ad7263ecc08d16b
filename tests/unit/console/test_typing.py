"""The prompt, typed at through prompt_toolkit's own pipe."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.console.lines import typed_lines


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


async def typed(history: Path) -> list[str]:
    return [line async for line in typed_lines(history, lambda: ("Torvald Haugseth",))]


async def test_lines_until_the_end_of_input(keys: PipeInput, tmp_path: Path) -> None:
    keys.send_text("help\rwhosaid\r\x04")
    assert await typed(tmp_path / "made/history") == ["help", "whosaid"]


async def test_ctrl_c_clears_the_line(keys: PipeInput, tmp_path: Path) -> None:
    keys.send_text("dreary\x03help\r\x04")
    assert await typed(tmp_path / "history") == ["help"]


async def test_a_paste_of_several_lines_is_one(keys: PipeInput, tmp_path: Path) -> None:
    keys.send_text("whosaid \x1b[200~One.\r\n\r\nTwo.\x1b[201~\r\x04")
    assert await typed(tmp_path / "history") == ["whosaid One.\n\nTwo."]


async def test_the_history_comes_back(keys: PipeInput, tmp_path: Path) -> None:
    keys.send_text("status\r\x04")
    await typed(tmp_path / "history")
    keys.send_text("\x1b[A\r\x04")
    assert await typed(tmp_path / "history") == ["status"]
