"""A country's position on a topic: what its speakers said, newest first, each statement once. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.digests.account_lines import counts
from bot.digests.lines.statement import StatementLine, without_repeated
from bot.digests.quote_matching import deduplicate_statements
from bot.digests.search_results import statements_with_articles, word_found
from bot.digests.speaker_matching import match_speakers
from bot.domain.article import Article
from bot.domain.attribution import Speaker
from bot.domain.briefing import StatementReference
from bot.domain.statement_search import FoundStatement, SearchScope


@dataclass(frozen=True, slots=True)
class DatedStatement:
    """A statement, the time its article was published (else read), and the line that is shown for it."""

    told: StatementReference
    at: datetime
    line: StatementLine


@dataclass(frozen=True, slots=True)
class PositionSpeaker:
    """A speaker and their statements, newest first."""

    speaker: Speaker
    said: tuple[DatedStatement, ...]


@dataclass(frozen=True, slots=True)
class PositionSheet:
    """What ``country`` says on ``topic`` ("" for everything), by speaker; the last to speak first.

    ``scope`` is what was searched; ``left_out``: there are older statements.
    """

    country: str
    topic: str
    voices: tuple[PositionSpeaker, ...]
    scope: SearchScope
    left_out: bool = False

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles that statements come from or are also carried by."""
        told = [one.told for voice in self.voices for one in voice.said]
        found = {reading.id: reading.article for one in told for reading in (one.reading, *one.also)}
        return tuple(found.values())

    @property
    def statements(self) -> int:
        """The number of statements shown."""
        return sum(len(voice.said) for voice in self.voices)


def compose_position(
    found: Sequence[FoundStatement], *, country: str, topic: str, scope: SearchScope, left_out: bool = False
) -> PositionSheet:
    """The position in what was ``found``, newest first; statements by joint speakers are left out.

    ``found`` is restricted to the country and the topic.
    """
    kept = [one for one in found if counts(one.attribution)]
    spoken = statements_with_articles(kept)
    words = {(one.reading, one.attribution): one for one in kept}
    persons = match_speakers((reading.id, said.speaker) for reading, said in spoken if said.speaker)
    dated = []
    for number, told in deduplicate_statements(spoken, persons):
        found_as = words[told.reading.id, told.statement]
        dated.append((number, DatedStatement(told, found_as.at, word_found(found_as, topic))))
    told_in = [(one.told.reading.id, one.told.statement, one.line) for _, one in dated]
    dated = [dated[place] for place in without_repeated(told_in)]
    dated.sort(key=lambda one: one[1].told.statement.span)  # within an article, in text order
    dated.sort(key=lambda one: one[1].at, reverse=True)
    voices: dict[int, list[DatedStatement]] = {}
    for number, one in dated:
        voices.setdefault(number, []).append(one)
    return PositionSheet(
        country,
        topic,
        tuple(PositionSpeaker(persons[number].speaker, tuple(said)) for number, said in voices.items()),
        scope,
        left_out,
    )
