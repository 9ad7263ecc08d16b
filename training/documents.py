"""The documents for training, and the file that passes them between commands."""

import json
import lzma
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from bot.domain.text import Span
from bot.nlp.tagger.tagged_text import AttributionLink

Pair = tuple[int, int]
Split = Literal["train", "dev"]
Origin = Literal["polnear", "own", "invented", "unlabelled"]


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated attribution, as half-open ranges of code points. ``act`` None: unknown (PolNeAR)."""

    source: Pair | None
    cue: Pair | None
    content: tuple[Pair, ...]
    act: Literal["statement", "attitude"] | None = None
    optional: bool = False
    nested: bool = False
    speakers: tuple[str, ...] | None = None
    """Names by which the text may call the speaker; () if it names none, None if not annotated."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its annotations. ``gold`` is None if not annotated; unlabelled texts have a tagger's finds.

    ``rejected`` has what an earlier tagger found and our annotators did not: not a statement by their rules, though
    PolNeAR's annotators might have kept it.
    """

    id: str
    origin: Origin
    split: Split
    text: str
    gold: tuple[Gold, ...] | None = None
    entities: tuple[tuple[int, int, str], ...] | None = None
    rejected: tuple[Gold, ...] = field(default=())


def parse_gold(record: dict[str, Any]) -> Gold:
    """Parse a line of PolNeAR or of our annotations (GUIDELINES of the cases)."""

    def hull(value: list[Any] | None) -> Pair | None:
        if not value:
            return None
        pairs = [value] if isinstance(value[0], int) else value
        return min(p[0] for p in pairs), max(p[1] for p in pairs)

    return Gold(
        source=hull(record.get("source")),
        cue=hull(record.get("cue")),
        content=tuple((s, e) for s, e in record["content"]),
        act=record.get("act"),
        optional=bool(record.get("optional")),
        nested=record.get("nested_in") is not None,
        speakers=_names_of(record),
    )


def _names_of(record: dict[str, Any]) -> tuple[str, ...] | None:
    """The speaker's names; joint speakers cannot be separated, so they count as not annotated."""
    if "speaker" not in record or ";" in (record["speaker"] or ""):
        return None
    return tuple(name for name in (record["speaker"], *(record.get("accept") or ())) if name)


def as_gold(link: AttributionLink) -> Gold:
    """A tagger's find as an annotation."""

    def pair(span: Span | None) -> Pair | None:
        return None if span is None else (span.start, span.end)

    return Gold(pair(link.source), pair(link.cue), tuple((span.start, span.end) for span in link.content))


def save_documents(path: Path, documents: list[Document]) -> None:
    """Write a compressed file with one line per document."""
    with lzma.open(path, "wt", encoding="utf-8") as out:
        for document in documents:
            print(json.dumps(asdict(document), ensure_ascii=False), file=out)


def load_documents(path: Path) -> list[Document]:
    """Read the output of ``save_documents``."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [_parse_document(json.loads(line)) for line in lines]


def _parse_document(record: dict[str, Any]) -> Document:
    def golds(value: list[dict[str, Any]]) -> tuple[Gold, ...]:
        return tuple(
            Gold(
                source=tuple(g["source"]) if g["source"] else None,
                cue=tuple(g["cue"]) if g["cue"] else None,
                content=tuple((s, e) for s, e in g["content"]),
                act=g["act"],
                optional=g["optional"],
                nested=g["nested"],
            )
            for g in value
        )

    entities = record["entities"]
    return Document(
        id=record["id"],
        origin=record["origin"],
        split=record["split"],
        text=record["text"],
        gold=None if record["gold"] is None else golds(record["gold"]),
        entities=None if entities is None else tuple((s, e, kind) for s, e, kind in entities),
        rejected=golds(record["rejected"]),
    )
