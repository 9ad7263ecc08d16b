"""Remote calls: the answer comes back, faults come as they are, and no person's text stays in the database."""

import ast
import asyncio
import secrets
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from dbos import DBOS
from dbos._sys_db import SystemDatabase
from structlog.testing import capture_logs

from bot.domain.article import Article
from bot.errors import ArchiveError, BusyError, ParseError, ReadingError
from bot.fair_queue import Requester, current_requester, working_for
from bot.jobs import rpc_client, rpc_server
from bot.jobs.rpc import PARSING_QUEUE, PROCEDURES, READING_QUEUE, rpc_name
from bot.jobs.rpc_client import RpcClient, open_rpc_client
from bot.jobs.rpc_server import UNSEEN, RpcQueue, RpcServer, serve_rpc
from bot.nlp.worker_tasks import analyse_text, choose_key_sentences
from bot.web.parsers import find_feeds, parse_upload
from tests.cogs.invented import analyse_by_hand
from tests.databases import Server
from tests.unit.jobs.forged import FORGED, forge

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]
ROOT = Path(__file__).parents[3]
LOST = """
import asyncio, sys
from bot.jobs.rpc import PARSING_QUEUE
from bot.jobs.rpc_server import RpcQueue, serve_rpc

async def hang(*args, **kwargs):
    print("begun", flush=True)
    await asyncio.sleep(60)

async def present():
    return {"lost"}

async def main():
    async with serve_rpc(sys.argv[1], {PARSING_QUEUE: RpcQueue(hang, 1)}, executor="lost", list_present=present):
        print("open", flush=True)
        await asyncio.sleep(60)

asyncio.run(main())
"""
WORDS = "Minister Ana Brod said the bridge stays open. “It stays,” she said."


@pytest.fixture
def url(postgresql: Server) -> Iterator[str]:
    """Where several processes record their jobs: never on SQLite."""
    name = f"asking{secrets.token_hex(4)}"
    yield postgresql.create(name).replace("postgresql://", "postgresql+psycopg://")
    postgresql.drop(name)


@asynccontextmanager
async def working(
    url: str,
    offload: Any,
    executor: str = "worker",
    queues: tuple[str, ...] = (READING_QUEUE, PARSING_QUEUE),
    *others: str,
) -> AsyncIterator[RpcServer]:
    """A worker that runs the calls of ``queues`` by ``offload``; ``others`` are present beside it."""

    async def present() -> frozenset[str]:
        return frozenset({executor, *others})

    serving = serve_rpc(url, {q: RpcQueue(offload, 2) for q in queues}, executor=executor, list_present=present)
    async with serving as server:
        yield server


@pytest.fixture(autouse=True)
def no_waiting_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rpc_server, "_ENDING", 1)


@pytest.fixture
async def called(url: str) -> AsyncIterator[RpcClient]:
    async with open_rpc_client(url, seconds=30.0, waiting=3) as called:
        yield called


async def count_records() -> int:
    return len(await DBOS.list_workflows_async())


async def test_the_answer_comes_back_and_its_record_goes(url: str, called: RpcClient) -> None:
    async with working(url, asyncio.to_thread):
        spans = await called.run(choose_key_sentences, WORDS, 1)
        assert len(spans) == 1
        feeds = await called.run(find_feeds, b"<html></html>", url="https://quill.example/")
        assert feeds == ()
        assert await count_records() == 0


async def test_an_article_is_analysed_where_the_model_is(url: str, called: RpcClient) -> None:
    article = Article(WORDS, title="Bridge")
    done: list[str] = []

    async def read(work: Callable[..., Any], *args: Any) -> Any:
        done.append(rpc_name(work))
        return analyse_by_hand(article)

    async with working(url, read):
        assert await called.analyse(article) == analyse_by_hand(article)
    assert done == [rpc_name(analyse_text)]


async def test_a_sentence_for_the_person_comes_as_it_is(url: str, called: RpcClient) -> None:
    async with working(url, asyncio.to_thread):
        with pytest.raises(ParseError) as caught:
            await called.run(parse_upload, "empty.html", b"<html><body></body></html>")
    assert caught.value.step


async def test_a_fault_is_told_in_words(url: str, called: RpcClient) -> None:
    async def break_(*_: Any, **__: Any) -> Any:
        raise RuntimeError("of the reader")

    async with working(url, break_):
        with pytest.raises(ReadingError, match="Reading this failed"):
            await called.run(choose_key_sentences, WORDS, 1)


