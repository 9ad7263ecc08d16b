"""Every command with every option, what is suggested, menus, messages to the bot, and then every button that came."""

import json
import re
import socket
from dataclasses import replace
from typing import Any

import aiohttp
import feedparser
import pytest

from benchmarks.discord_loopback.interactions import Value
from benchmarks.discord_loopback.world import MANAGE_GUILD, Origin, channel_id, role_id
from benchmarks.loopback import article_page
from bot.gazetteer.source_catalogue import Pack, SourceFilter, package_catalogue
from bot.render.card import Action
from tests.acceptance.catalogue import publish_source
from tests.acceptance.conftest import Afterwards
from tests.acceptance.harness import Answer, Harness, find_press, open_origin, parts_of, presses_of, text_of
from tests.acceptance.site import Page, split_paragraphs
from tests.acceptance.texts import BORDER, CRANES, FRENCH, GERMAN, HARBOUR, ONE_PERSON, QUARREL, SILENT, speech

pytestmark = [pytest.mark.acceptance, pytest.mark.asyncio(loop_scope="module")]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


SETTINGS = {name: f"127.0.0.1:{free_port()}" for name in ("RECEIVE_ADDRESS", "PUBLISH_ADDRESS")}
CHIEF = Origin()
GUEST = Origin(7, 0, permissions=(1 << 11) | (1 << 10))
ALONE = open_origin(8)
WITH_FRIENDS = open_origin(9, installed=True)
RUSSIAN = open_origin(10, locale="ru")
ELSEWHERE = Origin(1, 1)

HARBOUR_SITE, QUARREL_SITE, CRANES_SITE, FEED_SITE, NAMING_SITE, LONG_SITE = range(1, 7)
BAD = 20

Case = tuple[Origin, str, dict[str, Value], str]
"""Who, which command, its options ("@" a page of a site, "#" a channel, "&" a role), and a pattern of the answer."""

READING: list[Case] = [
    (CHIEF, "summarize", {"article": "@quarrel"}, r"Two harbours.*Key sentences|Key sentences|telephone"),
    (ALONE, "summarize", {"article": "@quarrel", "sentences": 2}, "word for word"),
    (WITH_FRIENDS, "summarize", {"article": QUARREL}, "word for word"),
    (CHIEF, "whosaid", {"article": "@quarrel"}, "Haugseth"),
    (ALONE, "whosaid", {"article": "@quarrel", "speaker": "Iceland"}, "Steinsdóttir"),
    (CHIEF, "whosaid", {"article": "@cranes"}, "Teven"),
    (CHIEF, "whosaid", {"article": "@long"}, "Haugseth"),
    (CHIEF, "twosides", {"article": "@long"}, ""),
    (CHIEF, "said", {"who": "Haugseth", "about": "inspection"}, "Older"),
    (CHIEF, "twosides", {"article": "@quarrel"}, "Norway.*Iceland|Iceland.*Norway"),
    (CHIEF, "twosides", {"article": "@quarrel", "a": "Norway", "b": "Iceland", "as": "sidesdark"}, ""),
    (ALONE, "twosides", {"a": "Norway", "b": "Iceland", "about": "inspection", "as": "twosides"}, "inspection"),
    (CHIEF, "twosides", {"article": "@quarrel", "a": "Haugseth", "b": "Steinsdóttir", "as": "sideslight"}, ""),
    (CHIEF, "said", {"who": "Haugseth"}, "Haugseth"),
    (ALONE, "said", {"about": "inspection", "since": "30d", "until": "2090-01-01"}, "inspection"),
    (WITH_FRIENDS, "said", {"who": "Norway", "about": "inspection"}, "inspection"),
    (CHIEF, "whosaid", {"article": "@bad/dahl-en"}, "Arne Dahl"),
    (CHIEF, "whosaid", {"article": "@bad/dahl-ru"}, "Арне Даль"),
    (CHIEF, "whosaid", {"article": "@bad/dahl-zh"}, "阿尔内·达尔"),
    (CHIEF, "said", {"who": "Arne Dahl", "about": "language:ru"}, "«Мы договорились о квотах».*Russian"),
    (CHIEF, "said", {"who": "Arne Dahl", "about": "language:zh"}, "我们已就配额达成一致"),
    (CHIEF, "said", {"who": "Арне Даль", "about": "language:en"}, "We have agreed on the quotas"),
    (CHIEF, "said", {"who": "阿尔内·达尔", "about": "language:ru,en"}, "Мы договорились о квотах|We have agreed"),
    (CHIEF, "timeline", {"who": "Haugseth", "since": "30d"}, ""),
    (ALONE, "timeline", {"about": "inspection", "theme": "light"}, ""),
    (CHIEF, "position", {"country": "Norway"}, "Norway"),
    (CHIEF, "position", {"country": "Iceland", "topic": "inspection"}, "inspection"),
    (CHIEF, "position", {"country": "Norway", "as": "positionfile"}, ""),
    (CHIEF, "changed", {"who": "Haugseth"}, "reverses an earlier one.*compared"),
    (ALONE, "changed", {"who": "Iceland", "about": "inspection"}, "compared"),
    (RUSSIAN, "changed", {"who": "Haugseth"}, "сравнен"),
]

