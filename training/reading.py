"""Runs a PyTorch network with the product's own tokenizer, windows and decoding."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer

from bot.nlp.tagger.decoding import FloatArray
from bot.nlp.tagger.model import Calibration, Model, ScoreBiases
from bot.nlp.tagger.tagger import Tagger, Tokenize
from bot.nlp.tagger.tokens import tokenize_text
from bot.nlp.tagger.windows import WindowLimits
from training.network import TaggerNetwork
from training.settings import PLAIN_SCORE, PLAIN_STATEMENT


class TorchSession:
    """Runs a network in place of ONNX Runtime."""

    def __init__(self, network: TaggerNetwork, device: str) -> None:
        self._network = network.to(device).eval()
        self._device = device

    def run(
        self,
        output_names: None,  # noqa: ARG002 - ONNX Runtime's signature
        input_feed: dict[str, npt.NDArray[np.int64]],
    ) -> list[FloatArray]:
        """See ``bot.nlp.tagger.model.Session``."""
        pieces, features = (torch.from_numpy(input_feed[name]).to(self._device) for name in ("pieces", "features"))
        with torch.no_grad(), torch.autocast(self._device, dtype=torch.bfloat16, enabled=self._device == "cuda"):
            numbers = self._network(pieces, features)
        return [numbers.float().cpu().numpy()]


def as_tagger(
    network: TaggerNetwork, tokenizer: Tokenizer, limits: WindowLimits, device: str, tokenize: Tokenize = tokenize_text
) -> Tagger:
    """A tagger with ``network``; its probabilities are not calibrated."""
    return Tagger(
        Model(
            version="in training",
            tokenizer=tokenizer,
            session=TorchSession(network, device),
            limits=limits,
            leanings=ScoreBiases(),
            source_bias=network.source_bias.detach().cpu().numpy(),
            content_bias=network.content_bias.detach().cpu().numpy(),
            calibration=Calibration(PLAIN_SCORE, PLAIN_STATEMENT),
            speaker_bias=network.speaker_bias.detach().cpu().numpy() if network.tells_speakers else None,
        ),
        tokenize,
    )


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer in ``path``, without truncation and padding: our own windows cut the texts."""
    tokenizer: Tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
