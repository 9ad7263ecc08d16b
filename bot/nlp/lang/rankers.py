"""Fitted weights of this package's features: whom a source means, which phrase is an office, whom somebody speaks for.

``training/referents.py`` fits ``speaker_weights.json`` on annotated texts of all languages together.
"""

from dataclasses import dataclass
from functools import lru_cache

from bot.data_files import read_json
from bot.nlp.speakers.candidate_ranker import Ranker

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Rankers:
    """All of them."""

    referents: Ranker
    roles: Ranker
    countries: Ranker


@lru_cache(maxsize=1)
def load_rankers() -> Rankers:
    """The released weights."""
    record = read_json(__package__, "speaker_weights.json")
    return Rankers(*(Ranker(record[name]["weights"], record[name]["threshold"]) for name in Rankers.__slots__))
