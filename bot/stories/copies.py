"""Copies: articles that carry another's words, as papers carry a wire's. Broder 1997, "On the resemblance and
containment of documents".

All signatures of the window are compared at once: 20,000 of them are 5 MB and take some milliseconds, where
datasketch's MinHashLSH, with tables that miss nothing at this resemblance, keeps 64 table entries an article.
"""

import numpy as np
from numpy.typing import NDArray

from bot.stories.signature import PERMUTATIONS, Signature

RESEMBLANCE = 0.3
"""Shared shingles of all shingles from which two articles may be copies."""

CONTAINMENT = 0.5
"""Shared shingles of the shorter article's from which they are."""

FEW_SHINGLES = 16
"""With fewer, only the same words make a copy: two short notices share a phrase by chance."""

FEWEST_SHINGLES = 4  # eight words; below that, nothing can be said

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
