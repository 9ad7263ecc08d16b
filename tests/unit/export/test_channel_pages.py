"""The page and Atom feed of a channel over a real socket: what is on it, who may see it, and how it is cached."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from xml.etree import ElementTree as ET

import feedparser
import pytest
from lxml import html

from bot.archive.store import Archive
from bot.digests.follow_up import compose_follow_up
from bot.domain.briefing import DatedReading, StoryReadings
from bot.domain.channel_page import ChannelPage, ChannelPost, encode_stories, encode_story
from bot.domain.post import Post, PostKind, PostState, post_key
from bot.domain.preferences import Preferences
from bot.export import channel_sites
from bot.export.channel_site import ENTRIES, PAGE
from bot.export.channel_sites import ChannelSites
from bot.i18n.language import Language
from bot.services.channel_pages import PageAddress
from bot.services.digest_composer import ArchiveDigestComposer
from tests.unit.export.hostile import HOSTILE, STRIKE
from tests.unit.export.invented import BRIDGE, LATER, many
from tests.unit.export.page_reader import ADDRESS, Reader
from tests.unit.jobs.wire import BORDER, BROD, PLACE, SERVER, Wire

OTHER = "discord:guild:2"
ATOM = "{http://www.w3.org/2005/Atom}"


def words(found: Any) -> str:
    return " ".join(str(found.text_content()).split())


async def test_a_post_is_on_the_page_with_its_lines_by_side(reader: Reader) -> None:
    await reader.post(BRIDGE)
    page = await reader.page()
    assert words(page.xpath("//h1")[0]) == "Harbour news"
    (post,) = page.xpath("//article")
    assert words(post.xpath(".//h2")[0]) == "Bridge stays open"
    assert [words(one) for one in post.xpath(".//p[@class='speaker']")] == [
        "Ivo Pell Foreign Minister · Iceland",
        "Ana Brod Foreign Minister · Norway",
    ]
    assert "said: “The bridge stays open.”" in [words(one) for one in post.xpath(".//span[@class='words']")]
    assert "state-funded" in words(post.xpath(".//p[@class='source']")[0])
    assert post.xpath(".//h2/a/@href") == ["https://press.example/bridge"]


async def test_a_digest_is_on_the_page_story_by_story(archive: Archive, reader: Reader) -> None:
    wire = Wire(archive, reader.clock)
    story = await wire.bring("Quill", title="Talks in Merrow Bay")
    await wire.bring("Ledger", story=story, title="Merrow talks go on")
    await wire.bring("Quill", BORDER, BROD, title="The border opens")
    now = reader.clock.now()
    briefing = await ArchiveDigestComposer(archive, reader.clock).compose(
        SERVER, now - timedelta(days=1), now, "", limit=1
    )
    assert len(briefing.stories) == len(briefing.more) == 1
    key = post_key(PostKind.DIGEST, PLACE, "1:2026-01-01", 0)
    await reader.sent(
        Post(key, key, 0, PostKind.DIGEST, SERVER, PLACE, "1:2026-01-01", "{}", now, stories=encode_stories(briefing))
    )
    (post,) = (await reader.page()).xpath("//article")
    assert words(post.xpath(".//h2")[0]).startswith("Digest")
    assert [words(one) for one in post.xpath(".//h3")] == ["1 · Talks in Merrow Bay", "More stories"]
    assert "“Hungry people cannot eat a verdict,”" in words(post)
    assert "The border opens" in words(post)


async def test_a_follow_up_is_on_the_page_with_what_is_new_alone(reader: Reader) -> None:
    await reader.post(BRIDGE)
    reader.clock.at += timedelta(hours=6)
    now = reader.clock.now()
    accounts = [(DatedReading(one, at=now),) for one in (LATER, BRIDGE)]
    follow_up = compose_follow_up(StoryReadings(*accounts))
    assert follow_up is not None
    opening = post_key(PostKind.ITEM, PLACE, BRIDGE.id, 0)
    post = Post("f" * 20, opening, 44, PostKind.FOLLOW_UP, SERVER, PLACE, BRIDGE.id, "{}", now)
    await reader.archive.save_reading(LATER)
    await reader.sent(replace(post, stories=encode_story(follow_up.story)))
    reader.later()
    newest, first = (await reader.page()).xpath("//article")
    assert words(newest.xpath(".//h2")[0]) == "Pell speaks"
    assert "asked for patience" in words(newest)
    assert "stays open" not in words(newest)
    assert "stays open" in words(first)
    feed = feedparser.parse((await reader.get("feed.atom"))[1])
    assert [entry.title for entry in feed.entries] == ["Pell speaks", "Bridge stays open"]


async def test_a_follow_up_of_an_earlier_version_is_left_out(reader: Reader) -> None:
    """It did not say what it tells."""
    await reader.sent(
        Post("f" * 20, "e" * 20, 44, PostKind.FOLLOW_UP, SERVER, PLACE, BRIDGE.id, "{}", reader.clock.now())
    )
    assert (await reader.page()).xpath("//article") == []


async def test_the_feed_has_what_the_page_has(reader: Reader) -> None:
    """The elements that RFC 4287 requires (4.1.1, 4.1.2), unique ids, and what a reader makes of it."""
    for one in (BRIDGE, HOSTILE, *many(ENTRIES)):
        reader.clock.at += timedelta(minutes=1)
        await reader.post(one)
    status, body, headers = await reader.get("feed.atom")
    assert (status, headers["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    root = ET.fromstring(body)  # noqa: S314 - our own
    for parent in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (element,) = parent.findall(f"{ATOM}{name}")
            assert element.text
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", parent.findtext(f"{ATOM}id") or "")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+]00:00", parent.findtext(f"{ATOM}updated") or "")
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == ENTRIES + 1
    parsed = feedparser.parse(body)
    assert not parsed.bozo
    assert parsed.feed.title == "Harbour news"
    assert {link.rel: link.href for link in parsed.feed.links} == {
        "self": f"{ADDRESS}{reader.token}/feed.atom",
        "alternate": f"{ADDRESS}{reader.token}/",
    }
    newest = parsed.entries[0]
    assert newest.title == f"Bridge number {ENTRIES - 1}"
    assert newest.content[0].type == "text/html"
    page = await reader.page()
    shown = [f"{ADDRESS}{reader.token}/index.html#{ident}" for ident in page.xpath("//article/@id")]
    assert [one.link for one in parsed.entries[:PAGE]] == shown


async def test_only_what_the_server_has_in_the_channel_is_on_it(reader: Reader) -> None:
    await reader.post(BRIDGE)
    await reader.post(LATER, owner=OTHER)  # another server's in the same channel cannot be; it would not be shown
    first, second, third, fourth = many(4)
    await reader.post(first, channel="72")
    await reader.post(second, kind=PostKind.ALERT)
    await reader.post(third, state=PostState.HELD)
    await reader.post(fourth, channel="73", owner=OTHER)
    theirs = await reader.publish("73", OTHER)
    assert [words(one) for one in (await reader.page()).xpath("//article/h2")] == ["Bridge stays open"]
    assert "Bridge stays open" not in (await reader.get(token=theirs))[1]
    assert "Bridge number 3" in (await reader.get(token=theirs))[1]


async def test_an_address_is_taken_back_at_once(archive: Archive, reader: Reader) -> None:
    await reader.post(BRIDGE)
    feed_id = ET.fromstring((await reader.get("feed.atom"))[1]).findtext(f"{ATOM}id")  # noqa: S314 - our own
    old, reader.token = reader.token, await reader.publish(do=PageAddress.NEW)
    assert (await reader.get(token=old))[0] == 404
    status, body, _ = await reader.get("feed.atom")
    assert status == 200
    assert ET.fromstring(body).findtext(f"{ATOM}id") == feed_id  # noqa: S314 - our own
    assert await reader.publish() == reader.token  # asked again, it is shown again
    await reader.publish(do=PageAddress.OFF)
    assert (await reader.get())[0] == 404
    reader.token = await reader.publish()
    await archive.posts.hold(PLACE, SERVER, "the channel is gone", reader.clock.now())
    assert (await reader.get())[0] == 404
    await archive.posts.repair(PLACE, reader.clock.now())
    assert (await reader.get())[0] == 200
    await archive.forgetting.forget("discord:9")
    assert (await reader.get())[0] == 404


async def test_an_address_that_is_taken_back_during_a_request_is_no_error(archive: Archive, reader: Reader) -> None:
    await reader.post(BRIDGE)
    assert (await reader.get())[0] == 200
    reader.later()
    load = archive.pages.load_posts

    async def take_back(page: ChannelPage, *, limit: int) -> tuple[ChannelPost, ...]:
        await reader.publish(do=PageAddress.OFF)
        assert (await reader.get())[0] == 404
        return await load(page, limit=limit)

    with patch.object(archive.pages, "load_posts", take_back):
        assert (await reader.get())[0] in {200, 404}


async def test_another_server_cannot_take_a_page_over(archive: Archive, reader: Reader) -> None:
    page = ChannelPage(PLACE, OTHER, "x" * 43, "Ours", "discord:8", reader.clock.now())
    assert (await archive.pages.open(page)).owner == SERVER
    assert await archive.pages.close(OTHER, PLACE) is None
    assert await archive.pages.renew(OTHER, PLACE, "x" * 43) is None
    assert (await reader.get())[0] == 200


async def test_who_has_it_gets_it_only_when_it_has_changed(reader: Reader) -> None:
    await reader.post(BRIDGE)
    for name in ("", "feed.atom"):
        status, _, headers = await reader.get(name)
        assert status == 200
        assert headers["Cache-Control"] == "private, max-age=60"
        for known in (
            {"If-None-Match": headers["ETag"]},
            {"If-None-Match": f"W/{headers['ETag']}"},
            {"If-Modified-Since": headers["Last-Modified"]},
        ):
            status, body, again = await reader.get(name, headers=known)
            assert (status, body, again["ETag"]) == (304, "", headers["ETag"])
        other = {"If-None-Match": '"another"', "If-Modified-Since": headers["Last-Modified"]}
        assert (await reader.get(name, headers=other))[0] == 200
    tag = (await reader.get("feed.atom"))[2]["ETag"]
    reader.later()
    assert (await reader.get("feed.atom", headers={"If-None-Match": tag}))[0] == 304
    await reader.post(LATER)
    reader.later()
    status, body, _ = await reader.get("feed.atom", headers={"If-None-Match": tag})
    assert status == 200
    assert "Pell speaks" in body


async def test_a_deleted_article_leaves_it(archive: Archive, reader: Reader) -> None:
    await reader.post(BRIDGE)
    await reader.post(LATER)
    assert len((await reader.page()).xpath("//article")) == 2
    assert await archive.forgetting.prune(reader.clock.now() + timedelta(days=900)) == 2
    reader.later()
    assert (await reader.page()).xpath("//article") == []


async def test_a_damaged_article_leaves_the_others_on_it(archive: Archive, reader: Reader) -> None:
    for reading in (BRIDGE, LATER):
        await reader.post(reading)
    async with archive._engines.writer.begin() as connection:
        await connection.exec_driver_sql("UPDATE texts SET text = 'damaged' WHERE id = (SELECT min(id) FROM texts)")
    assert (await reader.get())[0] == 200


async def test_answers_are_hardened_and_read_only(reader: Reader) -> None:
    await reader.post(HOSTILE)
    for name in ("", "feed.atom", "style.css", "search.js", "nothing.html", "../../healthz"):
        status, _, headers = await reader.get(name)
        assert status == (404 if name in {"nothing.html", "../../healthz"} else 200)
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "Set-Cookie" not in headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Robots-Tag"] == "noindex, nofollow"
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert (await reader.get(method=method))[0] == 405
    status, body, headers = await reader.get(method="HEAD")
    assert (status, body) == (200, "")
    assert int(headers["Content-Length"]) > 1000
    page = await reader.page()
    assert STRIKE in words(page)
    assert [one.attrib for one in page.xpath("//script")] == [{"src": "search.js"}]
    assert not page.xpath("//img | //svg | //iframe | //form[@action] | //@style")
    assert not [name for one in page.iter() for name in one.attrib if name.startswith("on")]
    assert all(
        one.startswith(("https://", "#", "index.html", "feed.atom", "style.css", "data:,"))
        for one in page.xpath("//@href")
    )


async def test_requests_are_limited_and_wrong_ones_lock_nobody_out(reader: Reader) -> None:
    for _ in range(5):
        assert (await reader.get(token="y" * 43))[0] == 404
    status, _, headers = await reader.get(token="y" * 43)
    assert status == 429
    assert 1 <= int(headers["Retry-After"]) <= 60
    for _ in range(60):
        assert (await reader.get("style.css"))[0] == 200
    assert (await reader.get("style.css"))[0] == 429
    reader.clock.at += timedelta(minutes=2)
    assert (await reader.get("style.css"))[0] == 200


async def test_few_channels_are_kept_in_memory(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel_sites, "SITES", 2)
    sites = ChannelSites(reader.archive, reader.clock, ADDRESS)
    for channel in ("81", "82", "83"):
        assert await sites.find(await reader.publish(channel), "index.html")
    assert len(sites._kept) == 2


async def test_many_posts_have_pages_and_are_all_found(reader: Reader) -> None:
    for one in many(PAGE + 5):
        await reader.post(one)
    page = await reader.page()
    assert len(page.xpath("//article")) == PAGE
    assert words(page.xpath("//nav[@class='pages']/span")[0]) == "Page 1 of 2"
    second: Any = html.fromstring((await reader.get("index-2.html"))[1].encode())
    assert len(second.xpath("//article")) == 5
    status, body, headers = await reader.get(f"search/{ord('b'):x}.js")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    oldest = second.xpath("//article/@id")[-1]
    assert f"index-2.html#{oldest}" in body


async def test_it_speaks_the_servers_language(archive: Archive, reader: Reader) -> None:
    await reader.post(BRIDGE)
    await archive.preferences.save(SERVER, Preferences("Asia/Dubai", language=Language.ARABIC))
    page = await reader.page()
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert "نُشر:" in words(page.xpath("//article")[0])
    assert ET.fromstring((await reader.get("feed.atom"))[1]).get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"  # noqa: S314 - our own
    await archive.preferences.save(SERVER, Preferences(language=Language.FRENCH))
    reader.later()
    assert (await reader.page()).get("lang") == "fr"


async def test_a_page_without_posts_says_so(reader: Reader) -> None:
    assert "Nothing has been posted here yet." in words(await reader.page())
    assert (await reader.get("feed.atom"))[0] == 200
