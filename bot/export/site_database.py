"""A site's statements in a file of its own while it is made: SQLite sorts on disk, so that one page is in memory."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.archive.export_queries import ExportedSpeaker
from bot.export.displayed_statement import ContextPiece, DisplayedSource, DisplayedStatement, unmarked

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -32768;
CREATE TABLE sources (article TEXT PRIMARY KEY, story TEXT, at TEXT, body TEXT) WITHOUT ROWID;
CREATE TABLE said (number INTEGER PRIMARY KEY, article TEXT, story TEXT, at TEXT, body TEXT);
CREATE TABLE spoken (speaker TEXT, at TEXT, said INTEGER, name TEXT, role TEXT, country TEXT);
CREATE TABLE speakers (speaker TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX spoken_by ON spoken (speaker, at DESC, said);
CREATE INDEX said_of ON said (story, at, number);
CREATE INDEX source_of ON sources (story, at, article);
CREATE TABLE voices AS SELECT s.speaker, s.name, count(*) AS statements, min(p.at) AS first, max(p.at) AS last,
  coalesce((SELECT role FROM spoken r WHERE r.speaker = s.speaker AND role <> '' ORDER BY at DESC, said LIMIT 1), '')
    AS role,
  coalesce((SELECT country FROM spoken c WHERE c.speaker = s.speaker AND country <> '' ORDER BY at DESC, said LIMIT 1),
    '') AS country
  FROM speakers s JOIN spoken p ON p.speaker = s.speaker GROUP BY s.speaker ORDER BY s.speaker;
CREATE UNIQUE INDEX voice ON voices (speaker);
CREATE INDEX voice_rank ON voices (statements DESC, name, speaker);
CREATE INDEX voice_name ON voices (name, speaker);
CREATE TABLE events AS SELECT story, min(at) AS first, max(at) AS last, count(*) AS articles FROM sources
  GROUP BY story ORDER BY story;
CREATE UNIQUE INDEX event ON events (story);
CREATE INDEX event_rank ON events (last DESC, story);
"""


@dataclass(frozen=True, slots=True)
class SiteSpeaker:
    """A speaker of the site: office and country as the newest article that tells them states them."""

    key: str
    name: str
    role: str
    country: str
    statements: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class SiteStory:
    """A story of the site: ``sources`` oldest first, at most as many as were asked for, of ``articles``."""

    key: str
    articles: int
    first: str
    last: str
    sources: tuple[DisplayedSource, ...]

    @property
    def title(self) -> str:
        """That of the first article that has one."""
        return self.sources[0].title


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """A statement with the article and the story that it comes from."""

    number: int
    shown: DisplayedStatement
    source: DisplayedSource
    story: str


@dataclass(frozen=True, slots=True)
class SiteTotals:
    """What the site holds; ``first`` and ``last`` are "" when that is nothing."""

    statements: int
    articles: int
    speakers: int
    stories: int
    outlets: int
    first: str
    last: str


