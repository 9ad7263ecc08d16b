"""Restores a released model's weights, up to the rounding of int8.

python -m training.released --from bot/models --to work/released.safetensors

This lets further tuning start from a release whose weights were not kept.
"""

import argparse
import re
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from bot.nlp.tagger.model import VECTOR, load_model
from training.fit import save_network
from training.network import Shape, TaggerNetwork
from training.settings import EAGERNESS, STUDENT


def load_released(folder: Path, *, shape: Shape = STUDENT, eagerness: float = EAGERNESS) -> TaggerNetwork:
    """The network of the model in ``folder``; ``eagerness`` is what its export subtracted from the score of "no label".

    Raises ``ValueError`` if the file has a network of another ``shape``.
    """
    model = load_model(folder)
    numbers = {one.name: numpy_helper.to_array(one) for one in onnx.load(folder / "tagger.onnx").graph.initializer}
    network = TaggerNetwork(shape)
    own = network.state_dict()
    own |= {name: torch.from_numpy(array.copy()) for name, array in numbers.items() if name in own}
    for name in [name for name in own if f"{name}_quantized" in numbers]:
        own[name] = torch.from_numpy(_unpack(numbers, name))
    # the exporter names matrices by their position in the graph, so only the order identifies them
    packed = [name.removesuffix("_quantized") for name in numbers if re.fullmatch(r"onnx::MatMul_\d+_quantized", name)]
    linear = _linear_names(network)
    if len(packed) != len(linear):
        raise ValueError(f"{folder} holds {len(packed)} matrices, not {len(linear)}")
    for name, in_file in zip(linear, packed, strict=True):
        own[f"{name}.weight"] = torch.from_numpy(_unpack(numbers, in_file).T.copy())
    for name in ("no_content", "no_source"):
        own[f"{name}.weight"] = own[f"{name}.weight"] * VECTOR**0.5  # the export includes the scale of queries
    added = [numbers[name] for name in numbers if name.startswith("onnx::Add_") and numbers[name].ndim == 1]
    own["encoder.types.weight"][0] = torch.from_numpy(added[0].copy())
    own["labels.bias"][0] += eagerness
    own["source_bias"], own["content_bias"] = torch.from_numpy(model.source_bias), torch.from_numpy(model.content_bias)
    network.load_state_dict(own)
    return network


def _linear_names(network: TaggerNetwork) -> list[str]:
    """The network's matrices in the order in which ``forward`` uses them."""
    layers = [
        f"encoder.layers.{number}.{part}"
        for number in range(len(network.encoder.layers))
        for part in ("query", "key", "value", "output", "inner", "outer")
    ]
    return [*layers, "query", "key", "no_content", "no_source", "labels", "entities", "statement"]


def _unpack(numbers: dict[str, npt.NDArray[np.generic]], name: str) -> npt.NDArray[np.float32]:
    """A quantised tensor in 32 bits."""
    zero, scale = (numbers[f"{name}_{part}"].astype(np.float32) for part in ("zero_point", "scale"))
    unpacked: npt.NDArray[np.float32] = (numbers[f"{name}_quantized"].astype(np.float32) - zero) * scale
    return unpacked


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    save_network(load_released(options.folder), options.to)


if __name__ == "__main__":
    main()
