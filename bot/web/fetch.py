"""Fetches pages and feeds over one HTTP session: guarded and bounded, with a clear message for every failure.

The bounds hold whatever the server does: redirects are followed here, each through the address guard; the body is
counted after decompression (aiohttp decompresses only as far ahead as its read buffer, a few hundred KiB, so a
decompression bomb is cut off at the limit); one timeout covers the whole fetch, so that a slow trickle ends too, and a
shorter one covers each silence. Requests take fair turns (:mod:`bot.fair_queue`), overall and per host, so that slow
sites delay only those who fetch from them.
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot import __version__
from bot.errors import AddressRefusedError, AttacheError, FetchError, TooLargeError
from bot.fair_queue import FairQueue
from bot.i18n.messages import translatable
from bot.web.address_guard import GuardedResolver, parse_address
from bot.web.http_status import Thing, check_status
from bot.web.media_types import describe_foreign, find_media_type

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_NOT_MODIFIED = 304
_CHUNK = 64 * 1024  # bytes
_MOST_WAITING = 1_024


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Limits of one fetch: ``seconds`` in all, ``silence`` in a row, ``max_bytes`` after decompression, redirects.

    Concurrent requests: ``at_once`` in all, ``each`` per requester, ``per_host`` per host; ``waiting`` more per
    requester may queue. ``spare`` of them are reserved for people who recently fetched for less than ``quick`` seconds.
    """

    seconds: float = 15.0
    silence: float = 8.0
    max_bytes: int = 5_000_000
    redirects: int = 5
    per_host: int = 2
    at_once: int = 64
    each: int = 8
    waiting: int = 64
    spare: int = 16
    quick: float = 15.0


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A fetched page: ``url`` after redirects, case-insensitive ``headers``, ``moved_to`` if it moved for good."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class _FetchRequest:
    """What is fetched, with which headers, and whether only pages are accepted."""

    thing: Thing
    headers: Mapping[str, str]
    only_pages: bool = True


_PAGE = _FetchRequest("page", {"Accept": "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"})
_ACCEPT_FEED = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.1"
)


