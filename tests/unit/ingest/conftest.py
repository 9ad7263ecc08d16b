"""An endpoint on loopback over an empty archive, with a source or two."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.archive.store import Archive
from bot.domain.feed import SubscriptionOptions
from bot.ingest.endpoint import Endpoint, ReceiveLimits
from bot.ingest.server import serve
from bot.services.push_sources import NewSource, add_source

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
GUILD, OTHER = "discord:guild:1", "discord:guild:2"
TEXT = "Foreign Minister Ana Brod said: “The bridge stays open.” She denied that the talks with Orland had failed."
ARTICLE = {"title": "Bridge stays open", "url": "https://press.example/bridge", "text": TEXT}


class Moment:
    """A clock that stands still until it is told."""

    def __init__(self) -> None:
        self.time = NOW

    def now(self) -> datetime:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@dataclass
class Answer:
    status: int
    body: Any
    headers: dict[str, str]


@dataclass
class Door:
    """The endpoint as a newsroom sees it, and what it ordered."""

    port: int
    session: aiohttp.ClientSession
    clock: Moment
    token: str
    ordered: list[int] = field(default_factory=list)

    async def send(
        self, token: str | None = None, *, method: str = "POST", path: str = "/articles", **options: Any
    ) -> Answer:
        """Send a request with the source's token, or ``token``, "" for none."""
        headers = {"Authorization": f"Bearer {self.token if token is None else token}"} if token != "" else {}
        headers |= options.pop("headers", {})
        url = f"http://127.0.0.1:{self.port}{path}"
        async with self.session.request(method, url, headers=headers, **options) as answer:
            body = await answer.json() if method != "HEAD" else None
            return Answer(answer.status, body, dict(answer.headers))


@pytest.fixture
async def source(archive: Archive) -> NewSource:
    return await add_source(archive, GUILD, SubscriptionOptions("10", "discord:5", name="The Bridge Desk"), NOW)


@pytest.fixture
def limits() -> ReceiveLimits:
    return ReceiveLimits()


@pytest.fixture
async def door(archive: Archive, source: NewSource, limits: ReceiveLimits) -> AsyncIterator[Door]:
    clock, ordered = Moment(), list[int]()

    async def order(item_id: int) -> None:
        ordered.append(item_id)

    endpoint = Endpoint(archive.received, clock, order, limits=limits)
    async with serve(endpoint.make_app(), "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        yield Door(port, session, clock, source.token, ordered)