class SiteDatabase:
    """The material in the file at ``path``: filled, then ``sort``-ed once, then read. A context manager."""

    def __init__(self, path: Path) -> None:
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.executescript(_TABLES + "BEGIN;")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.database.close()

    def add_source(self, story: str, source: DisplayedSource) -> None:
        """An article that has statements."""
        values = (source.id, story, source.at, json.dumps(asdict(source)))
        self.database.execute("INSERT INTO sources VALUES (?, ?, ?, ?)", values)

    def add(
        self, story: str, source: DisplayedSource, shown: DisplayedStatement, speakers: Iterable[ExportedSpeaker]
    ) -> None:
        """One statement of ``source``."""
        added = self.database.execute(
            "INSERT INTO said (article, story, at, body) VALUES (?, ?, ?, ?)",
            (source.id, story, source.at, json.dumps(asdict(shown))),
        )
        for known in speakers:
            # where several made it, whose office it is is not told
            alone = len(shown.speakers) == 1
            told = (shown.role, shown.country) if alone else ("", "")
            values = (known.key, source.at, added.lastrowid, shown.name if alone else unmarked(known.name), *told)
            self.database.execute("INSERT INTO spoken VALUES (?, ?, ?, ?, ?, ?)", values)
            self.database.execute("INSERT OR IGNORE INTO speakers VALUES (?, ?)", (known.key, unmarked(known.name)))

    def sort(self) -> None:
        """Make everything ready to be read; nothing is added afterwards."""
        self.database.executescript(_INDEXES)  # which ends the transaction first

    def totals(self) -> SiteTotals:
        """What there is in all."""
        statements = self._one("SELECT count(*) FROM said")
        articles, first, last = self._row("SELECT count(*), coalesce(min(at), ''), coalesce(max(at), '') FROM sources")
        outlets = self._one("SELECT count(DISTINCT nullif(json_extract(body, '$.outlet'), '')) FROM sources")
        speakers, stories = self._one("SELECT count(*) FROM voices"), self._one("SELECT count(*) FROM events")
        return SiteTotals(statements, articles, speakers, stories, outlets, first, last)

    def voices(self, order: str = "name, speaker", limit: int = -1) -> Iterator[SiteSpeaker]:
        """Speakers by ``order``, columns of ``voices``."""
        query = f"SELECT speaker, name, role, country, statements, first, last FROM voices ORDER BY {order} LIMIT ?"  # noqa: S608 - words of ours
        for row in self.database.execute(query, (limit,)):
            yield SiteSpeaker(*row)

    def spellings(self, speaker: str) -> tuple[str, ...]:
        """The names by which articles call a speaker, in alphabetical order."""
        rows = self.database.execute("SELECT DISTINCT name FROM spoken WHERE speaker = ? ORDER BY name", (speaker,))
        return tuple(name for (name,) in rows)

    def events(self, sources: int, limit: int = -1) -> Iterator[SiteStory]:
        """Stories, the newest first, each with at most so many of its ``sources``."""
        query = "SELECT story, articles, first, last FROM events ORDER BY last DESC, story LIMIT ?"
        for story, articles, first, last in self.database.execute(query, (limit,)):
            told = self.database.execute(
                "SELECT body FROM sources WHERE story = ? ORDER BY at, article LIMIT ?", (story, sources)
            )
            yield SiteStory(
                story, articles, first, last, tuple(DisplayedSource(**json.loads(body)) for (body,) in told)
            )

    def said_by(self, speaker: str) -> Iterator[SiteEntry]:
        """Statements of a speaker, the newest first."""
        query = (
            "SELECT d.number, d.body, s.body, d.story FROM spoken p JOIN said d ON d.number = p.said "
            "JOIN sources s ON s.article = d.article WHERE p.speaker = ? ORDER BY p.at DESC, p.said"
        )
        return self._entries(query, speaker)

    def said_in(self, story: str) -> Iterator[SiteEntry]:
        """Statements of a story, the oldest first."""
        query = (
            "SELECT d.number, d.body, s.body, d.story FROM said d JOIN sources s ON s.article = d.article "
            "WHERE d.story = ? ORDER BY d.at, d.number"
        )
        return self._entries(query, story)

    def count_in(self, story: str) -> int:
        """How many statements a story has."""
        return int(self._row("SELECT count(*) FROM said WHERE story = ?", story)[0])

    def _entries(self, query: str, *values: object) -> Iterator[SiteEntry]:
        for number, body, source, story in self.database.execute(query, values):
            yield SiteEntry(number, _shown(json.loads(body)), DisplayedSource(**json.loads(source)), story)

    def _row(self, query: str, *values: object) -> tuple[Any, ...]:
        row: tuple[Any, ...] = self.database.execute(query, values).fetchone()
        return row

    def _one(self, query: str) -> int:
        return int(self._row(query)[0])


def _shown(body: dict[str, Any]) -> DisplayedStatement:
    context = tuple(ContextPiece(**piece) for piece in body.pop("context"))
    return DisplayedStatement(**(body | {"speakers": tuple(body["speakers"]), "context": context}))
