"""Feeds and digests in the console: the commands of Discord, for one owner and one channel."""

import re
from pathlib import Path

import pytest

from bot.archive.push_sources import hash_token
from bot.archive.store import Archive
from bot.console.parse import parse_request
from bot.console.session import ConsoleSession
from bot.domain.feed import Delivery
from bot.errors import ParseError, UsageError
from bot.ingest.article_payload import parse_article
from tests.unit.services.fakes import FEED_URL, NOW, SPORT_URL, opml


async def say(desk: ConsoleSession, line: str) -> str:
    request = parse_request(line)
    assert request
    return await desk.answer(request)


def find_token(shown: str) -> str:
    (token,) = set(re.findall(r"attache_[\w-]{43}", shown))
    return str(token)


async def test_a_feed_is_added_and_listed(desk: ConsoleSession, archive: Archive) -> None:
    shown = await say(desk, f"feed add url:{FEED_URL} filter:not:sport deliver:digest edits:yes")
    assert "Feed 1 in console · for digests only." in shown
    assert "Of its 5 current items, it would have posted 3." in shown
    assert "2 are filtered by not:sport" in shown
    assert "Minister visits the *quay* (ministry.example.org)" in shown
    (one,) = await archive.feeds.followed("console")
    assert (one.subscription.channel, one.subscription.by) == ("console", "console")
    assert (one.subscription.delivery, one.subscription.edits) == (Delivery.DIGEST, True)
    listed = await say(desk, "feed list")
    assert "1 Ministry of Harbours (ministry.example.org)" in listed
    assert "healthy · checked every 15 min" in listed


async def test_a_feed_is_paused_resumed_and_removed(desk: ConsoleSession, archive: Archive) -> None:
    await say(desk, f"feed add {FEED_URL}")
    assert "To undo: feed resume number:1" in await say(desk, "feed pause 1")
    assert (await archive.feeds.find("console", 1)).subscription.paused
    assert "posts in console again." in await say(desk, "feed resume 1")
    assert f"To undo: feed add url:{FEED_URL}" in await say(desk, "feed remove number:1")
    assert "No feeds are followed here yet." in await say(desk, "feed list")


async def test_what_is_undone_by_its_own_words(desk: ConsoleSession) -> None:
    await say(desk, f"feed add {FEED_URL} filter:not:sport")
    removed = await say(desk, "feed remove 1")
    undo = removed.partition("To undo: ")[2].splitlines()[0]
    assert "Filter not:sport" in await say(desk, undo)


async def test_a_source_is_opened_renewed_and_removed(desk: ConsoleSession, archive: Archive) -> None:
    opened = await say(desk, "feed add url:push name:Harbour Gazette filter:not:sport")
    assert "Feed 1 in console · each item." in opened
    token = find_token(opened)
    source = await archive.received.find_source(hash_token(token))
    assert source
    assert source.title == "Harbour Gazette"
    assert f'-H "Authorization: Bearer {token}"' in opened
    assert "sends its articles · none received yet" in await say(desk, "feed list")
    assert "received: 1 of them sends its articles; none received yet" in await say(desk, "status")
    renewed = find_token(await say(desk, "feed token 1"))
    assert renewed != token
    assert await archive.received.find_source(hash_token(token)) is None
    assert await archive.received.find_source(hash_token(renewed))
    removed = await say(desk, "feed remove 1")
    assert await archive.received.find_source(hash_token(renewed)) is None
    undo = removed.partition("To undo: ")[2].splitlines()[0]
    assert undo == "feed add url:push name:Harbour Gazette filter:not:sport"
    assert "Source added" in await say(desk, undo)


async def test_the_trial_that_is_shown_is_taken(desk: ConsoleSession) -> None:
    opened = await say(desk, "feed add push name:Harbour Gazette")
    start, end = opened.index("'{") + 1, opened.index("}'") + 1
    entry = parse_article(opened[start:end].encode(), NOW)
    assert entry.title == "A trial"
    lines = opened[opened.index("curl ") :].splitlines()
    assert max(map(len, lines)) <= 80, "it is copied from a terminal"


async def test_a_filter_is_changed_and_changed_back(desk: ConsoleSession, archive: Archive) -> None:
    await say(desk, f"feed add {FEED_URL}")
    shown = await say(desk, "feed filter number:1 filter:not:sport")
    assert "Of its newest 5 items, it would have posted 3." in shown
    assert "2 are filtered by not:sport" in shown
    assert (await archive.feeds.find("console", 1)).subscription.filter == "not:sport"
    undo = shown.partition("To undo: ")[2].splitlines()[0]
    assert undo == "feed filter number:1 filter:none"
    assert "It has no filter now." in await say(desk, undo)
    assert (await archive.feeds.find("console", 1)).subscription.filter == ""