ABOUT: list[Case] = [
    (CHIEF, "help", {}, "who said what"),
    (ALONE, "help", {}, "who said what"),
    (RUSSIAN, "help", {}, "Attaché"),
    (CHIEF, "privacy", {}, "stores"),
    (CHIEF, "status", {}, "Feeds"),
    (ALONE, "status", {}, "is up"),
]

OWN: list[Case] = [
    (ALONE, "settings me", {}, "Your settings"),
    (ALONE, "settings me", {"timezone": "Europe/Berlin", "quiet": "22:00-07:00", "attitudes": True}, "Berlin"),
    (ALONE, "settings me", {"language": "fr"}, "français|Français|paramètres|réglages|Vos"),
    (ALONE, "settings me", {"timezone": "none", "quiet": "none", "attitudes": False, "language": "none"}, "Your"),
    (ALONE, "settings me", {"languages": "en, ru"}, "English, Russian"),
    (ALONE, "settings me", {"languages": "all"}, "Languages.*all"),
    (CHIEF, "settings server", {}, "Settings of this server"),
    (CHIEF, "settings server", {"style": "short", "timezone": "Asia/Tokyo", "quiet": "01:00-02:00"}, "Tokyo"),
    (CHIEF, "settings server", {"languages": "none"}, "Languages.*all"),
    (CHIEF, "settings server", {"labels": False, "language": "es"}, ""),
    (
        CHIEF,
        "settings server",
        {"style": "full", "timezone": "none", "quiet": "none", "labels": True, "language": "none"},
        "Settings of this server",
    ),
    (ALONE, "watch add", {"speaker": "Lavrov", "topic": "New START"}, "Watch 1"),
    (CHIEF, "watch add", {"topic": "cod", "deliver": "here"}, "Watch 1"),
    (ALONE, "watch add", {"speaker": "Lavrov", "topic": "New START"}, "already"),
    (ALONE, "watch add", {}, "speaker or a topic"),
    (ALONE, "watch list", {}, "Your watches"),
    (ALONE, "watch remove", {"number": 9}, "no watch 9"),
]

SERVER: list[Case] = [
    (CHIEF, "feed list", {}, "No feed"),
    (CHIEF, "feed add", {"url": "@feed", "channel": "#2", "filter": 'any:cranes,"New START" not:sport'}, "Feed added"),
    (CHIEF, "feed add", {"url": "@feed", "deliver": "digest", "edits": True}, "Feed added"),
    (CHIEF, "feed add", {"url": "@naming"}, "already|added"),
    (
        CHIEF,
        "feed add",
        {"url": "@feed", "channel": "#7", "followups": "reply", "role": "&1", "pictures": True},
        "Feed added",
    ),
    (CHIEF, "feed list", {}, "follow-ups as replies · mentions .* · with headline pictures"),
    (CHIEF, "feed set", {"number": 1, "followups": "reply", "pictures": True, "role": "&3"}, "reply.*mentions.*pict"),
    (CHIEF, "feed set", {"number": 1, "clear": "role"}, "as a reply to its post"),
    (CHIEF, "feed set", {"number": 1, "followups": "none", "pictures": False}, "in posts of their own"),
    (CHIEF, "feed add", {"url": "push", "name": "Harbour Gazette"}, "Source added"),
    (CHIEF, "feed list", {}, "Courier"),
    (CHIEF, "setup", {}, "Wires"),
    (
        CHIEF,
        "setup",
        {"channel": "#6", "language": "en", "timezone": "Asia/Tokyo", "pack": "council", "time": "6:30"},
        "Security Council",
    ),
    (CHIEF, "feed browse", {}, "Sources"),
    (CHIEF, "feed browse", {"words": "tass", "country": "Russia", "language": "en", "kind": "agency"}, "state-funded"),
    (CHIEF, "feed browse", {"pack": "wires"}, "Follow all"),
    (CHIEF, "feed browse", {"source": "TASS"}, "carries 1 item"),
    (CHIEF, "feed why", {}, "What happened"),
    (CHIEF, "feed why", {"number": 1}, "What happened"),
    (CHIEF, "feed filter", {"number": 1, "filter": "language:en"}, "Filter changed"),
    (CHIEF, "feed filter", {"number": 1, "filter": "none"}, "no filter"),
    (CHIEF, "feed pause", {"number": 2}, "paused"),
    (CHIEF, "feed resume", {"number": 2}, "resumed"),
    (CHIEF, "feed remove", {"number": 2}, "removed"),
    (CHIEF, "feed publish", {"channel": "#2", "name": "Harbour news"}, "Page published.*/feed.atom"),
    (CHIEF, "feed publish", {"channel": "#2", "address": "new"}, "old addresses no longer work"),
    (CHIEF, "feed publish", {"channel": "#2", "address": "off"}, "Page switched off"),
    (CHIEF, "digest schedule", {"time": "08:00", "timezone": "Europe/Berlin"}, "Digest scheduled"),
    (
        CHIEF,
        "digest schedule",
        {
            "time": "17:30",
            "timezone": "Asia/Tokyo",
            "days": "mon-fri",
            "topic": "cod",
            "channel": "#3",
            "quiet": "22:00-07:00",
            "silent": True,
            "role": "&1",
        },
        "Digest scheduled",
    ),
    (CHIEF, "digest list", {}, "17:30"),
    (
        CHIEF,
        "digest schedule",
        {"time": "09:00", "timezone": "Europe/Berlin", "days": "weekly", "deliver": "dm"},
        "direct messages",
    ),
    (CHIEF, "digest remove", {"number": 3}, "removed"),
    (CHIEF, "catchup", {}, "Since you last looked"),
    (GUEST, "catchup", {}, "Since you last looked"),
    (CHIEF, "digest pause", {"number": 2}, "paused"),
    (CHIEF, "digest resume", {"number": 2}, "resumed"),
    (CHIEF, "digest remove", {"number": 2}, "removed"),
    (CHIEF, "digest now", {}, "Digest|Nothing new|No feeds are followed"),
    (CHIEF, "digest now", {"topic": "cranes", "hours": 6}, "Nothing new|Digest|No feeds are followed"),
    (CHIEF, "digest preview", {"topic": "cranes", "hours": 48}, "Nothing new|Digest|No feeds are followed"),
    (CHIEF, "status", {}, "healthy"),
]