async def test_no_more_wait_than_there_are_places(url: str, called: RpcClient) -> None:
    go_on = asyncio.Event()

    async def wait(*_: Any, **__: Any) -> tuple[()]:
        await go_on.wait()
        return ()

    async with working(url, wait):
        many = [asyncio.create_task(called.run(choose_key_sentences, WORDS, 1)) for _ in range(6)]
        await asyncio.sleep(0)
        with pytest.raises(BusyError, match="busy"):
            await called.run(choose_key_sentences, WORDS, 1)
        go_on.set()
        assert await asyncio.gather(*many) == [()] * 6
        assert await called.run(choose_key_sentences, WORDS, 1) == ()


async def test_it_is_done_for_whom_it_was_asked(url: str, called: RpcClient) -> None:
    done_for: list[Requester] = []

    async def tell(*_: Any, **__: Any) -> tuple[()]:
        done_for.append(current_requester())
        return ()

    async with working(url, tell):
        with working_for(Requester("discord:7", background=False)):
            await called.run(choose_key_sentences, WORDS, 1)
    assert done_for == [Requester("discord:7", background=False)]


async def test_who_has_no_worker_is_told_in_time(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def idle(*_: Any, **__: Any) -> Any:
        raise AssertionError("it does not serve that queue")

    monkeypatch.setattr(rpc_client, "SLACK", 0.0)
    async with working(url, idle, queues=("another",)), open_rpc_client(url, seconds=0.5, waiting=3) as called:
        with pytest.raises(BusyError, match="No reader process answered"):
            await called.run(choose_key_sentences, WORDS, 1)
        assert await count_records() == 0, "nobody waits for it any more"


async def test_where_no_worker_has_ever_run_nothing_can_be_read(url: str, called: RpcClient) -> None:
    with pytest.raises(BusyError, match="at the moment"):
        await called.run(choose_key_sentences, WORDS, 1)


async def test_what_a_lost_worker_had_begun_is_done_by_another(url: str, called: RpcClient) -> None:
    lost = await asyncio.create_subprocess_exec(sys.executable, "-c", LOST, url, stdout=asyncio.subprocess.PIPE)
    assert lost.stdout
    assert await asyncio.wait_for(lost.stdout.readline(), 60) == b"open\n"
    waiting = asyncio.create_task(called.run(choose_key_sentences, WORDS, 1))
    assert await asyncio.wait_for(lost.stdout.readline(), 60) == b"begun\n"
    lost.kill()
    await lost.wait()

    async def answer(*_: Any, **__: Any) -> tuple[()]:
        return ()

    async with working(url, answer, "another", (READING_QUEUE, PARSING_QUEUE), "lost") as server:
        assert await server.requeue_stuck() == 0, "it may still be there"
        assert not waiting.done()
    async with working(url, answer, "another"):
        assert await asyncio.wait_for(waiting, 60) == ()


async def test_threads_are_there_for_others_while_a_server_ends(url: str) -> None:
    used = 0

    async def use_threads() -> None:
        nonlocal used
        while True:
            used += await asyncio.to_thread(lambda: 1)
            await asyncio.sleep(0.005)

    async with working(url, asyncio.to_thread):
        await count_records()  # makes DBOS put its own threads in the loop
        other = asyncio.create_task(use_threads())
    assert not other.done()
    other.cancel()
    assert used


async def test_a_call_whose_end_was_not_recorded_is_run_again(
    url: str, called: RpcClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database was away at that moment; what still runs is left alone."""
    monkeypatch.setattr(RpcServer, "run", lambda _: asyncio.sleep(3600.0))  # only this test looks
    record = SystemDatabase.update_workflow_outcome
    begun: list[str] = []
    may_end, unrecorded = asyncio.Event(), threading.Event()

    async def run(_work: Any, text: str, _count: int) -> tuple[()]:
        begun.append(text)
        if text == "slow":
            await may_end.wait()
        return ()

    def fail(*_: Any, **__: Any) -> None:
        unrecorded.set()
        raise OSError("the database is away")

    async with working(url, run) as server:
        monkeypatch.setattr(SystemDatabase, "update_workflow_outcome", fail)
        quick, slow = (asyncio.create_task(called.run(choose_key_sentences, text, 1)) for text in ("quick", "slow"))
        async with asyncio.timeout(30):
            while len(begun) < 2 or not unrecorded.is_set():  # noqa: ASYNC110 - a thread sets it
                await asyncio.sleep(0.02)
        monkeypatch.setattr(SystemDatabase, "update_workflow_outcome", record)
        looks: list[int] = []
        async with asyncio.timeout(30):
            while 1 not in looks:  # the first ones may still see the end on its way
                looks.append(await server.requeue_stuck())
                await asyncio.sleep(0.02)
        assert len(looks) >= UNSEEN, "its end may be on its way"
        assert await asyncio.wait_for(quick, 60) == ()
        assert not slow.done()
        may_end.set()
        assert await asyncio.wait_for(slow, 60) == ()
    assert sorted(begun) == ["quick", "quick", "slow"]


async def test_calls_that_nobody_deleted_are_deleted_within_the_hour(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lost caller cannot delete them, and they hold what a person sent."""

    async def answer(*_: Any, **__: Any) -> tuple[()]:
        return ()

    async with working(url, answer) as server, open_rpc_client(url, seconds=30.0, waiting=3) as called:
        monkeypatch.setattr(called, "_forget", lambda _: asyncio.sleep(0))
        await called.run(choose_key_sentences, WORDS, 1)
        await server.prune()
        assert await count_records() == 1, "somebody may still read the answer"
        monkeypatch.setattr(rpc_server, "KEPT", timedelta(seconds=-1))
        await server.prune()
        assert await count_records() == 0


@pytest.mark.parametrize("serializer", FORGED)
async def test_a_row_that_somebody_else_wrote_runs_no_code_and_does_not_hold_others_up(
    url: str, tmp_path: Path, serializer: str | None
) -> None:
    async def answer(*_: Any, **__: Any) -> tuple[()]:
        return ()

    async with working(url, answer, queues=("another",)), open_rpc_client(url, seconds=30.0, waiting=3) as called:
        forged = asyncio.create_task(called.run(choose_key_sentences, WORDS, 1))
        async with asyncio.timeout(30):
            while not await count_records():  # noqa: ASYNC110 - another process would see no event either
                await asyncio.sleep(0.02)
        assert forge(url, serializer, tmp_path / "ran") == ["ENQUEUED"]
    async with working(url, answer), open_rpc_client(url, seconds=30.0, waiting=3) as called:
        assert await called.run(choose_key_sentences, WORDS, 1) == ()
    assert not (tmp_path / "ran").exists()
    forged.cancel()
    await asyncio.wait([forged])


async def test_tables_that_cannot_be_opened_are_told_without_their_password(unused_tcp_port: int) -> None:
    url = f"postgresql+psycopg://ana:hunter2@127.0.0.1:{unused_tcp_port}/x"
    with capture_logs() as logs, pytest.raises(ArchiveError) as caught:
        async with working(url, asyncio.to_thread):
            pytest.fail("there is no server")
    assert "job queue" in caught.value.cause
    assert "hunter2" not in repr((logs, str(caught.value), caught.value.__cause__))


def test_all_that_is_done_off_the_loop_can_be_done_elsewhere() -> None:
    """A face knows not where its work is done: what it hands on must be a call, or a gateway could not have it."""
    handed = []
    for file in (ROOT / "bot").rglob("*.py"):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for call in (one for one in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(one, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            if name.lstrip("_") == "offload" and module != "bot.jobs.rpc_server":
                assert isinstance(call.args[0], ast.Name), module
                handed.append(rpc_name(getattr(import_module(module), call.args[0].id)))
    assert len(handed) > 8
    assert set(handed) <= set(PROCEDURES)


def test_every_call_has_a_name_that_stays() -> None:
    assert sorted(PROCEDURES) == [
        "bot.pictures.paint.draw_png",
        "bot.reading.jobs.analyse_text",
        "bot.reading.jobs.choose_key_sentences",
        "bot.sources.parsing.find_feeds",
        "bot.sources.parsing.parse_carried",
        "bot.sources.parsing.parse_feed",
        "bot.sources.parsing.parse_opml",
        "bot.sources.parsing.parse_page",
        "bot.sources.parsing.parse_upload",
        "bot.sources.parsing.write_opml",
        "bot.sources.snapshot.read_snapshot",
        "bot.web.parsers.find_news_sitemaps",
        "bot.web.parsers.parse_feed_list",
    ]
