"""The background work of an open console: polls feeds, reads items, and prints its own digests and posts."""

import asyncio
import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime

import structlog

from bot.errors import ArchiveError, AttacheError
from bot.i18n.messages import translate
from bot.jobs.delivery import Delivery, DeliveryTarget
from bot.jobs.dependencies import WorkerDependencies
from bot.jobs.follow_up_job import FollowUpJob
from bot.jobs.job_kinds import make_item_job, make_poller
from bot.jobs.scheduled_digests import DigestJob
from bot.jobs.watch_job import EVERYTHING, WatchJob
from bot.render.card import Card
from bot.render.document import Document, Heading, Text
from bot.render.markdown import plain
from bot.render.terminal import Screen, show

EVERY = 60.0
"""Seconds between two looks at what is due, while somebody sits at the console."""
_TIME = re.compile(r"<t:(\d+)(?::[a-zA-Z])?>")
_DUE_AT_ONCE = 100
_ITEMS_AT_ONCE = 50

Progress = Callable[[int, int], None]
"""Called with the number of items processed and the number known so far."""

_log = structlog.get_logger(__name__)


class BackgroundWork:
    """Does what is due for ``owner``; ``show`` prints posts, and ``progress`` gets a few words on the current work."""

    def __init__(
        self,
        parts: WorkerDependencies,
        owner: str,
        screen: Callable[[], Screen],
        show: Callable[[str], None],
        progress: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._parts = parts
        self._owner = owner
        self._progress = progress
        self._delivery = Delivery(
            parts.archive.posts, PrintingSender(screen, show), parts.clock, preferences=parts.archive.preferences
        )
        self._turn = asyncio.Lock()

    async def catch_up(self) -> None:
        """Look at the feeds that are due, read what is new, and print what that brings. Raises ``ArchiveError``."""
        async with self._turn:
            self._progress(translate("console-looking"))
            await catch_up(
                self._parts, lambda done, all_: self._progress(translate("console-reading", done=done, total=all_))
            )
            await WatchJob(self._parts.archive, self._parts.clock).handle(EVERYTHING)
            await self._tell_digests()
            await self._tell_follow_ups()
            await self._delivery.deliver(self._owner)

    async def run(self) -> None:
        """Catch up every minute until cancelled."""
        while True:
            await self._parts.clock.sleep(EVERY)
            try:
                await self.catch_up()
            except ArchiveError as error:
                _log.warning("the console cannot catch up", action="catch_up", cause=error.cause)

    async def _tell_digests(self) -> None:
        schedules, clock = self._parts.archive.schedules, self._parts.clock
        job = DigestJob(schedules, self._parts.archive.preferences, self._parts.digests, clock)
        for digest in await schedules.due(clock.now(), limit=_DUE_AT_ONCE):
            if digest.owner == self._owner:
                await job.handle(str(digest.id))

    async def _tell_follow_ups(self) -> None:
        job = FollowUpJob(self._parts.archive, self._parts.clock)
        for subject in await job.find(self._parts.clock.now(), limit=_DUE_AT_ONCE):
            post = await self._parts.archive.posts.load(subject)
            if post and post.owner == self._owner:
                await job.handle(subject)


class PrintingSender:
    """The postbox of the console: what is sent is printed, once."""

    def __init__(self, screen: Callable[[], Screen], show: Callable[[str], None]) -> None:
        self._screen = screen
        self._show = show

    async def find_place(self, channel: str, *_: object) -> DeliveryTarget:
        """The console itself, which recognises no nonce."""
        return DeliveryTarget(channel, remembers=False)

    async def send(self, place: DeliveryTarget, card: Card, **_: object) -> str:  # noqa: ARG002 - there is one place
        """Print ``card``; an id of no meaning."""
        screen = self._screen()
        self._show(show(screen, Document((translate("console-posted"),), ()), as_document(card, screen)))
        return secrets.token_hex(8)

    async def find(self, channel: str, mark: str, since: datetime) -> str | None:  # noqa: ARG002 - as above
        """None: what was printed is not looked for."""
        return None

    async def edit(self, channel: str, message: str, card: Card) -> None:
        """What is printed stays."""

    async def tell(self, person: str, card: Card, *, nonce: str, since: datetime) -> None:  # noqa: ARG002 - as above
        """Print a notice."""
        await self.send(DeliveryTarget(person), card)

    async def tell_owner(self, owner: str, card: Card, *, nonce: str, since: datetime) -> None:
        """Print a notice."""
        await self.tell(owner, card, nonce=nonce, since=since)


def as_document(card: Card, screen: Screen) -> Document:
    """The words of ``card`` for a terminal, times in its zone, with the address that its buttons open."""

    def at(match: re.Match[str]) -> str:
        return datetime.fromtimestamp(int(match[1]), UTC).astimezone(screen.zone).strftime("%Y-%m-%d %H:%M")

    def lines_of(text: str) -> tuple[str, ...]:
        lines = _TIME.sub(at, text).splitlines()
        return tuple(("  " if line.startswith("> ") else "") + plain(line) for line in lines)

    title, *facts = lines_of(card.header) or ("",)
    address = next((button.url for button in card.buttons if button.url), "")
    told = tuple((fact,) for fact in facts)
    heading = Heading((title,), told, 1, url=address) if title or address else None
    blocks = tuple(Text(tuple((line,) for line in lines_of(block))) for block in card.blocks)
    return Document((), blocks, heading, notes=(plain(card.footer),) if card.footer else ())


async def catch_up(parts: WorkerDependencies, progress: Progress) -> None:
    """Poll due feeds and process due items, also beside the bot; posts are not sent. Raises ``ArchiveError``."""
    archive, clock = parts.archive, parts.clock
    items = make_item_job(parts)
    await make_poller(parts).poll_due(clock.now())
    done: set[int] = set()
    while due := [
        item
        for item in await archive.feeds.due_items(clock.now(), limit=len(done) + _ITEMS_AT_ONCE)
        if item not in done
    ]:
        for item in due:
            done.add(item)
            try:
                await items.handle(str(item))
            except AttacheError as error:  # it stays due
                _log.warning("an item cannot be processed", action="catch_up", item=item, cause=error.cause)
            progress(len(done), len(done) + len(due) - due.index(item) - 1)
