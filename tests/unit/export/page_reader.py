"""A browser or feed reader at the page of an invented channel."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import aiohttp
from lxml import html

from bot.archive.store import Archive
from bot.domain.analysis import Reading
from bot.domain.post import Post, PostKind, PostState, post_key
from bot.export.channel_sites import FRESH
from bot.services.channel_pages import ChannelPageService, PageAddress
from tests.unit.jobs.wire import PLACE, SERVER
from tests.unit.services.fakes import StoppedClock

ADDRESS = "https://attache.example/channels/"


@dataclass
class Reader:
    """A browser or feed reader at the page of ``PLACE``."""

    archive: Archive
    clock: StoppedClock
    session: aiohttp.ClientSession
    root: str
    token: str = ""

    async def publish(self, channel: str = PLACE, owner: str = SERVER, do: PageAddress = PageAddress.ON) -> str:
        pages = ChannelPageService(self.archive.pages, self.clock, ADDRESS)
        state = await pages.set(owner, channel, "discord:9", do, "Harbour news")
        return (state.url or "").removeprefix(ADDRESS).rstrip("/")

    async def get(
        self, name: str = "", *, token: str | None = None, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> tuple[int, str, Mapping[str, str]]:
        url = f"{self.root}/channels/{self.token if token is None else token}/{name}"
        async with self.session.request(method, url, headers=headers, allow_redirects=False) as answer:
            return answer.status, await answer.text(), answer.headers

    async def page(self) -> Any:
        return html.fromstring((await self.get())[1].encode())

    async def post(self, reading: Reading, *, channel: str = PLACE, owner: str = SERVER, **more: Any) -> None:
        """An article was posted in the channel."""
        await self.archive.save_reading(reading)
        key = post_key(PostKind.ITEM, channel, reading.id, 0)
        post = Post(key, key, 0, PostKind.ITEM, owner, channel, reading.id, "{}", self.clock.now())
        await self.sent(replace(post, **more))

    async def sent(self, post: Post) -> None:
        await self.archive.posts.record([post], self.clock.now())
        if post.state is PostState.WAITING:
            await self.archive.posts.save_sent(post, "900", self.clock.now())

    def later(self) -> None:
        self.clock.at += FRESH + timedelta(seconds=1)
