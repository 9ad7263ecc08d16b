"""Finds where a speaker's later statement denies, drops or reverses an earlier one. Pure.

Two clauses make a reversal if they are about the same subject and one is for, the other against it
(:mod:`bot.digests.stance.stances`), unless somebody else acts, another time is meant, or the earlier one only describes
the past. The probability depends on how much their subjects share; the weights are fitted
(``benchmarks/reversals.py``).
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from bot.data_files import read_json
from bot.digests.account_lines import counts
from bot.digests.position import DatedStatement
from bot.digests.quote_matching import deduplicate_statements
from bot.digests.search_results import statements_with_articles, word_found
from bot.digests.speaker_matching import match_speakers
from bot.digests.stance.stances import Stance, Tense, find_stances
from bot.domain.attribution import Act
from bot.domain.briefing import StatementReference
from bot.domain.statement_search import FoundStatement, SearchScope, StatementQuery
from bot.domain.text import Span
from bot.gazetteer.name_matching import is_own_name

APART = timedelta(hours=12)
"""Minimum time between two statements; accounts of one day may order or word one statement differently."""
LIKELY = 0.5
"""Minimum probability of a reversal; the curve is in benchmarks/README.md."""
SHARED = 2
"""Minimum words of the subject that two clauses share; with many clauses, some share as much by chance."""
FEW = 20
"""Up to this many clauses of a speaker, ``SHARED`` is enough; ten times as many need one more. A name counts twice."""
MOST_USES = 60
"""Maximum stances of one speaker that share a word, before it is too common to find pairs by."""

_DECIDING = frozenset({Act.DENIES, Act.REJECTS, Act.PLEDGES, Act.AGREES, Act.CONFIRMS, Act.ANNOUNCES})
_ENGLISH = frozenset({None, "en"})


@dataclass(frozen=True, slots=True)
class Reversal:
    """Two statements by one speaker, the ``later`` against the ``earlier``; ``likelihood`` is 0 to 1.

    ``subject`` are the words that both share, as in the later one.
    """

    subject: str
    earlier: DatedStatement
    later: DatedStatement
    likelihood: float


@dataclass(frozen=True, slots=True)
class ReversalSheet:
    """The reversals of ``who`` ("" for anybody) on ``about`` ("" for everything), newest first.

    ``scope`` is what was searched, ``statements`` how many were compared; ``left_out``: there are older statements.
    ``asked`` is the query as it was typed.
    """

    who: str
    about: str
    reversals: tuple[Reversal, ...]
    statements: int
    scope: SearchScope
    asked: StatementQuery
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class _Held:
    """A stance and the number of its statement."""

    place: int
    stance: Stance


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement, listed once, and how it was found."""

    told: StatementReference
    found: FoundStatement

    def dated(self) -> DatedStatement:
        return DatedStatement(self.told, self.found.at, word_found(self.found))


def find_reversals(found: Sequence[FoundStatement]) -> tuple[Reversal, ...]:
    """The reversals in what was ``found`` (newest first), newest first; each later statement at most once.

    Only English is read. A later statement is shown beside the earlier one that it most likely reverses.
    """
    kept = [one for one in found if counts(one.attribution) and one.article.language in _ENGLISH]
    spoken = statements_with_articles(kept)
    persons = match_speakers((reading.id, said.speaker) for reading, said in spoken if said.speaker)
    known = {(one.reading, one.attribution.span): one for one in kept}
    by_person: dict[str | int, list[_Said]] = {}
    for number, told in deduplicate_statements(spoken, persons):
        if is_own_name(persons[number].speaker.name):
            one = known[told.reading.id, told.statement.span]
            by_person.setdefault(one.person or number, []).append(_Said(told, one))
    reversals = [one for said in by_person.values() for one in _find_of_person(said)]
    return tuple(sorted(reversals, key=lambda one: (one.later.at, one.likelihood), reverse=True))


def _find_of_person(said: Sequence[_Said]) -> Iterator[Reversal]:
    """The reversals among the statements of one speaker, given in any order."""
    held = [
        _Held(place, stance)
        for place, one in enumerate(said)
        for stance in find_stances(one.told.reading.article.text, one.told.statement)
    ]
    weights, needed = weigh(one.stance for one in held), SHARED + math.log10(max(1.0, len(held) / FEW))
    best: dict[int, tuple[float, int, _Held, frozenset[str]]] = {}
    for a, b in _pairs(held):
        earlier, later = sorted((a, b), key=lambda one: said[one.place].found.at)
        if said[later.place].found.at - said[earlier.place].found.at < APART or not can_reverse(
            earlier.stance, later.stance
        ):
            continue
        if len(earlier.stance.subject & later.stance.subject) + len(earlier.stance.names & later.stance.names) < needed:
            continue
        likelihood = estimate(measure(earlier.stance, later.stance, weights))
        if likelihood >= max(LIKELY, best[later.place][0] if later.place in best else 0.0):
            best[later.place] = (likelihood, earlier.place, later, earlier.stance.subject)
    for place, (likelihood, earlier_place, later, shared) in best.items():
        text = said[place].told.reading.article.text
        subject = _name_subject(text, later.stance, shared)
        yield Reversal(subject, said[earlier_place].dated(), said[place].dated(), likelihood)


