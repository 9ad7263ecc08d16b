"""Finds where two sides disagree: one denies or rejects what the other asserts in the same terms. Pure.

Only the articles' verbs and words decide. A denial contradicts a statement of the other side that asserts, without a
negation of its own ("we paid nothing" supports a denial of payment), if both name the same things: two telling words,
or half of the denial's. Nothing is said about who is right.
"""

from collections.abc import Sequence

from bot.digests.keywords import Vocabulary
from bot.digests.quote_matching import statement_words
from bot.domain.attribution import Act, Attribution

SHARED_WORDS = 2
SHARED_PART = 0.5
"""Minimum share of the denial's telling words that both have, if they have fewer than two in common."""

_NEGATIONS = frozenset("not no never none nobody nothing nor neither nowhere without cannot hardly".split())
_DENYING = frozenset({Act.DENIES, Act.REJECTS})
_ASSERTING = frozenset(
    {
        Act.SAYS, Act.ACCUSES, Act.CONDEMNS, Act.WARNS, Act.THREATENS, Act.DEMANDS, Act.URGES, Act.PROPOSES,
        Act.PLEDGES, Act.AGREES, Act.CONFIRMS, Act.ANNOUNCES, Act.REITERATES,
    }
)  # fmt: skip


def find_contradiction(
    vocabulary: Vocabulary, a: Sequence[Attribution], b: Sequence[Attribution]
) -> tuple[Attribution, Attribution] | None:
    """The first denial by either side with what it contradicts, else two accusations; None if nothing disagrees.

    ``a`` and ``b`` are statements on one topic, with spans of the vocabulary's text.
    """
    pairs = [(one, other) for first, second in ((a, b), (b, a)) for one in first for other in second]
    for acts, against in ((_DENYING, _ASSERTING), (frozenset({Act.ACCUSES}), frozenset({Act.ACCUSES}))):
        for one, other in pairs:
            told = _plainly(one, acts) and _plainly(other, against) and not _negates(vocabulary.text, other)
            if told and _share(vocabulary, one, other):
                return one, other
    return None


def _negates(text: str, statement: Attribution) -> bool:
    """Whether a statement contains a negation; then it may agree with a denial."""
    return any(_is_negation(word) for word in statement_words(statement, text))


def _is_negation(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _plainly(statement: Attribution, acts: frozenset[Act]) -> bool:
    """Whether a statement is one of ``acts``, and neither negated nor conditional."""
    return statement.act in acts and not statement.negated and not statement.conditional


def _share(vocabulary: Vocabulary, one: Attribution, other: Attribution) -> bool:
    first, second = _stems(vocabulary, one), _stems(vocabulary, other)
    shared = len(first & second)
    return shared >= SHARED_WORDS or (shared > 0 and shared >= SHARED_PART * len(first))


def _stems(vocabulary: Vocabulary, statement: Attribution) -> set[str]:
    return {vocabulary.words[i].stem for span in statement.content for i in vocabulary.within(span)}
