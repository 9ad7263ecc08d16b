"""The trained network: its files, checked when they are loaded, and one run over a window of word pieces.

``model.json`` beside the network names its version, the SHA-256 of the files, and the numbers that decoding needs.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from bot.errors import AttacheError
from bot.i18n.messages import translatable
from bot.nlp.tagger.decoding import ENTITY_KINDS, LABELS, FloatArray
from bot.nlp.tagger.tokens import PLAIN, IntArray
from bot.nlp.tagger.windows import WindowLimits

# ONNX Runtime from 1.29 on reports home unless told not to before it is imported; nothing leaves this machine
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
import onnxruntime as ort

DEFAULT_FOLDER = Path(__file__).parents[2] / "models"
VECTOR = 128
BEGIN, END = 101, 102
"""[CLS] and [SEP], which stand around each window as they did around every text when the encoder was pretrained."""
# how the columns of the network's output follow each other
COLUMNS = {
    "labels": len(LABELS),
    "entities": 1 + 2 * len(ENTITY_KINDS),
    "statement": 1,
    "no_source": 1,
    "no_content": 1,
    "query": VECTOR,
    "key": VECTOR,
}
_ENDS = np.cumsum(list(COLUMNS.values())).tolist()
SLICES = {name: slice(end - width, end) for (name, width), end in zip(COLUMNS.items(), _ENDS, strict=True)}


class ModelError(AttacheError):
    """The model's files are missing, damaged, or not of one version."""


class Session(Protocol):
    """What runs the network: ONNX Runtime here, PyTorch while it is trained."""

    def run(self, output_names: None, input_feed: dict[str, npt.NDArray[np.int64]]) -> list[FloatArray]:
        """From ``pieces`` and ``features``, both (1, width), to one array (1, width, columns)."""
        ...


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of two logistic functions, fitted on held-out articles (training/calibrate.py)."""

    score: tuple[float, ...]
    statement: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ScoreBiases:
    """What is added to the network's scores before the best are chosen, for it is shy of sources.

    ``source`` goes to the scores of the labels of sources, ``no_source`` to a cue's score of standing without one.
    Probabilities are taken from the scores as the network gives them.
    """

    source: float = 0.0
    no_source: float = 0.0

    @property
    def labels(self) -> FloatArray:
        """One number for each of ``LABELS``."""
        return np.array([self.source * label.endswith("-source") for label in LABELS], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded network with everything that belongs to it. Make one with ``load_model``."""

    version: str
    tokenizer: Tokenizer
    session: Session
    limits: WindowLimits
    leanings: ScoreBiases
    source_bias: FloatArray
    content_bias: FloatArray
    calibration: Calibration

    def run(self, pieces: IntArray, features: IntArray) -> FloatArray:
        """The numbers for each piece of one window, shape (pieces, sum of ``COLUMNS``)."""
        feed = {
            "pieces": np.array([[BEGIN, *pieces, END]], dtype=np.int64),
            "features": np.array([[PLAIN, *features, PLAIN]], dtype=np.int64),
        }
        output: FloatArray = self.session.run(None, feed)[0][0, 1:-1]
        return output


def load_model(folder: Path | None = None) -> Model:
    """Load and check the model's files in ``folder`` (the released ones by default). Raises ``ModelError``."""
    folder = folder or DEFAULT_FOLDER
    try:
        card: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        digests = {name: _digest(folder / name) for name in card["sha256"]}
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(translatable("reading-model-unreadable", folder=str(folder))) from error
    for name, digest in digests.items():
        if digest != card["sha256"][name]:
            raise ModelError(translatable("reading-model-changed", name=name))
    return Model(
        version=card["version"],
        tokenizer=Tokenizer.from_file(str(folder / "tokenizer.json")),
        session=_open_session(folder / "tagger.onnx"),
        limits=WindowLimits(**card["limits"]),
        leanings=ScoreBiases(**card["leanings"]),
        source_bias=np.asarray(card["source_bias"], dtype=np.float32),
        content_bias=np.asarray(card["content_bias"], dtype=np.float32),
        calibration=Calibration(tuple(card["calibration"]["score"]), tuple(card["calibration"]["statement"])),
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _open_session(network: Path) -> Session:
    options = ort.SessionOptions()
    # one thread a reading process: articles are read side by side, not words
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # windows differ in width; a pattern kept for each would only grow
    options.enable_mem_pattern = False
    # by its path: handed over as bytes, the network is held in memory once more
    session: Session = ort.InferenceSession(str(network), options, providers=["CPUExecutionProvider"])
    return session
