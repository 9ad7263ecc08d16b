"""Prepares lines of some articles for two sides: each statement once, by person and side, with its sentences. Pure."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.digests.keywords import Vocabulary
from bot.digests.lines.statement import word_statement
from bot.digests.story_lines import StoryLine, StoryPool, find_carriers, find_persons, merge_duplicates
from bot.digests.word_stems import stop_words
from bot.domain.analysis import Reading
from bot.domain.attribution import THRESHOLD, Act, Attribution, Speaker
from bot.domain.digest import QuotedPhrase
from bot.domain.folding import fold_letters
from bot.domain.line import Line, LineReference
from bot.domain.text import Span, number_at
from bot.nlp.sentences import find_sentences

OF_ARTICLE = 30
"""Maximum lines of an article that are considered."""
LEAST = 0.1
"""Lines below this probability are not considered."""
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its column heading, and its speakers by number."""

    label: str
    persons: frozenset[int]


def time_of(reading: Reading) -> datetime:
    """When an article was published; the distant past if unknown."""
    return reading.article.published_at or _LONG_AGO


def counts(statement: Attribution, threshold: float = THRESHOLD) -> bool:
    """Whether a statement suits a column: certain enough, communicated, and by one speaker (not "both ministers")."""
    speaker = statement.speaker
    joint = speaker is not None and (";" in speaker.name or ";" in (speaker.country or ""))
    certain = statement.confidence >= threshold and statement.act is not Act.ATTITUDE
    return certain and speaker is not None and not joint


class AccountLines:
    """The lines of ``readings`` that suit a column, each statement once."""

    def __init__(self, readings: Sequence[Reading], threshold: float) -> None:
        self.readings = tuple(sorted(readings, key=time_of))
        self.persons = find_persons((_counted(reading, threshold) for reading in self.readings), threshold)
        self._pool = StoryPool(self.readings, self.persons, OF_ARTICLE, threshold)
        self.sides = self._pool.sides
        groups = merge_duplicates(
            [one for one in self._pool.lines if one.chance >= LEAST and counts(one.statement, threshold)]
        )
        self._groups = {id(group[0]): group for group in groups}
        self.lines = sorted((group[0] for group in groups), key=_in_text_order)
        self.joined = CombinedText(self.readings)
        languages = {reading.analysis.language for reading in self.readings} - {None, "en"}
        silent = frozenset(word for language in languages for word in stop_words(language))
        self.vocabulary = Vocabulary(self.joined.text, silent)
        self._sentences = {reading.id: find_sentences(reading.article.text) for reading in self.readings}

    def of_statements(self, said: Sequence[tuple[Reading, Attribution]]) -> list[StoryLine]:
        """The lines of some statements, oldest first; one that its article's page has no wording for gets its own."""
        wanted = {(reading.id, statement) for reading, statement in said}
        found = [one for one in self.lines if (one.reading.id, one.statement) in wanted]
        groups = self._groups.values()
        listed = {(one.reading.id, place) for group in groups for one in group for place in one.line.attributions}
        for reading in self.readings:
            places = sorted(reading.analysis.attributions, key=lambda one: one.span)
            for place, statement in enumerate(places):
                is_new = (reading.id, statement) in wanted and (reading.id, place) not in listed
                if is_new and (line := self._line_of(reading, places, place)):
                    found.append(line)
        return sorted(found, key=_in_text_order)

    def _line_of(self, reading: Reading, places: Sequence[Attribution], place: int) -> StoryLine | None:
        """The line of a statement on its own; None if nobody is known to say it."""
        statement = places[place]
        person = self._pool.number.get((reading.id, statement.speaker)) if statement.speaker else None
        if person is None:
            return None
        text, language = reading.article.text, reading.analysis.language
        pieces = word_statement(text, statement, places, language=language).pieces
        line = Line(len(places) + place + 1, statement.speaker, pieces, (place,), statement.relayed_by)
        return self._pool.describe(reading, line, statement, person, LEAST)

    def of(self, party: Party, about: str = "") -> list[StoryLine]:
        """The lines of a party, oldest first, whose words or sentence contain ``about``."""
        wanted = fold_letters(about.strip())
        return [one for one in self.lines if one.person in party.persons and self._mentions(one, wanted)]

    def parties(self, label_of: Callable[[int], str | None], about: str = "") -> list[Party]:
        """The parties by the label of each person's number, in order of first appearance."""
        wanted = fold_letters(about.strip())
        said: dict[str, set[int]] = {}
        for one in self.lines:
            if self._mentions(one, wanted) and (label := label_of(one.person)):
                said.setdefault(label, set()).add(one.person)
        return [Party(label, frozenset(persons)) for label, persons in said.items()]

    def speakers_of(self, party: Party) -> tuple[Speaker, ...]:
        """The speakers of a party in its lines, in order of appearance."""
        spoken = dict.fromkeys(one.person for one in self.lines if one.person in party.persons)
        return tuple(self.persons[n].speaker for n in spoken)

    def sentence_of(self, one: StoryLine) -> tuple[Span, Span]:
        """The sentence in which a line begins, and the same with the previous sentence of its paragraph."""
        sentences, text = self._sentences[one.reading.id], one.reading.article.text
        number = number_at(sentences, one.line.pieces[0].start)
        sentence = sentences[number]
        if number and "\n" not in text[sentences[number - 1].end : sentence.start]:
            return sentence, Span(sentences[number - 1].start, sentence.end)
        return sentence, sentence

    def refer(self, one: StoryLine) -> LineReference:
        """A line as it is shown, with the other outlets that carry it."""
        speaker = replace(self.persons[one.person].speaker, country=self.sides[one.person])
        also = find_carriers(one, self._groups.get(id(one), [one]), self.readings, self._pool)
        return LineReference(one.reading, replace(one.line, speaker=speaker, answers=None), also)

    def _mentions(self, one: StoryLine, wanted: str) -> bool:
        text = one.reading.article.text
        return not wanted or any(
            wanted in fold_letters(span.of(text)) for span in (*one.line.pieces, self.sentence_of(one)[0])
        )


def _in_text_order(one: StoryLine) -> tuple[datetime, str, Span]:
    return time_of(one.reading), one.reading.id, one.line.pieces[0]


def _counted(reading: Reading, threshold: float) -> Reading:
    """``reading`` with only the statements that suit a column."""
    kept = tuple(one for one in reading.analysis.attributions if counts(one, threshold))
    return replace(reading, analysis=replace(reading.analysis, attributions=kept))


_BETWEEN = "\n\n"  # texts end at paragraph boundaries


class CombinedText:
    """The texts of ``readings``, joined in ``text``."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = tuple(readings)
        self._starts: list[int] = []
        reached = 0
        for reading in self._readings:
            self._starts.append(reached)
            reached += len(reading.article.text) + len(_BETWEEN)
        self._start_of = {reading.id: start for reading, start in zip(self._readings, self._starts, strict=True)}
        self.text = _BETWEEN.join(reading.article.text for reading in self._readings)

    def shift(self, reading: Reading, statement: Attribution) -> Attribution:
        """``statement`` of ``reading`` with spans of the joined text."""
        return statement.moved(self._start_of[reading.id])

    def place(self, reading: Reading, span: Span) -> Span:
        """The position of a span of ``reading`` in the joined text."""
        return span.moved(self._start_of[reading.id])

    def find(self, span: Span) -> QuotedPhrase:
        """The phrase at ``span`` of the joined text, which must be within one of the texts."""
        place = bisect_right(self._starts, span.start) - 1
        return QuotedPhrase(self._readings[place], span.moved(-self._starts[place]))
