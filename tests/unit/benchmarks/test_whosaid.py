"""The benchmark feeds its gold to the command line and reads what the scorer answers."""

import json
from pathlib import Path

from benchmarks.whosaid import load_texts, read_batch, rows, score, take_part

TEXT = "“We have nothing to hide,” Foreign Minister Maren Toft said on Monday."


def put_gold(folder: Path) -> Path:
    """One invented article, annotated."""
    (folder / "toft.txt").write_text(TEXT, encoding="utf-8")
    one = {
        "content": [[0, 26]],
        "source": [[27, 54]],
        "cue": [[55, 59]],
        "kind": "direct",
        "act": "statement",
        "speaker": "Maren Toft",
        "accept": ["Toft"],
        "role": "Foreign Minister",
        "country": None,
        "optional": False,
    }
    (folder / "toft.gold.json").write_text(json.dumps({"id": "toft", "attributions": [one]}), encoding="utf-8")
    return folder


def test_texts_come_from_folders_and_from_lines(tmp_path: Path) -> None:
    lines = tmp_path / "gold.jsonl"
    lines.write_text(json.dumps({"id": "toft", "text": TEXT, "attributions": []}) + "\n", encoding="utf-8")
    assert load_texts(put_gold(tmp_path)) == load_texts(lines) == [{"id": "toft", "text": TEXT}]


def test_a_part_of_the_gold_is_gold(tmp_path: Path) -> None:
    for name in ("gold", "parts"):
        (tmp_path / name).mkdir()
    gold = put_gold(tmp_path / "gold")
    (gold / "zulu.txt").write_text("Left out.", encoding="utf-8")
    part = take_part(gold, 1, tmp_path / "parts")
    assert sorted(path.name for path in part.iterdir()) == ["toft.gold.json", "toft.txt"]
    lines = tmp_path / "gold.jsonl"
    lines.write_text('{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n', encoding="utf-8")
    assert load_texts(take_part(lines, 1, tmp_path / "parts")) == [{"id": "a", "text": "x"}]


def test_measures_what_the_command_line_prints(tmp_path: Path, shared: Path) -> None:
    assert (shared / "bench/score.py").is_file()
    (tmp_path / "gold").mkdir()
    gold = put_gold(tmp_path / "gold")
    records, took = read_batch(load_texts(gold), tmp_path)
    assert 0 < took < 120
    figures = score(gold, records, tmp_path)
    assert not figures["broken"]
    assert figures["who_said_what"]["gold"] == 1
    assert score(gold, records, tmp_path, threshold=1.01)["content"]["pred"] == 0


def test_a_row_for_each_kind_and_blanks_for_what_is_not_measured() -> None:
    assert rows({"content": {"F1": 75.26}, "relation:direct": {"F1": 100.0}})[:2] == [
        "| all | 75.3 |  |  |",
        "| direct |  | 100.0 |  |",
    ]
