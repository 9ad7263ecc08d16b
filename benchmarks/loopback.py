"""HTTP on loopback, for tests and benchmarks: one application, or many sites of invented articles and feeds."""

import html
import socket
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from aiohttp import web


@asynccontextmanager
async def serve(app: web.Application, *, host: str = "127.0.0.1") -> AsyncIterator[str]:
    """Serve ``app`` within the context; yield its address, http://127.0.0.1:port."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def serve_sites(app: web.Application, hosts: Sequence[str]) -> AsyncIterator[int]:
    """Serve ``app`` at each of ``hosts``, addresses in 127/8, on one port; yield it.

    Each site has its own address, so that the rate limit of one does not delay the others.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    port = 0
    try:
        for host in hosts:
            listening = socket.create_server((host, port), backlog=64)
            port = int(listening.getsockname()[1])
            await web.SockSite(runner, listening).start()
        yield port
    finally:
        await runner.cleanup()


def answer_feed(request: web.Request, title: str, items: Iterable[str], *, tag: str) -> web.Response:
    """An RSS feed of ``items``, newest first; 304 if the client has the version ``tag``."""
    headers = {"ETag": f'"{tag}"'}
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return web.Response(status=304, headers=headers)
    text = f"<rss version='2.0'><channel><title>{title}</title>{''.join(items)}</channel></rss>"
    return web.Response(text=text, content_type="application/rss+xml", headers=headers)


def feed_item(link: str, title: str, published_at: datetime, description: str = "") -> str:
    """An item of an RSS feed."""
    summary = f"<description>{html.escape(description)}</description>" if description else ""
    return (
        f"<item><guid>{link}</guid><link>{link}</link><title>{html.escape(title)}</title>"
        f"<pubDate>{published_at:%a, %d %b %Y %H:%M:%S} GMT</pubDate>{summary}</item>"
    )


def article_page(title: str, paragraphs: Iterable[str], outlet: str, *, language: str = "en", head: str = "") -> str:
    """A page with one article; ``head`` is more HTML for its head."""
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    title = html.escape(title)
    site = f'<meta property="og:site_name" content="{html.escape(outlet)}">'
    return (
        f'<!doctype html><html lang="{language}"><head><title>{title}</title>{site}{head}</head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )
