"""What is new of a posted story is told on its message: collected, each statement once, and only what is new."""

import re
from datetime import timedelta
from typing import Any, cast

import pytest

from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.channel_page import decode_stories
from bot.domain.feed import PostOptions
from bot.domain.follow_up import FIRST_PAUSE, FollowUps, decide_due
from bot.domain.item_outcomes import Outcome
from bot.domain.post import Post, PostKind, PostState
from bot.domain.preferences import Preferences
from bot.domain.schedule import parse_quiet_hours
from bot.domain.text import Span
from bot.jobs import follow_up_job as module
from bot.jobs.follow_up_job import FollowUpJob
from bot.render.card_codec import decode_card
from bot.services.articles import ArticleService
from bot.web.fetch import Fetcher
from tests.unit.jobs.worker_setup import BORDER, HARBOUR, OURS, Newsdesk, Reader
from tests.unit.services.fakes import NOW

HOUR = timedelta(hours=1)
HERALD, LANTERN = "https://herald.example/", "https://lantern.example/"
LATER = (
    HARBOUR.split("\n\n", maxsplit=1)[0]
    + """

Foreign minister Torvald Haugseth told reporters that the catch logs of the Marigold will be published on Monday. “The \
logs of the trawler belong to everybody,” he said in the harbour.

Iceland's ambassador Sigrun Dal denied that the crew of the Marigold had broken any rule of the fisheries committee."""
)
MORE = """The trawler Marigold and her crew of nine reached Lisk on Tuesday after the argument about her catch logs.

Foreign minister Torvald Haugseth said that the fisheries committee of both capitals meets in Lisk before the summer. \
The inspection of the Marigold at the quay had found nothing worth a second look.

Iceland's ambassador Sigrun Dal watched the tugs pull the trawler to the pier, and the dock workers brought soup."""
AGAIN = LATER.replace("Iceland's ambassador", "In Lisk, Iceland's ambassador")
REPLIES = PostOptions(FollowUps.REPLY)


_SAID = re.compile(r"(told reporters that|denied that|said that) ([^.“”]+)\.|“([^“”]+)” he (said)")


class NoteTaker(Reader):
    """Reads who says what in this file's invented articles."""

    async def analyse(self, article: Article) -> Analysis:
        said = []
        for found in _SAID.finditer(article.text):
            cue, words = (1, 2) if found[1] else (4, 3)
            before = article.text[: found.start()]
            name = max(("Torvald Haugseth", "Sigrun Dal"), key=before.rfind)
            kind = Kind.INDIRECT if found[1] else Kind.DIRECT
            act = Act.DENIES if found[1] == "denied that" else Act.SAYS
            country = "Norway" if name.startswith("Torvald") else "Iceland"
            source = Span(at := before.rfind(name), at + len(name))
            speaker = Speaker(name, country=country)
            said.append(Attribution((Span(*found.span(words)),), source, Span(*found.span(cue)), kind, act, speaker))
        first = Span(0, article.text.find(". ") + 1 or len(article.text))
        return Analysis(article.text_sha256, self.engine, (first,), tuple(said), language="en")


@pytest.fixture(autouse=True)
def _read_by_hand(desk: Newsdesk) -> None:
    desk.reader = NoteTaker()
    desk.article_service = ArticleService(cast("Fetcher", desk.web), desk.archive, desk.reader)
    desk.open()


async def tell(desk: Newsdesk) -> None:
    job = FollowUpJob(desk.archive, desk.clock)
    for subject in await job.find(desk.clock.now(), limit=9):
        await job.handle(subject)


async def open_story(desk: Newsdesk, options: PostOptions = REPLIES) -> tuple[Any, Any]:
    """Two feeds of a channel, of which the first has brought a story that was posted."""
    one, two = await desk.follow("one", posts=options), await desk.follow("two", posts=options)
    await desk.publish(one, "harbour", HARBOUR)
    await desk.work()
    await desk.send()
    return one, two


async def posts(desk: Newsdesk) -> list[Post]:
    return [post for post in await desk.posts() if post.kind is PostKind.FOLLOW_UP]


