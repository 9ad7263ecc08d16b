"""What a hostile or broken server sends costs little and ends in a sentence."""

import asyncio
import tracemalloc
import zlib
from contextlib import suppress

import pytest
from aiohttp import web

from bot.errors import AttacheError, FetchError, ParseError, TooLargeError
from bot.web.fetch import Fetcher, FetchLimits
from bot.web.pages.page import parse_page
from tests.security.conftest import Names, RudeServer
from tests.unit.web.invented_pages import PARAGRAPHS, article_page

MEBIBYTE = 1024 * 1024


def gzip_bomb(mebibytes: int) -> bytes:
    """A gzip body of as many MiB of zeros: one block, flushed so that it stands alone, over and over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(MEBIBYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03" + block * mebibytes + packer.flush()


async def read(fetcher: Fetcher, url: str) -> str:
    fetched = await fetcher.fetch(url)
    return (await asyncio.to_thread(parse_page, fetched.body, url=fetched.url, headers=fetched.headers)).text


def test_the_bomb_is_one() -> None:
    unpacked = zlib.decompressobj(31).decompress(gzip_bomb(20), 30 * MEBIBYTE)
    assert len(unpacked) == 20 * MEBIBYTE


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_body_that_unpacks_to_a_gigabyte_is_left_at_the_limit(
    encoding: str, server: RudeServer, names: Names
) -> None:
    bomb = gzip_bomb(1024)
    url = server.serve("/bomb", bomb if encoding == "gzip" else bomb[10:], Content_Encoding=encoding)
    tracemalloc.start()
    try:
        async with Fetcher("contact", {f"paper.example:{server.port}"}, resolver=names) as fetcher:
            with pytest.raises(TooLargeError, match="larger than the limit of 5 MB"):
                await fetcher.fetch(url)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 25 * MEBIBYTE


async def test_an_endless_body_is_left_at_the_limit(server: RudeServer, names: Names) -> None:
    async def pour(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        while True:  # until the other side hangs up
            await response.write(b"x" * 65_536)

    server.handlers["/endless"] = pour
    async with Fetcher("contact", {f"paper.example:{server.port}"}, resolver=names) as fetcher:
        with pytest.raises(TooLargeError):
            await fetcher.fetch(server.url("/endless"))


@pytest.mark.parametrize("first", [b"", b"<p>"])
async def test_a_server_that_dawdles_ends_with_the_clock(
    first: bytes, server: RudeServer, hurried_fetcher: Fetcher
) -> None:
    """A byte now and then would renew any limit on silence; the clock runs over the whole."""
    over = asyncio.Event()

    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        await response.write(first)
        while not over.is_set():
            await response.write(b"x")
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), 0.02)
        return response

    server.handlers["/drip"] = drip
    with pytest.raises(FetchError, match=r"did not deliver the page within 0\.5 seconds"):
        await hurried_fetcher.fetch(server.url("/drip"))
    over.set()


async def test_a_server_that_never_answers_ends_with_the_clock(server: RudeServer, hurried_fetcher: Fetcher) -> None:
    over = asyncio.Event()

    async def hang(_: web.Request) -> web.StreamResponse:
        await over.wait()
        return web.Response()

    server.handlers["/hang"] = hang
    with pytest.raises(FetchError, match="did not deliver the page within"):
        await hurried_fetcher.fetch(server.url("/hang"))
    over.set()


async def test_a_body_that_breaks_off(server: RudeServer, fetcher: Fetcher) -> None:
    async def cut(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html", "Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"<p>half")
        assert request.transport is not None
        request.transport.close()
        return response

    server.handlers["/cut"] = cut
    with pytest.raises(FetchError, match="closed the connection before the page was complete"):
        await fetcher.fetch(server.url("/cut"))


async def test_a_body_that_is_not_packed_as_it_says(server: RudeServer, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError):
        await fetcher.fetch(server.serve("/a", b"<p>plain words", Content_Encoding="gzip"))


@pytest.mark.parametrize(
    ("body", "content_type", "words"),
    [
        (b"\x89PNG\r\n\x1a\n....", "image/png", "holds an image"),
        (b"\xff\xd8\xff\xe0....", "text/html", "holds an image"),
        (b"%PDF-1.7 ....", "application/pdf", "holds a PDF document"),
        (b"%PDF-1.7 ....", "text/html", "holds a PDF document"),
        (b"{}", "application/json", "holds data"),
        (b"<rss/>", "application/rss+xml", "holds a news feed"),
        (b"\x00\x01\x02", "application/octet-stream", "holds a file to download"),
    ],
)
async def test_what_is_not_text_is_named(
    body: bytes, content_type: str, words: str, server: RudeServer, fetcher: Fetcher
) -> None:
    with pytest.raises(FetchError, match=words):
        await fetcher.fetch(server.serve("/a", body, content_type))


@pytest.mark.parametrize("body", [b"", b" \r\n "])
async def test_an_empty_page(body: bytes, server: RudeServer, fetcher: Fetcher) -> None:
    with pytest.raises(ParseError, match="This page is empty"):
        await read(fetcher, server.serve("/a", body))


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-16", "shift_jis", "utf-7", "no-such-charset", '"', ""])
async def test_a_wrong_charset_does_no_harm(charset: str, server: RudeServer, fetcher: Fetcher) -> None:
    url = server.serve("/a", article_page().encode(), f"text/html; charset={charset}")
    assert await read(fetcher, url) == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("bracket", ["<", "[", "(", "{", ">", "<![CDATA[", "<!--", "&#", "</", "<!DOCTYPE "])
@pytest.mark.parametrize("frame", ["{}", "<html><body><p>{}</p></body></html>"])
async def test_a_megabyte_of_brackets(bracket: str, frame: str, server: RudeServer, fetcher: Fetcher) -> None:
    body = frame.replace("{}", bracket * (1_000_000 // len(bracket))).encode()
    with pytest.raises((ParseError, TooLargeError)):
        await read(fetcher, server.serve("/a", body))


async def test_errors_never_show_what_is_inside(server: RudeServer, names: Names) -> None:
    """A sentence for the person; the address only as the resource for the log; nothing of the library's."""
    async with Fetcher(
        "contact", {f"paper.example:{server.port}"}, limits=FetchLimits(seconds=0.5), resolver=names
    ) as fetcher:
        for address in (server.url("/nothing").replace("http:", "https:"), "http://nowhere.example/?key=hunter2"):
            with pytest.raises(AttacheError) as caught:
                await fetcher.fetch(address)
            assert "hunter2" not in str(caught.value)
            assert "aiohttp" not in str(caught.value)
            assert str(caught.value).endswith(".")