MISTAKES: list[Case] = [
    (CHIEF, "summarize", {"article": "@bad/gone"}, "no page at this address"),
    (CHIEF, "summarize", {"article": "@bad/paid"}, "paywall"),
    (CHIEF, "summarize", {"article": "@bad/paywalled"}, "paywall"),
    (CHIEF, "summarize", {"article": "@bad/barred"}, "paywall"),
    (CHIEF, "summarize", {"article": "@bad/links"}, "No article"),
    (CHIEF, "summarize", {"article": "@bad/empty"}, "empty"),
    (CHIEF, "summarize", {"article": "@bad/pdf"}, "PDF"),
    (CHIEF, "summarize", {"article": "@bad/huge"}, "5 MB"),
    (CHIEF, "summarize", {"article": "@bad/broken"}, "internal error"),
    (CHIEF, "summarize", {"article": "@bad/limits"}, "fewer requests"),
    (CHIEF, "summarize", {"article": "@bad/around"}, "redirects"),
    (CHIEF, "summarize", {"article": "@bad/inward"}, "not contact|redirects"),
    (CHIEF, "summarize", {"article": "http://169.254.169.254/latest"}, "does not contact"),
    (CHIEF, "summarize", {"article": "http://localhost/x"}, "does not contact"),
    (CHIEF, "summarize", {"article": "http://[::1]:8080/x"}, "does not contact"),
    (CHIEF, "summarize", {"article": "ftp://news.example/x"}, "http"),
    (CHIEF, "summarize", {"article": "http://a:b@news.example/x"}, "password"),
    (CHIEF, "summarize", {"article": "http://nowhere.invalid/x"}, "name|reached"),
    (CHIEF, "summarize", {"article": "short"}, "too short"),
    (CHIEF, "whosaid", {"article": "@bad/silent"}, "Nobody is quoted"),
    (CHIEF, "whosaid", {"article": "@bad/french"}, "trouvé un accord sur les quotas"),
    (CHIEF, "whosaid", {"article": "@bad/german"}, "works in English, Arabic"),
    (CHIEF, "summarize", {"article": "@bad/french"}, "pêche|quotas|accord"),
    (CHIEF, "whosaid", {"article": "@quarrel", "speaker": "Batman"}, "No speaker matching"),
    (CHIEF, "twosides", {"article": "@bad/silent"}, "two sides"),
    (CHIEF, "twosides", {}, "Give an article|Nothing|compare|sides"),
    (CHIEF, "twosides", {"a": "Norway"}, "only one side"),
    (CHIEF, "said", {}, "nothing to search for"),
    (CHIEF, "said", {"who": "Blinken", "about": "Batman"}, "Nothing.*article"),
    (CHIEF, "said", {"who": "Haugseth", "since": "the day before never"}, ""),
    (CHIEF, "timeline", {}, "needs a speaker or a topic"),
    (CHIEF, "position", {"country": "Atlantis"}, "no country"),
    (CHIEF, "changed", {"who": "Batman"}, "Nothing by Batman was found"),
    (CHIEF, "feed add", {"url": "@bad/gone"}, "no feed at this address"),
    (CHIEF, "feed add", {"url": "@bad/links"}, "not a feed"),
    (CHIEF, "feed add", {"url": "@bad/twofeeds"}, "not a feed.*names|Feed added"),
    (CHIEF, "feed add", {"url": "not an address"}, "not a web address"),
    (CHIEF, "feed add", {"url": "@feed", "filter": "nonsense:x"}, "nonsense"),
    (CHIEF, "feed add", {"url": "@feed", "channel": "#5"}, "cannot post"),
    (CHIEF, "feed add", {"url": "@feed", "role": "&0"}, "neither everyone"),
    (CHIEF, "feed set", {"number": 1, "role": "&2"}, "may not mention the role"),
    (CHIEF, "feed set", {"number": 1, "followups": "thread"}, "I lack Create Public Threads"),
    (CHIEF, "feed add", {"url": "@feed", "tag": "Straits"}, "is not a forum"),
    (CHIEF, "feed set", {"number": 1, "tag": "Straits"}, "is not a forum"),
    (CHIEF, "digest schedule", {"time": "07:00", "timezone": "UTC", "tag": "Straits"}, "is not a forum"),
    (CHIEF, "digest schedule", {"time": "07:00", "timezone": "UTC", "deliver": "dm", "role": "&1"}, "not for direct"),
    (CHIEF, "feed add", {"url": "tas"}, "TASS"),
    (CHIEF, "feed browse", {"words": "no such source"}, "No source of the catalogue"),
    (CHIEF, "feed browse", {"source": "no such source"}, "no such source"),
    (CHIEF, "feed browse", {"source": "Yonhap"}, "no page|no feed"),
    (CHIEF, "feed why", {"number": 99}, "no feed number 99"),
    (CHIEF, "feed token", {"number": 1}, "no token"),
    (CHIEF, "digest schedule", {"time": "25:99", "timezone": "Europe/Berlin"}, "not a time of day"),
    (CHIEF, "digest schedule", {"time": "08:00", "timezone": "Mars/Base"}, "Mars"),
    (CHIEF, "digest schedule", {"time": "08:00", "timezone": "Europe/Berlin", "days": "moonday"}, "does not name days"),
    (CHIEF, "digest schedule", {"time": "08:00", "timezone": "Europe/Berlin", "quiet": "late"}, "not name quiet hours"),
    (CHIEF, "setup", {"time": "25:99"}, "not a time of day"),
    (CHIEF, "setup", {"channel": "#5"}, "Permissions"),
    (CHIEF, "digest remove", {"number": 99}, "no scheduled digest 99"),
    (CHIEF, "settings me", {"timezone": "Mars/Base"}, "Mars"),
    (CHIEF, "settings me", {"quiet": "late"}, "not name quiet hours"),
]
FORBIDDEN: list[Case] = [
    (GUEST, "feed list", {}, "cannot use"),
    (GUEST, "feed add", {"url": "@feed"}, "cannot use"),
    (GUEST, "feed browse", {}, "cannot use"),
    (GUEST, "setup", {}, "cannot use"),
    (GUEST, "feed publish", {}, "cannot use"),
    (GUEST, "digest now", {}, "cannot use"),
    (GUEST, "digest schedule", {"time": "08:00", "timezone": "Europe/Berlin"}, "cannot use"),
    (GUEST, "settings server", {"style": "short"}, "cannot use"),
    (ALONE, "settings server", {}, "cannot use|server"),
    (replace(GUEST, permissions=1 << 10), "watch add", {"topic": "cod", "deliver": "here"}, "cannot write here"),
    (WITH_FRIENDS, "watch add", {"topic": "cod", "deliver": "here"}, "only where I am a member"),
    (ELSEWHERE, "feed list", {}, "No feed"),
    (ELSEWHERE, "digest list", {}, "No digests are scheduled"),
    (replace(GUEST, permissions=MANAGE_GUILD), "feed list", {}, "Courier"),
]
_PRIVATE = ("feed", "setup", "watch", "settings", "forget", "status", "help", "privacy")


