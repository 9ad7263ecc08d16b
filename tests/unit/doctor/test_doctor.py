"""The doctor looks at real parts: folders, an archive, the model, a site on loopback, a Discord on loopback."""

import shutil
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cli import main
from bot.doctor import SICK, examine
from bot.doctor.checks import (
    check_account,
    check_archive,
    check_data_folder,
    check_languages,
    check_model,
    check_network,
    check_python,
)
from bot.doctor.discord_account import PERMISSIONS
from bot.doctor.finding import Severity
from bot.nlp.lang import attributions
from bot.nlp.tagger.model import load_model
from bot.settings import Settings

TOKEN = "a token that only the test knows"  # noqa: S105 - it opens nothing


@pytest.fixture
async def discord() -> AsyncIterator[str]:
    """An interface like Discord's for one bot."""

    def allowed(request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            raise web.HTTPUnauthorized

    async def application(request: web.Request) -> web.Response:
        allowed(request)
        return web.json_response(
            {"id": "42", "name": "Attaché", "flags": 0, "integration_types_config": {"0": {}, "1": {}}}
        )

    async def servers(request: web.Request) -> web.Response:
        allowed(request)
        return web.json_response([{"name": "Model UN", "permissions": str(sum(PERMISSIONS.values()))}])

    async def page(_: web.Request) -> web.Response:
        return web.Response(text="<p>A page.</p>", content_type="text/html")

    app = web.Application()
    app.add_routes(
        [
            web.get("/applications/@me", application),
            web.get("/users/@me/guilds", servers),
            web.get("/page", page),
            web.get("/broken/applications/@me", page),
        ]
    )
    async with TestServer(app, host="127.0.0.1") as server:
        yield f"http://127.0.0.1:{server.port}"


def settings(**values: object) -> Settings:
    return Settings.load({"discord_token": None, "database_url": None, **values})


def test_python_versions() -> None:
    assert check_python((3, 11)).level is Severity.OK
    assert check_python((3, 14)).level is Severity.OK
    assert check_python((3, 10)).level is Severity.WARN


def test_a_data_folder_is_made(tmp_path: Path) -> None:
    assert check_data_folder(tmp_path / "deep/data").level is Severity.OK
    assert list((tmp_path / "deep/data").iterdir()) == []


def test_a_data_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    found = check_data_folder(tmp_path / "file")
    assert found.level is Severity.FAIL
    assert "ATTACHE_DATA_DIR" in found.step


async def test_the_archive(tmp_path: Path) -> None:
    assert (await check_archive(settings(attache_data_dir=tmp_path))).words == "0 articles; the database is intact."
    with sqlite3.connect(tmp_path / "other.sqlite3") as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('from the future')")
    connection.close()
    newer = await check_archive(settings(database_url=f"sqlite+aiosqlite:///{tmp_path / 'other.sqlite3'}"))
    assert newer.level is Severity.FAIL
    assert newer.step


def test_the_model_reads() -> None:
    found = check_model()
    assert found.level is Severity.OK
    assert found.words.startswith(load_model().version)


def test_the_model_for_other_languages_reads() -> None:
    found = check_languages()
    assert found.level is Severity.OK
    assert found.words.startswith("5 other languages: the files are the released ones")


def test_a_damaged_model_for_other_languages_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(attributions.FOLDER, tmp_path / "multilingual"))
    (copy / "tokenizer.json").write_text("{}")
    monkeypatch.setattr(attributions, "FOLDER", copy)
    monkeypatch.setattr(attributions, "load_multilingual_tagger", attributions.load_multilingual_tagger.__wrapped__)
    assert check_languages().level is Severity.FAIL


async def test_the_network(discord: str) -> None:
    host = discord.removeprefix("http://")
    open_ = settings(allow_private_hosts=host)
    assert (await check_network(open_, f"{discord}/page")).level is Severity.OK
    missing = await check_network(open_, f"{discord}/none")
    assert missing.level is Severity.FAIL
    guarded = await check_network(settings(), f"{discord}/page")
    assert guarded.level is Severity.FAIL


async def test_the_token(discord: str) -> None:
    assert [f.level for f in await check_account(settings(discord_token=TOKEN), discord)] == [Severity.OK, Severity.OK]
    none = await check_account(settings(), discord)
    assert [(f.level, f.subject) for f in none] == [(Severity.WARN, "token")]
    for wrong, base in (("another", discord), (TOKEN, f"{discord}/broken"), (TOKEN, "http://127.0.0.1:1")):
        (found,) = await check_account(settings(discord_token=wrong), base)
        assert found.level is Severity.FAIL
        assert wrong not in found.words + found.step


async def test_a_bad_setting_ends_the_examination(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READING_PROCESSES", "none")
    found = [finding async for finding in examine(offline=True)]
    assert [f.subject for f in found] == ["python", "settings"]
    assert found[-1].level is Severity.FAIL


def test_the_exit_status_is_what_a_script_needs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ATTACHE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main(["doctor", "--offline"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["ok", s] for s in ("python", "settings", "data", "archive", "model", "model")
    ]
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/file/archive.sqlite3")
    assert main(["doctor", "--offline"]) == SICK
    shown = capsys.readouterr().out
    assert "fail  archive" in shown
    assert "→" in shown
