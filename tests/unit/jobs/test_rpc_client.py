"""Having others read: the answer comes back, faults come as they are, and no person's text stays in the record."""

import ast
import asyncio
import secrets
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from dbos import DBOS

from bot.domain.article import Article
from bot.errors import BusyError, ParseError, ReadingError
from bot.fair_queue import Requester, current_requester, working_for
from bot.jobs import rpc_client as asking_module
from bot.jobs import rpc_server
from bot.jobs.job_queue import JobQueue
from bot.jobs.rpc_client import RpcClient, open_rpc_client
from bot.jobs.rpc_server import PARSING_QUEUE, PROCEDURES, READING_QUEUE, RpcQueue, rpc_name
from bot.nlp.worker_tasks import analyse_text, choose_key_sentences
from bot.web.parsers import find_feeds, parse_upload
from tests.cogs.invented import analyse_by_hand
from tests.databases import Server

pytestmark = pytest.mark.timeout(180)
ROOT = Path(__file__).parents[3]
LOST = """
import asyncio, sys
from bot.jobs.rpc_server import PARSING_QUEUE, RpcQueue
from bot.jobs.job_queue import JobQueue

async def hang(*args, **kwargs):
    print("begun", flush=True)
    await asyncio.sleep(60)

async def main():
    await JobQueue.start(sys.argv[1], {}, executor="lost", rpc_queues={PARSING_QUEUE: RpcQueue(hang, 1)})
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
async def working(url: str, offload: Any, executor: str = "worker") -> AsyncIterator[JobQueue]:
    """A worker that does all errands by ``offload``."""
    jobs = await JobQueue.start(
        url, {}, executor=executor, rpc_queues={q: RpcQueue(offload, 2) for q in (READING_QUEUE, PARSING_QUEUE)}
    )
    yield jobs
    await jobs.close(seconds=1)


@pytest.fixture
async def asked(url: str) -> AsyncIterator[RpcClient]:
    async with open_rpc_client(url, seconds=30.0, waiting=3) as asked:
        yield asked


async def count_records() -> int:
    return len(await DBOS.list_workflows_async())


async def test_the_answer_comes_back_and_its_record_goes(url: str, asked: RpcClient) -> None:
    async with working(url, asyncio.to_thread):
        spans = await asked.run(choose_key_sentences, WORDS, 1)
        assert len(spans) == 1
        feeds = await asked.run(find_feeds, b"<html></html>", url="https://quill.example/")
        assert feeds == ()
        assert await count_records() == 0


async def test_an_article_is_analysed_where_the_model_is(url: str, asked: RpcClient) -> None:
    article = Article(WORDS, title="Bridge")
    done: list[str] = []

    async def read(work: Callable[..., Any], *args: Any) -> Any:
        done.append(rpc_name(work))
        return analyse_by_hand(article)

    async with working(url, read):
        assert await asked.analyse(article) == analyse_by_hand(article)
    assert done == [rpc_name(analyse_text)]


async def test_a_sentence_for_the_person_comes_as_it_is(url: str, asked: RpcClient) -> None:
    async with working(url, asyncio.to_thread):
        with pytest.raises(ParseError) as caught:
            await asked.run(parse_upload, "empty.html", b"<html><body></body></html>")
    assert caught.value.step


async def test_a_fault_is_told_in_words(url: str, asked: RpcClient) -> None:
    async def break_(*_: Any, **__: Any) -> Any:
        raise RuntimeError("of the reader")

    async with working(url, break_):
        with pytest.raises(ReadingError, match="Reading this failed"):
            await asked.run(choose_key_sentences, WORDS, 1)


async def test_no_more_wait_than_there_are_places(url: str, asked: RpcClient) -> None:
    go_on = asyncio.Event()

    async def wait(*_: Any, **__: Any) -> tuple[()]:
        await go_on.wait()
        return ()

    async with working(url, wait):
        many = [asyncio.create_task(asked.run(choose_key_sentences, WORDS, 1)) for _ in range(6)]
        await asyncio.sleep(0)
        with pytest.raises(BusyError, match="busy"):
            await asked.run(choose_key_sentences, WORDS, 1)
        go_on.set()
        assert await asyncio.gather(*many) == [()] * 6
        assert await asked.run(choose_key_sentences, WORDS, 1) == ()


async def test_it_is_done_for_whom_it_was_asked(url: str, asked: RpcClient) -> None:
    done_for: list[Requester] = []

    async def tell(*_: Any, **__: Any) -> tuple[()]:
        done_for.append(current_requester())
        return ()

    async with working(url, tell):
        with working_for(Requester("discord:7", background=False)):
            await asked.run(choose_key_sentences, WORDS, 1)
    assert done_for == [Requester("discord:7", background=False)]


async def test_who_has_no_worker_is_told_in_time(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def idle(*_: Any, **__: Any) -> Any:
        raise AssertionError("it does no errands of that queue")

    jobs = await JobQueue.start(url, {}, executor="worker", rpc_queues={"another": RpcQueue(idle, 1)})
    monkeypatch.setattr(asking_module, "SLACK", 0.0)
    async with open_rpc_client(url, seconds=0.5, waiting=3) as asked:
        with pytest.raises(BusyError, match="No reader process answered"):
            await asked.run(choose_key_sentences, WORDS, 1)
        assert await count_records() == 0, "nobody waits for it any more"
    await jobs.close(seconds=1)


async def test_where_no_worker_has_ever_run_nothing_can_be_read(url: str, asked: RpcClient) -> None:
    with pytest.raises(BusyError, match="at the moment"):
        await asked.run(choose_key_sentences, WORDS, 1)


async def test_what_a_lost_worker_had_begun_is_done_by_another(url: str, asked: RpcClient) -> None:
    lost = await asyncio.create_subprocess_exec(sys.executable, "-c", LOST, url, stdout=asyncio.subprocess.PIPE)
    assert lost.stdout
    assert await asyncio.wait_for(lost.stdout.readline(), 60) == b"open\n"
    waiting = asyncio.create_task(asked.run(choose_key_sentences, WORDS, 1))
    assert await asyncio.wait_for(lost.stdout.readline(), 60) == b"begun\n"
    lost.kill()
    await lost.wait()

    async def answer(*_: Any, **__: Any) -> tuple[()]:
        return ()

    def present(*names: str) -> Callable[[], Awaitable[tuple[str, ...]]]:
        async def list_present() -> tuple[str, ...]:
            return names

        return list_present

    async with working(url, answer, "another") as jobs:
        assert await jobs.recover_lost(present("lost", "another")) == 0, "it may still be there"
        assert not waiting.done()
        assert await jobs.recover_lost(present("another")) == 1
        assert await jobs.recover_lost(present("another")) == 0
        assert await asyncio.wait_for(waiting, 60) == ()


def test_all_that_is_done_off_the_loop_can_be_done_elsewhere() -> None:
    """A face knows not where its work is done: what it hands on must be an errand, or a gateway could not have it."""
    handed = []
    for file in (ROOT / "bot").rglob("*.py"):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for call in (one for one in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(one, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            if name.lstrip("_") == "offload" and module != rpc_server.__name__:
                assert isinstance(call.args[0], ast.Name), module
                handed.append(rpc_name(getattr(import_module(module), call.args[0].id)))
    assert len(handed) > 8
    assert set(handed) <= set(PROCEDURES)


def test_every_errand_has_a_name_that_stays() -> None:
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
    ]
