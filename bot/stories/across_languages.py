"""What speaks for two articles in different languages telling of one event: they share its keys and hardly a word.

A logistic regression over named features of the pair (``across_weights.toml``, from ``training/stories_across.py``), as
:mod:`bot.stories.pair_features` for one language. Some pairs are never joined, whatever they share: encounters with
different parties, of different kinds or on different days. A join that is missed costs less than a wrong one.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.stories.event_keys import DATE
from bot.stories.kinds import ENCOUNTER
from bot.stories.pair_features import DAY, PairWeights, Shares, measure_lead, read_weights
from bot.stories.recent_articles import RecentArticles
from bot.stories.signature import Signature
from bot.stories.terms import COUNTRY, LEAD, NAME, NUMBER, TITLE

FEATURES = (
    "keys",
    "keys_lead",
    "shared_names",
    "shared_numbers",
    "shared_days",
    "head_names_least",
    "countries_least",
    "numbers_most",
    "title_least",
    "title_most",
    "kind_same",
    "kind_other",
    "days",
)
MOST_LEAD = 0.1
"""By how much an article counts as more alike than any of another story: where little is told, many lead by much."""
PARTIES = 0.6
"""Share of the names and states in the title of an encounter, by how rare they are, that the other account has too."""

Floats = NDArray[np.float64]


def in_other_language(window: RecentArticles, signature: Signature) -> NDArray[np.bool_]:
    """Of each article of ``window``: whether its language is known to be another."""
    languages = window.column("languages")
    found: NDArray[np.bool_] = (languages != signature.language) & (languages > 0) & (signature.language > 0)
    return found


def find_likeness(window: RecentArticles, signature: Signature, rows: NDArray[np.int64]) -> Floats:
    """The cosine of the keys of an article to those of ``rows``, by how rare they are."""
    return _share_of(window, signature, rows).cosine()


def compare_across(
    window: RecentArticles,
    signature: Signature,
    at: float,
    rows: NDArray[np.int64],
    stories: NDArray[np.int64] | None = None,
) -> Floats:
    """The features (columns, as ``FEATURES``) of an article seen ``at`` and those of ``rows``, the candidates.

    ``stories`` is the story of each where it is not the window's.
    """
    stories = window.column("stories")[rows] if stories is None else stories
    shared = _share_of(window, signature, rows)
    likeness = shared.cosine()
    kinds = window.column("kinds")[rows]
    return np.column_stack(
        (
            likeness,
            np.minimum(measure_lead(likeness, stories), MOST_LEAD),
            *(np.log1p(shared.sum(mark)) for mark in (NAME, NUMBER, DATE)),
            shared.of(NAME, within=TITLE | LEAD)[0],
            shared.of(COUNTRY, within=TITLE | LEAD)[0],
            shared.of(NUMBER)[1],
            *shared.of(NAME | COUNTRY, within=TITLE),
            (kinds & signature.kinds) > 0,
            ((kinds & signature.kinds) == 0) & (kinds > 0) & (signature.kinds > 0),
            np.minimum(np.abs(at - window.column("seen")[rows]) / DAY, 5.0),
        )
    ).astype(np.float64)


def must_differ(window: RecentArticles, signature: Signature, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether an article and those of ``rows`` cannot be one event: both tell of an encounter, of another kind, on
    another day, or with somebody in the title whom the other does not name.
    """
    kinds = window.column("kinds")[rows]
    met: NDArray[np.bool_] = ((kinds & ENCOUNTER) > 0) & bool(signature.kinds & ENCOUNTER)
    if not met.any():
        return met
    shared = _share_of(window, signature, rows)
    parties, _ = shared.of(NAME | COUNTRY, within=TITLE)
    day, _ = shared.of(DATE, within=TITLE | LEAD)
    met &= (parties < PARTIES) | (kinds & signature.kinds & ENCOUNTER == 0) | (day == 0)
    return met


def _share_of(window: RecentArticles, signature: Signature, rows: NDArray[np.int64]) -> Shares:
    keys, marks = window.column("keys")[rows], window.column("key_marks")[rows]
    held = marks > 0
    return Shares(
        (signature.key_marks, marks),
        (np.ones(len(signature.keys)), held.astype(np.float64)),
        (window.rarity_of_keys(signature.keys), window.rarity_of_keys(keys) * held),
        window.find_keys(signature, rows),
    )


@lru_cache(maxsize=1)
def load_across_weights() -> PairWeights:
    """The weights of ``across_weights.toml``."""
    return PairWeights(**read_weights("across_weights.toml", FEATURES))
