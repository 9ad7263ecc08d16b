"""The weights that lines are worded and chosen by: ``weights.json``, made by ``training.lines``."""

from dataclasses import dataclass
from functools import lru_cache

from bot.data_files import read_json
from bot.nlp.linear_model import Linear, from_json


@dataclass(frozen=True, slots=True)
class LineModel:
    """Which wording of a statement to print, which statements, and how probable a line must be."""

    wording: Linear
    choice: Linear
    threshold: float


@lru_cache(maxsize=1)
def load_model() -> LineModel:
    """The released weights, loaded once a process."""
    record = read_json(__package__, "weights.json")
    return LineModel(from_json(record["wording"]), from_json(record["choice"]), float(record["threshold"]))
