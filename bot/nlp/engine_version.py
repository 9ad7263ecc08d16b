"""The version of the analysis engine: trained model and rules. Known without loading either."""

from functools import lru_cache

from bot.data_files import read_json

RULES = "24"
"""Version of the rules around the model; raise it with every change of what they find."""


@lru_cache(maxsize=1)
def engine_version() -> str:
    """Models and rules together. Stored with every analysis, so that a newer engine analyses the text again."""
    versions = [_model_version(card) for card in ("models/model.json", "models/multilingual/model.json")]
    return "+".join([*versions, f"rules-{RULES}"])


def _model_version(card: str) -> str:
    version: str = read_json("bot", card)["version"]
    return version
