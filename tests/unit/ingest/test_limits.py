"""What the endpoint costs at most: bytes of a source, connections in all and from one address, time for a head."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.errors import UsageError
from bot.ingest.article_payload import parse_article
from bot.ingest.endpoint import ReceiveLimits
from bot.ingest.rate_limit import TokenBucket
from bot.ingest.server import Bounds, find_peer, serve
from tests.unit.ingest.conftest import ARTICLE, TEXT, Door

pytestmark = pytest.mark.sqlite_only("what is answered, and not what is stored")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("limits", [ReceiveLimits(bytes_at_once=1_000, bytes_a_minute=600)])
async def test_a_source_sends_so_many_bytes_an_hour(door: Door) -> None:
    heavy = ARTICLE | {"text": TEXT + " Nothing else was said." * 30}
    assert (await door.send(json=heavy)).status == 202
    answer = await door.send(json=heavy)
    assert (answer.status, "More text" in answer.body["error"]) == (429, True)
    await door.clock.sleep(float(answer.headers["Retry-After"]))
    assert (await door.send(json=heavy)).status == 202


@pytest.mark.parametrize("limits", [ReceiveLimits(bytes_at_once=1_000, bytes_a_minute=600)])
async def test_bytes_that_are_not_announced_count_too(door: Door) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(8):
            yield b" " * 200

    answer = await door.send(data=pieces(), headers={"Content-Type": "application/json"}, chunked=True)
    assert answer.status == 429


def test_an_allowance_counts_what_is_taken_at_once() -> None:
    token_bucket = TokenBucket(100, 60)
    assert token_bucket.acquire("a", NOW, 80) == 0.0
    assert token_bucket.acquire("a", NOW, 30) == pytest.approx(10.0)
    assert token_bucket.acquire("b", NOW, 100) == 0.0
    assert token_bucket.acquire("a", NOW + timedelta(seconds=10), 30) == 0.0


def test_an_over_long_title_is_refused_before_it_is_looked_at() -> None:
    title = "a" + "\u0300\u0316" * 80_000
    before = time.process_time()
    body = f'{{"title": "{title}", "text": "{TEXT.replace(chr(34), "")}"}}'.encode()
    with pytest.raises(UsageError, match="160,001 characters"):
        parse_article(body, NOW)
    assert time.process_time() - before < 0.5


@asynccontextmanager
async def opened(port: int, count: int) -> AsyncIterator[list[asyncio.StreamReader]]:
    pairs = [await asyncio.open_connection("127.0.0.1", port) for _ in range(count)]
    try:
        yield [reader for reader, _ in pairs]
    finally:
        for _, writer in pairs:
            writer.close()


async def is_cut(reader: asyncio.StreamReader) -> bool:
    with suppress(ConnectionError):
        return await reader.read(1) == b""
    return True


async def get(port: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    try:
        return await reader.read()
    finally:
        writer.close()


def make_app() -> web.Application:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(text="here")

    app = web.Application()
    app.router.add_get("/", answer)
    return app


async def test_connections_from_one_address_are_bounded_and_come_back() -> None:
    async with serve(make_app(), "127.0.0.1", 0, bounds=Bounds(each=3)) as port:
        async with opened(port, 3), opened(port, 1) as more:
            assert await asyncio.wait_for(is_cut(more[0]), 30)
        async with asyncio.timeout(30):  # the places of closed connections are given back
            while True:
                with suppress(ConnectionError):
                    if b"here" in await get(port):
                        break
                await asyncio.sleep(0.02)


async def test_connections_in_all_are_bounded() -> None:
    bounds = Bounds(connections=5)
    async with serve(make_app(), "127.0.0.1", 0, bounds=bounds) as port, opened(port, 5), opened(port, 1) as more:
        assert await asyncio.wait_for(is_cut(more[0]), 30)


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: a\r\n"])
async def test_who_sends_no_head_is_cut_soon(begun: bytes) -> None:
    async with serve(make_app(), "127.0.0.1", 0, bounds=Bounds(head=0.1, lifetime=60)) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(begun)
        assert await asyncio.wait_for(is_cut(reader), 30)
        writer.close()


async def test_a_head_that_comes_in_pieces_is_no_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    loop, ends = asyncio.get_running_loop(), list[asyncio.TimerHandle]()
    call_later, head = loop.call_later, 61.0

    def keep(delay: float, *call: Any) -> asyncio.TimerHandle:
        made = call_later(delay, *call)
        ends.extend([made] if delay == head else [])
        return made

    monkeypatch.setattr(loop, "call_later", keep)
    async with serve(make_app(), "127.0.0.1", 0, bounds=Bounds(head=head, lifetime=60)) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for piece in (b"GET / HTTP/1.1\r\nHost: a\r", b"\n\r", b"\n"):
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0.01)
        assert b"200" in await asyncio.wait_for(reader.readline(), 30)
        assert [end.cancelled() for end in ends] == [True], "nothing will cut it"
        writer.write(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        assert (await asyncio.wait_for(reader.read(), 30)).count(b"200 OK") == 1, "and a second on the same connection"
        writer.close()


def test_of_ipv6_a_network_counts_as_one() -> None:
    assert find_peer("2001:db8::1") == find_peer("2001:db8::2:3%eth0") != find_peer("2001:db8:0:1::1")
    assert find_peer("192.0.2.7") == "192.0.2.7"