@pytest.fixture(scope="module", autouse=True)
def pages(harness: Harness) -> None:
    web = harness.web
    web.publish(QUARREL_SITE, "quarrel", "Two harbours, one call", QUARREL)
    web.publish(CRANES_SITE, "cranes", "Four cranes for Lisk", CRANES)
    web.publish(FEED_SITE, "yesterday", "The border opens", BORDER)
    link = f'<link rel="alternate" type="application/rss+xml" title="News" href="{web.url(FEED_SITE, "feed")}">'
    web.put(NAMING_SITE, "naming", article_page("A ministry", split_paragraphs(SILENT), "The Ministry", head=link))
    web.publish(HARBOUR_SITE, "harbour", "The Marigold sails", HARBOUR)
    web.publish(LONG_SITE, "long", "A long list", speech(40))
    publish_source(web, "TASS", "The border opens")
    for pack in Pack:
        publish_source(web, package_catalogue().filter(SourceFilter(pack=pack))[0].name, "The border opens")
    _put_bad_pages(harness)


def _put_bad_pages(harness: Harness) -> None:
    web = harness.web
    links = "<html><head><title>Index</title></head><body><nav><a href='/a'>News</a></nav></body></html>"
    two = "".join(f'<a href="/feed{n}.xml">RSS {n}</a> ' for n in (1, 2))
    paid = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    pages = {
        "paid": Page(b"pay", status=402),
        "barred": Page(b"no", status=403),
        "paywalled": Page(article_page("Paid", [SILENT[:160]], "The Till", head=paid).encode()),
        "links": Page(links.encode()),
        "twofeeds": Page(f"<html><head><title>Two</title></head><body>{two}</body></html>".encode()),
        "empty": Page(b""),
        "pdf": Page(b"%PDF-1.7 x", "application/pdf"),
        "huge": Page(b"<html><body>" + b"<p>word</p>" * 600_000),
        "broken": Page(b"oops", status=500),
        "limits": Page(b"slower", status=429, headers={"Retry-After": "60"}),
        "around": Page(b"", status=302, headers={"Location": "/around"}),
        "inward": Page(b"", status=302, headers={"Location": "http://169.254.169.254/"}),
        "silent": Page(article_page("The road is closed", split_paragraphs(SILENT), "The Valley Post").encode()),
        "german": Page(article_page("Die Fischerei", split_paragraphs(GERMAN), "Der Turm", language="de").encode()),
        **{
            f"dahl-{language}": Page(
                article_page("Quotas", split_paragraphs(text), "The Pier", language=language).encode()
            )
            for language, text in ONE_PERSON.items()
        },
        "french": Page(article_page("La pêche", split_paragraphs(FRENCH), "Le Phare", language="fr").encode()),
        "slow": Page(b"late", delay=60),
    }
    for number, (name, page) in enumerate(pages.items()):
        web.put(BAD + number, name, page)


