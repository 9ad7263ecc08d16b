"""The version of what reads: the trained model's and the rules'. Known without loading either."""

import json
from functools import lru_cache
from importlib import resources

RULES = "11"
"""Version of the rules around the model; raise it with every change of what they find."""


@lru_cache(maxsize=1)
def engine_version() -> str:
    """Model and rules together, recorded with every analysis so that a newer engine reads the text again."""
    card = json.loads(resources.files("bot").joinpath("models/model.json").read_text("utf-8"))
    return f"{card['version']}+rules-{RULES}"
