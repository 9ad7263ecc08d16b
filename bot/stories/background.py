"""How common terms and keys are in news before the first article was seen. Data: ``background.tsv`` and
``key_background.tsv``, made by ``training/story_background.py``.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.data_files import read_rows
from bot.stories.event_keys import number_of_key
from bot.stories.terms import TERMS, number_of

# shares of articles that have a term which the table does not hold, by the class of its length (find_stems): short
# words are common in any language
_SHARES = (0.02, 0.01, 0.005, 0.002)


@lru_cache(maxsize=1)
def load_background() -> NDArray[np.float64]:
    """The share of articles that have each term."""
    shares = np.tile(np.array(_SHARES), TERMS // len(_SHARES))
    for stem, length, thousandths in read_rows(__package__, "background.tsv"):
        number = number_of(stem, int(length))
        shares[number] = max(shares[number], int(thousandths) / 1000)
    shares.flags.writeable = False
    return shares


BACKGROUND = 100
"""As how many articles the background counts: it holds the threshold in place from the first article on, and the
stream itself teaches the rest.
"""
_RARE_KEY = 0.003
"""Share of articles that have a key which the table does not hold."""


@lru_cache(maxsize=1)
def load_key_background() -> NDArray[np.float64]:
    """In how many of ``BACKGROUND`` articles each key of an event stands."""
    shares = np.full(TERMS, _RARE_KEY)
    for key, thousandths in read_rows(__package__, "key_background.tsv"):
        shares[number_of_key(key)] = int(thousandths) / 1000
    return BACKGROUND * shares