async def test_why(desk: ConsoleSession) -> None:
    await say(desk, f"feed add {FEED_URL}")
    shown = await say(desk, "feed why 1")
    assert "Trawler talks resume (ministry.example.org)" in shown
    assert "waiting to be read: It was already in the feed when the feed was added." in shown
    assert "seen 2026-01-01 09:30 UTC" in shown
    assert shown == await say(desk, "feed why")
    assert "Older ones" not in shown


async def test_why_goes_on_to_older_items(desk: ConsoleSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.services.subscriptions.OUTCOMES_SHOWN", 3)
    await say(desk, f"feed add {FEED_URL}")
    shown = await say(desk, "feed why")
    assert shown.count(" · seen ") == 3
    older = shown.partition("Older ones: ")[2].splitlines()[0]
    rest = await say(desk, older)
    assert rest.count(" · seen ") == 2
    assert "Older ones" not in rest
    assert "before" not in rest


async def test_lists_in_and_out(desk: ConsoleSession, tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_bytes(opml(FEED_URL, "https://ministry.example.org/gone.xml", SPORT_URL))
    shown = await say(desk, f"feed import {tmp_path}/feeds.opml filter:not:war")
    assert "2 of 3 feeds are now followed." in shown
    assert "The feed was not found." in shown
    exported = await say(desk, "feed export")
    assert exported.startswith("<?xml")
    assert FEED_URL in exported
    (tmp_path / "diary.txt").write_text("Dear diary")
    with pytest.raises(ParseError):
        await say(desk, f"feed import {tmp_path}/diary.txt")


async def test_digests_are_scheduled(desk: ConsoleSession) -> None:
    shown = await say(desk, "digest schedule time:08:00 timezone:Europe/Berlin days:mon-fri topic:fish silent:yes")
    assert "Digest 1 will appear in console: 08:00 Europe/Berlin, Monday to Friday, about fish." in shown
    assert "Next: 2026-01-02 07:00 UTC" in shown
    assert "1 08:00 Europe/Berlin, Monday to Friday, about fish" in await say(desk, "digest list")
    assert "is skipped until you resume it" in await say(desk, "digest pause 1")
    assert "will appear in console again." in await say(desk, "digest resume 1")
    assert "will no longer appear in console." in await say(desk, "digest remove 1")
    assert "No digests are scheduled here yet." in await say(desk, "digest list")


async def test_a_digest_is_composed(desk: ConsoleSession) -> None:
    shown = await say(desk, "digest now hours:6")
    assert "Two harbours, one call" in shown
    assert shown == await say(desk, "digest preview hours:6")


async def test_status_tells_of_the_desk(desk: ConsoleSession) -> None:
    assert "feeds: none followed" in await say(desk, "status")
    await say(desk, f"feed add {FEED_URL}")
    await say(desk, "digest schedule time:08:00 timezone:UTC")
    shown = await say(desk, "status")
    assert "feeds: 1 healthy" in shown
    assert "waiting: 5 to read" in shown
    assert "next digest: 2026-01-02 08:00 UTC" in shown


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("feed add", "feed add needs url. Type it as feed add url:… filter:… deliver:… edits:… name:…"),
        ("feed add a.example/rss deliver:never", "deliver must be each or digest, not never."),
        ("feed add a.example/rss edits:perhaps", "edits must be yes or no, not perhaps."),
        ("feed set 1", "Nothing was changed, as no option was given. Add one of followups:, pictures:"),
        ("feed pause", "feed pause needs number."),
        ("feed pause one", "one is not a number"),
        ("feed add push", "A source needs a name of at most 100 characters."),
        (f"feed add {FEED_URL} name:Mine", "A feed already has a title."),
        ("feed filter 1", "feed filter needs filter. Type it as feed filter number:… filter:…"),
        ("feed filter number:4 filter:fish", "There is no feed number 4"),
        ("feed token 4", "There is no feed number 4"),
        ("feed why 7", "There is no feed number 7"),
        ("feed import /nowhere/feeds.opml", "The file /nowhere/feeds.opml cannot be read."),
        ("digest schedule time:08:00", "A scheduled digest needs a time zone."),
        ("digest schedule time:25:99", "25:99"),
        ("digest now hours:900", "900 is not a number from 1 to 168."),
        ("digest remove 3", "There is no scheduled digest 3 here."),
    ],
)
async def test_what_cannot_be_understood_is_told(desk: ConsoleSession, line: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        await say(desk, line)
    assert says in str(caught.value)