def place(harness: Harness, value: Value) -> Value:
    """What a case means by "@page" and "#channel"."""
    if not isinstance(value, str):
        return value
    if value.startswith("#"):
        return channel_id(0, int(value[1:]))
    if value.startswith("&"):
        return role_id(0, int(value[1:]))
    if not value.startswith("@"):
        return value
    name = value[1:].removeprefix("bad/")
    if name == "feed":
        return harness.web.url(FEED_SITE, "feed")
    found = [site for site, path in harness.web.pages if path == name]
    return harness.web.url(found[0] if found else BAD + 30, name)


async def answer(harness: Harness, case: Case) -> Answer:
    origin, path, options, words = case
    given = {("as_" if name == "as" else name): place(harness, value) for name, value in options.items()}
    told = await harness.use(origin, path, **given)
    assert re.search(words, told.text, re.DOTALL), told.text
    if path.split()[0] in _PRIVATE or path in {"digest preview", "digest list"}:
        assert told.private
    assert told.text or told.files
    return told


def named(case: Case) -> str:
    return f"/{case[1]} {case[2]}"


@pytest.mark.parametrize("case", [*ABOUT, *READING], ids=named)
async def test_reading(harness: Harness, case: Case) -> None:
    told = await answer(harness, case)
    if case[1] == "timeline" or case[2].get("as") in {"sidesdark", "sideslight"}:
        picture = told.files[0]
        assert picture["description"]
        assert harness.discord.rest.read_file(picture).startswith(b"\x89PNG")


@pytest.mark.parametrize("case", [*OWN, *SERVER], ids=named)
async def test_setting_up(harness: Harness, case: Case) -> None:
    await answer(harness, case)


async def test_a_list_of_feeds_goes_out_and_in_again(harness: Harness) -> None:
    exported = await harness.use(CHIEF, "feed export")
    body = harness.discord.rest.read_file(exported.files[0])
    assert harness.web.url(FEED_SITE, "feed").encode() in body
    file = harness.discord.upload("feeds.opml", body)
    options: dict[str, Any] = {"file": file, "channel": channel_id(0, 4), "filter": "any:cranes", "deliver": "digest"}
    assert "now followed" in (await harness.use(CHIEF, "feed import", **options)).text
    broken = harness.discord.upload("feeds.opml", b"no list at all")
    assert "lists no feeds" in (await harness.use(CHIEF, "feed import", file=broken)).text


