"""The weights for wording and choosing lines: ``weights.json``, made by ``training.lines``."""

from dataclasses import dataclass
from functools import lru_cache

from bot.data_files import read_json
from bot.nlp.linear_model import Linear, from_json


@dataclass(frozen=True, slots=True)
class LineModel:
    """Weights for choosing a statement's wording and for choosing statements, and the minimum probability of a line."""

    wording: Linear
    choice: Linear
    threshold: float


@lru_cache(maxsize=1)
def load_model() -> LineModel:
    """The released weights, loaded once per process."""
    record = read_json(__package__, "weights.json")
    return LineModel(from_json(record["wording"]), from_json(record["choice"]), float(record["threshold"]))
