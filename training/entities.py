"""Fits only the entity head, to an otherwise finished network.

    python -m training.entities --documents F --tokenizer F --from work/blended.safetensors --to work/final.safetensors

Tuning changes the encoder's output; this fits the head again to the finished encoder, on entities that spaCy found.
"""

import argparse
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.documents import Document, load_documents
from training.examples import IGNORED, make_examples
from training.fit import load_network, save_network
from training.losses import to_device
from training.network import TaggerNetwork
from training.reading import load_tokenizer
from training.settings import ENTITY_TEXTS, LIMITS, SIZES, STUDENT


def find_states(network: TaggerNetwork, documents: list[Document], tokenizer: Tokenizer) -> tuple[Tensor, Tensor]:
    """The encoder's output for each word (words, hidden), and the word's class."""
    batch = to_device(make_examples(documents, tokenizer, LIMITS, SIZES, weak_weight=0.0), "cpu")
    states, classes = [], []
    for rows in torch.arange(len(batch.pieces)).split(8):
        part = batch.take(rows)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            seen = network.encoder(part.pieces.long(), part.features.long(), part.present)
        word = (part.place > 0) & (part.entities != IGNORED)
        states.append(seen[word].float())
        classes.append(part.entities[word].long())
    return torch.cat(states), torch.cat(classes)


def fit_head(network: TaggerNetwork, states: Tensor, classes: Tensor, epochs: int = 12) -> None:
    """Multinomial logistic regression, in place."""
    head = network.entities
    optimizer = torch.optim.AdamW(head.parameters(), lr=3e-3, weight_decay=1e-3)
    torch.manual_seed(1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    for _ in range(epochs):
        for rows in torch.randperm(len(states)).split(512):
            error = functional.cross_entropy(head(states[rows]), classes[rows])
            optimizer.zero_grad()
            error.backward()
            optimizer.step()
        scheduler.step()


def agreement(network: TaggerNetwork, states: Tensor, classes: Tensor) -> tuple[float, float]:
    """Precision and recall of words' kinds (regardless of begin or inside), against spaCy's."""
    found = network.entities(states).argmax(-1)
    got, want = (found + 1) // 2, (classes + 1) // 2
    right = int(((got == want) & (want > 0)).sum())
    return right / max(1, int((got > 0).sum())), right / max(1, int((want > 0).sum()))


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--from", dest="weights", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = load_tokenizer(options.tokenizer)
    network = load_network(TaggerNetwork(STUDENT), options.weights).eval()
    documents = load_documents(options.documents)
    news = [d for d in documents if d.split == "train" and d.origin == "polnear"]
    others = [d for d in documents if d.split == "train" and d.origin != "polnear"]
    dev = [d for d in documents if d.split == "dev" and d.origin == "own"]
    measured = find_states(network, dev, tokenizer)
    print("before: precision {:.3f}, recall {:.3f}".format(*agreement(network, *measured)))
    fit_head(network, *find_states(network, news[:ENTITY_TEXTS] + others[: 3 * ENTITY_TEXTS], tokenizer))
    print("after: precision {:.3f}, recall {:.3f}".format(*agreement(network, *measured)))
    save_network(network, options.to)


if __name__ == "__main__":
    main()