async def test_long_lists(harness: Harness) -> None:
    """So many feeds, digests and watches that their lists have pages."""
    sites = range(36, 56)
    for site in sites:
        harness.web.publish(site, "yesterday", f"What site {site} had to tell", BORDER)
    outlines = "".join(f'<outline type="rss" xmlUrl="{harness.web.url(site, "feed")}"/>' for site in sites)
    file = harness.discord.upload("many.opml", f'<opml version="2.0"><body>{outlines}</body></opml>'.encode())
    asked = await harness.discord.use(CHIEF, "feed import", {"file": file})
    await harness.until(lambda: "20 of 20 feeds are now followed" in Answer(asked).text)
    for number in range(24):
        await harness.use(CHIEF, "watch add", speaker=f"Minister {'x' * 45} {number}", topic=f"{'cod ' * 12}{number}")
        time = f"{number:02}:15"
        await harness.use(CHIEF, "digest schedule", time=time, timezone="Europe/Berlin", topic=f"{'c' * 55} {number}")
    for path in ("feed list", "watch list", "digest list", "feed why"):
        assert any("custom_id" in part for part in parts_of((await harness.use(CHIEF, path)).messages[0])), path


async def test_a_newsroom_sends_an_article_by_its_token(harness: Harness) -> None:
    number = next(one["value"] for one in await harness.suggest(CHIEF, "feed token", "number") if one["value"])
    told = await harness.use(CHIEF, "feed token", number=number)
    found = re.search(r"attache_[\w-]{43}", told.text)
    assert found
    article = {
        "title": "The Marigold sails",
        "url": "https://press.example/sails",
        "outlet": "Gazette",
        "text": HARBOUR,
    }
    url = f"http://{SETTINGS['RECEIVE_ADDRESS']}/articles"
    before = len(harness.discord.messages.of(CHIEF.channel_id))
    async with aiohttp.ClientSession() as client:
        for token, body, status in (("wrong", article, 401), (found[0], {}, 400), (found[0], article, 202)):
            async with client.post(url, json=body, headers={"Authorization": f"Bearer {token}"}) as response:
                assert response.status == status
    posted = await harness.posted(CHIEF.channel_id, before + 1)
    assert "The Marigold sails" in text_of(posted[-1])


async def test_what_a_channel_is_posted_is_an_atom_feed_and_a_page(harness: Harness) -> None:
    """The article that the newsroom sent above, and another that is sent now."""
    told = await harness.use(CHIEF, "feed publish")
    found = re.search(rf"http://{SETTINGS['PUBLISH_ADDRESS']}/channels/[\w-]{{43}}/", told.text)
    assert found
    async with aiohttp.ClientSession() as client:
        async with client.get(found[0]) as answer:
            assert answer.status == 200
            assert "The Marigold sails" in await answer.text()
        async with client.get(f"{found[0]}feed.atom") as answer:
            parsed = feedparser.parse(await answer.text())
            assert not parsed.bozo
            assert [one.title for one in parsed.entries] == ["The Marigold sails"]
            known = {"If-None-Match": answer.headers["ETag"]}
        async with client.get(f"{found[0]}feed.atom", headers=known) as answer:
            assert answer.status == 304
        await harness.use(CHIEF, "feed publish", address="new")
        async with client.get(found[0]) as answer:
            assert answer.status == 404


async def test_a_digest_opens_the_stories_that_it_only_names(harness: Harness) -> None:
    await harness.use(CHIEF, "settings server", style="short")
    told = await harness.use(CHIEF, "digest now", hours=168)
    label = next(part["label"] for part in parts_of(told.messages[0]) if "stor" in part.get("label", ""))
    opened = await harness.press(GUEST, told.messages[0], find_press(told.messages[0], label))
    assert opened.private
    assert "The Marigold sails" in opened.text
    await harness.use(CHIEF, "settings server", style="full")


@pytest.mark.parametrize("case", [*MISTAKES, *FORBIDDEN], ids=named)
async def test_what_cannot_be_done_is_told(harness: Harness, case: Case) -> None:
    if "#5" in str(case[2]):
        await harness.discord.allow(0, 5, allowed=False)
    told = await answer(harness, case)
    assert "Traceback" not in told.text
    assert len(told.messages) == 1


async def test_what_takes_too_long_is_given_up_and_holds_nobody_up(harness: Harness) -> None:
    url = next(harness.web.url(site, path) for site, path in harness.web.pages if path == "slow")
    asked = await harness.discord.use(CHIEF, "summarize", {"article": url})
    await answer(harness, (ALONE, "summarize", {"article": "@cranes"}, "word for word"))
    assert "within 8 seconds" in (await harness.settled(asked)).text


