"""Teaches the multilingual network which words belong to names of people, without changing its layers.

    python -m training.name_words --shared ../shared --model bot/models/multilingual --version multilingual-9

This is a logistic regression over the last layer, fitted on the annotated texts that are not held out: words in names
of annotated people against all others. It replaces the entities in the network's output, which were learned from
English alone. Names of people who say nothing are not annotated, so words that a first fit takes for names are left out
of the second. The program prints how well names are separated on every fourth text, with weights from the others.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper
from scipy.optimize import minimize
from scipy.stats import rankdata

from bot.domain.text import Span
from bot.nlp.lang.lexicon import fold, load_lexicon
from bot.nlp.tagger.model import PERSON_COLUMN, SLICES, Model, feed, load_model
from bot.nlp.tagger.tagger import find_sentence_ends
from bot.nlp.tagger.tokens import tokenize_multilingual
from bot.nlp.tagger.windows import plan_windows
from training.folders import read_lines, text_of
from training.languages import ANNOTATIONS, LANGUAGES, read_texts

Floats = npt.NDArray[np.float32]
OTHERS = 120
"""Maximum words of a text, besides those of sources, that are used."""
RIDGE = 25.0
DOUBTFUL = 0.5
"""From this probability on, a word that is in no annotated name may be in another person's."""
NEVER = -30.0
SEED = 9
_PARTS = re.compile(r"[\s·•・‧]")


@dataclass(frozen=True, slots=True)
class Sample:
    """Words of one text with their vectors from the last layer, and whether each belongs to a person's name."""

    language: str
    layer: Floats
    named: npt.NDArray[np.bool_]


class LastLayer:
    """The network with its last layer as output."""

    def __init__(self, folder: Path) -> None:
        network = onnx.load(folder / "tagger.onnx")
        product = _heads(network)
        network.graph.output.extend([helper.make_tensor_value_info(product.input[0], TensorProto.FLOAT, None)])
        self._name = product.input[0]
        self._session = ort.InferenceSession(network.SerializeToString(), providers=["CPUExecutionProvider"])
        self._model: Model = load_model(folder)

    def words(self, text: str) -> tuple[list[Span], Floats]:
        """All words of a text, each with the last layer at its first piece."""
        words = tokenize_multilingual(text, self._model.tokenizer)
        layer: list[Floats] = []
        for window in plan_windows(words, find_sentence_ends(text, words), self._model.limits):
            part = slice(window.start, window.stop)
            (whole,) = self._session.run([self._name], feed(words.pieces[part], words.features[part]))
            pieces = whole[0, 1:-1]
            first = np.minimum(words.piece[window.first : window.last] - window.start, len(pieces) - 1)
            layer.append(pieces[first])
        spans = [Span(int(a), int(b)) for a, b in zip(words.start, words.end, strict=True)]
        return spans, np.concatenate(layer) if layer else np.zeros((0, 1), dtype=np.float32)


def _heads(network: onnx.ModelProto) -> onnx.NodeProto:
    """The product of the last layer and all heads."""
    last = next(node for node in network.graph.node if "numbers" in node.output)
    return next(node for node in network.graph.node if node.output[0] == last.input[0])


def sample(text: str, golds: Sequence[dict[str, Any]], language: str, network: LastLayer, seed: int) -> Sample:
    """The words of sources and some others, without speakers that may be people or bodies."""
    spans, layer = network.words(text)
    lexicon = load_lexicon(language)
    single = [one for one in golds if one["speaker"] and ";" not in one["speaker"]]
    persons = {one["speaker"] for one in single if one["role"]}
    unclear = {one["speaker"] for one in single if not one["role"]} - persons
    marked, skipped = _places(text, persons), _places(text, unclear)
    parts = {fold(part) for name in persons for part in _PARTS.split(name) if len(part) > 1}
    sources = {at for one in golds if one["source"] for at in range(one["source"][0], one["source"][1])}
    function = lexicon.lists["articles"].whole | lexicon.lists["names.particles"].whole
    chosen = set(np.random.default_rng(seed).permutation(len(spans))[:OTHERS].tolist())
    rows, named = [], []
    for number, span in enumerate(spans):
        word = fold(span.of(text))
        known = span.start in marked or (word in parts and not lexicon.writing.unspaced)
        doubtful = span.start in skipped or (lexicon.writing.unspaced and any(word in part for part in parts))
        looked_at = known or number in chosen or span.start in sources
        if looked_at and re.search(r"\w", word) and word not in function and (known or not doubtful):
            rows.append(number)
            named.append(known)
    return Sample(language, layer[rows], np.array(named, dtype=bool))


