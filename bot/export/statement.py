"""One statement on its way out, and which of them are wanted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.archive.exports import Filed, Known
from bot.archive.names import split_names
from bot.digests.compose import THRESHOLD
from bot.digests.watched import is_meant
from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.folding import fold_words
from bot.domain.said import Term, Wanted, parse_about


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of ``reading``, dated ``at`` (published, else first read).

    ``speakers`` are those who made it as the archive knows them; ``story`` is the number of the event that the article
    tells, None where it has none.
    """

    number: int
    reading: Reading
    attribution: Attribution
    at: datetime
    speakers: tuple[Known, ...] = ()
    story: int | None = None

    @property
    def pieces(self) -> tuple[str, ...]:
        """The words: slices of the article's text."""
        return tuple(span.of(self.reading.article.text) for span in self.attribution.content)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which statements go out: those that are ``wanted`` with at least this ``confidence`` (0 to 1).

    ``owner`` is whose private articles come too. ``stories``: where a statement is found, all others of the articles
    about the same event come with it.
    """

    wanted: Wanted = field(default_factory=Wanted)
    confidence: float = THRESHOLD
    owner: str | None = None
    stories: bool = False

    @property
    def narrow(self) -> bool:
        """Whether it asks for somebody or something, and not for everything."""
        return bool(self.wanted.who.strip() or self.wanted.about.strip() or self.wanted.countries)

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

    @property
    def widens(self) -> bool:
        """Whether what is found brings more with it."""
        return self.narrow and self.stories

    def certain(self, filed: Filed) -> Iterator[Statement]:
        """The statements of an article that are sure enough and of a wanted act, in the order of its text."""
        for number, speakers, said in sorted(
            zip(filed.numbers, filed.speakers, filed.reading.analysis.attributions, strict=True),
            key=lambda one: one[2].span,
        ):
            if said.confidence >= self.confidence and said.act in self.wanted.acts:
                yield Statement(number, filed.reading, said, filed.at, speakers, filed.story)

    def find(self, filed: Filed) -> Iterator[Statement]:
        """Those of ``certain`` that somebody asked for."""
        if not self.narrow:
            yield from self.certain(filed)
            return
        terms = parse_about(self.wanted.about)
        for one in self.certain(filed):
            if self._is_by(one) and _holds(one, terms):
                yield one

    def _is_by(self, one: Statement) -> bool:
        speaker, wanted = one.attribution.speaker, self.wanted
        if wanted.countries and (speaker is None or speaker.country not in wanted.countries):
            return False
        if not wanted.who.strip():
            return True
        # a full name finds whom the archive has joined with it; a surname, country or office what the article tells
        known = fold_words(wanted.who) in {fold_words(one.name) for one in one.speakers}
        return speaker is not None and (known or is_meant(wanted.who, speaker))


def names_of(one: Statement) -> tuple[Known, ...]:
    """Who made the statement, for an index of speakers; by the article's names where the archive knows none."""
    if one.speakers or one.attribution.speaker is None:
        return one.speakers
    return tuple(Known(fold_words(name) or name, name) for name in split_names(one.attribution.speaker.name))


def _holds(one: Statement, terms: tuple[Term, ...]) -> bool:
    """Whether the words hold every term, none of them across two spans."""
    pieces = [f" {fold_words(piece)} " for piece in one.pieces]
    sought = [f" {' '.join(term.words)}" + ("" if term.open else " ") for term in terms]
    return all(any(term in piece for piece in pieces) for term in sought)
