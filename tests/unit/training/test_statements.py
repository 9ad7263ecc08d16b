"""The head for statements, fitted by itself to what a network finds. Needs the extra ``train``."""

import pytest

pytest.importorskip("torch", reason="the extra 'train' is not installed")
pytest.importorskip("onnx", reason="the extra 'train' is not installed")

import torch

from training.settings import RIDGES
from training.statements import Finds, area, choose_ridge, fit_head


def invent(count: int, strength: float, seed: int = 3) -> Finds:
    """Finds whose first number says, with noise, whether they are statements; the others say nothing."""
    dice = torch.Generator().manual_seed(seed)
    states = torch.randn(count, 12, generator=dice) * 5 + 2
    statement = (states[:, 0] * strength + torch.randn(count, generator=dice) * 5 > 2 * strength).float()
    return Finds(states, statement, torch.arange(count) // 4)


def test_the_head_finds_the_direction_that_tells_statements() -> None:
    weights, constant = fit_head(invent(400, 3.0), 0.01)
    assert int(weights.abs().argmax()) == 0
    unseen = invent(400, 3.0, seed=4)
    assert area(unseen.states @ weights + constant, unseen.statement) > 0.9


def test_a_larger_ridge_makes_smaller_weights() -> None:
    finds = invent(400, 3.0)
    assert fit_head(finds, 0.3)[0].norm() < fit_head(finds, 0.003)[0].norm()


def test_where_nothing_can_be_told_the_largest_ridge_is_chosen() -> None:
    assert choose_ridge(invent(60, 0.0)) == max(RIDGES)


def test_the_area_is_one_for_a_perfect_order_and_a_half_for_none() -> None:
    statement = torch.tensor([0.0, 0.0, 1.0, 1.0])
    assert area(torch.tensor([0.1, 0.2, 0.3, 0.4]), statement) == 1.0
    assert area(torch.tensor([0.4, 0.1, 0.2, 0.3]), statement) == 0.5
