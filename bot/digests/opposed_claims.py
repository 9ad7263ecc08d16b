"""Finds opposed claims: what one side says and the other denies, answers or describes differently. Pure.

Only words decide. Two lines are about one matter if they share a specific name or several specific words, in their own
words or as names in the sentences around them. Words in every report ("talks", "results") are no matter. Two lines are
opposed if one denies the other in its terms, answers it or contradicts it, or if they share so much that both describe
one thing. Nothing is said about who is right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from bot.data_files import read_toml
from bot.digests.keywords import Vocabulary
from bot.domain.attribution import DENIALS, Act, Attribution
from bot.domain.text import Span
from bot.gazetteer.countries import BODIES, NamingKind, all_names, country_of
from bot.gazetteer.public_figures import find_figure_by_surname

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BESIDE = 0.6
"""Weight of a name beside a line, relative to a word in it."""
_STEM = 6
DENIED, SAID, NAMED, OPPOSED, SAME_CONTENT = 0.3, 0.25, 0.4, 0.7, 0.8
"""Minimum of what two claims must share for each kind of pair; the rarest word of the texts counts 1."""
_OPENING = 4
"""How many words of a claim are searched for its verb."""
_ADDRESSED = 0.5
"""How much naming the other speaker adds to what two claims share."""
_ASSERTING = frozenset(Act) - {*DENIALS, Act.ASKS, Act.DISCUSSES, Act.THANKS, Act.ATTITUDE}
_AHEAD, _BEHIND = 40, 25
"""How many characters before and after a name of the other side are searched for a word of opposition."""
_OPPOSING = frozenset({Act.ACCUSES, Act.CONDEMNS, Act.DEMANDS, Act.THREATENS, Act.WARNS})


class Opposition(IntEnum):
    """How two lines are opposed, the clearest kind first."""

    DENIES = 0
    ANSWERS = 1
    OPPOSES = 2
    DIFFERS = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """A line to compare, in the vocabulary's text: pieces, statement, sentence, and that with the one before.

    ``is_first`` says which side it is from, ``answers`` is the number of the claim that it answers.
    """

    pieces: tuple[Span, ...]
    statement: Attribution
    sentence: Span
    around: Span
    is_first: bool
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class OpposedPair:
    """A pair of claims, by number, about ``stems``; the first denies, answers or opposes the second.

    ``said`` are the stems in the words of both.
    """

    one: int
    other: int
    opposition: Opposition
    stems: frozenset[str]
    said: frozenset[str]
    weight: float


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    table = read_toml(__package__, "opposed_claims.toml")
    return {name: frozenset(words.split()) for name, words in table.items()}


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _words()["common"])


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Stems of the names of states and their cities: a location is hardly the matter."""
    named = ((name, country_of(name)) for name in all_names())
    of_states = [
        name
        for name, found in named
        if found and found[0] not in BODIES and (found[1] is not NamingKind.SEAT or " " not in name)
    ]
    return frozenset(word[:_STEM].lower() for name in of_states for word in _WORD.findall(name) if len(word) > 2)