SUGGESTED = [
    ("said", "who", "Haug", "Haugseth"),
    ("said", "who", "Нор", ""),
    ("timeline", "who", "Stein", "Steinsdóttir"),
    ("changed", "who", "Stein", "Steinsdóttir"),
    ("position", "country", "Nor", "Norway"),
    ("digest schedule", "timezone", "Berl", "Europe/Berlin"),
    ("digest pause", "number", "", "08:00"),
    ("digest resume", "number", "1", "08:00"),
    ("digest remove", "number", "", "08:00"),
    ("setup", "timezone", "berl", "Europe/Berlin"),
    ("feed add", "url", "tas", "TASS"),
    ("feed add", "url", "wires", "Wires"),
    ("feed browse", "country", "fran", "France"),
    ("feed browse", "source", "yon", "Yonhap"),
    ("feed remove", "number", "", "Courier"),
    ("feed pause", "number", "cour", "Courier"),
    ("feed resume", "number", "", "Courier"),
    ("feed why", "number", "", "Courier"),
    ("feed filter", "number", "", "Courier"),
    ("feed set", "number", "", "Courier"),
    ("feed token", "number", "", "Gazette"),
    ("watch remove", "number", "", "cod"),
    ("settings me", "timezone", "tok", "Asia/Tokyo"),
    ("settings server", "timezone", "par", "Europe/Paris"),
]


@pytest.mark.parametrize(("path", "option", "typed", "found"), SUGGESTED)
async def test_suggestions(harness: Harness, path: str, option: str, typed: str, found: str) -> None:
    choices = await harness.suggest(CHIEF, path, option, typed)
    assert not found or any(found in choice["name"] for choice in choices), choices
    assert len(choices) <= 25
    if path.split(maxsplit=1)[0] in {"feed", "digest"} and option != "timezone":
        assert await harness.suggest(GUEST, path, option, typed) == []


@pytest.mark.parametrize("name", ["Summarize", "Who said what"])
async def test_menus_of_messages(harness: Harness, name: str) -> None:
    discord = harness.discord
    linking = await discord.write(GUEST, f"look: {harness.web.url(QUARREL_SITE, 'quarrel')}!")
    told = await harness.choose(GUEST, name, linking)
    assert "Two harbours" in told.text
    filed = await discord.write(ALONE, "", files=[discord.upload("call.txt", QUARREL.encode())])
    assert "Haugseth" in (await harness.choose(ALONE, name, filed)).text
    empty = await discord.write(WITH_FRIENDS, "")
    assert "no link" in (await harness.choose(WITH_FRIENDS, name, empty)).text


async def test_direct_messages(harness: Harness) -> None:
    people = iter(open_origin(number) for number in range(20, 40))
    link = harness.web.url(QUARREL_SITE, "quarrel")
    summary, who = (await harness.say(next(people), f"please read {link}", answers=2))[-2:]
    assert "word for word" in text_of(summary)
    assert "Haugseth" in text_of(who)
    _, who = (await harness.say(next(people), QUARREL, answers=2))[-2:]
    assert "Steinsdóttir" in text_of(who)
    file = harness.discord.upload("call.txt", QUARREL.encode())
    _, who = (await harness.say(next(people), "", files=[file], answers=2))[-2:]
    assert "Steinsdóttir" in text_of(who)
    asked = {
        "What did Haugseth say about the inspection?": "inspection",
        "Who denied the inspection?": "Steinsdóttir",
        "Norway vs Iceland on inspection": "Norway",
        "help": "who said what",
        "hello": "Good to hear",
        "Haugseth": "I looked for: Torvald Haugseth",
        "Norway": "I looked for: Norway",
        "thank you": "welcome",
        "asdf qwer zxcv": "did not understand|Nothing",
        "What did Batman say?": "Nothing",
        harness.web.url(BAD + 30, "gone"): "no page",
    }
    for words, found in asked.items():
        told = await harness.say(next(people), words)
        assert re.search(found, text_of(told[-1])), text_of(told[-1])


async def test_buttons_below_an_answer_go_on_from_it(harness: Harness) -> None:
    here = open_origin(977)
    await harness.say(here, harness.web.url(QUARREL_SITE, "quarrel"), answers=2)
    nothing = (await harness.say(here, "What did Haugseth say about zebras?"))[-1]
    assert "/said" not in text_of(nothing)
    told = await harness.press(here, nothing, find_press(nothing, "Statements: Torvald Haugseth"))
    assert "Torvald Haugseth" in told.text
    told = await harness.press(here, nothing, find_press(nothing, "Watch Torvald Haugseth · zebras"))
    assert "Torvald Haugseth about zebras" in told.text
    found = (await harness.say(here, "Haugseth"))[-1]
    told = await harness.press(here, found, find_press(found, "Over time: Torvald Haugseth"))
    assert told.files
    country = (await harness.say(here, "Norway"))[-1]
    told = await harness.press(here, country, find_press(country, "Position: Norway"))
    assert "Position of Norway" in told.text


