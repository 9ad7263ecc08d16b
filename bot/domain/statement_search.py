"""A search of all statements, "who said what about what, and when", and its results. Values and pure rules.

:mod:`bot.archive.search` runs it. A search names its ``askers``, because pasted texts, and articles from a server's own
push source, are found by their owners only.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution
from bot.domain.folding import fold_words
from bot.domain.inflections import inflections

COMMUNICATED = frozenset(Act) - {Act.ATTITUDE}
"""Acts of communication; thoughts and wishes that nobody communicated are found only on request."""
TOTAL_LIMIT = 1000
"""Results are counted up to this number."""
MOST_TERMS = 16
"""Maximum words and phrases of a search."""
_MOST_WRITTEN = 1000
"""Words and phrases that are looked at, with repetitions."""

_TERM = re.compile(r"[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)|([^\s\"“”„«»]+)")


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """What to search for; omitted fields do not restrict.

    ``who`` is a person in any spelling, a surname alone, a country or body, or an office ("foreign minister");
    ``about`` has words and "phrases" that all must stand in a statement or its sentence: words in any English form,
    ``sanction*`` for a prefix; ``since`` and ``until`` (aware, half open) restrict when the article was published, else
    first read; ``countries`` (English short names) restrict to speakers of these countries, ``languages`` (ISO 639
    codes) to articles in them. Results are newest first, or ``earliest`` first.
    """

    who: str = ""
    about: str = ""
    since: datetime | None = None
    until: datetime | None = None
    acts: frozenset[Act] = COMMUNICATED
    countries: frozenset[str] = frozenset()
    earliest: bool = False
    languages: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if any(at is not None and at.tzinfo is None for at in (self.since, self.until)):
            raise ValueError("a search needs times with a zone")


@dataclass(frozen=True, slots=True)
class Term:
    """Consecutive folded words; ``open``: the last is a prefix; ``inflected``: its one word may have other forms."""

    words: tuple[str, ...]
    open: bool = False
    inflected: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The folded words of which some must be found, one form after another."""
        return inflections(self.words[0]) if self.inflected else (" ".join(self.words),)


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement: its id, its article, that article's reading id, and its time.

    Its words are slices of ``article.text`` by the spans of ``attribution``, which has speaker, office and country as
    this article states them. ``person`` is the full name under which the archive knows the speaker, or None. ``place``
    is its position in time among all statements: a cursor. ``language`` is that in which the article was read,
    ``beside`` are the statements next to it in the text, None if they are not known.
    """

    statement: int
    reading: str
    attribution: Attribution
    article: Article
    at: datetime
    place: int
    person: str | None = None
    language: str | None = None
    beside: tuple[Attribution, ...] | None = None


@dataclass(frozen=True, slots=True)
class FoundStatements:
    """A page of results, in the requested order.

    ``older`` and ``newer`` are the cursors of the adjacent pages, or None. ``total`` counts all results, up to
    ``TOTAL_LIMIT``; ``over``: there are more. ``people`` are the names that ``who`` matched, at most ten, those with
    most statements first; none if it is a country or an office.
    """

    found: tuple[FoundStatement, ...]
    older: int | None = None
    newer: int | None = None
    total: int = 0
    over: bool = False
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchScope:
    """What was searched: ``articles`` published (else read) from ``first`` to ``last``, None if there is none."""

    articles: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True)
class SpeakerSuggestion:
    """A suggested speaker, as articles state it; ``statements`` counts public ones, to a hundred for a country."""

    name: str
    role: str | None
    country: str | None
    statements: int


def parse_about(about: str) -> tuple[Term, ...]:
    """The words and phrases of ``about``, each once, in order; at most ``MOST_TERMS``. None if there is no word."""
    terms: dict[Term, None] = {}
    for match in islice(_TERM.finditer(about), _MOST_WRITTEN):
        if len(terms) == MOST_TERMS:
            break
        phrase, word = match.groups()
        written = word if phrase is None else phrase
        words = tuple(fold_words(written).split())
        if words:
            prefix = phrase is None and written.endswith("*") and len(words[-1]) > 2
            plain = phrase is None and not prefix and len(words) == 1 and not (written.isupper() and len(written) > 1)
            terms[Term(words, open=prefix, inflected=plain)] = None
    return tuple(terms)
