"""Word embeddings in 4 bits, and the network that is exported around them."""

from pathlib import Path

import numpy as np
import pytest

from bot.nlp.tagger.model import COLUMNS, VECTOR
from training.embeddings import BLOCK, Quantised, quantise, read_words

HIDDEN, INNER, ROWS = 32, 64, 110


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


def test_the_exported_network_gives_a_row_of_numbers_for_each_piece(tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx", reason="the extra 'train' is not installed")
    pytest.importorskip("safetensors", reason="the extra 'train' is not installed")
    import onnxruntime as ort  # noqa: PLC0415

    from training import export_multilingual as exporting  # noqa: PLC0415

    random = np.random.default_rng(2)

    def matrix(*shape: int) -> exporting.Floats:
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
    for name in ("labels", "entities", "statement", "query", "key"):
        weights |= {f"{name}.weight": matrix(COLUMNS[name], HIDDEN), f"{name}.bias": matrix(COLUMNS[name])}
    for name in ("no_source", "no_content"):
        weights |= {f"{name}.weight": matrix(1, VECTOR), f"{name}.bias": matrix(1)}
    monkey_heads, exporting.HEADS = exporting.HEADS, 2
    try:
        onnx.save(exporting.build_onnx(weights, random_words()), tmp_path / "tagger.onnx")
    finally:
        exporting.HEADS = monkey_heads
    session = ort.InferenceSession(tmp_path / "tagger.onnx", providers=["CPUExecutionProvider"])
    pieces = np.array([[101, 7, 8, 102]], dtype=np.int64)
    [numbers] = session.run(None, {"pieces": pieces, "features": np.array([[12, 3, 3, 12]], dtype=np.int64)})
    assert numbers.shape == (1, 4, sum(COLUMNS.values()))
    assert np.isfinite(numbers).all()
