"""The sets that stories are measured and trained on, signed: AllSides' events, dated news, a ministry's releases."""

import json
import lzma
import tarfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.story import StoryArticle
from bot.stories import Signature, make_signature
from bot.web.parsers import parse_entry_article, parse_feed

AT = datetime(2026, 11, 24, tzinfo=UTC)
RELEASES = "https://www.state.gov/rss-feed/press-releases/feed/"


@dataclass(frozen=True, slots=True)
class Told:
    """An article, the number of its event, and its signature."""

    article: StoryArticle
    event: int
    signature: Signature


def load_events(shared: Path, limit: int | None = None) -> list[Told]:
    """AllSides: 307 events of three articles each, no dates and no outlets."""
    path = shared / "data" / "stories" / "allsides-val.jsonl"
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][:limit]
    articles = [StoryArticle(one["id"], one["id"], None, one["title"], one["text"], AT) for one in records]
    events = [int(one["story"].removeprefix("v")) for one in records]
    return [Told(article, event, make_signature(article)) for article, event in zip(articles, events, strict=True)]


def load_news(shared: Path) -> list[Told]:
    """The news that has a date, by date; no events are known."""
    with lzma.open(shared / "data" / "news" / "news.jsonl.xz", "rt", encoding="utf-8") as lines:
        records = [one for one in map(json.loads, lines) if one["date"]]
    told = []
    for one in sorted(records, key=lambda one: (one["date"], one["id"])):
        at = datetime.fromisoformat(one["date"]).replace(tzinfo=UTC)
        article = StoryArticle(one["id"], one["outlet"], None, one["title"], one["text"], at)
        told.append(Told(article, 0, make_signature(article)))
    return told


def load_releases(shared: Path) -> list[Told]:
    """The ministry's releases as its feed first carried each, by the time of their publication; the id is the guid."""
    found: dict[str, StoryArticle] = {}
    with tarfile.open(shared / "data" / "feeds" / "state-department-2021.tar.xz") as snapshots:
        for member in sorted(snapshots.getmembers(), key=lambda one: one.name):
            data = snapshots.extractfile(member)
            document = parse_feed(data.read(), url=RELEASES, headers={}) if data else None
            for entry in reversed(document.entries if document else ()):
                ident, article = entry.guid or entry.link or "", parse_entry_article(entry)
                if ident not in found and article and article.outlet and entry.published_at:
                    outlet = article.outlet
                    found[ident] = StoryArticle(
                        ident, outlet.name, outlet.domain, entry.title or "", article.text, entry.published_at
                    )
    return [Told(one, 0, make_signature(one)) for one in sorted(found.values(), key=lambda one: one.seen_at)]
