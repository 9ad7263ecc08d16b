import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import discord
import pytest
from aiohttp import web

from bot import runtime
from bot.errors import ArchiveError, FetchError, SettingsError
from bot.gateway.client import AttacheBot
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
WORDS = (
    "Foreign Minister Ana Brod said on Monday that the bridge stays open through the winter. "
    "“We have prepared this decision since spring,” Brod told reporters in Orland."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge stays open</title></head>
<body><article><h1>Bridge stays open</h1>
<p>{WORDS}</p>
<p>The colleague of the minister, Bo Cid, welcomed it: the two countries had waited long enough for it, he said.</p>
</article></body></html>"""


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load({"attache_data_dir": tmp_path / "data", "discord_token": "a.token.that-is-none"})


@pytest.fixture
async def server() -> AsyncIterator[str]:
    """A server on loopback: one page, and a Discord that knows no token. Gives its address."""

    async def page(_: web.Request) -> web.Response:
        return web.Response(text=PAGE, content_type="text/html")

    async def unauthorised(_: web.Request) -> web.Response:
        return web.json_response({"message": "401: Unauthorized", "code": 0}, status=401)

    application = web.Application()
    application.router.add_get("/bridge", page)
    application.router.add_get("/api/v10/users/@me", unauthorised)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    yield f"http://{host}:{port}"
    await runner.cleanup()


async def test_a_link_is_fetched_parsed_read_and_remembered_by_the_real_parts(settings: Settings, server: str) -> None:
    allowed = settings.model_copy(update={"allow_private_hosts": frozenset({server.removeprefix("http://")})})
    async with runtime.open_newsroom(allowed, ahead=True) as newsroom:
        reading = await newsroom.read(f"{server}/bridge")
        assert await newsroom.recall(reading.id) == reading
        assert reading.analysis.engine == newsroom.engine
    assert "Foreign Minister Ana Brod said" in reading.article.text
    quoted = [span.of(reading.article.text) for found in reading.analysis.attributions for span in found.content]
    assert any("We have prepared this decision since spring" in words for words in quoted)
    connection = sqlite3.connect(settings.attache_data_dir / "attache.sqlite3")
    assert connection.execute("SELECT url FROM articles").fetchall() == [(f"{server}/bridge",)]
    connection.close()


HEAVY = ("onnxruntime", "tokenizers", "numpy", "trafilatura", "lxml", "alembic", "discord")


def test_what_only_workers_need_is_not_loaded_where_none_of_it_is_used() -> None:
    """A gateway starts fast and stays small; ``discord`` itself comes only with the bot."""
    look = f"import sys, bot.runtime; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


async def test_an_archive_that_does_not_open_is_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(ArchiveError):
        async with runtime.open_newsroom(settings):
            pytest.fail("there is no archive to work with")


async def test_a_missing_token_is_told_before_anything_is_opened(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="DISCORD_TOKEN is not set"):
        await runtime.run_bot(settings.model_copy(update={"discord_token": None}))
    assert not (tmp_path / "data").exists()


async def test_a_refused_token_is_told(settings: Settings, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.http.Route, "BASE", f"{server}/api/v10")
    with pytest.raises(SettingsError, match="does not accept the token") as caught:
        await runtime.run_bot(settings)
    assert "a.token" not in str(caught.value)


async def test_no_way_to_discord_is_told(
    settings: Settings, unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discord.http.Route, "BASE", f"http://127.0.0.1:{unused_tcp_port}/api/v10")
    with pytest.raises(FetchError, match="Discord cannot be reached"):
        await runtime.run_bot(settings)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_closes_everything_in_order(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    seen: list[str] = []

    async def stay_connected(
        bot: AttacheBot, _token: str, working: Callable[[], AbstractAsyncContextManager[None]]
    ) -> None:
        assert (await bot.status_source()).articles == 0
        try:
            async with working():
                seen.append("working")
                os.kill(os.getpid(), number)
                await asyncio.Event().wait()
        finally:
            assert await bot.newsroom.count_articles() == 0, "the archive outlives the connection"
            seen.append("disconnected")

    monkeypatch.setattr("bot.gateway.client.connect", stay_connected)
    await runtime.run_bot(settings)
    assert seen == ["working", "disconnected"]
    assert signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}, "a second one ends the program"
