"""Texts in five languages, and their annotations: ``training/annotations/languages``, offsets and names only.

The shared corpora hold sentences without paragraphs. A text is the first sentence as a headline, then paragraphs of two
sentences; Chinese sentences follow each other without a space. Chinese lines without documents are split after a line
that ends with the name of a site, as headlines there do.
"""

import json
import lzma
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.domain.text import normalise_text

LANGUAGES = ("ar", "es", "fr", "ru", "zh")
ANNOTATIONS = Path(__file__).parent / "annotations" / "languages"
_HEADLINE = re.compile(r"[-_—–] ?[^-_—–\s]{2,12}(?:网|报|社|频道|客户端|新闻)$")
_ID = re.compile(r"[^\w.-]")
LONGEST, LINES = 2_200, 18
"""Maximum characters of a document that is kept whole, and the number of lines kept of a longer one."""


def compose_text(sentences: Sequence[str], language: str) -> str:
    """The text of a document."""
    head, *body = [sentence.strip() for sentence in sentences if sentence.strip()]
    gap = "" if language == "zh" else " "
    return normalise_text("\n\n".join([head, *(gap.join(body[at : at + 2]) for at in range(0, len(body), 2))]))


def part_documents(lines: Iterable[dict[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """Lines in order, split into documents: the number of the first line, and the lines."""
    first, document = "", list[str]()
    for line in lines:
        sentence = line["zh"].strip()
        if document and _HEADLINE.search(sentence):
            yield first, document
            document = []
        if not document:
            first = str(line["line"])
        document.append(sentence)
    if document:
        yield first, document


def read_texts(shared: Path, language: str) -> dict[str, str]:
    """All documents of a language, by the id that their annotations use."""
    folder = shared / "data" / "languages"
    found = {
        _ID.sub("_", row["id"]): compose_text(row["sentences"], language)
        for row in _rows(folder / f"{language}.jsonl.xz")
        if any(map(str.strip, row["sentences"]))
    }
    if language == "zh":
        parted = part_documents(_rows(folder / "zh-lines.jsonl.xz"))
        found |= {f"zh-lines-{first}": _shortened(lines) for first, lines in parted}
    return found


def _shortened(lines: Sequence[str]) -> str:
    text = compose_text(lines, "zh")
    return text if len(text) <= LONGEST else compose_text(lines[:LINES], "zh")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
