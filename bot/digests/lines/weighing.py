"""How many lines a page has, and factors for their odds: loaded without the model that chooses lines."""

FIRST_PAGE = 8
"""Maximum lines of the first page."""
NEW_SPEAKER_FACTOR = 1.6
"""Factor for the odds of a line whose speaker has no other line yet."""
ANSWERING = 3.0
"""Factor for the odds of a denial once the line that it denies is shown."""


def raise_odds(chance: float, times: float) -> float:
    """``chance`` with its odds multiplied."""
    return chance * times / (1.0 - chance + chance * times)
