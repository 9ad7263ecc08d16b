"""Copies: articles that carry another's words about the same thing, as papers carry a wire's. Broder 1997, "On the
resemblance and containment of documents".

Two outlets' articles are copies where most of the shorter one's words are the other's, beside what each prints in
everything, and both name the same people and numbers. Of one outlet only what says nothing new is a copy: a version
that says more is an update, and another call in the same form is another event.

All signatures of the window are compared at once: 20,000 of them are 5 MB and take some milliseconds, where
datasketch's MinHashLSH, with tables that miss nothing at this resemblance, keeps 64 table entries an article.
"""

import numpy as np
from numpy.typing import NDArray

from bot.stories.pair_features import meet_others, share_words
from bot.stories.recent_articles import RecentArticles
from bot.stories.signature import MOST_NUMBERS, PERMUTATIONS, Signature

RESEMBLANCE = 0.3
"""Shared shingles of all shingles from which two articles may be copies."""

CONTAINMENT = 0.5
"""Shared shingles of the shorter article's from which they are."""

FEW_SHINGLES = 16
"""With fewer, only the same words make a copy: two short notices share a phrase by chance."""

FEWEST_SHINGLES = 4  # eight words; below that, nothing can be said

FEWEST_NUMBERS = 3
"""With fewer in an article, a reporter's or a notice's own number outweighs them."""

NOTHING_NEW = 0.98
"""Share of the shingles of an outlet's article that an earlier one of its own holds, from which it says nothing new."""

OWN_WORDS = 0.2
"""Cosine from which two outlets share more than what each prints in everything."""

SAME_NAMES = 0.25
SAME_NUMBERS = 0.5
"""Share of the names, and of the numbers, of the one or the other of two outlets' articles that both have."""

Floats = NDArray[np.float64]


def containment(signature: Signature, minhashes: NDArray[np.uint16], shingles: NDArray[np.int64]) -> Floats:
    """Of each article given by a row of ``minhashes`` and its number of shingles: the share of the shorter one's
    shingles that the other holds too, 0 to 1; 0 where they are no copies of one another.
    """
    if signature.shingles < FEWEST_SHINGLES or not len(shingles):
        return np.zeros(len(shingles))
    resemblance = np.count_nonzero(minhashes == signature.minhash, axis=1) / PERMUTATIONS
    shorter = np.minimum(shingles, signature.shingles)
    shared = resemblance / (1 + resemblance) * (shingles + signature.shingles)
    found = np.minimum(1.0, shared / np.maximum(shorter, 1))
    needed = np.where(shorter < FEW_SHINGLES, 1.0, RESEMBLANCE)
    return np.where((shorter >= FEWEST_SHINGLES) & (resemblance >= needed) & (found >= CONTAINMENT), found, 0.0)


REPEATED = 0.9
"""Containment from which an outlet's article is a later version of an earlier one of its own, whatever its title."""


def find_copies(window: RecentArticles, signature: Signature) -> tuple[Floats, Floats]:
    """As :func:`containment`, of each article of ``window``: where the words are about the same thing and say nothing
    new; and where they are an outlet's later version of its own, an update.
    """
    found = containment(signature, window.column("minhashes"), window.column("shingles"))
    rows = np.flatnonzero(found)
    updates = np.zeros(len(found))
    if not len(rows):
        return found, updates
    own = (window.column("sources")[rows] == signature.source) & (signature.source != 0)
    names, numbers = window.column("names")[rows], window.column("numbers")[rows]
    named = [_shares(signature.names, each) for each in names]
    counted = [_shares(signature.numbers, each) for each in numbers]
    nothing_new = np.array([one[0] == 1 and other[0] == 1 for one, other in zip(named, counted, strict=True)])
    nothing_new &= _held(signature, window, rows) >= NOTHING_NEW
    few = np.minimum(np.count_nonzero(numbers >= 0, axis=1), len(signature.numbers)) < FEWEST_NUMBERS
    alike = np.array([max(one) >= SAME_NAMES for one in named])
    alike &= few | np.array([max(one) >= SAME_NUMBERS for one in counted])
    apart = meet_others(window, signature, rows)
    alike &= (share_words(window, signature, rows) >= OWN_WORDS) & ~apart
    series = (window.column("series")[rows] == signature.series) & (signature.series != 0)
    later = own & ~nothing_new & ~apart & (series | (found[rows] >= REPEATED))
    updates[rows[later]] = found[rows[later]]
    found[rows[~np.where(own, nothing_new, alike)]] = 0.0
    return found, updates


def _held(signature: Signature, window: RecentArticles, rows: NDArray[np.int64]) -> Floats:
    """The share of the article's shingles that those of ``rows`` hold."""
    resemblance = np.count_nonzero(window.column("minhashes")[rows] == signature.minhash, axis=1) / PERMUTATIONS
    shared = resemblance / (1 + resemblance) * (window.column("shingles")[rows] + signature.shingles)
    return np.asarray(shared / max(signature.shingles, 1), np.float64)


def _shares(one: NDArray[np.uint16], other: NDArray[np.int32]) -> tuple[float, float]:
    """Which share of the one sketch the other holds, and the other way round; 1 of none. Where a sketch is full, what
    lies beyond its last is not known.
    """
    other = other[other >= 0]
    mine, theirs = one, other
    if len(other) >= MOST_NUMBERS and len(other):
        mine = one[one <= other[-1]]
    if len(one) >= MOST_NUMBERS:
        theirs = other[other <= one[-1]]
    return (
        float(np.isin(mine, other).mean()) if len(mine) else 1.0,
        float(np.isin(theirs, one).mean()) if len(theirs) else 1.0,
    )
