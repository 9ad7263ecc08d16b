"""The version of the analysis engine: trained model and rules. Known without loading either."""

import json
from functools import lru_cache
from importlib import resources

RULES = "10"
"""Version of the rules around the model; raise it with every change of their results."""


@lru_cache(maxsize=1)
def engine_version() -> str:
    """Model and rules together. Stored with every analysis, so that a newer engine analyses the text again."""
    card = json.loads(resources.files("bot").joinpath("models/model.json").read_text("utf-8"))
    return f"{card['version']}+rules-{RULES}"
