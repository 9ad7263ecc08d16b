import json
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from benchmarks.loopback import serve
from bot import container
from bot.errors import ArchiveError
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
    """A server on loopback with one page. Gives its address."""

    async def page(_: web.Request) -> web.Response:
        return web.Response(text=PAGE, content_type="text/html")

    application = web.Application()
    application.router.add_get("/bridge", page)
    async with serve(application) as address:
        yield address


@pytest.mark.slow
async def test_a_link_is_fetched_parsed_read_and_remembered_by_the_real_parts(settings: Settings, server: str) -> None:
    allowed = settings.model_copy(update={"allow_private_hosts": frozenset({server.removeprefix("http://")})})
    async with container.open_container(allowed, ahead=True) as opened:
        article_service = opened.article_service
        reading = await article_service.read(f"{server}/bridge")
        assert await article_service.load(reading.id) == reading
        assert reading.analysis.engine == article_service.engine
    assert "Foreign Minister Ana Brod said" in reading.article.text
    quoted = [span.of(reading.article.text) for found in reading.analysis.attributions for span in found.content]
    assert any("We have prepared this decision since spring" in words for words in quoted)
    connection = sqlite3.connect(settings.attache_data_dir / "attache.sqlite3")
    assert connection.execute("SELECT url FROM articles").fetchall() == [(f"{server}/bridge",)]
    connection.close()


MODELS = ("onnxruntime", "tokenizers", "numpy", "scipy", "sumy", "requests", "trafilatura", "lxml", "alembic", "dbos")
LOAD = "from bot.domain.processes import ProcessRole as R; s._load_ahead(frozenset({R.%s}))"
COGS = "import pkgutil, cogs; [__import__(f'cogs.{one.name}') for one in pkgutil.iter_modules(cogs.__path__)]"


def test_what_only_workers_need_is_not_loaded_where_none_of_it_is_used() -> None:
    """Gateways and senders start fast and stay small: texts are read, placed and rendered in workers."""
    look = f"import sys, json; found = lambda *more: [name for name in {MODELS} + more if name in sys.modules]"
    steps = ("import bot.process as s; any = found('discord')", f"{LOAD % 'SEND'}; send = found()")
    told = "print(json.dumps({'any': any, 'send': send, 'gateway': found()}))"
    program = "\n".join((look, *steps, LOAD % "GATEWAY", COGS, told))
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == {"any": [], "send": [], "gateway": []}


async def test_an_archive_that_does_not_open_is_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(ArchiveError):
        async with container.open_container(settings):
            pytest.fail("there is no archive to work with")


def test_what_a_process_loaded_is_left_out_of_garbage_collections() -> None:
    """Collecting it takes some 200 ms, in which the event loop would stand."""
    look = "import gc, bot.process as s, bot.container; from bot.domain.processes import ProcessRole as R; "
    look += "s._load_ahead(frozenset({R.GATEWAY, R.WORK})); gc.collect(); print(len(gc.get_objects()))"
    left = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, timeout=60)
    assert int(left.stdout) < 10_000
