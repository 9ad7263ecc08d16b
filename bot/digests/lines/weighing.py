"""How many lines a page has, and what makes one more probable: loaded without the model that lines are chosen by."""

FIRST_PAGE = 8
"""Lines of the first page at most."""
UNHEARD = 1.6
"""What the odds of a line are multiplied with while nothing else of its speaker is printed."""
ANSWERING = 3.0
"""What the odds of a denial are multiplied with once what it denies is printed."""


def raise_odds(chance: float, times: float) -> float:
    """``chance`` with its odds multiplied."""
    return chance * times / (1.0 - chance + chance * times)
