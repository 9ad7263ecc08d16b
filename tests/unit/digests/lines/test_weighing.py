"""Odds of a line."""

import pytest

from bot.digests.lines.weighing import raise_odds


@pytest.mark.parametrize(
    ("chance", "times", "raised"), [(0.5, 3.0, 0.75), (0.2, 1.0, 0.2), (0.0, 9.0, 0.0), (1.0, 0.5, 1.0)]
)
def test_odds_are_multiplied(chance: float, times: float, raised: float) -> None:
    assert raise_odds(chance, times) == pytest.approx(raised)
