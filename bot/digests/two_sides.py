"""Two accounts of one event: the statements of two parties side by side, by topic, in one article or several. Pure.

Names are matched across articles as in briefings; a statement that several articles carry is shown once. Topics are
found in all texts together, so that two outlets' words for one thing share a row.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.digests.combined_text import CombinedText
from bot.digests.contradictions import find_contradiction
from bot.digests.deduplication import deduplicate_statements
from bot.digests.keywords import Vocabulary
from bot.digests.speaker_matching import StorySpeaker, match_speakers
from bot.digests.topics import find_topics
from bot.domain.analysis import Reading
from bot.domain.attribution import THRESHOLD, Act, Attribution, Speaker
from bot.domain.briefing import StatementReference
from bot.domain.digest import Contradiction, Side, TopicRow, TwoSides
from bot.domain.folding import fold_letters
from bot.errors import UsageError
from bot.i18n.messages import translatable

Spoken = tuple[Reading, Attribution]
MOST_OF_SIDE = 150
"""Newest statements of a side that are compared, across several articles: comparing is quadratic."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Party:
    """A party: its column heading, and its speakers."""

    label: str
    persons: tuple[StorySpeaker, ...]

    def holds(self, spoken: Spoken) -> bool:
        reading, statement = spoken
        return any((reading.id, statement.speaker) in person.spoken for person in self.persons)


def compose_two_sides(
    *readings: Reading, a: str = "", b: str = "", about: str = "", threshold: float = THRESHOLD
) -> TwoSides:
    """The statements of two parties in ``readings`` (oldest first) by topic, without thoughts and uncertain ones.

    The parties are the two countries with most statements, or the two speakers if countries are unknown; ``a`` and
    ``b`` together choose them by part of a name, office or country. ``about`` keeps statements that contain it. Raises
    ``UsageError`` if there are no two parties or nothing is left, naming who is quoted.
    """
    found = [
        (reading, statement)
        for reading in readings
        for statement in sorted(reading.analysis.attributions, key=lambda one: one.span)
        if counts(statement, threshold)
    ]
    persons = match_speakers((reading.id, said.speaker) for reading, said in found if said.speaker)
    if a and b:
        parties = [party for words in (a, b) if (party := _named(persons, words))]
    elif a or b:
        raise UsageError(translatable("desk-one-side"))
    else:
        mentioned = [one for one in found if _mentions(one, about)]
        parties = _leaders(mentioned, persons, _country) or _leaders(found, persons, _country)
        parties = parties or _leaders(found, persons, lambda speaker: speaker.name)
    place = "article" if len(readings) == 1 else "articles"
    if len(parties) < 2 or set(parties[0].persons) & set(parties[1].persons):
        raise _no_two_sides(place, [person.speaker for person in persons])
    first, second = (_without_joint(party, parties) for party in parties)
    spoken = [[one for one in found if party.holds(one) and _mentions(one, about)] for party in (first, second)]
    if not any(spoken):
        raise UsageError(translatable("desk-sides-not-mentioned", about=about, place=place))
    kept = [_by_time(one)[-MOST_OF_SIDE:] if len(readings) > 1 else one for one in spoken]
    left_out = sum(map(len, spoken)) - sum(map(len, kept))
    a_side, b_side = (Side(party.label, tuple(one.speaker for one in party.persons)) for party in (first, second))
    return compose_sides(a_side, b_side, kept[0], kept[1], about=about, left_out=left_out)


def compose_sides(
    first: Side, second: Side, said: Sequence[Spoken], answered: Sequence[Spoken], *, about: str = "", left_out: int = 0
) -> TwoSides:
    """The statements of two sides by topic: ``said`` are the first's, ``answered`` the second's, oldest first.

    At least one statement in all, each of a known speaker. ``about`` and ``left_out`` are passed on.
    """
    readings = {reading.id: reading for reading, _ in _by_time((*said, *answered))}
    told, is_first = [], []
    for spoken, side in ((said, True), (answered, False)):
        distinct = _tell_once(_by_time(spoken))
        told += distinct
        is_first += [side] * len(distinct)
    names = " ".join(f"{s.name} {s.country or ''}" for side in (first, second) for s in side.speakers)
    rows = _rows(tuple(readings.values()), told, is_first, frozenset(names.casefold().split()))
    return TwoSides(tuple(readings.values()), first, second, rows, about, left_out)


def name_side(speakers: Sequence[Speaker], words: str) -> str:
    """The column heading for ``speakers``, who were asked for as ``words``: their common country or name.

    The country if it was asked for, the fullest name if all share it, else the country.
    """
    asked = fold_letters(words.strip())
    countries = {one.country for one in speakers}
    country = countries.pop() if len(countries) == 1 else None
    if country and asked in fold_letters(country):
        return country
    if speakers and all(asked in fold_letters(one.name) for one in speakers):
        return max((one.name for one in speakers), key=len)
    return country or words.strip()


