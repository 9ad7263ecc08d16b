"""Estimates the probability that a resolved name is right, from ranker, network and tagger together.

The ranker alone is too sure of names that its features cannot doubt: a truncated name, a noun taken for a name.
"""

from bot.nlp.attributions import logit
from bot.nlp.lang.entities import Entity
from bot.nlp.lang.rankers import Features
from bot.nlp.lang.referent_features import Source, share_of
from bot.nlp.speakers.candidate_ranker import Ranker

RANKED = "ranked"
"""The feature for the ranker's own probability."""


def describe_certainty(source: Source, chosen: Entity, others: list[Entity], chance: float) -> Features:
    """Features for whether ``chosen`` is right, which the ranker gives the probability ``chance`` among ``others``."""
    features = {
        RANKED: logit(chance),
        "link": logit(source.link.score),
        "own": float(chosen is source.own),
        "several words": float(" " in chosen.name),
        "always": 1.0,
        f"source, {source.sort}": 1.0,
        chosen.kind.name.lower(): 1.0,
    }
    if source.link.named:
        another = max((share_of(one, source.link) for one in others if one is not chosen), default=0.0)
        features |= {"network": logit(share_of(chosen, source.link)), "network, another": logit(another)}
    return features


def weigh_certainty(ranker: Ranker, features: Features) -> float:
    """The probability that a name with these ``features`` is right."""
    best, chance = ranker.best([features, {}])
    return chance if best == 0 else 1.0 - chance
