"""A released model's own numbers are enough to go on training from. Needs the extra ``train``."""

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the extra 'train' is not installed")
pytest.importorskip("onnx", reason="the extra 'train' is not installed")

import torch

from bot.nlp.tagger.model import DEFAULT_FOLDER
from training.export import export
from training.network import Shape, TaggerNetwork
from training.released import load_released

pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::UserWarning", "ignore::torch.jit.TracerWarning"
)

SHAPE = Shape(hidden=24, layers=2, heads=2, inner=48, positions=64)


def test_the_weights_come_back_up_to_their_rounding(tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = TaggerNetwork(SHAPE)
    with torch.no_grad():
        for parameter in network.parameters():  # no two alike, so that none can be taken for another
            parameter.add_(torch.randn_like(parameter) * 0.1)
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    export(network, DEFAULT_FOLDER / "tokenizer.json", tmp_path, "tiny", eagerness=0.5)
    after = load_released(tmp_path, shape=SHAPE, eagerness=0.5).state_dict()
    assert set(after) == set(before)
    for name, tensor in before.items():
        kept = slice(0, 1) if name == "encoder.types.weight" else slice(None)  # the second type is never used
        rounding = float(tensor.abs().max()) / 127 + 1e-4
        assert float((after[name][kept] - tensor[kept]).abs().max()) <= rounding, name


def test_a_model_of_another_shape_is_refused(tmp_path: Path) -> None:
    export(TaggerNetwork(SHAPE), DEFAULT_FOLDER / "tokenizer.json", tmp_path, "tiny")
    with pytest.raises(ValueError, match="matrices"):
        load_released(tmp_path, shape=Shape(hidden=24, layers=1, heads=2, inner=48, positions=64))
