"""Trains one of the cross-fitted teachers, or collects the probabilities of all of them.

    python -m training.teachers train --fold 0 --documents F --tokenizer F --encoder F --work FOLDER
    python -m training.teachers label --documents F --tokenizer F --work FOLDER

Each teacher (mpnet-base) is trained without one fold of the annotated articles. ``label`` writes, for every way of
cutting the texts, the probabilities of the teacher that has not seen an article; for unlabelled texts, the mean of all.
"""

import argparse
import dataclasses
import hashlib
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from training.beliefs import save_beliefs
from training.documents import Document, as_gold, load_documents, save_documents
from training.evaluate import evaluate, load_scorer, report
from training.examples import Examples, make_examples
from training.fit import Course, believe, fit, load_network, mean_beliefs, save_network
from training.losses import Beliefs, to_device
from training.network import TaggerNetwork, load_encoder
from training.reading import as_tagger, load_tokenizer
from training.settings import CUTS, FOLDS, LIMITS, OWN_REPEAT, SIZES, TEACHER, TEACHING, WEAK_STATEMENT

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def fold_of(document: Document) -> int:
    """The fold of an article, by its id."""
    return hashlib.sha256(document.id.encode()).digest()[0] % FOLDS


def annotated(documents: list[Document], *, ours: bool) -> list[Document]:
    """The train split of PolNeAR, or of our own annotations and invented texts."""
    origins = ("own", "invented") if ours else ("polnear",)
    return [d for d in documents if d.split == "train" and d.origin in origins]


def cut_all(documents: list[Document], tokenizer: Tokenizer) -> list[Examples]:
    """The documents' windows, for each of ``CUTS``."""
    return [make_examples(documents, tokenizer, cut, SIZES, weak_weight=WEAK_STATEMENT) for cut in CUTS]


def train(options: argparse.Namespace, documents: list[Document], tokenizer: Tokenizer) -> None:
    """Train and save the teacher of one fold."""
    network = TaggerNetwork(TEACHER)
    if options.encoder:
        load_encoder(network.encoder, load_file(options.encoder))
    sets = []
    for ours in (False, True):
        kept = [d for d in annotated(documents, ours=ours) if fold_of(d) != options.fold]
        sets.append(cut_all(kept, tokenizer))
    epochs = [
        [Course(to_device(news, DEVICE)), Course(to_device(own, DEVICE), times=OWN_REPEAT)]
        for news, own in zip(*sets, strict=True)
    ]
    plan = dataclasses.replace(TEACHING, seed=TEACHING.seed + options.fold, epochs=options.epochs or TEACHING.epochs)
    network = fit(network, epochs, plan, DEVICE, options.work / f"teacher-{options.fold}.state")
    save_network(network, options.work / f"teacher-{options.fold}.safetensors")
    if options.scorer:
        tagger = as_tagger(network, tokenizer, LIMITS, DEVICE)
        tables = evaluate(load_scorer(options.scorer), documents, lambda text: tagger.read(text).links, 0.5)
        for origin, counts in tables.items():
            print(report(f"teacher {options.fold}, {origin}", counts), flush=True)


def label(options: argparse.Namespace, documents: list[Document], tokenizer: Tokenizer) -> None:
    """Write the documents for the student (unlabelled ones with the teachers' finds) and all probabilities."""
    teachers = [
        load_network(TaggerNetwork(TEACHER), options.work / f"teacher-{fold}.safetensors").to(DEVICE)
        for fold in range(FOLDS)
    ]
    taggers = [as_tagger(teacher, tokenizer, LIMITS, DEVICE) for teacher in teachers]
    documents = [
        dataclasses.replace(d, gold=tuple(map(as_gold, taggers[fold_of(d)].read(d.text).links)))
        if d.origin == "unlabelled"
        else d
        for d in documents
    ]
    save_documents(options.work / "taught.jsonl.xz", documents)
    for name, part in student_parts(documents).items():
        for number, examples in enumerate(cut_all(part, tokenizer)):
            batch = to_device(examples, DEVICE)
            each = [believe(teacher, batch, DEVICE) for teacher in teachers]
            if name == "unlabelled":
                taught = mean_beliefs(each)
            else:
                folds = torch.tensor([fold_of(part[d]) for d in examples.document.tolist()], device=DEVICE)
                taught = _chosen(each, folds)
            save_beliefs(options.work / f"beliefs-{name}-{number}.npz", taught)
        print(name, len(part), "texts labelled", flush=True)


def student_parts(documents: list[Document]) -> dict[str, list[Document]]:
    """The student's training data, by name."""
    return {
        "news": annotated(documents, ours=False),
        "own": annotated(documents, ours=True),
        "unlabelled": [d for d in documents if d.origin == "unlabelled"],
    }


def _chosen(each: list[Beliefs], folds: torch.Tensor) -> Beliefs:
    """For each window, the probabilities of its fold's teacher."""
    columns = []
    for field in dataclasses.fields(Beliefs):
        mixed = getattr(each[0], field.name).clone()
        for fold in range(1, len(each)):
            mixed[folds == fold] = getattr(each[fold], field.name)[folds == fold]
        columns.append(mixed)
    return Beliefs(*columns)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=["train", "label"])
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument(
        "--encoder", type=Path, help="mpnet-base, safetensors; without it the teacher begins from nothing"
    )
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, help="../shared/bench/score.py, to see how the teacher does on dev")
    parser.add_argument("--epochs", type=int)
    options = parser.parse_args()
    tokenizer = load_tokenizer(options.tokenizer)
    documents = load_documents(options.documents)
    (train if options.step == "train" else label)(options, documents, tokenizer)


if __name__ == "__main__":
    main()
