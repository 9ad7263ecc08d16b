"""The weights that lines are worded and chosen by: ``weights.json``, made by ``training.lines``."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from bot.nlp.linear_model import Linear, from_json


@dataclass(frozen=True, slots=True)
class LineModel:
    """Which wording of a statement to print, which statements, what one adds to others, and how probable it must be."""

    wording: Linear
    choice: Linear
    marginal: Linear
    threshold: float


@lru_cache(maxsize=1)
def load_model() -> LineModel:
    """The released weights, loaded once a process."""
    record = json.loads(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))
    wording, choice, marginal = (from_json(record[name]) for name in ("wording", "choice", "marginal"))
    return LineModel(wording, choice, marginal, float(record["threshold"]))
