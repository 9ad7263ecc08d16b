"""Where the words of two sides disagree: one denies or rejects what the other asserts in the same terms. Pure.

Only the articles' verbs and words decide. A denial counts against a statement of the other side when both name the
same things: two telling words, or half of those of the shorter one. Nothing is said about who is right.
"""

from collections.abc import Sequence

from bot.digests.words import Vocabulary
from bot.domain.attribution import Act, Attribution

SHARED_WORDS = 2
SHARED_PART = 0.5
"""Least part of the telling words of the shorter statement that both have, where they have fewer than two in common."""

_DENYING = frozenset({Act.DENIES, Act.REJECTS})
_ASSERTING = frozenset(
    {
        Act.SAYS, Act.ACCUSES, Act.CONDEMNS, Act.WARNS, Act.THREATENS, Act.DEMANDS, Act.URGES, Act.PROPOSES,
        Act.PLEDGES, Act.AGREES, Act.CONFIRMS, Act.ANNOUNCES, Act.REITERATES,
    }
)  # fmt: skip


def find_clash(
    vocabulary: Vocabulary, a: Sequence[Attribution], b: Sequence[Attribution]
) -> tuple[Attribution, Attribution] | None:
    """The first denial of either side with what it is against, else two accusations; None where nothing disagrees.

    ``a`` and ``b`` are statements of one topic, with spans of the vocabulary's text.
    """
    pairs = [(one, other) for first, second in ((a, b), (b, a)) for one in first for other in second]
    for acts, against in ((_DENYING, _ASSERTING), (frozenset({Act.ACCUSES}), frozenset({Act.ACCUSES}))):
        for one, other in pairs:
            if _plainly(one, acts) and _plainly(other, against) and _share(vocabulary, one, other):
                return one, other
    return None


def _plainly(statement: Attribution, acts: frozenset[Act]) -> bool:
    """Whether a statement is one of ``acts``, and not one that was not made, or only might be."""
    return statement.act in acts and not statement.negated and not statement.conditional


def _share(vocabulary: Vocabulary, one: Attribution, other: Attribution) -> bool:
    first, second = _stems(vocabulary, one), _stems(vocabulary, other)
    shared = len(first & second)
    return shared >= SHARED_WORDS or (shared > 0 and shared >= SHARED_PART * min(len(first), len(second)))


def _stems(vocabulary: Vocabulary, statement: Attribution) -> set[str]:
    return {vocabulary.words[i].stem for span in statement.content for i in vocabulary.within(span)}
