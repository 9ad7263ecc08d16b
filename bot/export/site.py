"""The site: a page a speaker and a story, lists of both, and a search, in a folder that opens without a network."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import structlog

from bot import __version__
from bot.archive.export_queries import ExportedArticle
from bot.errors import NotVerbatimError
from bot.export.displayed_statement import DisplayedSource, show, show_source
from bot.export.html_pages import PARTS, Pages, list_href, read_part, render_marker, speaker_href, story_href
from bot.export.output_target import MARKER
from bot.export.search_index import IndexedPage, SearchIndex
from bot.export.site_database import SiteDatabase, SiteSpeaker, SiteStory
from bot.export.statement import ExportedStatement, names_of
from bot.export.statement_reader import StatementReader
from bot.export.story_sides import SIDE_ARTICLES, StorySections, compose_story_sections
from bot.i18n.language import Language, using_language
from bot.nlp.sentences import find_sentences

T = TypeVar("T")

PAGE = 100
"""Statements of one page."""
LISTED = 500
"""Names or titles of one page of a list."""
FIRST = 30
"""Speakers and stories on the first page."""
SOURCES = 200
"""Articles that a story's page lists; a line in a list names at most ``OUTLETS`` of them."""
OUTLETS = 4

_log = structlog.get_logger(__name__)


async def write_site(folder: Path, gathering: StatementReader, now: datetime) -> int:
    """Write the site of what ``gathering`` finds into ``folder``, which is empty.

    Returns how many statements were left out because a quotation did not match its article. The time ``now`` stands
    on the first page and in the marker; the rest is the same bytes for the same archive.
    """
    with using_language(Language.ENGLISH):
        return await _write_site(folder, gathering, now)


async def _write_site(folder: Path, gathering: StatementReader, now: datetime) -> int:
    path = folder / ".spool.sqlite3"
    with SiteDatabase(path) as site:
        left_out = 0
        async for filed, statements in gathering.articles():
            left_out += _add_article(site, filed, statements)
        site.sort()
        pages = Pages(__version__)
        index = SearchIndex(site.database)
        site.database.execute("BEGIN")
        _write_speakers(folder, site, pages, index)
        await _write_stories(folder, site, pages, index, gathering)
        _write_lists(folder, site, pages)
        index.write(folder / "search")
        _write_first(folder, site, pages, gathering, now)
    path.unlink()
    return left_out


def _add_article(site: SiteDatabase, filed: ExportedArticle, statements: Sequence[ExportedStatement]) -> int:
    """Put an article's statements by; how many cannot be shown word for word."""
    article = filed.reading.article
    story = f"story-{filed.story}" if filed.story is not None else f"article-{filed.reading.id}"
    try:
        source = show_source(article, filed.reading.id, filed.at)
    except NotVerbatimError as error:
        _log.error("an article's title cannot be shown word for word", action="export", exc_info=error)
        return len(statements)
    sentences = find_sentences(article.text)
    left_out = 0
    for one in statements:
        try:
            shown = show(one, sentences)
        except NotVerbatimError as error:
            _log.error("a statement cannot be shown word for word", action="export", exc_info=error)
            left_out += 1
            continue
        site.add(story, source, shown, names_of(one))
    if left_out < len(statements):
        site.add_source(story, source)
    return left_out


def _write_speakers(folder: Path, site: SiteDatabase, pages: Pages, index: SearchIndex) -> None:
    (folder / "speakers").mkdir()
    for voice in site.voices():
        spellings = site.spellings(voice.key)
        hrefs = _hrefs(speaker_href, voice.key, voice.statements, PAGE)
        for number, entries in enumerate(_batched(site.said_by(voice.key), PAGE), 1):
            page = pages.render(
                "speaker.html",
                root="../",
                voice=voice,
                spellings=spellings,
                entries=entries,
                number=number,
                hrefs=_beside(hrefs),
            )
            _write(folder / hrefs[number - 1], page)
        index.add(_findable_voice(voice, spellings))


