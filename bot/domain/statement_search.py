"""What is asked of everything read, "who said what about what, and when", and what is found. Values and pure rules.

:mod:`bot.archive.search` finds; whoever asks says who they are (``askers``), since texts that people pasted, and those
that a server's own source sent, are found by their owners alone.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution
from bot.domain.folding import fold_words

COMMUNICATED = frozenset(Act) - {Act.ATTITUDE}
"""What was said; thoughts and wishes that nobody communicated are found only when they are asked for."""
TOTAL_LIMIT = 1000
"""Statements up to which what was found is counted."""
MOST_TERMS = 16
"""Words and phrases of one search."""

_TERM = re.compile(r"[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)|([^\s\"“”„«»]+)")


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """What to look for; everything left out narrows nothing.

    ``who`` is a person by any spelling, a surname alone, a country or body, or an office ("foreign minister");
    ``about`` words and "phrases", all of which a statement must hold (``sanction*`` for a beginning); ``since`` and
    ``until`` (aware, half open) bound when the article was published, else first read; ``countries`` (English short
    names) keeps the statements of speakers of one of them. What is found is listed the newest first, or the
    ``earliest`` first.
    """

    who: str = ""
    about: str = ""
    since: datetime | None = None
    until: datetime | None = None
    acts: frozenset[Act] = COMMUNICATED
    countries: frozenset[str] = frozenset()
    earliest: bool = False

    def __post_init__(self) -> None:
        if any(at is not None and at.tzinfo is None for at in (self.since, self.until)):
            raise ValueError("a search needs times with a zone")


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase that is looked for: folded words in a row; ``open`` ends in the beginning of a word."""

    words: tuple[str, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement: its number, the article that reports it, under its reading's id, and when that was.

    The words are slices of ``article.text`` by the spans of ``attribution``, which holds speaker, office and country
    as this article states them. ``person`` is the full name under which the archive knows the speaker, None where it
    knows none. ``place`` is where it stands in time among all statements: a cursor.
    """

    statement: int
    reading: str
    attribution: Attribution
    article: Article
    at: datetime
    place: int
    person: str | None = None


@dataclass(frozen=True, slots=True)
class FoundStatements:
    """A page of what was found, in the order that was wanted.

    ``older`` and ``newer`` are the cursors of the pages beside it, None where there is none. ``total`` counts all,
    also on other pages, up to ``TOTAL_LIMIT``; ``over`` tells that there are more. ``people`` are the names that
    ``who`` was understood as, at most ten, those who said most first; none where it is a country or an office.
    """

    found: tuple[FoundStatement, ...]
    older: int | None = None
    newer: int | None = None
    total: int = 0
    over: bool = False
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchScope:
    """What was searched: ``articles`` published (else read) from ``first`` to ``last``, None when there is none."""

    articles: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True)
class SpeakerSuggestion:
    """Somebody to ask for: their fullest name, office and country as articles state them.

    ``statements`` counts theirs that all may see, of a country up to a hundred. A country or body has neither office
    nor country of its own.
    """

    name: str
    role: str | None
    country: str | None
    statements: int


def parse_about(about: str) -> tuple[Term, ...]:
    """The words and phrases of ``about``, each once, in order; at most ``MOST_TERMS``. None for no word at all."""
    terms: dict[Term, None] = {}
    for match in _TERM.finditer(about):
        if len(terms) == MOST_TERMS:
            break
        phrase, word = match.groups()
        written = word if phrase is None else phrase
        words = tuple(fold_words(written).split())
        if words:
            terms[Term(words, open=phrase is None and written.endswith("*") and len(words[-1]) > 2)] = None
    return tuple(terms)
