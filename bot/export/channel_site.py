"""The files of a channel's page: pages of posts with the site's search, and the Atom feed. Pure but for the time."""

import hashlib
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot import __version__
from bot.domain.channel_page import ChannelPage
from bot.export.atom import MEDIA_TYPE, AtomEntry, AtomFeed, render_atom
from bot.export.html_pages import PARTS, Pages, list_href, read_part
from bot.export.posted import RenderedPost
from bot.export.search_index import IndexedPage, SearchIndex
from bot.i18n.dates import format_time
from bot.i18n.language import current_language
from bot.i18n.messages import translate
from bot.render.localized_names import speaker_facts

POSTS = 100
"""Posts of a channel that its pages show, the newest."""
PAGE = 20
"""Posts of one page."""
ENTRIES = 50
"""Entries of the feed, the newest: a reader that asks once a day misses none of a busy channel."""
FEED = "feed.atom"
_FIRST = "index"
_AHEAD = 10**10
"""More than any time weighs: of what is called alike, speakers are found first."""
_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript"}


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file as it is sent; ``tag`` changes with every change of its bytes."""

    body: bytes
    media_type: str
    tag: str


def render_channel_site(
    page: ChannelPage, address: str, posts: Sequence[RenderedPost], zone: tzinfo
) -> Mapping[str, SiteFile]:
    """All files by name, in the current language. ``address`` is the page's, which ends with a slash."""
    title = page.name or translate("export-page-posted")
    count = max(-(-len(posts) // PAGE), 1)
    hrefs = [list_href(_FIRST, number) for number in range(1, count + 1)]
    places = {post.key: f"{hrefs[number // PAGE]}#p-{post.key}" for number, post in enumerate(posts)}
    pages = Pages(__version__)
    labels = {
        "atom": translate("export-page-atom"),
        "posted": translate("export-page-posted-at"),
        "nothing": translate("export-page-nothing"),
    }
    files = {
        href: pages.render(
            "channel.html",
            title=title,
            labels=labels,
            posts=posts[(number - 1) * PAGE : number * PAGE],
            moment=lambda at: format_time(at.astimezone(zone)),
            number=number,
            hrefs=hrefs,
        ).encode("utf-8", "replace")
        for number, href in enumerate(hrefs, 1)
    }
    files |= {name: read_part(name) for name in PARTS}
    files |= _index(posts, places)
    files[FEED] = render_atom(_compose_feed(page, title, address, posts, places), f"Attaché {__version__}")
    return {name: _file(name, body) for name, body in files.items()}


def _compose_feed(
    page: ChannelPage, title: str, address: str, posts: Sequence[RenderedPost], places: Mapping[str, str]
) -> AtomFeed:
    entries = [
        AtomEntry(post.key, post.title, address + places[post.key], post.at, post.html) for post in posts[:ENTRIES]
    ]
    # not the token's: the feed stays the same when its address is renewed
    key = f"{page.owner} {page.channel} {page.created_at.isoformat()}"
    updated = posts[0].at if posts else page.created_at
    return AtomFeed(key, title, address + FEED, address, updated, current_language(), entries)


def _index(posts: Sequence[RenderedPost], places: Mapping[str, str]) -> dict[str, bytes]:
    """The scripts of the search: every post, and every speaker at the newest post with a line of theirs."""
    database = sqlite3.connect(":memory:")
    try:
        index = SearchIndex(database)
        heard: dict[str, list[RenderedPost]] = {}
        facts: dict[str, str] = {}
        for post in posts:
            note = ", ".join(speaker.name for speaker in post.speakers[:4])
            words = " ".join((post.words, *(speaker.name for speaker in post.speakers)))
            kind = translate("export-page-kind-post")
            index.add(IndexedPage(kind, places[post.key], post.title, note, words, _weigh(post.at)))
            for speaker in post.speakers:
                heard.setdefault(speaker.name, []).append(post)
                facts.setdefault(speaker.name, ", ".join(speaker_facts(speaker)))
        for name, told in heard.items():
            kind, words = translate("export-page-kind-speaker"), f"{name} {facts[name]}"
            index.add(IndexedPage(kind, places[told[0].key], name, facts[name], words, _weigh(told[0].at) + _AHEAD))
        return {f"search/{name}": script.encode() for name, script in index.scripts()}
    finally:
        database.close()


def _weigh(at: datetime) -> int:
    return int(at.timestamp())


def _file(name: str, body: bytes) -> SiteFile:
    return SiteFile(body, _TYPES.get(name.rpartition(".")[2], MEDIA_TYPE), hashlib.sha256(body).hexdigest()[:32])