async def _write_stories(
    folder: Path, site: SiteDatabase, pages: Pages, index: SearchIndex, gathering: StatementReader
) -> None:
    (folder / "stories").mkdir()
    for event in site.events(SOURCES):
        statements = site.count_in(event.key)
        hrefs = _hrefs(story_href, event.key, statements, PAGE)
        told = await gathering.again([source.id for source in event.sources[:SIDE_ARTICLES]])
        sections = compose_story_sections(told, narrow=gathering.choice.narrow)
        several = event.articles > 1
        for number, entries in enumerate(_batched(site.said_in(event.key), PAGE), 1):
            page = pages.render(
                "story.html",
                root="../",
                event=event,
                sections=sections if number == 1 else StorySections(),
                several=several,
                entries=entries,
                number=number,
                hrefs=_beside(hrefs),
            )
            _write(folder / hrefs[number - 1], page)
        index.add(_findable_event(event, statements))


def _write_lists(folder: Path, site: SiteDatabase, pages: Pages) -> None:
    totals = site.totals()
    voices: Iterable[SiteSpeaker] = site.voices()
    events: Iterable[SiteStory] = site.events(OUTLETS)
    for name, heading, count, material in (
        ("speakers", "Speakers", totals.speakers, voices),
        ("stories", "Stories", totals.stories, events),
    ):
        hrefs = _hrefs(list_href, name, count, LISTED)
        for number, batch in enumerate(_batched(material, LISTED) if count else [()], 1):
            page = pages.render(
                "list.html",
                heading=heading,
                start=(number - 1) * LISTED + 1,
                voices=batch if name == "speakers" else (),
                events=batch if name == "stories" else (),
                number=number,
                hrefs=hrefs,
            )
            _write(folder / hrefs[number - 1], page)


def _write_first(folder: Path, site: SiteDatabase, pages: Pages, gathering: StatementReader, now: datetime) -> None:
    totals = site.totals()
    at = now.isoformat(timespec="seconds")
    page = pages.render(
        "index.html",
        totals=totals,
        narrowed=gathering.choice.told(),
        voices=tuple(site.voices("statements DESC, name, speaker", FIRST)),
        events=tuple(site.events(OUTLETS, FIRST)),
        exported_at=at,
    )
    _write(folder / "index.html", page)
    for name in PARTS:
        (folder / name).write_bytes(read_part(name))
    record = {"made_by": f"Attaché {__version__}", "exported_at": at, "statements": totals.statements}
    _write(folder / MARKER, render_marker(record))


def _findable_voice(voice: SiteSpeaker, spellings: Sequence[str]) -> IndexedPage:
    facts = [fact for fact in (voice.role, voice.country) if fact]
    count = f"{voice.statements:,} statement{'' if voice.statements == 1 else 's'}"
    words = " ".join([voice.name, *spellings, *facts])
    return IndexedPage(
        "speaker", speaker_href(voice.key), voice.name, ", ".join([*facts, count]), words, voice.statements
    )


def _findable_event(event: SiteStory, statements: int) -> IndexedPage:
    outlets = list(dict.fromkeys(_labelled(source) for source in event.sources if source.outlet))[:OUTLETS]
    words = " ".join([*(source.title for source in event.sources[:OUTLETS]), *outlets])
    return IndexedPage("story", story_href(event.key), event.title, ", ".join(outlets), words, statements)


def _labelled(source: DisplayedSource) -> str:
    return f"{source.outlet} ({source.label})" if source.label else source.outlet


def _hrefs(find: Callable[[str, int], str], key: str, count: int, size: int) -> list[str]:
    return [find(key, number) for number in range(1, max(-(-count // size), 1) + 1)]


def _beside(hrefs: Sequence[str]) -> list[str]:
    """The same as seen from the folder that they are in."""
    return [href.rpartition("/")[2] for href in hrefs]


def _batched(material: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    iterator = iter(material)
    while batch := tuple(itertools.islice(iterator, size)):
        yield batch


def _write(path: Path, page: str) -> None:
    path.write_text(page, "utf-8", errors="replace", newline="\n")
