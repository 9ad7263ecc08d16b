"""A program that posts through the real archive, the real delivery and discord.py, and dies where it is told to.

It loads everything once, and then makes a child of itself for each line of its input: ``{"url", "port", "channel",
"offset", "parts", "death"}`` in JSON. The child records the parts and delivers what is due; its exit status is printed.
``offset`` is how far its clock is ahead, in seconds. ``death`` is None or one of DEATHS.
"""

import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import discord
import discord.http
import structlog

from bot.archive.outbox import PostStore
from bot.archive.store import Archive
from bot.domain.post import Post, PostKind, post_key
from bot.gateway.message_sender import DiscordMessageSender
from bot.jobs.delivery import Delivery
from bot.render.card import Action, Button, Card, ComponentAction
from bot.render.card_codec import encode_card
from tests.durability.forks import carry_out

DEATHS = (
    "before recording",
    "after recording",
    "before trying is stored",
    "after trying is stored",
    "request lost on its way",
    "request on its way",
    "stored, no answer yet",
    "answered, not stored yet",
    "sent is stored",
    "between parts",
)
"""Where the child ends itself; those of requests are left to the fake, which knows when they arrive."""
REQUESTS = {"request lost on its way": "lost", "request on its way": "received", "stored, no answer yet": "stored"}


class ShiftedClock:
    def __init__(self, offset: float) -> None:
        self._offset = timedelta(seconds=offset)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    async def sleep(self, _seconds: float) -> None:
        raise AssertionError("delivery never sleeps")


class Mortal:
    """Ends the program at one named moment."""

    def __init__(self, death: str | None) -> None:
        self._death = death

    def pass_by(self, moment: str) -> None:
        if moment == self._death:
            os.kill(os.getpid(), signal.SIGKILL)


class MortalStore:
    """The outbox, with death before and after what it stores."""

    def __init__(self, store: PostStore, mortal: Mortal) -> None:
        self._store = store
        self._mortal = mortal

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def save_trying(self, post: Post, now: datetime) -> Post | None:
        self._mortal.pass_by("before trying is stored")
        if post.part:
            self._mortal.pass_by("between parts")
        trying = await self._store.save_trying(post, now)
        self._mortal.pass_by("after trying is stored")
        return trying

    async def save_sent(self, post: Post, message: str, now: datetime) -> None:
        self._mortal.pass_by("answered, not stored yet")
        await self._store.save_sent(post, message, now)
        self._mortal.pass_by("sent is stored")


def make_posts(channel: str, parts: int, now: datetime) -> list[Post]:
    """An invented digest of several parts."""
    posts = []
    for part in range(parts):
        key = post_key(PostKind.DIGEST, channel, "schedule:1:2026-03-02", part)
        button = Button("Why this?", ComponentAction(Action.WHY, key))
        card = Card(header=f"### Morning digest, part {part}", blocks=("The ministers met.",), buttons=(button,))
        posts.append(
            Post(
                key=key,
                series=f"schedule:1:2026-03-02:{channel}",
                part=part,
                kind=PostKind.DIGEST,
                owner="discord:guild:10",
                channel=channel,
                subject="schedule:1:2026-03-02",
                card=encode_card(card),
                created_at=now,
            )
        )
    return posts


async def run(order: dict[str, Any]) -> None:
    mortal, clock = Mortal(order["death"]), ShiftedClock(order["offset"])
    archive = await Archive.open(order["url"])
    store = archive.posts
    mortal.pass_by("before recording")
    await store.record(make_posts(order["channel"], order["parts"], clock.now()), clock.now())
    mortal.pass_by("after recording")
    if when := REQUESTS.get(order["death"] or ""):
        fault = {
            "kill": os.getpid(),
            "when": when,
            **order.get("fault", {}),
            "path": r"/channels/\d+/(messages|threads)",
        }
        async with aiohttp.ClientSession() as session:
            await session.post(f"http://127.0.0.1:{order['port']}/control/faults", json=fault)
    discord.http.Route.BASE = f"http://127.0.0.1:{order['port']}/api/v10"
    async with discord.Client(intents=discord.Intents.none(), max_ratelimit_timeout=30) as client:
        await client.login("invented.token")
        delivery = Delivery(MortalStore(store, mortal), DiscordMessageSender(client), clock)  # type: ignore[arg-type] # it wraps one
        await delivery.deliver(order["channel"])
    await archive.close()


def main() -> None:
    # the exit statuses have standard output to themselves
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    carry_out(run)


if __name__ == "__main__":
    main()