async def test_mentions(harness: Harness) -> None:
    here = replace(GUEST, channel=6)
    told = await harness.say(here, harness.web.url(CRANES_SITE, "cranes"), mention=True, answers=2)
    assert "Teven" in text_of(told[-1])
    told = await harness.say(replace(here, channel=7), "what did Teven say?", mention=True)
    assert "Teven" in text_of(told[-1])
    before = len(harness.discord.rest.kept or [])
    await harness.discord.write(here, "a talk among people")
    await harness.use(CHIEF, "help")
    assert not [one for one in (harness.discord.rest.kept or [])[before:] if here.channel_id in one.path]


async def test_pages_turn_in_their_place_and_only_for_who_asked(harness: Harness) -> None:
    told = await harness.use(CHIEF, "help")
    told = await harness.use(CHIEF, "whosaid", article=harness.web.url(QUARREL_SITE, "quarrel"))
    (message,) = told.messages
    for ident, values in presses_of(message):
        seen = await harness.press(GUEST, message, ident, *values)
        assert seen.private
        assert seen.asked.answers


async def test_every_button_answers(harness: Harness) -> None:
    """Those that delete come last; each answer's own buttons are pressed, too, where they do what none did before."""
    forget = await harness.use(ALONE, "forget me")
    pressed: set[str] = set()
    kinds: set[str] = set()
    later = []
    while waiting := [one for one in harness.pressable() if one[2] not in pressed]:
        for origin, message, ident, values in waiting:
            kind, action, _, page, _ = ident.split(":", 4)
            if (ident, values) not in list(presses_of(message)):
                continue  # another page has taken its place
            pressed.add(ident)
            if action in {Action.FORGET, Action.UNWATCH}:
                later.append((origin, message, ident, values))
            elif (shape := f"{kind}{action}{page != '0'}{len(message['content'])}") not in kinds or len(pressed) < 120:
                kinds.add(shape)
                told = await harness.press(origin, message, ident, *values)
                assert told.text or told.files
    assert find_press(forget.messages[0], "Delete all my data") in pressed
    for origin, message, ident, values in later:
        told = await harness.press(origin, message, ident, *values)
        assert told.text
    actions = {ident.split(":")[1] for ident in pressed}
    # the others stand on posts, on alerts, below answers to questions, on what was set up, and where there are pages
    others = {Action.WHY, Action.UNWATCH, Action.SPLIT, Action.WATCH, Action.TIMELINE}
    others |= {Action.UNDO, Action.CATCHUP, Action.CHANGED}
    assert actions >= set(Action) - others


async def test_buttons_of_posts_answer(harness: Harness) -> None:
    found = [(message.channel, message.tell()) for message in harness.discord.messages.everywhere()]
    assert found
    for channel, message in found:
        if channel.startswith(channel_id(0, 0)[:6]):
            for ident, values in presses_of(message):
                told = await harness.press(CHIEF, message, ident, *values)
                assert told.text or told.files


@pytest.mark.parametrize("ident", ["b:nonsense:00000000000000000000:0:", "b:summary:00000000000000000000:0:", "x"])
async def test_a_button_of_another_version_is_answered(harness: Harness, ident: str) -> None:
    told = await harness.use(CHIEF, "summarize", article=harness.web.url(QUARREL_SITE, "quarrel"))
    message = json.loads(json.dumps(told.messages[0]))
    next(part for part in parts_of(message) if "custom_id" in part)["custom_id"] = ident
    told = await harness.press(CHIEF, message, ident)
    assert told.private
    assert told.text


async def test_every_command_and_option_was_used(harness: Harness) -> None:
    missing = set(_registered(harness)) - harness.used
    assert not missing


async def test_pages_are_fetched_under_its_own_name(harness: Harness) -> None:
    assert harness.web.agents
    assert all(agent.startswith("Attache/") for agent in harness.web.agents)


def _registered(harness: Harness) -> list[tuple[str, str]]:
    found = []
    for name, command in harness.discord.interactions.commands.items():
        below = [(name, command)]
        while below:
            path, node = below.pop()
            options = node.get("options") or []
            groups = [(f"{path} {one['name']}", one) for one in options if one["type"] in {1, 2}]
            below += groups
            if not groups:
                found.append((path, ""))
                found += [(path, one["name"]) for one in options]
                found += [(path, f"{one['name']} (typing)") for one in options if one.get("autocomplete")]
    return found


class TestAfterwards(Afterwards):
    pass
