"""The analysis of a text: key sentences, attributions, and the engine's version."""

import hashlib
from dataclasses import dataclass

from bot.domain.article import Article
from bot.domain.attribution import Attribution
from bot.domain.text import Span


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analysis of the text with fingerprint ``text_sha256`` by the engine of version ``engine``.

    ``summary`` has whole sentences in text order, ``ranking`` the rank of each (1 is best; empty if an older engine
    gave none). ``language`` is an ISO 639-1 code or None. ``unread`` is None, or the encoded message that says why
    there is no who-said-what ("Who said what is read in English only …").
    """

    text_sha256: str
    engine: str
    summary: tuple[Span, ...]
    attributions: tuple[Attribution, ...]
    language: str | None = None
    unread: str | None = None
    ranking: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.ranking and sorted(self.ranking) != list(range(1, len(self.summary) + 1)):
            raise ValueError("each sentence of the summary has a rank of its own")

    @property
    def ranked_summary(self) -> tuple[tuple[int, Span], ...]:
        """The sentences of the summary with their ranks; where none were given, the order of the text is the rank."""
        ranks = self.ranking or range(1, len(self.summary) + 1)
        return tuple(zip(ranks, self.summary, strict=True))


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its analysis, under the archive's ``id`` (20 hex digits, stable for url and text)."""

    id: str
    article: Article
    analysis: Analysis

    def __post_init__(self) -> None:
        if self.article.text_sha256 != self.analysis.text_sha256:
            raise ValueError("the analysis belongs to another text")


def reading_id(article: Article) -> str:
    """The id of an article: the first 20 hex digits of the SHA-256 of its address and text fingerprint."""
    return hashlib.sha256(f"{article.url or ''}\n{article.text_sha256}".encode()).hexdigest()[:20]
