"""Trains the released tagger, from annotations and from the teachers' probabilities.

    python -m training.student --documents work/taught.jsonl.xz --tokenizer F --work FOLDER --start F --to F

``--start`` is the reference tagger's weights, an encoder's published ones, or an earlier student's. Without
probabilities in ``--work``, it learns from the annotations and, with ``--shared``, from the soft labels there. Without
a GPU: ``--tune 1 --shared ../shared --start`` the reference tagger's weights, then ``--tune 2 --start`` the result
(half an hour each on two cores).
"""

import argparse
import dataclasses
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from bot.nlp.tagger.decoding import LABELS
from bot.nlp.tagger.tagger import find_sentence_ends
from bot.nlp.tagger.tokens import tokenize_text
from bot.nlp.tagger.windows import WindowLimits, plan_windows
from training.beliefs import load_beliefs
from training.documents import Document, load_documents
from training.evaluate import evaluate, load_scorer, report
from training.examples import Examples, make_examples
from training.fit import Course, fit, load_network, save_network
from training.losses import Batch, Beliefs, to_device
from training.network import TaggerNetwork, load_encoder, load_reference
from training.reading import as_tagger, load_tokenizer
from training.settings import (
    CUTS,
    LEARNING,
    LIMITS,
    OWN_REPEAT,
    SIZES,
    STUDENT,
    TAUGHT_STATEMENT,
    TUNINGS,
    WEAK_STATEMENT,
)
from training.teachers import DEVICE, student_parts


def start(path: Path, layers: int) -> TaggerNetwork:
    """A student that starts from the weights in ``path``."""
    shape = dataclasses.replace(STUDENT, layers=layers)
    network = TaggerNetwork(shape)
    weights = load_file(path)
    if "fe.weight" in weights:
        if layers == STUDENT.layers:
            load_reference(network, weights)
        else:
            deep = TaggerNetwork(STUDENT)
            load_reference(deep, weights)
            _thin(network, deep, layers)
    elif "labels.weight" in weights:
        load_network(network, path)
    else:
        load_encoder(network.encoder, weights)
    return network


def _thin(network: TaggerNetwork, deep: TaggerNetwork, layers: int) -> None:
    """The heads and embeddings of ``deep``, with evenly spaced layers, including the first and the last."""
    taken = [round(i * (STUDENT.layers - 1) / max(1, layers - 1)) for i in range(layers)]
    own = {name: tensor for name, tensor in deep.state_dict().items() if ".layers." not in name}
    for mine, theirs in enumerate(taken):
        for name, tensor in deep.encoder.layers[theirs].state_dict().items():
            own[f"encoder.layers.{mine}.{name}"] = tensor
    network.load_state_dict(own)


def make_course(
    name: str, part: list[Document], number: int, tokenizer: Tokenizer, options: argparse.Namespace
) -> Course:
    """The windows of one part of the data, cut in one way, with teachers' probabilities if there are some."""
    examples = make_examples(part, tokenizer, CUTS[number], SIZES, weak_weight=WEAK_STATEMENT)
    batch = to_device(examples, DEVICE)
    times = TUNINGS[options.tune - 1][1][name] if options.tune else float(OWN_REPEAT if name == "own" else 1)
    path = options.work / f"beliefs-{name}-{number}.npz"
    if path.exists():
        taught = load_beliefs(path, DEVICE)
        return Course(_with_taught_statements(batch, taught), times, taught)
    # the shared teachers learned PolNeAR's rules, which do not apply to our annotations
    asked = options.shared and not (name == "own" and options.tune == len(TUNINGS))
    labels = shared_labels(examples, part, tokenizer, CUTS[number], options.shared) if asked else None
    return Course(batch, times, None if labels is None else Beliefs(labels.to(DEVICE)))


def shared_labels(
    examples: Examples, part: list[Document], tokenizer: Tokenizer, limits: WindowLimits, shared: Path
) -> torch.Tensor:
    """The shared folder's soft labels for some of the documents: (windows, pieces, 7), 0 if unknown."""
    files = [np.load(shared / "data" / folder) for folder in ("polnear/teacher_train.npz", "unlabelled/teacher.npz")]
    names = [set(one.files) for one in files]
    found = torch.zeros(*examples.pieces.shape, len(LABELS), dtype=torch.float16)
    first_row = 0
    for document in part:
        words = tokenize_text(document.text, tokenizer)
        windows = plan_windows(words, find_sentence_ends(document.text, words), limits)
        for one, known in zip(files, names, strict=True):
            if f"{document.id}/p" not in known:
                continue
            starts, chances = one[f"{document.id}/w"][:, 0], one[f"{document.id}/p"].astype(np.float32)
            chances /= np.maximum(chances.sum(axis=1, keepdims=True), 1)
            known_at = np.minimum(np.searchsorted(starts, words.start), len(starts) - 1)
            same = starts[known_at] == words.start
            for row, window in enumerate(windows, start=first_row):
                numbers = np.arange(window.first, window.last)
                numbers = numbers[same[numbers] & (words.piece[numbers] - window.start + 1 < found.shape[1])]
                places = torch.from_numpy((words.piece[numbers] - window.start + 1).astype(np.int64))
                found[row, places] = torch.from_numpy(chances[known_at[numbers]]).half()
        first_row += len(windows)
    return found


def _with_taught_statements(batch: Batch, taught: Beliefs) -> Batch:
    """Replace weak targets by the probabilities of teachers that were trained on our annotations."""
    if taught.statement is None:
        return batch
    weak = (batch.statement >= 0) & (batch.statement_weight < 1)
    return dataclasses.replace(
        batch,
        statement=torch.where(weak, taught.statement.float(), batch.statement),
        statement_weight=torch.where(
            weak, torch.full_like(batch.statement_weight, TAUGHT_STATEMENT), batch.statement_weight
        ),
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=STUDENT.layers)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--seed", type=int)
    steps = range(1, len(TUNINGS) + 1)
    parser.add_argument("--tune", type=int, choices=steps, help="a short run from trained weights, for a CPU")
    parser.add_argument("--shared", type=Path, help="../shared, for the soft labels there")
    parser.add_argument("--all", action="store_true", help="learn from our dev texts as well: for the release only")
    parser.add_argument("--scorer", type=Path)
    options = parser.parse_args()
    tokenizer = load_tokenizer(options.tokenizer)
    documents = load_documents(options.documents)
    learned = documents
    if options.all:
        learned = [dataclasses.replace(d, split="train") if d.origin in ("own", "invented") else d for d in documents]
    parts = {name: part for name, part in student_parts(learned).items() if part}
    epochs = [
        [make_course(name, part, number, tokenizer, options) for name, part in parts.items()]
        for number in range(len(CUTS))
    ]
    plan = TUNINGS[options.tune - 1][0] if options.tune else LEARNING
    plan = dataclasses.replace(plan, epochs=options.epochs or plan.epochs, seed=options.seed or plan.seed)
    network = fit(start(options.start, options.layers), epochs, plan, DEVICE, options.to.with_suffix(".state"))
    save_network(network, options.to)
    if options.scorer:
        tagger = as_tagger(network, tokenizer, LIMITS, DEVICE)
        tables = evaluate(load_scorer(options.scorer), documents, lambda text: tagger.read(text).links, 0.5)
        for origin, counts in tables.items():
            print(report(f"{options.to.stem}, {origin}", counts), flush=True)


if __name__ == "__main__":
    main()
