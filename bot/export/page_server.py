"""Serves channel pages, read only: ``GET /channels/<token>/…``. There are no cookies, and a wrong token is "not found".

Addresses in the answers come from the settings and never from the request. A right token is never refused because of
wrong ones; what a page may be asked for in a minute is limited, and so is guessing.
"""

import math
import re
from datetime import datetime
from http import HTTPStatus
from typing import Final

import structlog
from aiohttp import ETag, web

from bot.clock import Clock
from bot.errors import ArchiveError
from bot.export.channel_sites import ChannelSites
from bot.ingest.rate_limit import TokenBucket
from bot.ingest.server import find_peer

PATH: Final = "/channels/"
_PAGE: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_FIRST: Final = "index.html"
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}
# a shared cache would go on showing what was taken back
_CACHED: Final = "private, max-age=60"
_UNSEEN: Final = "no-store"

_log = structlog.get_logger(__name__)


class PageServer:
    """Answers requests for pages; ``a_minute`` for each page (``burst`` at once), ``wrong`` tokens for each address."""

    def __init__(
        self, sites: ChannelSites, clock: Clock, *, a_minute: float = 600.0, burst: int = 300, wrong: int = 30
    ) -> None:
        self._sites = sites
        self._clock = clock
        self._asked = TokenBucket(burst, a_minute)
        self._wrong = TokenBucket(wrong, wrong)

    def make_app(self) -> web.Application:
        """The web application for :func:`bot.ingest.server.serve`."""
        app = web.Application(client_max_size=1)
        app.router.add_get(PATH + "{token}", self._lead)
        app.router.add_get(PATH + "{token}/{name:.*}", self._answer)
        app.on_response_prepare.append(_harden)
        return app

    async def _lead(self, request: web.Request) -> web.StreamResponse:
        # relative, so that it holds behind any web server; a wrong token answers alike
        raise web.HTTPFound(f"{request.match_info['token']}/")

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        token, name = request.match_info["token"], request.match_info["name"] or _FIRST
        now = self._clock.now()
        try:
            found = await self._sites.find(token, name) if _PAGE.fullmatch(token) else None
        except ArchiveError as error:
            _log.warning("a page cannot be read", action="page", cause=error.cause)
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "60"}) from error
        if found is None:
            self._limit(self._wrong, find_peer(request.remote or ""), now)
            raise web.HTTPNotFound
        self._limit(self._asked, token, now)
        file, changed_at = found
        response = web.Response(body=file.body, content_type=file.media_type, charset="utf-8")
        response.etag = file.tag
        response.last_modified = changed_at
        response.headers["Cache-Control"] = _CACHED
        if _is_known(request, file.tag, changed_at):
            headers = {name: response.headers[name] for name in ("ETag", "Last-Modified", "Cache-Control")}
            return web.Response(status=HTTPStatus.NOT_MODIFIED, headers=headers)
        return response

    def _limit(self, bucket: TokenBucket, key: str, now: datetime) -> None:
        if wait := bucket.acquire(key, now):
            raise web.HTTPTooManyRequests(headers={"Retry-After": str(math.ceil(wait))})


def _is_known(request: web.Request, tag: str, changed_at: datetime) -> bool:
    """Whether the client has these bytes (RFC 9110, 13.2.2: a tag counts before a date)."""
    if (tags := request.if_none_match) is not None:
        return any(one in (ETag(tag), ETag(tag, is_weak=True)) or one.value == "*" for one in tags)
    since = request.if_modified_since
    return since is not None and changed_at.replace(microsecond=0) <= since


async def _harden(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
    response.headers.setdefault("Cache-Control", _UNSEEN)
