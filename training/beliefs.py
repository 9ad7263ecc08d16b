"""Stores teachers' probabilities compactly: one byte per probability, compressed."""

from pathlib import Path

import numpy as np
import torch

from training.losses import Beliefs

NAMES = ("labels", "sources", "contents", "statement", "entities")


def save_beliefs(path: Path, beliefs: Beliefs) -> None:
    """Write a compressed .npz. The error is at most 1/510 per probability."""
    path.parent.mkdir(parents=True, exist_ok=True)
    arrays = {name: (getattr(beliefs, name).float() * 255).round().byte().cpu().numpy() for name in NAMES}
    np.savez_compressed(path, **arrays)


def load_beliefs(path: Path, device: str) -> Beliefs:
    """Read the output of ``save_beliefs``."""
    with np.load(path) as arrays:
        return Beliefs(*(torch.from_numpy(arrays[name]).to(device).half() / 255 for name in NAMES))
