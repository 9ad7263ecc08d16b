"""Chooses the country that a speaker represents: the most likely of those in a text, or none.

A conditional logit over the candidates of ``country_features``; ``training/countries.py`` fits the weights in
``country_weights.json``. If no country is likely enough, none is chosen.
"""

from collections.abc import Mapping

from bot.nlp.speakers.candidate_ranker import load_ranker, rank
from bot.nlp.speakers.country_features import NOBODY, Features

PRIVATE_THRESHOLD = 0.6
"""Minimum probability for speakers who mostly represent no country.

In annotated news, 0.5 gave 54 of them a wrong country and 10 the right one; 0.6 gave 27 and 10.
"""
_KINDS = ("expert", "company", "outlet", "kin", "other")
_PRIVATE = frozenset(
    ("none | name", "none, of a body", *(f"none | {who}{kind}" for who in ("", "body ", "group ") for kind in _KINDS))
)


def weights() -> Mapping[str, float]:
    """The fitted weight of each feature."""
    return load_ranker("country").weights


def rank_countries(candidates: Mapping[str, Features], weights: Mapping[str, float]) -> list[tuple[str, float]]:
    """The candidates with their probabilities, most likely first; ``NOBODY`` stands for no country."""
    return rank(dict(sorted(candidates.items())), weights)


def choose_country(candidates: Mapping[str, Features]) -> tuple[str | None, float]:
    """The most likely country and its probability; None if that is no country, or not likely enough."""
    fitted = load_ranker("country")
    (country, probability), *_ = rank_countries(candidates, fitted.weights)
    return (country if country != NOBODY and is_enough(candidates, country, probability) else None), probability


def is_enough(candidates: Mapping[str, Features], country: str, probability: float) -> bool:
    """Whether ``probability`` is enough for ``country``, given a speaker with these ``candidates``."""
    private = _PRIVATE & candidates.get(NOBODY, {}).keys() and "implied by office" not in candidates[country]
    return probability >= (PRIVATE_THRESHOLD if private else load_ranker("country").threshold)
