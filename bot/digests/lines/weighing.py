"""How many lines a page has, and what makes one more probable: loaded without the model that lines are chosen by."""

FIRST_PAGE = 8
"""Lines of the first page at most."""
UNHEARD = 2.5
"""What the odds of a line are multiplied with while nothing else of its speaker is printed.

Up to here more speakers are heard at no cost; from 3 on cross-validated F1 falls, and hardly more are heard.
"""
ANSWERING = 3.0
"""What the odds of a denial are multiplied with once what it denies is printed."""


def raise_odds(chance: float, times: float) -> float:
    """``chance`` with its odds multiplied."""
    return chance * times / (1.0 - chance + chance * times)
