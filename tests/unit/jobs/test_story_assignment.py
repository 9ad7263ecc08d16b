"""Placing articles: one after the other, the same in every process, over what the archive holds of the last days."""

import asyncio
from datetime import timedelta

from structlog.testing import capture_logs

from bot.domain.analysis import Reading
from bot.domain.article import Article
from bot.jobs.story_assignment import StoryAssigner, describe_for_clustering
from tests.unit.jobs.worker_setup import BORDER, GRAIN, HARBOUR, Newsdesk
from tests.unit.services.fakes import NOW

HOUR = timedelta(hours=1)


async def file(desk: Newsdesk, text: str, url: str) -> Reading:
    return await desk.article_service.save(Article(text, "Of the day", url))


async def test_copies_join_the_first_and_others_begin_their_own(desk: Newsdesk) -> None:
    placer = StoryAssigner(desk.archive.stories)
    first = await placer.assign(await file(desk, HARBOUR, "https://a.example/1"), NOW)
    copy = await placer.assign(await file(desk, f"{HARBOUR}\n\nBy our own man.", "https://b.example/1"), NOW + HOUR)
    other = await placer.assign(await file(desk, BORDER, "https://a.example/2"), NOW)
    assert (copy.story, copy.duplicate_of) == (first.story, first.article)
    assert other.story != first.story
    assert other.duplicate_of is None


async def test_an_article_is_placed_once(desk: Newsdesk) -> None:
    placer = StoryAssigner(desk.archive.stories)
    reading = await file(desk, HARBOUR, "https://a.example/1")
    placed = await asyncio.gather(*(placer.assign(reading, NOW + n * HOUR) for n in range(3)))
    assert placed[0] == placed[1] == placed[2]


async def test_a_new_process_knows_what_others_have_placed(desk: Newsdesk) -> None:
    """After a restart, and beside another that goes on placing."""
    one, other = StoryAssigner(desk.archive.stories), StoryAssigner(desk.archive.stories)
    first = await one.assign(await file(desk, HARBOUR, "https://a.example/1"), NOW)
    second = await other.assign(await file(desk, HARBOUR, "https://b.example/1"), NOW)
    assert (second.story, second.duplicate_of) == (first.story, first.article)
    third = await other.assign(await file(desk, GRAIN, "https://b.example/2"), NOW)
    fourth = await one.assign(await file(desk, GRAIN, "https://a.example/2"), NOW)
    assert (fourth.story, fourth.duplicate_of) == (third.story, third.article)


async def test_a_signature_that_cannot_be_read_stops_no_other(desk: Newsdesk) -> None:
    first = await file(desk, HARBOUR, "https://a.example/1")
    await desk.archive.stories.place(first.id, None, seen_at=NOW, signature=b"not one")
    placer = StoryAssigner(desk.archive.stories)
    with capture_logs() as logs:
        placed = await placer.assign(await file(desk, HARBOUR, "https://b.example/1"), NOW)
    assert placed.duplicate_of is None
    assert [entry["event"] for entry in logs] == ["a stored signature cannot be read"]


async def test_an_article_without_an_outlet_or_a_title_has_a_place_too(desk: Newsdesk) -> None:
    reading = await desk.article_service.save(Article(GRAIN))
    described = describe_for_clustering(reading, NOW)
    assert (described.outlet, described.domain, described.title) == ("", None, "")
    assert (await StoryAssigner(desk.archive.stories).assign(reading, NOW)).article == reading.id