async def test_what_is_new_is_told_once_and_in_reply(desk: Newsdesk) -> None:
    _, two = await open_story(desk)
    number = await desk.publish(two, "logs", LATER, HERALD)
    await desk.work()
    assert await desk.fates(two) == [Outcome.FOLLOW_UP]
    await tell(desk)
    assert await posts(desk) == [], "it is too early"
    desk.clock.at += FIRST_PAUSE
    for _ in range(2):
        await tell(desk)
    (post,) = await posts(desk)
    opening = (await desk.posts())[0]
    assert (post.series, post.follow_up, post.state) == (opening.series, FollowUps.REPLY, PostState.WAITING)
    assert await desk.archive.posts.load_opening(post) == "90"
    (told,) = decode_stories(post.stories)
    assert told.told == (opening.subject,)
    assert told.articles != told.told
    text = "\n".join(decode_card(post.card).texts)
    assert "belong to everybody" in text
    assert "The ship is free" not in text
    fate = await desk.fate(number, two)
    assert (fate.fate, fate.post) == (Outcome.SENDING, post.key)
    await desk.send()
    assert await desk.fates(two) == [Outcome.POSTED]


async def test_an_article_that_says_nothing_new_is_no_post(desk: Newsdesk) -> None:
    one, two = await open_story(desk)
    await desk.publish(two, "logs", LATER, HERALD)
    await desk.work()
    desk.clock.at += FIRST_PAUSE
    await tell(desk)
    await desk.send()
    await desk.publish(one, "again", AGAIN, LANTERN)
    await desk.work()
    desk.clock.at += 3 * FIRST_PAUSE
    await tell(desk)
    assert len(await posts(desk)) == 1
    assert (await desk.fates(one))[0] in {Outcome.UNCHANGED, Outcome.DUPLICATE}


async def test_several_articles_are_one_follow_up(desk: Newsdesk) -> None:
    one, two = await open_story(desk)
    await desk.publish(two, "logs", LATER, HERALD)
    await desk.publish(one, "again", AGAIN.replace("Monday", "Friday"), LANTERN)
    await desk.work()
    desk.clock.at += FIRST_PAUSE
    await tell(desk)
    assert len(await posts(desk)) == 1


async def test_the_next_follow_up_comes_later_than_the_first(desk: Newsdesk) -> None:
    one, two = await open_story(desk)
    await desk.publish(two, "logs", LATER, HERALD)
    await desk.work()
    desk.clock.at += FIRST_PAUSE
    await tell(desk)
    told_at = (await posts(desk))[0].created_at
    await desk.send()
    await desk.publish(one, "more", MORE, LANTERN)
    await desk.work()
    desk.clock.at = told_at + 2 * FIRST_PAUSE - HOUR
    await tell(desk)
    assert len(await posts(desk)) == 1
    desk.clock.at += 2 * HOUR
    await tell(desk)
    assert len(await posts(desk)) == 2
    assert [decide_due(NOW, count) - NOW for count in (0, 1, 2, 50)] == [6 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR]


async def test_without_the_option_each_article_is_a_post_of_its_own(desk: Newsdesk) -> None:
    _, two = await open_story(desk, PostOptions())
    await desk.publish(two, "logs", LATER, HERALD)
    await desk.work()
    assert await desk.fates(two) == [Outcome.SENDING]


async def test_another_story_and_another_channel_have_messages_of_their_own(desk: Newsdesk) -> None:
    one, _ = await open_story(desk)
    elsewhere = await desk.follow("three", channel="72", posts=REPLIES)
    await desk.publish(one, "border", BORDER)
    await desk.publish(elsewhere, "logs", LATER, HERALD)
    await desk.work()
    assert (await desk.fates(one))[0] is Outcome.SENDING
    assert await desk.fates(elsewhere) == [Outcome.SENDING]


async def test_what_was_split_off_is_no_follow_up(desk: Newsdesk) -> None:
    _, two = await open_story(desk)
    story = (await desk.posts())[0].subject
    await desk.archive.stories.split(OURS, [story], desk.clock.now())
    await desk.publish(two, "logs", LATER, HERALD)
    await desk.work()
    assert await desk.fates(two) == [Outcome.SENDING]


