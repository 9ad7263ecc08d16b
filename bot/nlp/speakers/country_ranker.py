"""Whom somebody speaks for: the country with the greatest probability among those of a text, or none.

A conditional logit over the candidates of ``country_features``; ``training/countries.py`` fits the weights that stand
in ``country_weights.json``. Where no country is likely enough, none is told.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from bot.nlp.speakers.candidate_ranker import rank
from bot.nlp.speakers.country_features import NOBODY, Features


@lru_cache(maxsize=1)
def _model() -> tuple[dict[str, float], float]:
    record = json.loads(resources.files(__package__).joinpath("country_weights.json").read_text("utf-8"))
    return record["weights"], record["threshold"]


def weights() -> Mapping[str, float]:
    """The fitted weight of each feature."""
    return _model()[0]


def rank_countries(candidates: Mapping[str, Features], weights: Mapping[str, float]) -> list[tuple[str, float]]:
    """The candidates with their probabilities, the likeliest first; no country is ``NOBODY``."""
    return rank(dict(sorted(candidates.items())), weights)


def choose_country(candidates: Mapping[str, Features]) -> tuple[str | None, float]:
    """The likeliest country and its probability; None where that is no country, or not likely enough."""
    fitted, threshold = _model()
    (country, probability), *_ = rank_countries(candidates, fitted)
    return (country, probability) if country != NOBODY and probability >= threshold else (None, probability)
