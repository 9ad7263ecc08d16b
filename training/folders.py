"""Writes annotated texts with speakers to folders for the cases' scorer and ``training.confidence``.

    python -m training.folders --shared ../shared --to work/gold

Each file of ``training/samples`` and of ``training/speakers`` becomes a folder with ``<id>.txt`` and ``<id>.gold.json``
for each text. The files in ``training/speakers`` have only names and offsets into texts of the shared folder: the
unlabelled texts, the news and the pages.

``training/annotations/pronouns.jsonl`` holds the program's finds in 200 news articles, with the speakers of pronouns
corrected by hand. Only ``training.pronouns`` learns from it.

``training/annotations/unread`` becomes ``unread-…``, with an editor's page for each text. It is a test set: nothing
trains on it and nobody reads it, so only the scorers' totals may be looked at.
"""

import argparse
import json
import lzma
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.domain.text import normalise_text, text_sha256

HERE = Path(__file__).parent
_FOLDERS = {
    "samples/*.jsonl": "",
    "speakers/*.jsonl": "speakers-",
    "annotations/pronouns.jsonl": "",
    "annotations/unread/*.jsonl": "unread-",
}
"""Files of annotations, and the prefixes of their folders' names."""


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_texts(shared: Path) -> dict[str, str]:
    """The texts of annotations without text, by id: the unlabelled ones, the news, and pages ("page-d90bda")."""
    texts = {one["id"]: one["text"] for one in read_lines(shared / "data" / "unlabelled" / "texts.jsonl")}
    with lzma.open(shared / "data" / "news" / "news.jsonl.xz", "rt", encoding="utf-8") as lines:
        texts |= {one["id"]: normalise_text(one["text"]) for one in map(json.loads, lines)}
    pages = json.loads((shared / "data" / "pages" / "ground-truth.json").read_text("utf-8"))
    return texts | {f"page-{key[:6]}": normalise_text(page["articleBody"]) for key, page in pages.items()}


def text_of(record: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """The annotated text: the record's own, or the one with its id in ``texts``, cut at ``until`` if that is set."""
    own: str | None = record.get("text")
    return own or texts[record["id"]][: record.get("until")]


def lay_out(records: Iterator[dict[str, Any]], texts: dict[str, str], folder: Path) -> int:
    """Write ``records`` to ``folder``, with texts from ``texts`` by id if they have none; return their number.

    Raises ``ValueError`` if an annotation does not fit its text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for record in records:
        text = text_of(record, texts)
        if record.get("sha256", text_sha256(text)) != text_sha256(text):
            raise ValueError(f"{record['id']} was annotated on another text")
        (folder / f"{record['id']}.txt").write_text(text, encoding="utf-8")
        gold = {name: record[name] for name in ("id", "attributions", "for_ranker") if name in record}
        (folder / f"{record['id']}.gold.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
        if "lines" in record:
            lines = [_with_speaker(line, record["attributions"]) for line in record["lines"]]
            page = {"id": record["id"], "lines": lines, "never": record["never"], "summary": record["summary"]}
            (folder / f"{record['id']}.editor.json").write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
        count += 1
    return count


def _with_speaker(line: dict[str, Any], attributions: list[dict[str, Any]]) -> dict[str, Any]:
    said = attributions[line["attribution"]] if line["attribution"] is not None else {}
    return line | {name: said.get(name) for name in ("speaker", "accept", "country") if said}


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    texts = read_texts(options.shared)
    for pattern, prefix in _FOLDERS.items():
        for path in sorted(HERE.glob(pattern)):
            folder = options.to / f"{prefix}{path.stem}"
            print(f"{folder}: {lay_out(read_lines(path), texts, folder)} texts")


if __name__ == "__main__":
    main()
