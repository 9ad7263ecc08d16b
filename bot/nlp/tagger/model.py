"""The trained network: loads and verifies its files, and runs it on a window of word pieces.

``model.json`` beside the network has its version, the SHA-256 of the files, and the numbers for decoding.
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

# from 1.29 on, ONNX Runtime sends telemetry unless it is disabled before the import; nothing leaves this machine
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
import onnxruntime as ort

DEFAULT_FOLDER = Path(__file__).parents[2] / "models"
VECTOR = 128
BEGIN, END = 101, 102
"""and [SEP], which surround each window as they surrounded every text when the encoder was pretrained."""
# the order of columns in the network's output
COLUMNS = {
    "labels": len(LABELS),
    "entities": 1 + 2 * len(ENTITY_KINDS),
    "statement": 1,
    "no_source": 1,
    "no_content": 1,
    "query": VECTOR,
    "key": VECTOR,
}
SPEAKER_COLUMNS = {"speaker_query": VECTOR, "speaker_key": VECTOR, "no_speaker": 1}
"""Behind the others, where the network has learned to tell which words name the speaker."""
_ALL = COLUMNS | SPEAKER_COLUMNS
_ENDS = np.cumsum(list(_ALL.values())).tolist()
SLICES = {name: slice(end - width, end) for (name, width), end in zip(_ALL.items(), _ENDS, strict=True)}
PERSON_COLUMN = SLICES["entities"].start + 2 + 2 * ENTITY_KINDS.index("PERSON")
"""Of a word within a person's name."""


class ModelError(AttacheError):
    """The model's files are missing, damaged, or of different versions."""


class Session(Protocol):
    """Runs the network: ONNX Runtime here, PyTorch during training."""

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
    """Added to the network's scores before the best are chosen, because it finds too few sources.

    ``source`` is added to the scores of source labels, ``no_source`` to a cue's score of having none. Probabilities are
    computed from the original scores.
    """

    source: float = 0.0
    no_source: float = 0.0

    @property
    def labels(self) -> FloatArray:
        """One number for each of ``LABELS``."""
        return np.array([self.source * label.endswith("-source") for label in LABELS], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded network with its metadata. Use ``load_model`` to create one."""

    version: str
    tokenizer: Tokenizer
    session: Session
    limits: WindowLimits
    leanings: ScoreBiases
    source_bias: FloatArray
    content_bias: FloatArray
    calibration: Calibration
    entities: bool = True
    """Whether it has learned to mark entities."""
    names: bool = False
    """Whether it has learned, instead, which words are of persons' names."""
    speaker_bias: FloatArray | None = None
    """By bucket of distance, where it has learned to tell which words name the speaker."""

    def run(self, pieces: IntArray, features: IntArray) -> FloatArray:
        """The output for each piece of a window, shape (pieces, columns)."""
        output: FloatArray = self.session.run(None, feed(pieces, features))[0][0, 1:-1]
        return output


def feed(pieces: IntArray, features: IntArray) -> dict[str, npt.NDArray[np.int64]]:
    """What the network gets of a window: its pieces between two marks."""
    return {
        "pieces": np.array([[BEGIN, *pieces, END]], dtype=np.int64),
        "features": np.array([[PLAIN, *features, PLAIN]], dtype=np.int64),
    }


def load_model(folder: Path | None = None) -> Model:
    """Load and verify the model's files in ``folder`` (the released ones by default). Raises ``ModelError``."""
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
        entities=card.get("entities", True),
        names=card.get("names", False),
        speaker_bias=np.asarray(card["speaker_bias"], dtype=np.float32) if "speaker_bias" in card else None,
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _open_session(network: Path) -> Session:
    options = ort.SessionOptions()
    # one thread per worker process: articles are analysed in parallel, not words
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # windows differ in width, so a memory pattern for each would only take memory
    options.enable_mem_pattern = False
    # by path: from bytes, the network is held in memory twice
    session: Session = ort.InferenceSession(str(network), options, providers=["CPUExecutionProvider"])
    return session
