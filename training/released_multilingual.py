"""Restores the weights of the released network for several languages, up to the rounding of int8.

python -m training.released_multilingual --from bot/models/multilingual --to work/restored.safetensors

This lets further training start from a release whose weights were not kept. It reads the graph that
``training.export_multilingual`` writes, node by node in the same order.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import numpy_helper
from safetensors.numpy import save_file

from bot.nlp.tagger.model import SLICES, VECTOR, load_model

Floats = npt.NDArray[np.float32]


def restore(folder: Path) -> dict[str, Floats]:
    """All weights but the word embeddings, under the names of ``training.network``."""
    graph = onnx.load(folder / "tagger.onnx").graph
    numbers = {
        one.name: numpy_helper.to_array(one) for one in graph.initializer if one.data_type != onnx.TensorProto.INT4
    }
    linear = _linear(graph, numbers)
    norms = (
        (numbers[node.input[2]], numbers[node.input[3]])
        for node in graph.node
        if node.op_type == "SkipLayerNormalization"
    )
    gathered = [numbers[n.input[0]] for n in graph.node if n.op_type == "Gather" and n.input[0] in numbers]
    always = next(numbers[n.input[0]] for n in graph.node if n.op_type == "Slice").astype(np.float32)
    found: dict[str, Floats] = {"encoder.features.weight": gathered[0], "encoder.positions.weight": always}
    hidden = always.shape[1]
    found["encoder.types.weight"] = np.zeros((2, hidden), dtype=np.float32)  # added to the positions by the export

    def keep(name: str, pair: tuple[Floats, Floats]) -> None:
        found[f"{name}.weight"], found[f"{name}.bias"] = pair

    keep("encoder.norm", next(norms))
    for number in range(sum(node.op_type == "MultiHeadAttention" for node in graph.node)):
        prefix = f"encoder.layers.{number}"
        weight, bias = next(linear)
        for at, part in enumerate(("query", "key", "value")):
            rows = slice(at * hidden, (at + 1) * hidden)
            keep(f"{prefix}.{part}", (weight[rows], bias[rows]))
        keep(f"{prefix}.output", next(linear))
        keep(f"{prefix}.attention_norm", next(norms))
        keep(f"{prefix}.inner", next(linear))
        keep(f"{prefix}.outer", next(linear))
        keep(f"{prefix}.norm", next(norms))
    matrix, bias = numbers[graph.node[-3].input[0]].astype(np.float32).T, numbers[graph.node[-1].input[1]]
    model = load_model(folder)
    biases = {"source_bias": model.source_bias, "content_bias": model.content_bias}
    if model.speaker_bias is not None:
        biases["speaker_bias"] = model.speaker_bias
    return found | _heads(matrix, bias) | biases


def _linear(graph: onnx.GraphProto, numbers: dict[str, npt.NDArray[np.float32]]) -> Iterator[tuple[Floats, Floats]]:
    """Weight (out, in) and bias of each product, with its 32-bit channels put back."""
    made = {node.output[0]: node for node in graph.node}
    added = {node.input[1]: node for node in graph.node if node.op_type == "Add"}
    for node in (node for node in graph.node if node.op_type == "DynamicQuantizeMatMul"):
        weight = (numbers[node.input[1]].astype(np.float32) * numbers[node.input[2]]).T.copy()
        if (sum_node := added.get(node.output[0])) is not None:
            exact = made[sum_node.input[0]]
            apart, half = made[exact.input[0]].input[1], made[exact.input[1]].input[0]
            weight[:, numbers[apart]] = numbers[half].astype(np.float32).T
        yield weight, numbers[node.input[4]].astype(np.float32)


def _heads(matrix: Floats, bias: Floats) -> dict[str, Floats]:
    """The heads from their rows in one matrix; both scores for having no partner are linear in a vector."""
    scale = VECTOR**-0.5
    rows = {name: (matrix[part], bias[part]) for name, part in SLICES.items()}
    for name in ("query", "speaker_query"):
        rows[name] = (rows[name][0] / scale, rows[name][1] / scale)
    for name, vector in (("no_source", "key"), ("no_content", "query"), ("no_speaker", "speaker_key")):
        weight, shift = rows[name]
        of_vector = np.linalg.lstsq(rows[vector][0].T, weight.T, rcond=None)[0].T
        rows[name] = ((of_vector / scale).astype(np.float32), (shift - of_vector @ rows[vector][1]).astype(np.float32))
    return {
        f"{name}.{end}": np.ascontiguousarray(pair[at])
        for name, pair in rows.items()
        for at, end in enumerate(("weight", "bias"))
    }


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, default=Path("bot/models/multilingual"))
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    options.to.parent.mkdir(parents=True, exist_ok=True)
    save_file({name: np.ascontiguousarray(array) for name, array in restore(options.folder).items()}, options.to)


if __name__ == "__main__":
    main()