def _places(text: str, names: set[str]) -> set[int]:
    found = (match for name in names for match in re.finditer(re.escape(name), text))
    return {at for match in found for at in range(match.start(), match.end())}


def read_samples(shared: Path, folder: Path) -> Iterator[Sample]:
    """The samples of all annotated texts that are not held out."""
    network = LastLayer(folder)
    for language in LANGUAGES:
        texts = read_texts(shared, language)
        records = [one for file in sorted(ANNOTATIONS.glob(f"{language}*.jsonl")) for one in read_lines(file)]
        for number, record in enumerate(one for one in records if not one.get("held_out")):
            yield sample(text_of(record, texts), record["attributions"], language, network, SEED + number)


def fit(samples: Sequence[Sample]) -> Floats:
    """The weights, the constant last."""
    layer = np.concatenate([one.layer for one in samples]).astype(np.float64)
    named = np.concatenate([one.named for one in samples])
    mean, spread = layer.mean(axis=0), layer.std(axis=0) + 1e-6
    rows = np.column_stack([(layer - mean) / spread, np.ones(len(layer))])
    first = _logistic(rows, named)
    kept = named | (rows @ first < np.log(DOUBTFUL / (1 - DOUBTFUL)))
    weights = _logistic(rows[kept], named[kept])
    scaled = weights[:-1] / spread
    return np.append(scaled, weights[-1] - scaled @ mean).astype(np.float32)


def _logistic(rows: npt.NDArray[np.float64], right: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    sign = np.where(right, 1.0, -1.0)

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        margin = sign * (rows @ weights)
        slope = -sign / (1 + np.exp(np.clip(margin, -500, 500)))
        kept = np.append(weights[:-1], 0.0)
        return float(np.logaddexp(0, -margin).sum() + RIDGE * kept @ kept / 2), rows.T @ slope + RIDGE * kept

    found: npt.NDArray[np.float64] = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    return found


def write(folder: Path, weights: Floats, version: str) -> None:
    """Replace the network's entity columns by ``weights``; the only other class is "no name"."""
    network = onnx.load(folder / "tagger.onnx")
    product = _heads(network)
    last = next(node for node in network.graph.node if "numbers" in node.output)
    cast = next(node for node in network.graph.node if node.output[0] == product.input[1])
    for tensor in network.graph.initializer:
        if tensor.name in (cast.input[0], last.input[1]):
            array = numpy_helper.to_array(tensor).copy()
            array[..., SLICES["entities"]] = 0.0 if array.ndim > 1 else NEVER
            array[..., SLICES["entities"].start] = 0.0
            array[..., PERSON_COLUMN] = weights[:-1] if array.ndim > 1 else weights[-1]
            tensor.CopyFrom(numpy_helper.from_array(array, tensor.name))
    onnx.save(network, folder / "tagger.onnx")
    card = json.loads((folder / "model.json").read_text("utf-8"))
    card |= {"version": version, "names": True}
    card["sha256"]["tagger.onnx"] = sha256((folder / "tagger.onnx").read_bytes()).hexdigest()
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def area_under_curve(scores: Floats, named: npt.NDArray[np.bool_]) -> float:
    """How often a word of a name scores higher than another word."""
    ranks = rankdata(scores)
    count = int(named.sum())
    return float((ranks[named].sum() - count * (count + 1) / 2) / (count * (len(named) - count)))


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("bot/models/multilingual"))
    parser.add_argument("--version", required=True)
    options = parser.parse_args()
    samples = list(read_samples(options.shared, options.model))
    weights = fit([one for number, one in enumerate(samples) if number % 4])
    for language in LANGUAGES:
        new = [one for number, one in enumerate(samples) if number % 4 == 0 and one.language == language]
        layer, named = np.concatenate([one.layer for one in new]), np.concatenate([one.named for one in new])
        print(f"{language} {area_under_curve(layer @ weights[:-1], named):.3f} of {named.sum()} words of names")
    write(options.model, fit(samples), options.version)


if __name__ == "__main__":
    main()
