"""The fitted weights of this package: for a source's referent, its certainty, offices, and the country represented.

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
    """All fitted weights of the package."""

    referents: Ranker
    names: Ranker
    """The certainty of a name; its threshold decides which names are shown."""
    roles: Ranker
    countries: Ranker
    stricter: Mapping[str, float] = field(default_factory=dict)
    """Languages with a higher threshold for names."""

    def threshold_for(self, code: str) -> float:
        """The minimum probability for showing a name in a language."""
        return self.stricter.get(code, self.names.threshold)


@lru_cache(maxsize=1)
def load_rankers() -> Rankers:
    """The released weights."""
    record = read_json(__package__, "speaker_weights.json")
    referents, names, roles, countries = (
        Ranker(record[name]["weights"], record[name]["threshold"]) for name in RANKERS
    )
    return Rankers(referents, names, roles, countries, record["stricter"])
