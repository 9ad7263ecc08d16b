"""How many lines a page has, and factors for their odds: loaded without the model that chooses lines."""

FIRST_PAGE = 8
"""Maximum lines of the first page."""
FEWEST, FEW = 5, 0.6
"""With fewer lines, the factor for the least probability of words at first hand: an interview has nothing better."""
NEW_SPEAKER_FACTOR = 1.6
"""Factor for the odds of a line whose speaker has no other line yet."""
ANSWERING = 3.0
"""Factor for the odds of a denial once the line that it denies is shown."""


def raise_odds(chance: float, times: float) -> float:
    """``chance`` with its odds multiplied."""
    return chance * times / (1.0 - chance + chance * times)
