"""The weights that lines are worded and chosen by: ``weights.json``, made by ``training.lines``."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

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
    record = json.loads(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))
    return LineModel(from_json(record["wording"]), from_json(record["choice"]), float(record["threshold"]))
