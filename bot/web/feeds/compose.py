"""Builds a :class:`~bot.domain.feed.FeedDocument` from raw strings: entries, texts, links and dates.

An entry dated more than a day after ``now`` counts as undated: a feed's clock or time zone may be wrong by hours, but
a date next year would keep the entry at the top of every list and distort polling until then.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.feed import Entry, FeedDocument
from bot.gazetteer.outlets import name_feed
from bot.gazetteer.sites import find_origin
from bot.web.feeds.dates import FeedDate, parse_date
from bot.web.feeds.links import resolve_link
from bot.web.feeds.plain_text import plain_text
from bot.web.feeds.raw_feed import MAX_ENTRIES, RawEntry, RawFeed, RawText
from bot.web.picture_address import parse_picture_address

MAX_TITLE = 500  # characters
MAX_SUMMARY = 600  # characters: a paragraph
MAX_CONTENT = 400_000  # characters, eight times the longest press conference
MAX_CONTENTS = 2_000_000  # characters of content in one document; beyond that, articles are read from their pages
MAX_GUID = 1_000  # characters; longer ones are cut
AHEAD = timedelta(hours=24)

_MAX_NAME = 200
_TTL = (60.0, 7 * 86_400.0)  # seconds; other values make no sense


def compose_document(raw: RawFeed, *, url: str, now: datetime | None, fetched_from: str | None = None) -> FeedDocument:
    """The document read from ``url`` (or ``fetched_from`` if it names another); ``now`` limits its dates."""
    site = resolve_link(raw.site, raw.base, url)
    # RSS resolves relative links against the site, which may differ from the feed's host; Atom against the document
    start = raw.base or (None if raw.atom else site) or url
    kept, origin = _newest(raw.entries, now), find_origin(fetched_from or url)
    return FeedDocument(
        title=name_feed(_text(raw.title, MAX_TITLE), fetched_from or url),
        site=site,
        entries=tuple(
            _within_limit(compose_entry(entry, bases=(start, url), now=now, origin=origin) for entry in kept)
        ),
        language=_language(raw.language),
        ttl_seconds=min(max(raw.ttl * 60, _TTL[0]), _TTL[1]) if raw.ttl and raw.ttl > 0 else None,
        fault=raw.fault,
    )


def compose_entry(raw: RawEntry, *, bases: tuple[str, ...], now: datetime | None, origin: str | None = None) -> Entry:
    """The entry, with links resolved against its own base or the first usable one of ``bases``."""
    published, updated = (_undate(parse_date(value), now) for value in (raw.published, raw.updated))
    guid = plain_text(raw.guid, markup=False, limit=MAX_GUID)
    return Entry(
        guid=guid,
        link=resolve_link(raw.link, raw.base, *bases),
        title=_text(raw.title, MAX_TITLE),
        summary=_text(raw.summary or raw.content, MAX_SUMMARY),
        content=_content(raw),
        media_type="text/plain" if raw.content and raw.content.markup is False else "text/html",
        author=plain_text(raw.author, markup=None, limit=_MAX_NAME),
        published_at=published.at if published else None,
        updated_at=updated.at if updated else None,
        day_only=(published or updated or _NO_DATE).day_only,
        language=_language(raw.language),
        origin=origin,
        picture=parse_picture_address(raw.picture, bases[-1]) if raw.picture else None,
    )


def _within_limit(entries: Iterable[Entry]) -> Iterator[Entry]:
    """``entries``, without content once the document's limit is used up."""
    left = MAX_CONTENTS
    for entry in entries:
        left -= len(entry.content or "")
        yield entry if left >= 0 else replace(entry, content=None)


_NO_DATE = FeedDate(datetime.min, day_only=False)  # noqa: DTZ901 - only day_only is read


def _newest(entries: list[RawEntry], now: datetime | None) -> list[RawEntry]:
    """At most ``MAX_ENTRIES``, in their order: the newest if all are dated, else the first."""
    if len(entries) <= MAX_ENTRIES:
        return entries
    dates = [_undate(parse_date(entry.published or entry.updated), now) for entry in entries]
    dated = [(date.at, -place) for place, date in enumerate(dates) if date]
    if len(dated) < len(entries):
        return entries[:MAX_ENTRIES]
    places = sorted(-place for _, place in sorted(dated, reverse=True)[:MAX_ENTRIES])
    return [entries[place] for place in places]


def _undate(date: FeedDate | None, now: datetime | None) -> FeedDate | None:
    return None if date and now and date.at > now + AHEAD else date


def _text(raw: RawText | None, limit: int) -> str | None:
    return plain_text(raw.value, markup=raw.markup, limit=limit) if raw else None


def _content(raw: RawEntry) -> str | None:
    """The article: the feed's content, or a summary longer than a summary may be."""
    found = raw.content
    if found is None and raw.summary and len(raw.summary.value) > MAX_SUMMARY:
        found = raw.summary
    return found.value[:MAX_CONTENT].strip() or None if found else None


def _language(value: str | None) -> str | None:
    tag = (value or "").strip().replace("_", "-")
    return tag if 2 <= len(tag) <= 35 and tag.replace("-", "").isalnum() and tag.isascii() else None
