"""The prompt, typed at through prompt_toolkit's own pipe."""

import asyncio
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output

from bot.console.line_input import typed_lines


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


async def typed(history: Path) -> list[str]:
    return [line async for line in typed_lines(history, lambda: ("Torvald Haugseth",))]


async def test_lines_until_the_end_of_input(keys: PipeInput, tmp_path: Path) -> None:
    keys.send_text("help\rwhosaid\r\x04")
    assert await typed(tmp_path / "made/history") == ["help", "whosaid"]


async def test_what_is_printed_meanwhile_keeps_its_colours(tmp_path: Path) -> None:
    screen = io.StringIO()
    terminal = Vt100_Output(screen, lambda: Size(24, 80), term="xterm")
    with create_pipe_input() as keys, create_app_session(input=keys, output=terminal):
        waiting = asyncio.create_task(typed(tmp_path / "history"))
        async with asyncio.timeout(30):
            while not screen.getvalue():  # noqa: ASYNC110 - until the prompt is there, which nothing tells
                await asyncio.sleep(0.02)
            print("\x1b[1mA digest\x1b[0m")
            while "A digest" not in screen.getvalue():  # noqa: ASYNC110 - printed from another thread
                await asyncio.sleep(0.02)
        keys.send_text("\x04")
        await waiting
    assert "\x1b[1mA digest\x1b[0m" in screen.getvalue()
    assert "?[1m" not in screen.getvalue()


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
