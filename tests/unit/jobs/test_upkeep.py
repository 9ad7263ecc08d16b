"""Upkeep: what is over goes in its time, and what fails stops nothing else."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.archive.store import Archive
from bot.domain.article import Article
from bot.errors import ArchiveError
from bot.jobs.upkeep import EVERY, PRUNE_EVERY, TIDY_EVERY, Upkeep
from tests.unit.jobs.worker_setup import HARBOUR, Newsdesk
from tests.unit.services.fakes import NOW, RunningClock


class Counting:
    """A part of the archive of which only calls are counted."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.calls: list[str] = []
        self.failure = failure

    def __getattr__(self, name: str) -> Any:
        async def call(*_: object) -> int:
            self.calls.append(name)
            if self.failure:
                raise self.failure
            return 0

        return call


async def test_feeds_and_items_long_gone_are_deleted_once_an_hour(
    desk: Newsdesk, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    feeds = Counting()
    monkeypatch.setattr(archive, "feeds", feeds)
    upkeep = Upkeep(archive, desk.clock)
    await upkeep.look()
    desk.clock.at += TIDY_EVERY - timedelta(seconds=1)
    await upkeep.look()
    assert feeds.calls == ["prune"]
    desk.clock.at += timedelta(seconds=1)
    await upkeep.look()
    assert feeds.calls == ["prune", "prune"]


@pytest.mark.parametrize(("failure", "traced"), [(ArchiveError("It is full.", "Free it."), False), (OSError(), True)])
async def test_a_part_that_fails_stops_no_other(
    desk: Newsdesk, archive: Archive, failure: Exception, traced: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgetting = Counting()
    monkeypatch.setattr(archive, "feeds", Counting(failure))
    monkeypatch.setattr(archive, "forgetting", forgetting)
    with capture_logs() as logs:
        await Upkeep(archive, desk.clock, timedelta(days=1)).look()
    assert forgetting.calls == ["compact", "prune"]
    assert [(entry["part"], entry["exc_info"]) for entry in logs] == [("tidy", traced)]


async def test_articles_are_kept_as_long_as_is_set_and_no_longer(desk: Newsdesk) -> None:
    """Looked for once a day; without a limit, never."""
    await desk.article_service.save(Article(HARBOUR, "Trawler sails", "https://quill.example/1"))
    desk.clock.at = datetime.now(UTC)  # by which first readings are dated
    forever, month = Upkeep(desk.archive, desk.clock), Upkeep(desk.archive, desk.clock)
    month.kept = timedelta(days=30)
    for days, left in ((0, 1), (29, 1), (2, 0)):
        desk.clock.at += timedelta(days=days)
        await forever.look()
        await month.look()
        assert await desk.article_service.count_articles() == left
    await desk.article_service.save(Article(HARBOUR, "Trawler sails", "https://quill.example/1"))
    desk.clock.at += timedelta(days=60)
    month._pruned_at = desk.clock.at - PRUNE_EVERY + timedelta(seconds=1)
    await month.look()
    assert await desk.article_service.count_articles() == 1, "it is not a day since"
    await forever.look()
    assert await desk.article_service.count_articles() == 1


async def test_it_goes_on_until_it_is_ended(desk: Newsdesk, archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    class EndedError(Exception):
        pass

    class Clock(RunningClock):
        async def sleep(self, seconds: float) -> None:
            assert seconds == EVERY
            self.at += timedelta(seconds=seconds)
            if self.at > NOW + timedelta(seconds=9):
                raise EndedError

    forgetting, clock = Counting(), Clock()
    monkeypatch.setattr(archive, "forgetting", forgetting)
    clock.at = NOW
    with pytest.raises(EndedError):
        await Upkeep(archive, clock).run()
    assert forgetting.calls == ["compact"] * 5


async def test_what_an_older_release_indexed_is_reindexed_until_none_is_left(
    desk: Newsdesk, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [True, True, False]

    async def reindex() -> bool:
        return left.pop(0)

    monkeypatch.setattr(archive, "reindex", reindex)
    upkeep = Upkeep(archive, desk.clock)
    for _ in range(5):
        await upkeep.look()
    assert left == []
