import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from bot import __version__
from bot.errors import FetchError, ThrottledError, TooLargeError, UsageError
from bot.fair_queue import Requester, working_for
from bot.web.fetch import Fetcher, FetchLimits

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Site:
    """A site on loopback whose answers a test sets, path by path; it remembers the requests."""

    def __init__(self) -> None:
        self.answers: dict[str, Handler] = {}
        self.requests: list[web.Request] = []
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        self.server = TestServer(app)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        if request.path not in self.answers:
            raise web.HTTPNotFound
        return await self.answers[request.path](request)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.port}{path}"

    def serve(self, path: str, body: bytes | str = b"", *, status: int = 200, **headers: str) -> str:
        """Answer ``path`` with these; header names with _ for -. Returns the address."""

        async def answer(_: web.Request) -> web.Response:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return web.Response(
                body=body.encode() if isinstance(body, str) else body,
                status=status,
                headers={"Content-Type": "text/html; charset=utf-8", **named},
            )

        self.answers[path] = answer
        return self.url(path)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    await site.server.start_server()
    yield site
    await site.server.close()


@pytest.fixture
async def fetcher(site: Site) -> AsyncIterator[Fetcher]:
    allow = {f"127.0.0.1:{site.server.port}"}
    async with Fetcher(
        "https://attache.example/contact", allow, limits=FetchLimits(seconds=5, max_bytes=1000)
    ) as fetcher:
        yield fetcher


async def test_a_page_arrives_whole(site: Site, fetcher: Fetcher) -> None:
    url = site.serve("/a", "<p>Grüße", ETag='"7"')
    fetched = await fetcher.fetch(url + "#top")
    assert (fetched.url, fetched.status, fetched.body) == (url, 200, "<p>Grüße".encode())
    assert fetched.headers["etag"] == '"7"'


async def test_the_bot_says_who_it_is_and_carries_nothing_else(site: Site, fetcher: Fetcher) -> None:
    url = site.serve("/a", Set_Cookie="reader=7")
    await fetcher.fetch(url)
    await fetcher.fetch(url)
    assert site.requests[1].headers["User-Agent"] == f"Attache/{__version__} (+https://attache.example/contact)"
    assert "Cookie" not in site.requests[1].headers


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_followed(site: Site, fetcher: Fetcher, status: int) -> None:
    end = site.serve("/b/end", "here")
    start = site.serve("/b/start", status=status, Location="end")
    fetched = await fetcher.fetch(start)
    assert (fetched.url, fetched.body) == (end, b"here")


async def test_five_redirects_are_enough_and_six_too_many(site: Site, fetcher: Fetcher) -> None:
    site.serve("/0", "here")
    for i in range(1, 7):
        site.serve(f"/{i}", status=302, Location=f"/{i - 1}")
    assert (await fetcher.fetch(site.url("/5"))).body == b"here"
    with pytest.raises(FetchError, match="redirects more than 5 times"):
        await fetcher.fetch(site.url("/6"))


async def test_a_redirect_without_a_goal_is_no_page(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="did not answer with a page"):
        await fetcher.fetch(site.serve("/a", status=302))


async def test_the_limit_of_size_is_exact_and_said(site: Site, fetcher: Fetcher) -> None:
    assert len((await fetcher.fetch(site.serve("/fits", b"x" * 1000))).body) == 1000
    with pytest.raises(TooLargeError, match=r"larger than the limit of 0\.001 MB"):
        await fetcher.fetch(site.serve("/over", b"x" * 1001))


async def test_statuses_reach_the_reader_as_sentences(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="There is no page at this address"):
        await fetcher.fetch(site.url("/nowhere"))
    with pytest.raises(ThrottledError) as caught:
        await fetcher.fetch(site.serve("/busy", status=429, Retry_After="90"))
    assert caught.value.retry_after == 90


async def test_the_connection_serves_again_after_a_failure(site: Site, fetcher: Fetcher) -> None:
    for _ in range(5):
        with pytest.raises(TooLargeError):
            await fetcher.fetch(site.serve("/over", b"x" * 100_000))
    assert (await fetcher.fetch(site.serve("/a", "ok"))).body == b"ok"


async def test_one_host_gets_two_requests_at_a_time(site: Site, fetcher: Fetcher) -> None:
    inside = most = 0
    both_in = asyncio.Event()

    async def count(_: web.Request) -> web.Response:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        if inside == 2:
            both_in.set()
        await both_in.wait()
        inside -= 1
        return web.Response(text="ok", content_type="text/html")

    site.answers["/a"] = count
    await asyncio.gather(*(fetcher.fetch(site.url("/a")) for _ in range(6)))
    assert most == 2


async def test_a_closed_port_refuses(unused_tcp_port: int) -> None:
    async with Fetcher("c", {f"127.0.0.1:{unused_tcp_port}"}) as fetcher:
        with pytest.raises(FetchError, match="refuses connections"):
            await fetcher.fetch(f"http://127.0.0.1:{unused_tcp_port}/")


