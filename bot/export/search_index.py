"""The search of a site without a server: files by the first letters of a word, loaded as somebody types.

The file of a beginning ("la") holds everything with a word that begins so, the weightiest first, up to ``LIMIT``.
Where there is more, longer beginnings ("lav") have files of their own, and it says so. ``static/search.js`` reads them,
and folds what is typed by the same rule as ``fold`` here. They are scripts and not data, because a page that was opened
from a folder may load the one and not the other.
"""

import json
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.folding import WORD, normalise

LIMIT = 400
"""Entries of one file: some 60 KB."""
DEEPEST = 12
"""Letters of the longest beginning that has a file."""

_LAST = "\U0010ffff"
_TABLES = """
CREATE TABLE found (entry INTEGER PRIMARY KEY, body TEXT, weight INTEGER);
CREATE TABLE words (word TEXT, entry INTEGER, PRIMARY KEY (word, entry)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page to be found: ``kind`` and ``href``, what to show, its words, and a ``weight`` to sort by."""

    kind: str
    href: str
    label: str
    note: str
    words: str
    weight: int


def fold_search_words(words: str) -> list[str]:
    """The words in ``words`` as they are compared: without case, accents and punctuation."""
    plain = normalise("NFKD", words).lower()
    plain = "".join(letter for letter in plain if unicodedata.category(letter)[0] != "M")
    return WORD.findall(plain.replace("ß", "ss").replace("ς", "σ"))


class SearchIndex:
    """Collects what can be found in ``database``, then writes the files."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.executescript(_TABLES)

    def add(self, one: IndexedPage) -> None:
        """Add a page."""
        words = sorted(set(fold_search_words(one.words)))
        body = json.dumps([one.kind, one.href, one.label, one.note, " ".join(words), one.weight])
        added = self._database.execute("INSERT INTO found (body, weight) VALUES (?, ?)", (body, one.weight))
        rows = ((word, added.lastrowid) for word in words)
        self._database.executemany("INSERT INTO words VALUES (?, ?)", rows)

    def write(self, folder: Path) -> None:
        """Write the files of all beginnings into ``folder``."""
        folder.mkdir()
        for name, script in self.scripts():
            (folder / name).write_text(script, "ascii")

    def scripts(self) -> Iterator[tuple[str, str]]:
        """The name and content of each file."""
        waiting = list(self._longer(""))
        while waiting:
            start = waiting.pop()
            bodies = self._find(start)
            more = len(bodies) > LIMIT
            if more and len(start) < DEEPEST:
                waiting += self._longer(start)
            # json.dumps leaves ASCII alone, so nothing in it ends the script or its line
            said = f"{json.dumps(start)},{json.dumps(more)},[\n{','.join(bodies[:LIMIT])}\n]"
            yield file_name(start), f"attache({said})\n"

    def _find(self, start: str) -> list[str]:
        """What has a word that begins with ``start``, one more than ``LIMIT``; the very word comes first."""
        query = (
            "SELECT f.body FROM (SELECT entry, max(word = ?) AS whole FROM words WHERE word >= ? AND word < ? "
            "GROUP BY entry) w JOIN found f ON f.entry = w.entry ORDER BY w.whole DESC, f.weight DESC, f.entry LIMIT ?"
        )
        return [body for (body,) in self._database.execute(query, (start, start, start + _LAST, LIMIT + 1))]

    def _longer(self, start: str) -> Iterator[str]:
        """The beginnings one letter longer than ``start``."""
        query = "SELECT DISTINCT substr(word, 1, ?) FROM words WHERE word > ? AND word < ? AND length(word) > ?"
        length = len(start)
        for (longer,) in self._database.execute(query, (length + 1, start, start + _LAST, length)).fetchall():
            yield longer


def file_name(start: str) -> str:
    """The file of a beginning: its letters by number, so that every system takes the name."""
    return "-".join(f"{ord(letter):x}" for letter in start) + ".js"
