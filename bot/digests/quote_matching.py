"""Decides whether two outlets carry the same words: near-identical, with no difference that changes the meaning.

Agencies trim quotations at the ends and vary articles and conjunctions. Any other difference, above all a negation, a
condition or a number, makes it another statement.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from bot.domain.attribution import Act, Attribution

LIKENESS = 0.85
"""Minimum ratio of common words (difflib's) between two wordings of a statement."""
LONGEST = 80
"""Above this number of words only equal wordings match: comparing is quadratic, and speeches are not trimmed."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LIGHT = frozenset("a an the that this and but so also well very".split())
_TURNING = frozenset("not no never none nor neither without cannot hardly if unless until would could might".split())
_DENYING = frozenset({Act.DENIES, Act.REJECTS})


def statement_words(statement: Attribution, text: str) -> tuple[str, ...]:
    """The words of a statement's content, without case, with uniform apostrophes."""
    said = " ".join(span.of(text) for span in statement.content)
    return tuple(word.casefold().replace("’", "'") for word in _WORD.findall(said))


def has_same_meaning(a: Attribution, b: Attribution) -> bool:
    """Whether two statements with the same words agree in being denied, negated and conditional."""
    return (a.negated, a.conditional, a.act in _DENYING) == (b.negated, b.conditional, b.act in _DENYING)


def is_near_identical(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two wordings are near-identical: inside they differ by light words only, at the ends by any but turning.

    >>> is_near_identical("we will meet in may".split(), "we will not meet in may".split())
    False
    """
    if a == b:
        return True
    allowed = (1 - LIKENESS) * (len(a) + len(b))
    if max(len(a), len(b)) > LONGEST or abs(len(a) - len(b)) > allowed or len(set(a) ^ set(b)) > allowed:
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.ratio() < LIKENESS:
        return False
    for kind, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        differing = (*a[a_start:a_end], *b[b_start:b_end])
        at_an_end = kind != "replace" and (max(a_start, b_start) == 0 or (a_end == len(a) and b_end == len(b)))
        if any(_turns(word) or (not at_an_end and word not in _LIGHT) for word in differing):
            return False
    return True


def _turns(word: str) -> bool:
    return word in _TURNING or word.endswith("n't") or any(map(str.isdigit, word))
