"""A statement as it is exported, and the choice of statements."""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import datetime

from bot.archive.export_queries import ExportedArticle, ExportedSpeaker, ExportScope
from bot.digests.lines.statement import StatementLine, word_statement
from bot.domain.analysis import Reading
from bot.domain.attribution import THRESHOLD, Attribution
from bot.domain.folding import fold_words
from bot.domain.statement_search import StatementQuery
from bot.gazetteer.name_matching import split_names


@dataclass(frozen=True, slots=True)
class ExportedStatement:
    """A statement of ``reading``, dated ``at``, with its known ``speakers`` and the number of its ``story``, if any."""

    number: int
    reading: Reading
    attribution: Attribution
    at: datetime
    speakers: tuple[ExportedSpeaker, ...] = ()
    story: int | None = None

    @property
    def published(self) -> bool:
        """Whether ``at`` is when the article was published, and not when it was read."""
        return self.reading.article.published_at == self.at

    @property
    def pieces(self) -> tuple[str, ...]:
        """The words: slices of the article's text."""
        return tuple(span.of(self.reading.article.text) for span in self.attribution.content)

    def word(self) -> StatementLine:
        """The line that reads on from the speaker's name. Takes half a millisecond."""
        analysis = self.reading.analysis
        return word_statement(
            self.reading.article.text, self.attribution, analysis.attributions, language=analysis.language
        )


@dataclass(frozen=True, slots=True)
class ExportQuery:
    """Which statements to export, by ``owner`` too; with ``stories``, all others on the same events as well."""

    wanted: StatementQuery = field(default_factory=StatementQuery)
    confidence: float = THRESHOLD
    owner: str | None = None
    stories: bool = False

    @property
    def narrow(self) -> bool:
        """Whether it asks for somebody or something, and not for everything."""
        return bool(self.wanted.who.strip() or self.wanted.about.strip() or self.wanted.countries)

    @property
    def scope(self) -> ExportScope:
        """The articles that it is looked for in."""
        return ExportScope(self.owner, self.wanted.since, self.wanted.until)

    def told(self) -> tuple[tuple[str, str], ...]:
        """What it is narrowed to, in words for the people who get the export."""
        wanted = self.wanted
        given = {
            "by": wanted.who.strip(),
            "about": wanted.about.strip(),
            "from": wanted.since.isoformat(timespec="minutes") if wanted.since else "",
            "before": wanted.until.isoformat(timespec="minutes") if wanted.until else "",
        }
        return tuple((name, value) for name, value in given.items() if value)

    def choose(self, filed: ExportedArticle, numbers: Container[int] | None = None) -> tuple[ExportedStatement, ...]:
        """The article's statements that are certain enough and of a wanted act; only ``numbers`` if given."""
        every = zip(filed.numbers, filed.speakers, filed.reading.analysis.attributions, strict=True)
        return tuple(
            ExportedStatement(number, filed.reading, said, filed.at, speakers, filed.story)
            for number, speakers, said in sorted(every, key=lambda one: one[2].span)
            if said.confidence >= self.confidence
            and said.act in self.wanted.acts
            and (numbers is None or number in numbers)
        )


def names_of(one: ExportedStatement) -> tuple[ExportedSpeaker, ...]:
    """Who made the statement, for an index of speakers; by the article's names where the archive knows none."""
    if one.speakers or one.attribution.speaker is None:
        return one.speakers
    return tuple(ExportedSpeaker(fold_words(name) or name, name) for name in split_names(one.attribution.speaker.name))