class ClaimTable:
    """Claims with everything that is compared, looked up once.

    ``names`` match the names of the first side and of the second.
    """

    def __init__(
        self, vocabulary: Vocabulary, claims: Sequence[Claim], names: tuple[re.Pattern[str], re.Pattern[str]]
    ) -> None:
        self.vocabulary = vocabulary
        self.claims = claims
        self._scale = max(vocabulary.rarity.values(), default=1.0) or 1.0
        self._names = {word.stem for word in vocabulary.words if word.name}
        self._own = [self._own_of(one) for one in claims]
        self._beside = [self._beside_of(one) for one in claims]
        self._said = [self._lower(one.pieces) for one in claims]
        self._cue = [self._lower((one.statement.cue,)) for one in claims]
        self._lead = [self._before(one) for one in claims]
        self._named = [self._mentions(one, names[one.is_first]) for one in claims]

    def compare(self, one: int, other: int) -> OpposedPair | None:
        """How claim ``one`` is opposed to claim ``other`` of the other side; None if it is not."""
        shared = self._shared(one, other)
        if not shared:
            return None
        opposition = self._judge(one, other, shared)
        if opposition is None:
            return None
        addressed = _ADDRESSED if self._addresses(one, other) else 0.0
        stems = frozenset(shared) - _places() or frozenset(shared)
        said = stems & self._own[one].keys() & self._own[other].keys()
        return OpposedPair(one, other, opposition, stems, said, sum(shared.values()) + addressed)

    def is_adverse(self, n: int) -> bool:
        """Whether a claim mentions the other side, and denies something or opposes that side."""
        return bool(self._named[n]) and (self._denies(n) or self._opposes_other(n))

    def speaks_of_other(self, n: int) -> bool:
        """Whether a claim mentions the other side."""
        return bool(self._named[n])

    def _judge(self, one: int, other: int, shared: dict[str, float]) -> Opposition | None:
        own = self._own[one].keys() & self._own[other].keys()
        strength = sum(shared.values())
        if self.claims[one].answers == other and self._denies(one) and self._asserts(other):
            return Opposition.DENIES
        addressed = self._addresses(one, other)
        if self._denies(one) and self._asserts(other) and own and strength >= DENIED:
            half = len(own) * 2 >= len(self._own[one])
            distinctive = len(own) > 1 and (self._verb_denies(one) or own & self._names)
            if distinctive or half or addressed:
                return Opposition.DENIES
        matter = {stem: weight for stem, weight in shared.items() if stem not in _places()}
        strength = sum(matter.values())
        if self._answers(one):
            both_named = bool(self._named[one] and self._named[other])
            near = own & matter.keys() and (both_named or self._opposes(other))
            least = SAID if near else NAMED if addressed or matter.keys() & self._names else OPPOSED
            if strength >= least:
                return Opposition.ANSWERS
        if self._opposes_other(one) and own & matter.keys() and strength >= OPPOSED:
            return Opposition.OPPOSES
        both = own & matter.keys()
        alike = len(both) * 2 >= max(len(self._own[one]), len(self._own[other]))
        contrary = self._reverses_polarity(one) != self._reverses_polarity(other)
        equal = self._own[one].keys() == self._own[other].keys()
        if not contrary and (equal or self._denies(one) or self._denies(other)):
            return None  # both say the same, or both deny it
        return Opposition.DIFFERS if len(both) > 1 and strength >= SAME_CONTENT and (alike or contrary) else None

    def _addresses(self, one: int, other: int) -> bool:
        """Whether a claim, or its sentence before it, names the speaker of the other."""
        speaker = self.claims[other].statement.speaker
        surname = speaker.name.split()[-1].lower() if speaker else ""
        return surname in self._said[one] or surname in self._lead[one]

    def _shared(self, one: int, other: int) -> dict[str, float]:
        """The weight of each stem that two claims share: in the words of both, or as a name beside one or both."""
        a, b = self._own[one], self._own[other]
        shared = {stem: a[stem] for stem in a.keys() & b.keys()}
        for stem in (a.keys() | self._beside[one].keys()) & (b.keys() | self._beside[other].keys()) - shared.keys():
            if stem in self._names:
                shared[stem] = _BESIDE * max(w.get(stem, 0.0) for w in (a, b, self._beside[one], self._beside[other]))
        return shared

    def _own_of(self, one: Claim) -> dict[str, float]:
        """The weights of a claim's specific words; the speaker's name and the verb are not its matter."""
        within = self.vocabulary.within
        saying = {i for span in (one.statement.source, one.statement.cue) if span for i in within(span)}
        return self._weigh({i for span in one.pieces for i in within(span)} - saying)

    def _beside_of(self, one: Claim) -> dict[str, float]:
        return self._weigh({i for i in self.vocabulary.within(one.around) if self.vocabulary.words[i].name})

    def _weigh(self, places: set[int]) -> dict[str, float]:
        vocabulary = self.vocabulary
        stems = {vocabulary.words[i].stem for i in places if not self._is_no_matter(i)} - _common()
        return {stem: vocabulary.rarity[stem] / self._scale for stem in stems}

    def _is_no_matter(self, i: int) -> bool:
        """Whether a word is an adverb, or the name of a public figure, who is a party rather than a matter."""
        word = self.vocabulary.words[i]
        letters = word.span.of(self.vocabulary.text)
        return letters.endswith("ly") or (word.name and find_figure_by_surname(letters) is not None)

    def _lower(self, spans: Sequence[Span | None]) -> list[str]:
        text = self.vocabulary.text
        return [
            m[0].lower().replace("’", "'").removesuffix("'s")
            for s in spans
            if s
            for m in _WORD.finditer(text, s.start, s.end)
        ]

    def _mentions(self, one: Claim, names: re.Pattern[str]) -> list[Span]:
        """Where a claim, or the sentence before it, names the other side."""
        spans = (
            (Span(one.sentence.start, one.pieces[-1].end),) if one.sentence.start < one.pieces[0].start else one.pieces
        )
        return [
            Span(*match.span())
            for span in spans
            for match in names.finditer(self.vocabulary.text, span.start, span.end)
        ]

    def _before(self, one: Claim) -> list[str]:
        """The words of its sentence before a claim."""
        start = one.sentence.start
        return self._lower((Span(start, one.pieces[0].start),)) if start < one.pieces[0].start else []

    def _denies(self, n: int) -> bool:
        """Whether the speaker denies or rejects something, or calls it untrue."""
        said = self.claims[n].statement
        plain = not said.negated and not said.conditional
        return plain and (self._verb_denies(n) or bool(_words()["untrue"] & set(self._said[n])))

    def _verb_denies(self, n: int) -> bool:
        words = {*self._cue[n], *self._said[n][:_OPENING]}
        return self.claims[n].statement.act in DENIALS or bool(_words()["denying"] & words)

    def _asserts(self, n: int) -> bool:
        said = self.claims[n].statement
        plain = said.act in _ASSERTING and not said.negated and not said.conditional
        words = self._said[n]
        return (
            plain
            and not self._denies(n)
            and not any(map(_is_negation, words))
            and not _words()["doubting"] & set(words)
        )

    def _reverses_polarity(self, n: int) -> bool:
        """Whether a claim reverses its words, by denying them or by a negation."""
        return self._verb_denies(n) != (sum(map(_is_negation, self._said[n])) % 2 == 1)

    def _answers(self, n: int) -> bool:
        return bool(_words()["answering"] & {*self._cue[n], *self._lead[n], *self._said[n][:_OPENING]})

    def _opposes(self, n: int) -> bool:
        acts = self.claims[n].statement.act
        return acts in _OPPOSING or bool(_words()["opposing"] & set(self._said[n]))

    def _opposes_other(self, n: int) -> bool:
        """Whether a word of opposition stands right before or after a name of the other side."""
        text, opposing = self.vocabulary.text, _words()["opposing"]
        return any(
            set(self._lower((Span(max(0, name.start - _AHEAD), min(len(text), name.end + _BEHIND)),))) & opposing
            for name in self._named[n]
            if any(piece.contains(name) for piece in self.claims[n].pieces)
        )


def _is_negation(word: str) -> bool:
    return word in _words()["negations"] or word.endswith("n't")