def counts(statement: Attribution, threshold: float = THRESHOLD) -> bool:
    """Whether a statement suits a column: certain enough, communicated, of one speaker (not "both ministers")."""
    speaker = statement.speaker
    joint = speaker is not None and (";" in speaker.name or ";" in (speaker.country or ""))
    certain = statement.confidence >= threshold and statement.act is not Act.ATTITUDE
    return certain and speaker is not None and not joint


def _without_joint(party: _Party, parties: Sequence[_Party]) -> _Party:
    """Without speakers named after every party ("the ministers of Norway and Iceland"), who belong to none."""
    labels = [one.label.casefold() for one in parties]
    of = tuple(p for p in party.persons if not all(label in p.speaker.name.casefold() for label in labels))
    return _Party(party.label, of)


def _leaders(
    found: Sequence[Spoken], persons: Sequence[StorySpeaker], label_of: Callable[[Speaker], str | None]
) -> list[_Party]:
    """The two parties with most statements, in order of first appearance; none if there are fewer."""
    whose = {one: person for person in persons for one in person.spoken}
    said: dict[str, list[StorySpeaker]] = {}
    for reading, statement in found:
        if statement.speaker is None:
            continue
        person = whose[reading.id, statement.speaker]
        if label := label_of(person.speaker):
            said.setdefault(label, []).append(person)
    leading = sorted(said, key=lambda label: -len(said[label]))[:2]
    parties = [_Party(label, tuple(dict.fromkeys(said[label]))) for label in said if label in leading]
    return parties if len(parties) == 2 else []


def _country(speaker: Speaker) -> str | None:
    return speaker.country


def _named(persons: Sequence[StorySpeaker], words: str) -> _Party | None:
    """The speakers of the country ``words``, or else those whose name, office or country contains it; None if nobody.

    The country first: "Norway" is not Iceland's ambassador to Norway.
    """
    asked = fold_letters(words.strip())

    def is_called(speaker: Speaker) -> bool:
        return any(asked in fold_letters(fact) for fact in (speaker.name, speaker.role, speaker.country) if fact)

    of_country = tuple(p for p in persons if p.speaker.country and fold_letters(p.speaker.country) == asked)
    of = of_country or tuple(person for person in persons if is_called(person.speaker))
    return _Party(name_side([person.speaker for person in of], words), of) if of else None


def _mentions(spoken: Spoken, about: str) -> bool:
    reading, statement = spoken
    wanted = fold_letters(about.strip())
    return not wanted or any(wanted in fold_letters(span.of(reading.article.text)) for span in statement.content)


def _tell_once(spoken: Sequence[Spoken]) -> list[StatementReference]:
    """Each statement once, if there are several articles; repetitions within one article stay."""
    if len({reading.id for reading, _ in spoken}) < 2:
        return [StatementReference(reading, statement) for reading, statement in spoken]
    persons = match_speakers((reading.id, said.speaker) for reading, said in spoken if said.speaker)
    return [told for _, told in deduplicate_statements(spoken, persons)]


def _by_time(spoken: Iterable[Spoken]) -> list[Spoken]:
    """In order of publication; undated ones first, in the given order."""
    return sorted(spoken, key=lambda one: one[0].article.published_at or _LONG_AGO)


def _rows(
    readings: tuple[Reading, ...], told: Sequence[StatementReference], is_first: Sequence[bool], names: frozenset[str]
) -> tuple[TopicRow, ...]:
    """A row per topic: contradictions first, then topics of both sides, then of one."""
    joined = CombinedText(readings)
    lifted = [joined.shift(one.reading, one.statement) for one in told]
    vocabulary = Vocabulary(joined.text, names)
    order = sorted(range(len(told)), key=lambda n: lifted[n].span)
    told, lifted, is_first = [told[n] for n in order], [lifted[n] for n in order], [is_first[n] for n in order]
    rows = []
    for topic in find_topics(vocabulary, lifted, is_first):
        a = [n for n in topic.members if is_first[n]]
        b = [n for n in topic.members if not is_first[n]]
        clash = find_contradiction(vocabulary, [lifted[n] for n in a], [lifted[n] for n in b])
        where = {id(lifted[n]): told[n] for n in topic.members}
        rows.append(
            TopicRow(
                joined.find(topic.label),
                tuple(told[n] for n in a),
                tuple(told[n] for n in b),
                Contradiction(where[id(clash[0])], where[id(clash[1])]) if clash else None,
            )
        )
    return tuple(sorted(rows, key=lambda row: row.clash is None))


def _no_two_sides(place: str, speakers: Sequence[Speaker]) -> UsageError:
    names = ", ".join(dict.fromkeys(speaker.name for speaker in speakers))
    if not names:
        return UsageError(translatable("desk-no-sides-at-all", place=place))
    return UsageError(translatable("desk-no-two-sides", place=place, names=names))