class Fetcher:
    """Fetches pages, as an async context manager or until ``close``; ``allow`` is exempt from the address guard."""

    def __init__(
        self,
        contact: str,
        allow: AbstractSet[str] = frozenset(),
        *,
        limits: FetchLimits | None = None,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._allow = allow
        self._limits = limits = limits or FetchLimits()
        self._resolver = resolver
        self._turns = FairQueue(
            limits.at_once,
            waiting=_MOST_WAITING,
            share=limits.each,
            queue=limits.waiting,
            spare=limits.spare,
            quick=limits.quick,
        )
        self._hosts: dict[str, FairQueue] = {}
        self._user_agent = f"Attache/{__version__} (+{contact})"
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the session; a later fetch opens a new one."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def fetch(self, address: str) -> FetchedPage:
        """Fetch the page at ``address``. Raises ``UsageError`` for an invalid address, else a ``FetchError``."""
        return await self._fetch(address, _PAGE)

    async def fetch_source(
        self, address: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> FetchedPage:
        """Fetch a possible feed, as ``fetch`` does; with ``etag`` or ``last_modified`` the status may be 304."""
        headers = {"Accept": _ACCEPT_FEED}
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        return await self._fetch(address, _FetchRequest("feed", headers, only_pages=False))

    async def _fetch(self, address: str, request: _FetchRequest) -> FetchedPage:
        url = parse_address(address, allow=self._allow)
        try:
            async with self._turns.turn(), asyncio.timeout(self._limits.seconds):
                return await self._follow(url, request)
        except aiohttp.ServerTimeoutError:
            silent = translatable("sources-slow", thing=request.thing, seconds=self._limits.silence)
            raise FetchError(silent, resource=str(url)) from None
        except TimeoutError:
            slow = translatable("sources-slow", thing=request.thing, seconds=self._limits.seconds)
            raise FetchError(slow, resource=str(url)) from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise describe_failure(error, str(url)) from error

    async def _follow(self, url: URL, request: _FetchRequest) -> FetchedPage:
        moved_to: str | None = None
        for_good = True
        for hop in range(self._limits.redirects + 1):
            try:
                answer = await self._request(url, request)
            except AddressRefusedError as error:
                raise _refused_on_the_way(error, request) if hop else error from None
            if isinstance(answer, FetchedPage):
                return replace(answer, moved_to=moved_to)
            location, status = answer
            try:
                url = parse_address(str(url.join(URL(location))), allow=self._allow)
            except (AttacheError, ValueError) as error:
                raise _refused_on_the_way(error, request) from None
            for_good = for_good and status in _PERMANENT
            moved_to = str(url) if for_good else moved_to
        raise FetchError(translatable("sources-redirects-endlessly", count=self._limits.redirects), resource=str(url))

    async def _request(self, url: URL, request: _FetchRequest) -> FetchedPage | tuple[str, int]:
        """The response of ``url``, or the address it redirects to with the status."""
        async with (
            self._turn_at(url),
            self._open_session().get(url, allow_redirects=False, headers=request.headers) as response,
        ):
            location = response.headers.get("Location")
            if response.status in _REDIRECTS and location:
                return location, response.status
            media_type = find_media_type(response.headers.get("Content-Type"))
            if response.status == _NOT_MODIFIED and not request.only_pages:
                return FetchedPage(str(url), response.status, response.headers, b"")
            now = datetime.now(UTC)
            check_status(response.status, response.headers, url=str(url), now=now, thing=request.thing)
            if request.only_pages:
                _check_media(media_type, b"", url)
            body = await self._read(response, media_type, request)
            return FetchedPage(str(url), response.status, response.headers, body)

    async def _read(self, response: aiohttp.ClientResponse, media_type: str, request: _FetchRequest) -> bytes:
        body = bytearray()
        async for chunk in response.content.iter_chunked(_CHUNK):
            body += chunk
            if len(body) > self._limits.max_bytes:
                response.close()  # the rest is not read, so the connection cannot be reused
                limit = self._limits.max_bytes / 1e6
                raise TooLargeError(
                    translatable("sources-too-large", thing=request.thing, limit=limit), resource=str(response.url)
                )
            if request.only_pages and len(body) == len(chunk):
                _check_media(media_type, bytes(body[:1024]), response.url)
        return bytes(body)

    @asynccontextmanager
    async def _turn_at(self, url: URL) -> AsyncIterator[None]:
        """A turn at the host of ``url``."""
        name = f"{url.host}:{url.port}"
        turns = self._hosts.setdefault(name, FairQueue(self._limits.per_host, waiting=_MOST_WAITING))
        try:
            async with turns.turn():
                yield
        finally:
            if turns.idle:
                self._hosts.pop(name, None)

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            # cookies would leak one reader's visit into another's; proxies of the environment would bypass the guard
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(resolver=GuardedResolver(self._allow, self._resolver), limit=0),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self._user_agent},
                timeout=aiohttp.ClientTimeout(
                    total=None, sock_connect=self._limits.silence, sock_read=self._limits.silence
                ),
                trust_env=False,
            )
        return self._session


def describe_failure(error: Exception, url: str) -> FetchError:
    """The message for a network failure. The library's own error stays in ``__cause__``, for the log."""
    match error:
        case aiohttp.ClientConnectorDNSError(os_error=OSError(errno=socket.EAI_AGAIN)):
            words = translatable("sources-no-name-server")
        case aiohttp.ClientConnectorDNSError():
            words = translatable("sources-no-site")
        case aiohttp.ClientConnectorCertificateError():
            words = translatable("sources-certificate")
        case aiohttp.ClientSSLError():
            words = translatable("sources-no-secure-connection")
        case aiohttp.ClientConnectorError(os_error=ConnectionRefusedError()):
            words = translatable("sources-connection-refused")
        case aiohttp.ClientConnectorError():
            words = translatable("sources-unreachable")
        case aiohttp.ServerDisconnectedError() | aiohttp.ClientPayloadError() | ConnectionError():
            words = translatable("sources-broken-off")
        case aiohttp.InvalidURL():
            words = translatable("sources-unusable")
        case _:
            words = translatable("sources-incomprehensible")
    return FetchError(words, resource=url)


def _check_media(media_type: str, head: bytes, url: URL) -> None:
    if foreign := describe_foreign(media_type, head):
        raise FetchError(translatable("sources-foreign-address", what=foreign), resource=str(url))


def _refused_on_the_way(error: Exception, request: _FetchRequest) -> AddressRefusedError:
    inner = error if isinstance(error, AttacheError) else None
    why = inner.words if inner else translatable("sources-elsewhere-unusable")
    return AddressRefusedError(
        translatable("sources-redirected", thing=request.thing, why=why), resource=inner.resource if inner else None
    )
