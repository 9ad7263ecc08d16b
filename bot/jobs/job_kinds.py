"""The kinds of jobs: how due subjects are found in the tables, the handler, and how many run in parallel."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from bot.archive.feeds import FeedStore
from bot.archive.outbox import PostStore
from bot.archive.watches import WatchStore
from bot.domain.watch import is_of_discord
from bot.jobs.delivery import Delivery, MessageSender, delivery_subject
from bot.jobs.dependencies import WorkerDependencies
from bot.jobs.dispatcher import Job, JobKind
from bot.jobs.follow_up_job import FollowUpJob
from bot.jobs.item_job import ItemJob
from bot.jobs.notices import notify_follower
from bot.jobs.polling import Poller
from bot.jobs.scheduled_digests import DigestJob
from bot.jobs.watch_job import EVERYTHING, WatchJob

ITEMS_AT_ONCE: Final = 4
"""Items processed in parallel: while one waits for its page, another is analysed."""
DIGESTS_AT_ONCE: Final = 4
FOLLOW_UPS_AT_ONCE: Final = 2
CHANNELS_AT_ONCE: Final = 8
"""Channels posted to in parallel. Discord's rate limits apply to all of them together."""
ABREAST: Final = 2
"""Items of one feed or site processed in parallel: half of a process's, so that one site cannot block others."""
FOUND_AT_ONCE: Final = 100
"""Maximum subjects of one kind that a query returns."""


def make_work_jobs(parts: WorkerDependencies) -> dict[JobKind, Job]:
    """The jobs of a process with the role ``WORK``: items, digests, watches and follow-ups."""
    archive, clock = parts.archive, parts.clock
    digests = DigestJob(archive.schedules, archive.preferences, parts.digests, clock)
    watching, following = WatchJob(archive, clock), FollowUpJob(archive, clock)
    return {
        JobKind.ITEM: Job(partial(find_items, archive.feeds), make_item_job(parts).handle, ITEMS_AT_ONCE),
        JobKind.DIGEST: Job(partial(digests.find, limit=FOUND_AT_ONCE), digests.handle, DIGESTS_AT_ONCE),
        JobKind.WATCH: Job(partial(find_watching, archive.watches), watching.handle, 1),
        JobKind.FOLLOW_UP: Job(partial(following.find, limit=FOUND_AT_ONCE), following.handle, FOLLOW_UPS_AT_ONCE),
    }


def make_item_job(parts: WorkerDependencies) -> ItemJob:
    """The job that processes items, with the stories of recent days."""
    from bot.jobs.story_assignment import StoryAssigner  # noqa: PLC0415 - loads 40 MiB of numpy and SciPy, which a sender does not need

    archive, service, clock = parts.archive, parts.article_service, parts.clock
    assigner = StoryAssigner(archive.stories)
    return ItemJob(archive, service, assigner, clock, offload=parts.offload, local=parts.local)


def make_poller(parts: WorkerDependencies) -> Poller:
    """The poller, which notifies followers of failing feeds in their channels."""
    archive = parts.archive
    notify = partial(notify_follower, archive.posts, archive.preferences)
    return Poller(parts.fetcher, archive.feeds, parts.offload, parts.clock, notify=notify)


def make_send_jobs(
    parts: WorkerDependencies, message_sender: MessageSender, may_send: Callable[[], bool]
) -> dict[JobKind, Job]:
    """The jobs of a process with the role ``SEND``: deliveries from the outbox."""
    archive, clock = parts.archive, parts.clock
    watching = WatchJob(archive, clock)
    digests = DigestJob(archive.schedules, archive.preferences, parts.digests, clock)

    async def close(channel: str, reason: str) -> None:
        await digests.close(channel, reason)
        await watching.close(channel, reason)

    delivery = Delivery(
        archive.posts, message_sender, clock, close=close, may_send=may_send, preferences=archive.preferences
    )
    return {JobKind.DELIVERY: Job(partial(find_deliveries, archive.posts), delivery.handle, CHANNELS_AT_ONCE)}


async def find_items(feeds: FeedStore, now: datetime) -> list[str]:
    """Find due items in fair order. Items that are being processed are included and count towards ``ABREAST``."""
    return [str(item) for item in await feeds.next_items(now, limit=FOUND_AT_ONCE, abreast=ABREAST)]


async def find_deliveries(posts: PostStore, now: datetime) -> list[str]:
    """Find Discord channels with due deliveries. The console prints its own when somebody opens it."""
    channels = await posts.due_channels(now, limit=FOUND_AT_ONCE)
    return list(dict.fromkeys(delivery_subject(channel) for channel in channels if is_of_discord(channel)))


async def find_watching(watches: WatchStore, now: datetime) -> list[str]:
    """Find the single subject of watches, if an article is to be matched or an alert is due."""
    return [EVERYTHING] if await watches.has_work(now) else []