async def test_it_waits_for_the_story_s_own_message_and_shares_its_end(desk: Newsdesk) -> None:
    one, two = [await desk.follow(name, posts=REPLIES) for name in ("one", "two")]
    await desk.publish(one, "harbour", HARBOUR)
    await desk.work()
    await desk.publish(two, "logs", LATER, HERALD)
    await desk.work()
    desk.clock.at += FIRST_PAUSE
    await tell(desk)
    assert await desk.fates(two) == [Outcome.FOLLOW_UP]
    (opening,) = await desk.posts()
    await desk.archive.posts.save_dropped(opening, "It was refused.", desk.clock.now())
    desk.clock.at += 2 * HOUR
    await tell(desk)
    assert await desk.fates(two) == [Outcome.FAILED]
    assert await desk.archive.follow_ups.due(desk.clock.now() + 99 * HOUR, limit=9) == ()


async def test_quiet_hours_are_kept(desk: Newsdesk) -> None:
    _, two = await open_story(desk)
    await desk.publish(two, "logs", LATER, HERALD)
    await desk.work()
    due = desk.clock.now() + FIRST_PAUSE
    hours = parse_quiet_hours(f"{due - HOUR:%H:%M}-{due + 2 * HOUR:%H:%M}")
    await desk.archive.preferences.save(OURS, Preferences(quiet=hours))
    desk.clock.at += FIRST_PAUSE
    await tell(desk)
    assert await posts(desk) == []
    desk.clock.at += 3 * HOUR
    await tell(desk)
    assert len(await posts(desk)) == 1


async def test_a_pause_ends_what_waits(desk: Newsdesk) -> None:
    _, two = await open_story(desk)
    await desk.publish(two, "logs", LATER, HERALD)
    await desk.work()
    await desk.archive.feeds.pause(OURS, two.number, paused=True)
    desk.clock.at += FIRST_PAUSE
    await tell(desk)
    assert await desk.fates(two) == [Outcome.PAUSED]
    assert await posts(desk) == []


async def test_an_item_that_comes_in_meanwhile_waits_for_the_next(desk: Newsdesk) -> None:
    one, two = await open_story(desk)
    await desk.publish(two, "logs", LATER, HERALD)
    await desk.work()
    desk.clock.at += FIRST_PAUSE
    (opening, *_), store = await desk.posts(), desk.archive.follow_ups
    pending = await store.load(opening)
    await desk.publish(one, "more", MORE, LANTERN)
    await desk.work()
    await store.save(opening, pending.items, desk.clock.now())
    assert [await desk.fates(feed) for feed in (one, two)] == [
        [Outcome.FOLLOW_UP, Outcome.POSTED],
        [Outcome.UNCHANGED],
    ]
    desk.clock.at += FIRST_PAUSE
    assert await store.due(desk.clock.now(), limit=9) == (opening.key,)


async def test_a_fault_of_ours_ends_in_the_record(desk: Newsdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    _, two = await open_story(desk)
    await desk.publish(two, "logs", LATER, HERALD)
    await desk.work()
    desk.clock.at += FIRST_PAUSE

    def stumble(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "compose_follow_up", stumble)
    await tell(desk)
    assert await desk.fates(two) == [Outcome.FAILED]
    assert await desk.archive.follow_ups.due(desk.clock.now(), limit=9) == ()


async def test_edits_of_an_article_do_not_change_a_follow_up(desk: Newsdesk) -> None:
    one, two = await desk.follow("one", posts=REPLIES), await desk.follow("two", posts=REPLIES, edits=True)
    await desk.publish(one, "harbour", HARBOUR)
    await desk.work()
    await desk.send()
    number = await desk.publish(two, "logs", LATER, HERALD)
    await desk.work()
    desk.clock.at += FIRST_PAUSE
    await tell(desk)
    await desk.send()
    assert await desk.archive.feeds.editing(number) == ()
