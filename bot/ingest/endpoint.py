"""``POST /articles``: the endpoint for push sources. Responses are JSON, errors one sentence under "error".

An article is stored before it is acknowledged, and analysed afterwards: a source with a 202 response need not keep it,
and one without a response sends it again, which changes nothing.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

import structlog
from aiohttp import web

from bot.archive.push_sources import PushSourceStore, hash_token
from bot.clock import Clock
from bot.concurrency import Offload
from bot.domain.feed import Feed
from bot.errors import ArchiveError, AttacheError, BusyError
from bot.fair_queue import Requester, working_for
from bot.ingest.article_payload import identify_article
from bot.ingest.rate_limit import TokenBucket
from bot.ingest.server import find_peer

OnReceived = Callable[[int], Awaitable[None]]
"""Has the item of a number analysed soon. May raise: a worker finds the item anyway."""

_RETRY: Final = 60  # seconds after which a source may retry when the fault is here

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class ReceiveLimits:
    """Limits of a source: bytes and ``seconds`` of a body, articles and bytes a minute; ``wrong_tokens`` a minute."""

    size: int = 2_000_000
    seconds: float = 20.0
    a_minute: float = 60.0
    burst: int = 20
    bytes_a_minute: float = 1_000_000.0
    bytes_at_once: int = 8_000_000
    wrong_tokens: int = 10


class Endpoint:
    """Stores pushed articles. ``order`` is called for each; ``allow`` lists private hosts that links may use."""

    def __init__(
        self,
        store: PushSourceStore,
        clock: Clock,
        order: OnReceived,
        *,
        allow: AbstractSet[str] = frozenset(),
        limits: ReceiveLimits | None = None,
        local: Offload = asyncio.to_thread,
    ) -> None:
        self._store = store
        self._clock = clock
        self._order = order
        self._allow = allow
        self._limits = limits = limits or ReceiveLimits()
        self._local = local
        self._articles = TokenBucket(limits.burst, limits.a_minute)
        self._bytes = TokenBucket(limits.bytes_at_once, limits.bytes_a_minute)
        self._wrong = TokenBucket(limits.wrong_tokens, limits.wrong_tokens)

    def make_app(self) -> web.Application:
        """The web application for :func:`bot.ingest.server.serve`."""
        app = web.Application(middlewares=[_answer_in_json], client_max_size=self._limits.size)
        app.router.add_post("/articles", self._receive)
        return app

    async def _receive(self, request: web.Request) -> web.Response:
        source = await self._find_source(request)
        _check_type(request)
        if wait := self._articles.acquire(source.id, self._clock.now()):
            raise _too_often("More articles come from this source than the limit allows.", wait)
        body = await self._read(request, source)
        now = self._clock.now()
        with working_for(Requester(source.url)):
            entry = await self._local(identify_article, body, now, allow=self._allow)
        item_id = await self._store.receive(source, entry, now)
        _log.info("received an article", action="receive", source=source.id, item=item_id)
        try:
            await self._order(item_id)
        except Exception:  # noqa: BLE001 - it is stored, as the response says, and a worker finds it
            _log.exception("a received article is read a little later", action="receive", item=item_id)
        return web.json_response({"id": str(item_id)}, status=HTTPStatus.ACCEPTED)

    async def _find_source(self, request: web.Request) -> Feed:
        """The source of the request's token. A right token is never refused because of wrong ones."""
        scheme, _, token = request.headers.get("Authorization", "").strip().partition(" ")
        if scheme.lower() == "bearer" and (source := await self._store.find_source(hash_token(token.strip()))):
            return source
        if wait := self._wrong.acquire(find_peer(request.remote or ""), self._clock.now()):
            raise _too_often("Too many requests without a right token come from this address.", wait)
        raise web.HTTPUnauthorized(
            text="The request has no token of a source here. Send it as Authorization: Bearer <token>.",
            headers={"WWW-Authenticate": "Bearer"},
        )

    def _weigh(self, source: Feed, size: int) -> None:
        if wait := self._bytes.acquire(source.id, self._clock.now(), size):
            raise _too_often("More text comes from this source than the limit allows.", wait)

    async def _read(self, request: web.Request, source: Feed) -> bytes:
        limits = self._limits
        too_large = web.HTTPRequestEntityTooLarge(
            limits.size, text=f"The body is larger than the limit of {limits.size / 1e6:g} MB. Send the text alone."
        )
        if (request.content_length or 0) > limits.size:
            raise too_large
        if request.content_length is not None:
            self._weigh(source, request.content_length)
        try:
            async with asyncio.timeout(limits.seconds):
                body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            raise too_large from None
        except TimeoutError:
            raise web.HTTPRequestTimeout(
                text=f"The article did not arrive within {limits.seconds:g} seconds. Send it again."
            ) from None
        except (web.RequestPayloadError, ConnectionError):
            raise web.HTTPBadRequest(text="The body broke off. Send it again.") from None
        if request.content_length is None:
            self._weigh(source, len(body))
        return body


@web.middleware
async def _answer_in_json(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Turn every error into JSON without internal details; one request per connection."""
    try:
        answer = await handler(request)
    except web.HTTPException as error:
        kept = {name: error.headers[name] for name in _KEPT_HEADERS if name in error.headers}
        answer = _refuse(error.status, _SENTENCES.get(error.status) or error.text or error.reason, kept)
    except ArchiveError as error:
        _log.warning("an article could not be stored", action="receive", exc_info=error)
        answer = _refuse(
            HTTPStatus.SERVICE_UNAVAILABLE, "The archive does not answer now. Send it again later.", _LATER
        )
    except BusyError:
        answer = _refuse(HTTPStatus.SERVICE_UNAVAILABLE, "Too many articles come in now. Send it again later.", _LATER)
    except AttacheError as error:
        answer = _refuse(HTTPStatus.BAD_REQUEST, str(error), {})
    except Exception:  # noqa: BLE001 - details go to the log, not to strangers
        _log.exception("an article could not be received", action="receive")
        answer = _refuse(HTTPStatus.INTERNAL_SERVER_ERROR, "Something broke here. Send it again later.", _LATER)
    answer.force_close()
    return answer


_LATER: Final = {"Retry-After": str(_RETRY)}
_KEPT_HEADERS: Final = ("Allow", "Retry-After", "WWW-Authenticate")
# sentences for statuses that aiohttp would answer with its own text
_SENTENCES: Final[dict[int, str]] = {
    HTTPStatus.NOT_FOUND: "There is nothing here. Articles go to /articles.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Articles are sent with POST.",
}


def _refuse(status: int, sentence: str, headers: dict[str, str]) -> web.Response:
    return web.json_response({"error": sentence}, status=status, headers=headers)


def _check_type(request: web.Request) -> None:
    if (request.charset or "utf-8").lower() not in {"utf-8", "utf8"} or request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="Articles are sent as application/json in UTF-8.")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise web.HTTPUnsupportedMediaType(text="Articles are sent uncompressed. Leave Content-Encoding out.")


def _too_often(cause: str, wait: float) -> web.HTTPTooManyRequests:
    seconds = math.ceil(wait)
    return web.HTTPTooManyRequests(
        text=f"{cause} Wait {seconds} s, then send it again.", headers={"Retry-After": str(seconds)}
    )
