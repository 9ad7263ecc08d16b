"""``/healthz``, ``/readyz`` and ``/metrics``: for supervisors, load balancers, Prometheus and ``doctor``.

There is no authentication, and the responses contain nothing about people, servers or articles; still, keep the address
private. Health means only that the process responds; readiness says whether it can work.
"""

import asyncio
from http import HTTPStatus

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.metrics import REGISTRY
from bot.monitoring.readiness import Readiness

OK = "ok"


def make_app(readiness: Readiness) -> web.Application:
    """The web application for :func:`bot.ingest.server.serve`."""

    async def tell_health(_: web.Request) -> web.Response:
        return web.Response(text=OK)

    async def tell_readiness(_: web.Request) -> web.Response:
        found = await readiness.check()
        ready = not any(found.values())
        body = {"ready": ready, "parts": {name: wrong or OK for name, wrong in found.items()}}
        return web.json_response(body, status=HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE)

    async def tell_metrics(_: web.Request) -> web.Response:
        body = await asyncio.to_thread(generate_latest, REGISTRY)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.router.add_get("/healthz", tell_health)
    app.router.add_get("/readyz", tell_readiness)
    app.router.add_get("/metrics", tell_metrics)
    return app
