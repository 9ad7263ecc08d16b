"""Word embeddings in 4 bits, and the network that is exported around them."""

import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
import pytest

from bot.nlp.tagger.linking import BUCKETS
from bot.nlp.tagger.model import COLUMNS, DEFAULT_FOLDER, SPEAKER_COLUMNS, VECTOR, feed
from training.embeddings import BLOCK, Quantised, quantise, read_words

HIDDEN, INNER, ROWS = 32, 64, 110
Floats = npt.NDArray[np.float32]


def random_words(rows: int = ROWS) -> Quantised:
    """Every block uses its lowest value, as blocks of Q4_0 do."""
    random = np.random.default_rng(1)
    values = random.integers(-8, 8, (rows, HIDDEN)).astype(np.int8)
    values[:, 0] = -8
    scales = random.uniform(0.01, 0.1, (rows, HIDDEN // BLOCK)).astype(np.float16)
    return Quantised(values, scales)


def test_a_matrix_that_was_in_four_bits_comes_back_exactly() -> None:
    words = random_words()
    again = quantise(words.restored())
    assert (again.restored() == words.restored()).all()


def test_two_values_share_a_byte_the_first_in_its_low_half() -> None:
    words = Quantised(np.array([[1, -1] * 16], dtype=np.int8), np.ones((1, 1), dtype=np.float16))
    assert words.packed == bytes([0xF1] * 16)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match="E5S1"):
        read_words(path, np.array([0]), HIDDEN)


def random_weights(random: np.random.Generator) -> dict[str, Floats]:
    """A network of one layer."""

    def matrix(*shape: int) -> Floats:
        return random.normal(0, 0.1, shape).astype(np.float32)

    weights = {"encoder.positions.weight": matrix(64, HIDDEN), "encoder.types.weight": matrix(2, HIDDEN)}
    weights["encoder.features.weight"] = matrix(13, HIDDEN)
    shapes = {"query": (HIDDEN, HIDDEN), "key": (HIDDEN, HIDDEN), "value": (HIDDEN, HIDDEN), "output": (HIDDEN, HIDDEN)}
    shapes |= {"inner": (INNER, HIDDEN), "outer": (HIDDEN, INNER)}
    for name, shape in shapes.items():
        weights |= {
            f"encoder.layers.0.{name}.weight": matrix(*shape),
            f"encoder.layers.0.{name}.bias": matrix(shape[0]),
        }
    for name in ("encoder.norm", "encoder.layers.0.norm", "encoder.layers.0.attention_norm"):
        weights |= {f"{name}.weight": matrix(HIDDEN) + 1, f"{name}.bias": matrix(HIDDEN)}
    columns = COLUMNS | SPEAKER_COLUMNS
    for name in ("labels", "entities", "statement", "query", "key", "speaker_query", "speaker_key"):
        weights |= {f"{name}.weight": matrix(columns[name], HIDDEN), f"{name}.bias": matrix(columns[name])}
    for name in ("no_source", "no_content", "no_speaker"):
        weights |= {f"{name}.weight": matrix(1, VECTOR), f"{name}.bias": matrix(1)}
    return weights


def run_network(network: Any, window: dict[str, npt.NDArray[Any]]) -> Floats:
    session = ort.InferenceSession(network.SerializeToString(), providers=["CPUExecutionProvider"])
    numbers: Floats = session.run(None, window)[0]
    return numbers


@pytest.fixture
def exporting(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    for extra in ("onnx", "safetensors"):
        pytest.importorskip(extra, reason="the extra 'train' is not installed")
    module = importlib.import_module("training.export_multilingual")
    monkeypatch.setattr(module, "HEADS", 2)
    return module


def test_the_exported_network_gives_a_row_of_numbers_for_each_piece(exporting: ModuleType) -> None:
    network = exporting.build_onnx(random_weights(np.random.default_rng(2)), random_words())
    numbers = run_network(network, feed(np.array([7, 8]), np.array([3, 3])))
    assert numbers.shape == (1, 4, sum((COLUMNS | SPEAKER_COLUMNS).values()))
    assert np.isfinite(numbers).all()


def multiply(exporting: ModuleType, x: Floats, weight: Floats, peaks: list[Floats]) -> Floats:
    """One product of the exported network by itself."""
    graph = exporting.Graph(peaks)
    graph.linear("x", weight, np.zeros(len(weight), dtype=np.float32))
    graph.nodes[-1].output[0] = "y"
    ends = [exporting.helper.make_tensor_value_info(name, exporting.TensorProto.FLOAT, None) for name in "xy"]
    made = exporting.helper.make_graph(graph.nodes, "product", ends[:1], ends[1:], graph.weights)
    opsets = [exporting.helper.make_opsetid("", 21), exporting.helper.make_opsetid("com.microsoft", 1)]
    model = exporting.helper.make_model(made, opset_imports=opsets, ir_version=10)
    return run_network(model, {"x": x})


def test_a_channel_with_high_values_takes_no_precision_from_the_others(exporting: ModuleType) -> None:
    random = np.random.default_rng(3)
    x = random.normal(0, 1, (1, 6, HIDDEN)).astype(np.float32)
    x[0, 0, 5] = 60
    weight = random.normal(0, 0.1, (INNER, HIDDEN)).astype(np.float32)
    exact = x @ weight.T
    whole, apart = (
        np.abs(multiply(exporting, x, weight, peaks) - exact)[0, 1:].mean()
        for peaks in ([], [np.abs(x[0]).max(axis=0)])
    )
    assert apart < whole / 8
    assert apart < 0.01


def test_each_product_of_a_layer_is_measured(exporting: ModuleType) -> None:
    weights = random_weights(np.random.default_rng(2))
    weights["encoder.layers.0.attention_norm.weight"][5] = 400
    window = feed(np.array([7, 8]), np.array([3, 3]))
    peaks = exporting.measure_peaks(exporting.build_onnx(weights, random_words()), [window, window])
    assert [len(one) for one in peaks] == [HIDDEN, HIDDEN, HIDDEN, INNER]
    assert peaks[2].argmax() == 5
    numbers = run_network(exporting.build_onnx(weights, random_words(), peaks), window)
    assert np.isfinite(numbers).all()


@pytest.mark.parametrize("apart", [False, True])
def test_the_restored_weights_give_the_released_numbers(exporting: ModuleType, tmp_path: Path, apart: bool) -> None:
    restore = importlib.import_module("training.released_multilingual").restore
    weights = random_weights(np.random.default_rng(2))
    biases = {
        name: np.linspace(-1, 1, BUCKETS, dtype=np.float32) for name in ("source_bias", "content_bias", "speaker_bias")
    }
    window = feed(np.array([7, 8]), np.array([3, 3]))
    peaks = exporting.measure_peaks(exporting.build_onnx(weights, random_words()), [window]) if apart else ()
    released = exporting.build_onnx(weights, random_words(), peaks)
    exporting.export(released, biases, DEFAULT_FOLDER / "tokenizer.json", tmp_path, "tiny")
    restored = restore(tmp_path)
    again = exporting.build_onnx(restored, random_words(), peaks)
    assert np.allclose(run_network(again, window), run_network(released, window), atol=2e-3)
    assert np.allclose(restored["source_bias"], biases["source_bias"], atol=1e-5)
    for name in ("encoder.layers.0.inner.weight", "encoder.layers.0.query.weight", "key.weight"):
        assert np.abs(restored[name] - weights[name]).max() <= np.abs(weights[name]).max() / 127


def test_files_of_weights_are_averaged_by_their_shares(exporting: ModuleType, tmp_path: Path) -> None:
    save_file = importlib.import_module("safetensors.numpy").save_file
    for name, value in (("one", 4.0), ("other", 8.0)):
        save_file({"norm": np.full(3, value, dtype=np.float16)}, tmp_path / f"{name}.safetensors")
    mean = exporting.mean_weights([f"{tmp_path}/one.safetensors=.75", f"{tmp_path}/other.safetensors=.25"])
    assert mean["norm"].tolist() == [5, 5, 5]
    assert exporting.mean_weights([f"{tmp_path}/other.safetensors"])["norm"].tolist() == [8, 8, 8]