class Unanswered(AbstractResolver):
    """A resolver whose every question fails with ``errno``."""

    def __init__(self, errno: int) -> None:
        self.errno = errno

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        raise socket.gaierror(self.errno, f"words of the system: {host}:{port} {family}")

    async def close(self) -> None:
        return


@pytest.mark.parametrize(
    ("errno", "cause"),
    [(socket.EAI_NONAME, "There is no site of this name."), (socket.EAI_AGAIN, "DNS does not answer")],
)
async def test_a_name_that_is_wrong_and_a_network_that_is_down_are_told_apart(errno: int, cause: str) -> None:
    async with Fetcher("c", resolver=Unanswered(errno)) as fetcher:
        with pytest.raises(FetchError) as caught:
            await fetcher.fetch("https://quill.example/")
    assert caught.value.cause.startswith(cause)
    assert "words of the system" not in str(caught.value)


async def test_a_site_that_cannot_speak_tls(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="No secure connection"):
        await fetcher.fetch(site.url("/a").replace("http:", "https:"))


async def test_an_answer_that_is_not_http(unused_tcp_port: int) -> None:
    async def babble(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP\r\n")
        writer.close()

    async with (
        await asyncio.start_server(babble, "127.0.0.1", unused_tcp_port),
        Fetcher("c", {f"127.0.0.1:{unused_tcp_port}"}) as fetcher,
    ):
        with pytest.raises(FetchError, match=r"cannot be understood|broke off"):
            await fetcher.fetch(f"http://127.0.0.1:{unused_tcp_port}/")


async def test_what_is_no_address_is_not_fetched(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(UsageError):
        await fetcher.fetch("ftp://quill.example/")
    assert not site.requests


async def test_a_fetcher_may_be_used_again_after_closing(site: Site, fetcher: Fetcher) -> None:
    url = site.serve("/a", "ok")
    await fetcher.fetch(url)
    await fetcher.close()
    assert (await fetcher.fetch(url)).body == b"ok"


class Anywhere(AbstractResolver):
    """Every name is this machine."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [{"hostname": host, "host": "127.0.0.1", "port": port, "family": family, "proto": 0, "flags": 0}]

    async def close(self) -> None:
        return


async def test_silent_sites_of_four_people_keep_no_fifth_waiting(site: Site) -> None:
    over = asyncio.Event()

    async def hang(_: web.Request) -> web.Response:
        await over.wait()
        return web.Response(text="late")

    site.answers["/silent"] = hang
    page = site.serve("/page", "<p>words")
    allow = {f"silent{n}.example:{site.server.port}" for n in range(160)} | {f"127.0.0.1:{site.server.port}"}
    async with Fetcher("c", allow, limits=FetchLimits(seconds=60, silence=60), resolver=Anywhere()) as fetcher:
        flood = []
        for n in range(160):
            with working_for(Requester(f"flooder {n % 4}", background=False)):
                address = f"http://silent{n}.example:{site.server.port}/silent"
                flood.append(asyncio.create_task(fetcher.fetch(address)))
        while sum(request.path == "/silent" for request in site.requests) < 32:  # noqa: ASYNC110 - as many as may
            await asyncio.sleep(0.01)
        with working_for(Requester("fifth", background=False)):
            assert (await asyncio.wait_for(fetcher.fetch(page), 30)).body == b"<p>words"
        assert not any(task.done() for task in flood)
        assert sum(request.path == "/silent" for request in site.requests) == 32, "eight of each at a time"
        for task in flood:
            task.cancel()
        await asyncio.gather(*flood, return_exceptions=True)
        over.set()


async def test_at_one_host_the_flood_of_one_is_one_share(site: Site) -> None:
    asked: list[str] = []
    go_on = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.path)
        await go_on.wait()
        return web.Response(text="words", content_type="text/html")

    for path in ("/flood", "/fifth"):
        site.answers[path] = answer
    async with Fetcher("c", {f"127.0.0.1:{site.server.port}"}) as fetcher:
        with working_for(Requester("flooder", background=False)):
            flood = [asyncio.create_task(fetcher.fetch(site.url("/flood"))) for _ in range(8)]
        while len(asked) < 2:  # noqa: ASYNC110 - as many as may be asked at once
            await asyncio.sleep(0.01)
        with working_for(Requester("fifth", background=False)):
            fifth = asyncio.create_task(fetcher.fetch(site.url("/fifth")))
        await asyncio.sleep(0.05)
        go_on.set()
        await asyncio.gather(fifth, *flood)
    assert "/fifth" in asked[2:4], "of the next two to be asked one is the fifth's"


async def test_a_site_that_is_silent_for_long_is_left(site: Site) -> None:
    over = asyncio.Event()

    async def hang(_: web.Request) -> web.Response:
        await over.wait()
        return web.Response(text="late")

    site.answers["/a"] = hang
    async with Fetcher("c", {f"127.0.0.1:{site.server.port}"}, limits=FetchLimits(seconds=60, silence=0.2)) as fetcher:
        with pytest.raises(FetchError, match=r"within 0\.2 seconds"):
            await asyncio.wait_for(fetcher.fetch(site.url("/a")), 30)
    over.set()
