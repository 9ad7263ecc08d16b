import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import aiohttp
import discord
import pytest
from aiohttp import web

from benchmarks.loopback import serve
from bot import process
from bot.domain.processes import ALL_ROLES, ProcessRole
from bot.errors import FetchError, SettingsError
from bot.gateway.client import AttacheBot
from bot.settings import Settings


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def where_discord_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test sets of that is set back afterwards."""
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
    gateway = discord.gateway.DiscordWebSocket
    monkeypatch.setattr(gateway, "DEFAULT_GATEWAY", gateway.DEFAULT_GATEWAY)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load({"attache_data_dir": tmp_path / "data", "discord_token": "a.token.that-is-none"})


@pytest.fixture
async def stranger() -> AsyncIterator[str]:
    """A Discord on loopback that knows no token. Gives its address."""

    async def unauthorised(_: web.Request) -> web.Response:
        return web.json_response({"message": "401: Unauthorized", "code": 0}, status=401)

    application = web.Application()
    application.router.add_get("/api/v10/users/@me", unauthorised)
    async with serve(application) as address:
        yield address


async def test_a_missing_token_is_told_before_anything_is_opened(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="DISCORD_TOKEN is not set"):
        await process.run_bot(settings.model_copy(update={"discord_token": None}))
    assert not (tmp_path / "data").exists()


async def test_a_refused_token_is_told(settings: Settings, stranger: str) -> None:
    with pytest.raises(SettingsError, match="does not accept the token") as caught:
        await process.run_bot(settings.model_copy(update={"discord_url": stranger}))
    assert "a.token" not in str(caught.value)


async def test_no_way_to_discord_is_told(settings: Settings, unused_tcp_port: int) -> None:
    nowhere = settings.model_copy(update={"discord_url": f"http://127.0.0.1:{unused_tcp_port}"})
    with pytest.raises(FetchError, match="Discord cannot be reached"):
        await process.run_bot(nowhere)


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
            assert await bot.article_service.count_articles() == 0, "the archive outlives the connection"
            seen.append("disconnected")

    monkeypatch.setattr("bot.gateway.client.run_gateway", stay_connected)
    await process.run_bot(settings)
    assert seen == ["working", "disconnected"]
    assert signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}, "a second one ends the program"


async def test_it_is_seen_from_outside_where_the_settings_say_so(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, unused_tcp_port: int
) -> None:
    base = f"http://127.0.0.1:{unused_tcp_port}"
    told: list[object] = []

    async def look_about(
        _bot: AttacheBot, _token: str, working: Callable[[], AbstractAsyncContextManager[None]]
    ) -> None:
        async with working(), aiohttp.ClientSession() as session:
            async with session.get(f"{base}/readyz") as answer:
                told.extend([answer.status, await answer.json()])
            async with session.get(f"{base}/metrics") as answer:
                told.append("attache_build_info{" in await answer.text())

    monkeypatch.setattr("bot.gateway.client.run_gateway", look_about)
    await process.run_bot(settings.model_copy(update={"observe_address": f"127.0.0.1:{unused_tcp_port}"}))
    parts = {"archive": "ok", "discord": "It is not connected to Discord."}
    assert told == [503, {"ready": False, "parts": parts}, True]


@pytest.mark.parametrize("role", list(ProcessRole))
async def test_an_archive_on_sqlite_is_one_process_with_all_roles(
    settings: Settings, tmp_path: Path, role: ProcessRole
) -> None:
    with pytest.raises(SettingsError) as caught:
        await process.run_bot(settings, frozenset({role}))
    assert f"one process does everything, so the roles {role} cannot run separately" in caught.value.cause
    assert "PostgreSQL" in caught.value.step
    assert not (tmp_path / "data").exists(), "told before anything is opened"
    process.check_roles(settings, ALL_ROLES)


def test_only_who_speaks_with_discord_needs_a_token(settings: Settings) -> None:
    database = {"database_url": "postgresql://attache@db.invalid/attache", "receive_address": "127.0.0.1:8080"}
    bare = Settings.load(database)
    for role in (ProcessRole.WORK, ProcessRole.RECEIVE):
        process.check_roles(bare, frozenset({role}))
    for role in (ProcessRole.GATEWAY, ProcessRole.SEND):
        with pytest.raises(SettingsError, match="DISCORD_TOKEN is not set"):
            process.check_roles(bare, frozenset({role, ProcessRole.WORK}))


def test_a_process_that_only_receives_needs_somewhere_to() -> None:
    bare = Settings.load({"database_url": "postgresql://attache@db.invalid/attache"})
    with pytest.raises(SettingsError, match="RECEIVE_ADDRESS is not set"):
        process.check_roles(bare, frozenset({ProcessRole.RECEIVE}))
