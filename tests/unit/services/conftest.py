"""The desk's services over an empty archive, on SQLite and on PostgreSQL."""

import pytest

from bot.archive.store import Archive
from bot.services.post_origins import PostExplanationService
from bot.services.schedules import ScheduleService
from bot.services.subscriptions import SubscriptionService
from tests.unit.services.fakes import DigestsByHand, FeedFetcher, StoppedClock


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def fetcher() -> FeedFetcher:
    return FeedFetcher()


@pytest.fixture
def digest_desk() -> DigestsByHand:
    return DigestsByHand()


@pytest.fixture
def feeds(archive: Archive, fetcher: FeedFetcher, clock: StoppedClock) -> SubscriptionService:
    return SubscriptionService(archive.feeds, archive.posts, fetcher, clock)


@pytest.fixture
def digests(archive: Archive, digest_desk: DigestsByHand, clock: StoppedClock) -> ScheduleService:
    return ScheduleService(archive.schedules, archive.posts, digest_desk, clock)


@pytest.fixture
def reasons(archive: Archive) -> PostExplanationService:
    return PostExplanationService(archive.posts, archive.postings, archive.schedules)
