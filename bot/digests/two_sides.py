"""Two accounts of one event: the statements of two parties side by side, by topic. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.digests.compose import THRESHOLD
from bot.digests.topics import find_topics
from bot.domain.analysis import Reading
from bot.domain.attribution import Act, Attribution, Speaker
from bot.domain.digest import Side, TopicRow, TwoSides
from bot.errors import UsageError


@dataclass(frozen=True, slots=True)
class _Party:
    """One party: what heads its column, and whose statements are its."""

    label: str
    speakers: tuple[Speaker, ...]


def compose_two_sides(
    reading: Reading, *, a: str = "", b: str = "", about: str = "", threshold: float = THRESHOLD
) -> TwoSides:
    """The statements of two parties of ``reading`` by topic; thoughts and uncertain statements are left out.

    The parties are the two countries whose speakers say most, or the two speakers who do where countries are not
    told; ``a`` and ``b`` together choose them by part of a name, office or country. ``about`` keeps the statements
    that hold it. Raises ``UsageError`` when there are not two parties or nothing is left, naming who is quoted.
    """
    found = sorted((s for s in reading.analysis.attributions if _counts(s, threshold)), key=lambda s: s.span)
    speakers = tuple(dict.fromkeys(s.speaker for s in found if s.speaker))
    if a and b:
        parties = [party for words in (a, b) if (party := _named(speakers, words))]
    elif a or b:
        raise UsageError("One side alone was named.", "Name both a and b, or neither.")
    else:
        parties = _leaders(found, lambda s: s.country) or _leaders(found, lambda s: s.name)
    if len(parties) < 2 or set(parties[0].speakers) & set(parties[1].speakers):
        raise _no_two_sides(speakers)
    text = reading.article.text
    both = {s for party in parties for s in party.speakers if not _speaks_for_all(s, parties)}
    kept = [s for s in found if s.speaker in both and _mentions(text, s, about)]
    if not kept:
        raise UsageError(f"Neither side mentions {about} in this article.", "Try another word, or leave it out.")
    first, second = (Side(party.label, tuple(s for s in party.speakers if s in both)) for party in parties)
    return TwoSides(reading, first, second, _rows(text, kept, first))


def _counts(statement: Attribution, threshold: float) -> bool:
    """Whether a statement can stand in a column: certain enough, said, and of one speaker (not "both ministers")."""
    speaker = statement.speaker
    joint = speaker is not None and (";" in speaker.name or ";" in (speaker.country or ""))
    certain = statement.confidence >= threshold and statement.act is not Act.ATTITUDE
    return certain and speaker is not None and not joint


def _speaks_for_all(speaker: Speaker, parties: Sequence[_Party]) -> bool:
    """Whether a speaker is named after every party ("the ministers of Norway and Iceland") and so belongs to none."""
    return all(party.label.casefold() in speaker.name.casefold() for party in parties)


def _leaders(found: Sequence[Attribution], label_of: Callable[[Speaker], str | None]) -> list[_Party]:
    """The two parties with most statements, in the order in which they first speak; none when there are fewer."""
    said: dict[str, list[Speaker]] = {}
    for statement in found:
        if statement.speaker and (label := label_of(statement.speaker)):
            said.setdefault(label, []).append(statement.speaker)
    leading = sorted(said, key=lambda label: -len(said[label]))[:2]
    parties = [_Party(label, tuple(dict.fromkeys(said[label]))) for label in said if label in leading]
    return parties if len(parties) == 2 else []


def _named(speakers: Sequence[Speaker], words: str) -> _Party | None:
    """Those whose name, office or country holds ``words``, under what they share: the name or country asked for."""
    asked = words.strip().casefold()
    of = tuple(s for s in speakers if any(asked in fact.casefold() for fact in (s.name, s.role, s.country) if fact))
    if not of:
        return None
    named = {s.name for s in of if asked in s.name.casefold()}
    shared = named or {s.country for s in of if s.country} or {s.name for s in of}
    return _Party(shared.pop() if len(shared) == 1 else words.strip(), of)


def _mentions(text: str, statement: Attribution, about: str) -> bool:
    wanted = about.strip().casefold()
    return not wanted or any(wanted in span.of(text).casefold() for span in statement.content)


def _rows(text: str, kept: Sequence[Attribution], first: Side) -> tuple[TopicRow, ...]:
    is_first = [s.speaker in first.speakers for s in kept]
    names = " ".join(f"{s.speaker.name} {s.speaker.country or ''}" for s in kept if s.speaker)
    topics = find_topics(text, kept, is_first, frozenset(names.casefold().split()))
    return tuple(
        TopicRow(
            topic.label,
            tuple(kept[i] for i in topic.members if is_first[i]),
            tuple(kept[i] for i in topic.members if not is_first[i]),
        )
        for topic in topics
    )


def _no_two_sides(speakers: Sequence[Speaker]) -> UsageError:
    names = ", ".join(dict.fromkeys(speaker.name for speaker in speakers))
    quoted = f"Those quoted: {names}. Who said what shows their words."
    return UsageError(
        "This article does not quote two sides.", quoted if names else "Nobody is quoted in it with certainty."
    )
