"""Fits only the statement head, which separates statements from attitudes, actions and errors, to a finished network.

    python -m training.statements --documents work/documents.jsonl.xz --tokenizer F --scorer ../shared/bench/score.py \\
        --from work/released.safetensors --to work/final.safetensors

The network's finds in our annotated texts are compared with the annotations. Logistic regression separates the
encoder's states of their cues into annotated statements and all others. Spans and links stay as they are. The ridge is
chosen by cross-validation over articles; development texts are for evaluation only.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from bot.nlp.tagger.decoding import FloatArray
from bot.nlp.tagger.model import COLUMNS, Calibration, Model, ScoreBiases
from bot.nlp.tagger.tagged_text import AttributionLink
from bot.nlp.tagger.tagger import Tagger
from training.calibrate import diagnose
from training.documents import Document, load_documents
from training.evaluate import load_scorer
from training.fit import load_network, save_network
from training.network import TaggerNetwork
from training.predict import attribution_of
from training.reading import TorchSession, load_tokenizer
from training.settings import EAGERNESS, LEANINGS, PLAIN_SCORE, PLAIN_STATEMENT, READING, RIDGES, STUDENT

FOLDS = 5
_WIDTH = sum(COLUMNS.values())


@dataclass(frozen=True, slots=True)
class Finds:
    """Finds: the mean state of each cue (finds, hidden), 1 for a statement, and the article's number."""

    states: Tensor
    statement: Tensor
    article: Tensor

    def take(self, where: Tensor) -> "Finds":
        """Those for which ``where`` is true."""
        return Finds(self.states[where], self.statement[where], self.article[where])


class _Telling(nn.Module):  # type: ignore[misc] # torch's own type
    """A network that returns the encoder's states after its own output."""

    def __init__(self, network: TaggerNetwork) -> None:
        super().__init__()
        self._network = network
        self._states: list[Tensor] = []
        network.encoder.register_forward_hook(lambda _encoder, _given, states: self._states.append(states))

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """The network's columns, then the encoder's."""
        numbers = self._network(pieces, features)
        return torch.cat([numbers, self._states.pop()], dim=-1)


class StateTagger(Tagger):
    """Records the mean state of each link's cue; reads like the released model, and changes ``network`` for that."""

    def __init__(self, network: TaggerNetwork, tokenizer: Tokenizer) -> None:
        with torch.no_grad():
            network.labels.bias[0] -= EAGERNESS
        super().__init__(
            Model(
                version="in training",
                tokenizer=tokenizer,
                session=TorchSession(_Telling(network), "cpu"),
                limits=READING,
                leanings=ScoreBiases(LEANINGS.source, LEANINGS.no_source),
                source_bias=network.source_bias.detach().numpy(),
                content_bias=network.content_bias.detach().numpy(),
                calibration=Calibration(PLAIN_SCORE, PLAIN_STATEMENT),
            )
        )
        self._network = network
        self.states: list[npt.NDArray[np.float32]] = []

    def _links(self, numbers: FloatArray, place) -> list[AttributionLink]:  # type: ignore[no-untyped-def] # the tagger's own
        links = super()._links(numbers, place)
        begins = np.array([place.span((word, word + 1)).start for word in range(len(numbers))])
        for link in links:
            assert link.cue is not None  # the network makes no link without one
            cue = (begins >= link.cue.start) & (begins < link.cue.end)
            self.states.append(numbers[cue, _WIDTH:].mean(axis=0))
        return links


def find(tagger: StateTagger, documents: list[Document], scorer: ModuleType) -> Finds:
    """All finds in ``documents`` that the annotations classify."""
    states, statement, article = [], [], []
    for number, document in enumerate(documents):
        tagger.states.clear()
        links = tagger.read(document.text).links
        verdicts = diagnose(scorer, document, [attribution_of(link) for link in links])
        for state, verdict in zip(tagger.states, verdicts, strict=True):
            if verdict is not None:
                states.append(torch.from_numpy(state))
                statement.append(float(verdict[1]))
                article.append(number)
    return Finds(torch.stack(states), torch.tensor(statement), torch.tensor(article))


def fit_head(finds: Finds, ridge: float) -> tuple[Tensor, Tensor]:
    """Weights and constant by logistic regression with a ``ridge``, on states of unit variance."""
    spread = finds.states.std(0) + 1e-6
    scaled = (finds.states - finds.states.mean(0)) / spread
    weights = torch.zeros(scaled.shape[1], requires_grad=True)
    constant = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, constant], max_iter=200, history_size=20)

    def error() -> Tensor:
        optimizer.zero_grad()
        total = functional.binary_cross_entropy_with_logits(scaled @ weights + constant, finds.statement)
        total = total + ridge * weights.square().sum()
        total.backward()
        return total

    optimizer.step(error)
    plain = (weights / spread).detach()
    return plain, (constant - finds.states.mean(0) @ plain).detach()


def choose_ridge(finds: Finds) -> float:
    """The one of ``RIDGES`` with the smallest error on left-out articles."""
    fold = finds.article % FOLDS
    errors = dict.fromkeys(RIDGES, 0.0)
    for ridge in RIDGES:
        for out in range(FOLDS):
            weights, constant = fit_head(finds.take(fold != out), ridge)
            left = finds.take(fold == out)
            scores = left.states @ weights + constant
            errors[ridge] += float(functional.binary_cross_entropy_with_logits(scores, left.statement, reduction="sum"))
    print("error of articles left out, by ridge:", {r: round(e / len(fold), 4) for r, e in errors.items()})
    return min(errors, key=errors.__getitem__)


def area(scores: Tensor, statement: Tensor) -> float:
    """How often a statement scores higher than another find (area under the ROC curve)."""
    rank = scores.argsort().argsort().double() + 1
    right = statement.sum()
    return float((rank[statement > 0].sum() - right * (right + 1) / 2) / (right * (len(statement) - right)))


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--from", dest="weights", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = load_tokenizer(options.tokenizer)
    network = load_network(TaggerNetwork(STUDENT), options.weights).eval()
    tagger = StateTagger(load_network(TaggerNetwork(STUDENT), options.weights).eval(), tokenizer)
    scorer = load_scorer(options.scorer)
    ours = [d for d in load_documents(options.documents) if d.origin in ("own", "invented")]
    learned = find(tagger, [d for d in ours if d.split == "train"], scorer)
    weights, constant = fit_head(learned, choose_ridge(learned))
    for origin in ("own", "invented"):
        measured = find(tagger, [d for d in ours if d.split == "dev" and d.origin == origin], scorer)
        before = area(network.statement(measured.states)[:, 0].detach(), measured.statement)
        after = area(measured.states @ weights + constant, measured.statement)
        print(f"{origin}: {len(measured.statement)} finds, area {before:.3f} before, {after:.3f} after")
    with torch.no_grad():
        network.statement.weight.copy_(weights[None])
        network.statement.bias.copy_(constant)
    save_network(network, options.to)


if __name__ == "__main__":
    main()