def _name_subject(text: str, stance: Stance, shared: frozenset[str]) -> str:
    """The words of a stance that are ``shared``; adjacent ones are joined."""
    spans: list[Span] = []
    for stem, span in stance.words:
        if stem in shared and spans and not text[spans[-1].end : span.start].strip(" -"):
            spans[-1] = Span(spans[-1].start, span.end)
        elif stem in shared:
            spans.append(span)
    return " · ".join(dict.fromkeys(span.of(text) for span in spans))


def _pairs(held: Sequence[_Held]) -> Iterator[tuple[_Held, _Held]]:
    """Pairs of stances from different statements with opposite signs that share a keyword that is not too common."""
    users: dict[str, list[int]] = {}
    for number, one in enumerate(held):
        for stem in one.stance.subject:
            users.setdefault(stem, []).append(number)
    seen = set()
    for numbers in users.values():
        if len(numbers) > MOST_USES:
            continue
        for place, n in enumerate(numbers):
            for m in numbers[place + 1 :]:
                if held[n].place != held[m].place and held[n].stance.positive != held[m].stance.positive:
                    seen.add((n, m))
    yield from ((held[n], held[m]) for n, m in sorted(seen))


def weigh(stances: Iterable[Stance]) -> dict[str, float]:
    """The weight of each keyword, by inverse document frequency."""
    every = list(stances)
    uses = Counter(stem for one in every for stem in one.subject)
    return {stem: 1.0 + math.log(len(every) / used) for stem, used in uses.items()}


def can_reverse(earlier: Stance, later: Stance) -> bool:
    """Whether the later clause may reverse the earlier: opposed, of the same actor and time."""
    if earlier.positive == later.positive or len(earlier.subject & later.subject) < SHARED:
        return False
    if Act.CONDEMNS in (earlier.act, later.act) and Act.PRAISES not in (earlier.act, later.act):
        return False  # condemning a thing and describing it are no opposites
    if earlier.tense is Tense.PAST and later.tense is not Tense.PAST:
        return False
    if not (earlier.actor & later.actor or later.actor <= earlier.subject or earlier.actor <= later.subject):
        return False
    if any(one.own and _is_another(other, one) for one, other in ((earlier, later), (later, earlier))):
        return False
    return not (earlier.periods and later.periods and not earlier.periods & later.periods)


def _is_another(one: Stance, speaking: Stance) -> bool:
    """Whether the actor of ``one`` is neither the speaker nor the thing that the other stance is about."""
    return bool(one.actor) and (one.actor <= one.names or not one.actor <= speaking.subject)


def measure(earlier: Stance, later: Stance, weights: Mapping[str, float]) -> dict[str, float]:
    """The features of a pair: how much the subjects share, what each adds, how the signs came about."""

    def weight(stems: frozenset[str]) -> float:
        return sum(weights.get(stem, 1.0) for stem in stems)

    both_turn = earlier.turned & later.turned
    shared = (earlier.subject & later.subject) | both_turn
    extra = sorted(weight(one.subject - shared) for one in (earlier, later))
    total = weight(earlier.subject | later.subject | both_turn)
    return {
        "shared": math.log1p(len(shared)),
        "shared_part": weight(shared) / total,
        "both_differ": extra[0] / total,
        "one_differs": extra[1] / total,
        "shared_names": float(len(earlier.names & later.names)),
        "names_differ": float(bool(earlier.names - later.subject) and bool(later.names - earlier.subject)),
        "marks": float(earlier.marks + later.marks - 2 * len(both_turn)),
        "same_actor": float((earlier.own and later.own) or bool(earlier.actor & later.actor)),
        "commits": float(sum(one.own and one.tense is Tense.FUTURE for one in (earlier, later))),
        "decides": float(sum(one.act in _DECIDING for one in (earlier, later))),
    }


def estimate(features: Mapping[str, float]) -> float:
    """The probability that a pair is a reversal, 0 to 1."""
    constant, weights = load_model()
    return 1.0 / (1.0 + math.exp(-(constant + sum(weights[name] * features[name] for name in weights))))


@lru_cache(maxsize=1)
def load_model() -> tuple[float, dict[str, float]]:
    """The constant and the weight of each feature."""
    record = read_json("bot.digests.stance", "weights.json")
    return record["constant"], record["weights"]
