"""The first run, with the token piped in, against the loopback Discord. In a terminal: tests/acceptance."""

import asyncio
import stat
import threading
from collections.abc import Callable, Iterator
from contextvars import copy_context
from pathlib import Path

import pytest

from benchmarks.discord_loopback import Form, Loopback
from benchmarks.discord_loopback.world import APPLICATION
from bot.cli import FAILED, main
from bot.cli.setup import clean_token
from bot.doctor.discord_account import INVITED
from bot.errors import UsageError

TOKEN = "invented.token.of-nobody"  # noqa: S105 - the loopback Discord's

LOCALES = ("en_GB.UTF-8", "fr_FR.UTF-8", "es_MX.UTF-8", "ru_RU.UTF-8", "zh_CN.UTF-8", "ar_EG.UTF-8")
Pipe = Callable[[bytes], None]


@pytest.fixture
def discord(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    """A Discord that accepts one token, on a thread of its own."""
    loop = asyncio.new_event_loop()
    world = Loopback(Form(guilds=2))
    world.rest.token = TOKEN
    loop.run_until_complete(world.__aenter__())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    monkeypatch.setenv("DISCORD_URL", world.rest.address)
    yield world
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.run_until_complete(world.__aexit__(None, None, None))
    loop.close()


def set_up() -> int:
    return copy_context().run(main, ["setup"])


@pytest.mark.usefixtures("discord")
@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_run(
    pipe: Pipe, elsewhere: Path, monkeypatch: pytest.MonkeyPatch, locale: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    pipe(f"{TOKEN}\n".encode())
    assert set_up() == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert f"client_id={APPLICATION}&scope=bot+applications.commands&permissions={sum(INVITED.values())}" in shown.out
    assert "python -m bot run" in shown.out
    assert TOKEN not in shown.out
    assert (elsewhere / ".env").read_text() == f"DISCORD_TOKEN={TOKEN}\n"
    assert stat.S_IMODE((elsewhere / ".env").stat().st_mode) == 0o600


@pytest.mark.usefixtures("discord")
def test_it_can_be_run_again(pipe: Pipe, elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = f"# ours\nARCHIVE_DAYS=30\nDISCORD_TOKEN={TOKEN}\n"
    (elsewhere / ".env").write_text(settings)
    pipe(b"\n")  # the present token stays
    assert set_up() == 0
    assert (elsewhere / ".env").read_text() == settings
    pipe(b"another.token.of-nobody\n")
    assert set_up() == FAILED
    assert (elsewhere / ".env").read_text() == settings
    assert "Discord does not accept the token." in capsys.readouterr().err


@pytest.mark.usefixtures("discord")
def test_a_token_of_the_environment_is_not_written_elsewhere(
    pipe: Pipe, elsewhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    pipe(b"\n")
    assert set_up() == 0
    assert not (elsewhere / ".env").exists()
    monkeypatch.setenv("DISCORD_TOKEN", "an.older.one")
    pipe(TOKEN.encode())
    assert set_up() == 0
    shown = capsys.readouterr().out
    assert "the environment sets another DISCORD_TOKEN" in shown
    assert "an.older.one" not in shown


def test_what_the_portal_has_to_switch_is_linked(
    discord: Loopback, pipe: Pipe, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    discord.rest.flags = 1 << 18  # Message Content
    pipe(TOKEN.encode())
    assert set_up() == 0
    shown = capsys.readouterr().out
    assert "Privileged intents are enabled that Attaché never uses: Message Content." in shown
    assert f"intents at https://discord.com/developers/applications/{APPLICATION}/bot" in shown


@pytest.mark.parametrize("locale", LOCALES)
def test_each_failure_is_one_line(
    pipe: Pipe, elsewhere: Path, monkeypatch: pytest.MonkeyPatch, locale: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("DISCORD_URL", "http://127.0.0.1:1")  # nobody listens there
    for given in ("", "123456789012345678", "0a" * 32, "hunter2", TOKEN):
        pipe(given.encode())
        assert set_up() == FAILED
        shown = capsys.readouterr()
        assert shown.err.startswith("attache: ")
        assert shown.err.count("\n") == 1
        assert not given or given not in shown.err + shown.out
        assert not (elsewhere / ".env").exists()


@pytest.mark.parametrize("typed", [TOKEN, f" {TOKEN}\r\n", f'"{TOKEN}"', f"Bot {TOKEN}", f"DISCORD_TOKEN={TOKEN}"])
def test_a_token_is_taken_as_it_is_copied(typed: str) -> None:
    assert clean_token(typed) == TOKEN


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("123456789012345678", "application's id"),
        ("0a" * 32, "public key"),
        ("Zm9vYmFy", "three parts"),
        ("hunter 2", "three parts"),
    ],
)
def test_what_else_was_copied_is_named_and_not_repeated(typed: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as refused:
        clean_token(typed)
    assert typed not in str(refused.value)
