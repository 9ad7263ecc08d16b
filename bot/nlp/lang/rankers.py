"""Fitted weights of this package's features: whom a source means, how sure that is, offices, whom somebody speaks for.

``training/referents.py`` fits ``speaker_weights.json`` on annotated texts of all languages together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from bot.data_files import read_json
from bot.nlp.speakers.candidate_ranker import Ranker

Features = dict[str, float]
RANKERS = ("referents", "names", "roles", "countries")


@dataclass(frozen=True, slots=True)
class Rankers:
    """All of them."""

    referents: Ranker
    names: Ranker
    """How sure a name is; names are told from its threshold on."""
    roles: Ranker
    countries: Ranker
    stricter: Mapping[str, float] = field(default_factory=dict)
    """Languages whose names are told from a higher threshold on."""

    def told_from(self, code: str) -> float:
        """The probability from which a name is told in a language."""
        return self.stricter.get(code, self.names.threshold)


@lru_cache(maxsize=1)
def load_rankers() -> Rankers:
    """The released weights."""
    record = read_json(__package__, "speaker_weights.json")
    referents, names, roles, countries = (
        Ranker(record[name]["weights"], record[name]["threshold"]) for name in RANKERS
    )
    return Rankers(referents, names, roles, countries, record["stricter"])
