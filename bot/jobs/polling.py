"""Polls due feeds: each is claimed, fetched, parsed and stored on its own, so that none affects another.

:mod:`bot.web.polling_policy` decides what a poll means, :mod:`bot.web.host_limits` when a host may be asked, and the
archive what is new. An interrupted poll does no harm: its claim expires, and the poll is repeated. Notices for
followers are stored with the poll and recorded as posts afterwards. A crash between the two repeats a notice instead of
losing it, and the repetition makes the same post.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.archive.database_errors import ArchiveUnavailableError
from bot.archive.feeds import FeedStore
from bot.clock import Clock
from bot.concurrency import Offload
from bot.domain.feed import Feed, PollOutcome, Subscription
from bot.errors import ArchiveError, AttacheError, BusyError, ParseError
from bot.fair_queue import Requester, working_for
from bot.i18n.messages import translatable
from bot.metrics import ITEMS, POLLS, PollResult
from bot.tracing import span
from bot.web import polling_policy
from bot.web.fetch import FetchedPage, Fetcher
from bot.web.host_limits import HostLimiter
from bot.web.parsers import FeedSnapshot, read_snapshot
from bot.web.polling_policy import PollFailure, PollResponse

Notify = Callable[[Feed, Subscription, str, datetime], Awaitable[None]]
"""Records a notice for a follower: feed, subscription, sentence, time. It may be called with the same notice again."""

LEASE: Final = timedelta(minutes=10)
"""How long a feed is claimed: longer than a poll takes."""
_WITHIN: Final = timedelta(seconds=5)  # how long a claimed feed waits for its host's turn
_LATER: Final = timedelta(minutes=1)  # delay before a feed is polled again if nothing was free to parse it
_LOOK: Final = 5.0  # maximum seconds between two queries for due feeds: somebody may add one
_NOT_MODIFIED: Final = 304
_TOO_MANY: Final = 429
_READ_HEADERS: Final = ("Content-Type", "Content-Location", "Date")

_log = structlog.get_logger(__name__)


class Poller:
    """Polls due feeds, ``at_once`` in parallel. ``offload`` parses untrusted documents."""

    def __init__(
        self,
        fetcher: Fetcher,
        feeds: FeedStore,
        offload: Offload,
        clock: Clock,
        *,
        notify: Notify | None = None,
        at_once: int = 16,
        hosts: HostLimiter | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._feeds = feeds
        self._offload = offload
        self._clock = clock
        self._notify = notify
        self._at_once = at_once
        self._hosts = hosts or HostLimiter()

    async def run(self) -> None:
        """Poll due feeds until cancelled. Interrupted polls are repeated after their claims expire."""
        polls: set[asyncio.Task[None]] = set()
        async with asyncio.TaskGroup() as tasks:
            while True:
                wait = _LOOK
                try:
                    now = self._clock.now()
                    free = self._at_once - len(polls)
                    claimed = await self._feeds.claim_due(now, limit=free, lease=LEASE) if free else ()
                    for feed in claimed:
                        poll = tasks.create_task(self.poll_once(feed))
                        polls.add(poll)
                        poll.add_done_callback(polls.discard)
                    await self.tell()
                    wait = await self._find_wait(now)
                except ArchiveUnavailableError as error:
                    _log.warning("feeds cannot be polled", action="poll", cause=error.cause)
                except AttacheError:
                    _log.exception("feeds cannot be polled", action="poll")
                if len(polls) >= self._at_once:
                    await asyncio.wait(polls, return_when=asyncio.FIRST_COMPLETED)
                else:
                    await self._clock.sleep(wait)

    async def poll_due(self, now: datetime) -> int:
        """Poll all feeds due at ``now`` and record notices; return how many feeds were polled."""
        polled = 0
        while claimed := await self._feeds.claim_due(now, limit=self._at_once, lease=LEASE):
            async with asyncio.TaskGroup() as tasks:
                for feed in claimed:
                    tasks.create_task(self.poll_once(feed))
            polled += len(claimed)
        await self.tell()
        return polled

    async def poll_once(self, feed: Feed) -> None:
        """Poll a claimed feed at its host's turn, or postpone it. Errors are logged, not raised."""
        host = polling_policy.find_host(feed.url)
        try:
            now = self._clock.now()
            turn = self._hosts.reserve(host, now, within=_WITHIN)
            if turn is None:
                POLLS.labels(PollResult.PUT_OFF).inc()
                await self._feeds.postpone(feed.id, self._hosts.next_turn(host, now))
                return
            try:
                await self._clock.sleep((turn - now).total_seconds())
                with working_for(Requester(host)):
                    async with asyncio.timeout(LEASE.total_seconds()):  # a poll that hangs would block its slot
                        await self._poll(feed, host)
            finally:
                self._hosts.release(host)
        except Exception:  # noqa: BLE001 - an error with one feed must not stop the others; its claim expires
            _log.exception("a poll failed", action="poll", feed=feed.id)

    async def tell(self) -> None:
        """Record the pending notices of polls. Raises ``ArchiveError``; then they stay pending."""
        for feed, followers in await self._feeds.notices():
            for follower in followers:
                await self._tell(feed, follower)
            await self._feeds.save_noticed(feed)

    async def _tell(self, feed: Feed, follower: Subscription) -> None:
        if self._notify is None or not feed.notice:
            return
        try:
            await self._notify(feed, follower, feed.notice, self._clock.now())
        except ArchiveError:
            raise
        except Exception:  # noqa: BLE001 - a notice that cannot be composed is dropped, because it would block the queue for ever
            _log.exception("a notice failed", action="notice", feed=feed.id)

    async def _find_wait(self, now: datetime) -> float:
        due_at = await self._feeds.next_due_at()
        return min(max((due_at - now).total_seconds(), 0.05), _LOOK) if due_at else _LOOK

    async def _poll(self, feed: Feed, host: str) -> None:
        validators = polling_policy.choose_validators(feed)
        try:
            with span("fetch"):
                fetched = await self._fetcher.fetch_source(
                    feed.url, etag=validators.etag, last_modified=validators.last_modified
                )
            digest = _find_digest(feed, fetched)
            known = digest is None or (digest == feed.body_sha256 and not fetched.moved_to)
            snapshot = None if known else await self._read(fetched)
        except BusyError:  # our own overload, not the feed's error
            POLLS.labels(PollResult.PUT_OFF).inc()
            await self._feeds.postpone(feed.id, self._clock.now() + _LATER)
            return
        except AttacheError as error:
            await self._save_failure(feed, host, polling_policy.classify_poll_failure(error))
            return
        now = self._clock.now()
        answer = replace(
            polling_policy.parse_poll_response(fetched.headers, body_sha256=digest), moved_to=fetched.moved_to
        )
        if snapshot is None:
            POLLS.labels(PollResult.UNCHANGED).inc()
            await self._feeds.save_state(polling_policy.decide_unchanged(feed, answer, now))
        else:
            await self._save_snapshot(feed, answer, snapshot, now)

    async def _read(self, fetched: FetchedPage) -> FeedSnapshot:
        headers = {name: fetched.headers[name] for name in _READ_HEADERS if name in fetched.headers}
        now = self._clock.now()
        return await self._offload(read_snapshot, fetched.body, url=fetched.url, headers=headers, now=now)

    async def _save_snapshot(self, feed: Feed, answer: PollResponse, snapshot: FeedSnapshot, now: datetime) -> None:
        # never read before, however often it was polled
        document, first = snapshot.document, feed.body_sha256 is None
        answer = replace(answer, ttl_seconds=document.ttl_seconds)
        interval = polling_policy.guess_interval([entry.entry for entry in snapshot.entries], now) if first else None

        def decide(polled: Feed, outcome: PollOutcome) -> Feed:
            return polling_policy.decide_polled(polled, answer, outcome, now, interval=interval)

        named = replace(
            feed,
            title=document.title or feed.title,
            site=document.site or feed.site,
            language=document.language or feed.language,
        )
        outcome = await self._feeds.save_poll(named, snapshot.entries, now, first=first, then=decide)
        POLLS.labels(PollResult.NEWS if outcome.new else PollResult.UNCHANGED).inc()
        if not first:
            ITEMS.inc(len(outcome.new))
            for item in outcome.new:
                _log.info("a new item", action="poll", feed=feed.id, item=item)
        if outcome.new or outcome.gap:
            _log.info("news", action="poll", feed=feed.id, new=len(outcome.new), first=first, gap=outcome.gap)

    async def _save_failure(self, feed: Feed, host: str, failure: PollFailure) -> None:
        now = self._clock.now()
        if failure.status == _TOO_MANY:
            self._hosts.throttle(host, feed.url, now, now + timedelta(seconds=polling_policy.decide_wait(failure.wait)))
        failed = polling_policy.decide_failed(feed, failure, now)
        POLLS.labels(PollResult.FAILED).inc()
        _log.info("a feed failed", action="poll", feed=feed.id, reason=str(failure.reason), health=failed.health.value)
        await self._feeds.save_state(failed)


def _find_digest(feed: Feed, fetched: FetchedPage) -> str | None:
    """The SHA-256 of the body; None if the source reports no change. Raises ``ParseError``."""
    if fetched.status != _NOT_MODIFIED:
        return hashlib.sha256(fetched.body).hexdigest()
    if feed.body_sha256 is None:
        raise ParseError(translatable("feeds-never-read"), resource=fetched.url)
    return None
