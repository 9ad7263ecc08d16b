"""The sets that stories are measured and trained on, signed: AllSides' events, dated news, a ministry's releases, and
articles in several languages.
"""

import json
import lzma
import random
import re
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zlib import crc32

from bot.domain.story import StoryArticle
from bot.stories import Signature, make_signature
from bot.web.parsers import parse_entry_article, parse_feed

AT = datetime(2026, 11, 24, tzinfo=UTC)
RELEASES = "https://www.state.gov/rss-feed/press-releases/feed/"
_DAY = re.compile(r"(20\d\d)[-_](\d\d)[-_](\d\d)|-(20\d\d)(\d\d)(\d\d)$")
UNREAD = 3
"""One of so many events is left out of what weights are fitted on and rules are made by."""
UNREAD_FROM = 7
"""The month of 2018 from which Arabic and English news are left unread."""
LATER = 30
"""Hours, less one, by which a telling may come in after another."""
KEPT = 0.4
"""Share of the sentences behind the title that each telling of an event keeps: accounts differ, translations do not."""


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article, the number of its event, and its signature."""

    article: StoryArticle
    event: int
    signature: Signature


def load_events(shared: Path, limit: int | None = None) -> list[LabelledArticle]:
    """AllSides: 307 events of three articles each, no dates and no outlets."""
    path = shared / "data" / "stories" / "allsides-val.jsonl"
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][:limit]
    articles = [
        StoryArticle(one["id"], one["id"], None, one["title"], one["text"], AT, language="en") for one in records
    ]
    events = [int(one["story"].removeprefix("v")) for one in records]
    return [
        LabelledArticle(article, event, make_signature(article))
        for article, event in zip(articles, events, strict=True)
    ]


def load_news(shared: Path) -> list[LabelledArticle]:
    """The news that has a date, by date; no events are known."""
    with lzma.open(shared / "data" / "news" / "news.jsonl.xz", "rt", encoding="utf-8") as lines:
        records = [one for one in map(json.loads, lines) if one["date"]]
    articles = []
    for one in sorted(records, key=lambda one: (one["date"], one["id"])):
        at = datetime.fromisoformat(one["date"]).replace(tzinfo=UTC)
        article = StoryArticle(one["id"], one["outlet"], None, one["title"], one["text"], at, language="en")
        articles.append(LabelledArticle(article, 0, make_signature(article)))
    return articles


def load_releases(shared: Path) -> list[LabelledArticle]:
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
                        ident,
                        outlet.name,
                        outlet.domain,
                        entry.title or "",
                        article.text,
                        entry.published_at,
                        language="en",
                    )
    return [LabelledArticle(one, 0, make_signature(one)) for one in sorted(found.values(), key=lambda one: one.seen_at)]


def load_languages(shared: Path, *, unread: bool, seed: int | None = None) -> list[LabelledArticle]:
    """Articles in Russian, French, Spanish and Chinese, each with its English beside it, one event; by date.

    ``unread`` are a third of the events. With a ``seed``, each telling keeps a part of its sentences. An article has
    the day of its id, or one of three where the id has none. Different texts that were read and tell of one event
    (``story_events_across.json``, "one") have its number.
    """
    tellings: dict[tuple[str, str], StoryArticle] = {}
    for code in ("ru", "fr", "es", "zh"):
        for one in _read_languages(shared, code):
            ident = one["id"]
            if (crc32(ident.encode()) % UNREAD == 0) is unread:
                at = _day_of(ident, code)
                for language, sentences in ((code, one["sentences"]), ("en", one["english"])):
                    tellings[language, ident] = _tell(ident, language, sentences, at, seed)
    return _number_events([LabelledArticle(one, 0, make_signature(one)) for one in tellings.values()])


def load_alike(verdict: str) -> list[list[str]]:
    """The groups of texts of which a reader said that they tell of "one" event, or that it is "unclear"."""
    groups: dict[str, list[list[str]]] = json.loads(
        Path(__file__).with_name("story_events_across.json").read_text("utf-8")
    )
    return groups[verdict]


def are_unclear(one: LabelledArticle, other: LabelledArticle) -> bool:
    """Whether a reader could not say that two articles tell of one event."""
    idents = {_ident_of(each) for each in (one, other)}
    return one.event != other.event and any(idents <= set(group) for group in load_alike("unclear"))


def load_arabic(shared: Path, *, unread: bool | None = None) -> list[LabelledArticle]:
    """Articles in Arabic of 2018 and the dated English news of that year; from July on they are ``unread``."""
    articles = [one for one in load_news(shared) if one.article.seen_at.year == 2018]
    for one in _read_languages(shared, "ar"):
        article = _tell(one["id"], "ar", one["sentences"], _day_of(one["id"], "ar"), None)
        articles.append(LabelledArticle(article, 0, make_signature(article)))
    return [one for one in _number_events(articles) if unread in (None, one.article.seen_at.month >= UNREAD_FROM)]


def _number_events(articles: Sequence[LabelledArticle]) -> list[LabelledArticle]:
    """``articles`` by date, each text and those that a reader found to tell of the same with one number."""
    first = {ident: group[0] for group in load_alike("one") for ident in group}
    numbers: dict[str, int] = {}
    ordered = sorted(articles, key=lambda one: (one.article.seen_at, one.article.id))
    idents = [first.get(_ident_of(one), _ident_of(one)) for one in ordered]
    return [
        replace(one, event=numbers.setdefault(ident, len(numbers) + 1))
        for one, ident in zip(ordered, idents, strict=True)
    ]


def _ident_of(one: LabelledArticle) -> str:
    """The id of the text that an article is one language's telling of."""
    return one.article.id.rpartition(" ")[2]


def _read_languages(shared: Path, code: str) -> list[dict[str, Any]]:
    with lzma.open(shared / "data" / "languages" / f"{code}.jsonl.xz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def crowd(articles: Sequence[LabelledArticle]) -> list[LabelledArticle]:
    """``articles`` as if all had come in within three days, each event within one."""
    moved = list[LabelledArticle]()
    for one in articles:
        later = timedelta(days=one.event % 3, hours=crc32(one.article.id.encode()) % LATER)
        moved.append(replace(one, article=replace(one.article, seen_at=AT + later)))
    return sorted(moved, key=lambda one: (one.article.seen_at, one.article.id))


def _day_of(ident: str, code: str) -> datetime:
    if found := _DAY.search(ident):
        return datetime(*map(int, filter(None, found.groups())), tzinfo=UTC)  # type: ignore[misc,arg-type]
    year = 2021 if code in ("ru", "zh") else 2013
    return datetime(year, 12, 1, tzinfo=UTC) + timedelta(days=crc32(ident.encode()) // UNREAD % 3)


def _tell(ident: str, language: str, sentences: list[str], at: datetime, seed: int | None) -> StoryArticle:
    draw = random.Random(f"{ident} {language} {seed}")  # noqa: S311 - fixed seeds
    title, *rest = sentences
    if seed is not None:
        rest = [one for one in rest if draw.random() < KEPT]
    later = at + timedelta(hours=draw.randrange(LATER))
    return StoryArticle(
        f"{language} {ident}",
        f"{ident.split('.', maxsplit=1)[0]} {language}",
        None,
        title,
        "\n".join(rest),
        later,
        language=language,
    )
