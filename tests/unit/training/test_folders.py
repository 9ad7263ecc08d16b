"""Annotated texts laid out as folders."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.domain.text import text_sha256
from training.folders import HERE, lay_out, read_lines


def test_a_text_of_its_own_and_one_told_by_its_digest(tmp_path: Path) -> None:
    texts = {"two": "Dahl agreed."}
    records: list[dict[str, Any]] = [
        {"id": "one", "text": "Roe said so.", "attributions": [{"speaker": "Roe"}]},
        {"id": "two", "sha256": text_sha256("Dahl agreed."), "attributions": []},
        {"id": "long", "until": 12, "sha256": text_sha256("Dahl agreed."), "attributions": []},
    ]
    texts["long"] = "Dahl agreed.\n\nRoe did not."
    assert lay_out(iter(records), texts, tmp_path) == 3
    assert (tmp_path / "long.txt").read_text("utf-8") == "Dahl agreed."
    assert (tmp_path / "one.txt").read_text("utf-8") == "Roe said so."
    assert json.loads((tmp_path / "one.gold.json").read_text("utf-8"))["attributions"] == [{"speaker": "Roe"}]
    assert (tmp_path / "two.txt").read_text("utf-8") == "Dahl agreed."


def test_an_editor_s_page_names_its_speakers(tmp_path: Path) -> None:
    said = {"speaker": "Roe", "accept": ["Tam Roe"], "country": "Norway"}
    lines = [{"rank": 1, "pieces": [[4, 8]], "attribution": 0}, {"rank": 2, "pieces": [[0, 3]], "attribution": None}]
    record = {"id": "one", "text": "Roe said so.", "attributions": [said], "lines": lines, "never": [], "summary": []}
    lay_out(iter([record]), {}, tmp_path)
    page = json.loads((tmp_path / "one.editor.json").read_text("utf-8"))
    assert page["lines"] == [lines[0] | said, lines[1]]


def test_an_annotation_of_another_text_is_refused(tmp_path: Path) -> None:
    record = {"id": "two", "sha256": text_sha256("Dahl agreed."), "attributions": []}
    with pytest.raises(ValueError, match="another text"):
        lay_out(iter([record]), {"two": "Dahl disagreed."}, tmp_path)


@pytest.mark.parametrize("path", sorted((HERE / "samples").glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_sample_s_spans_lie_inside_its_text(path: Path) -> None:
    for record in read_lines(path):
        for one in record["attributions"]:
            for start, end in one["content"]:
                assert record["text"][start:end].strip(), record["id"]
