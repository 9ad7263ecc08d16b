import gzip
import json
from pathlib import Path

import pytest

from benchmarks.pages import main, score_page, shingles, summarise
from tests.unit.web.invented_pages import PARAGRAPHS, article_page

TEXT = "\n\n".join(PARAGRAPHS)


def test_shingles_are_four_words_of_any_case_and_mark() -> None:
    assert shingles("One, two three four. five") == {
        ("One", "two", "three", "four"): 1,
        ("two", "three", "four", "five"): 1,
    }
    assert shingles("One two") == {("One", "two"): 1}
    assert not shingles("…")


def test_scores_of_equal_half_and_empty_texts() -> None:
    assert score_page("a b c d e", "a b c d e") == score_page(TEXT, TEXT)
    half = score_page("a b c d e f", "a b c d x y z")
    assert (half.precision, half.recall) == (1 / 3, 1 / 4)
    empty = score_page("", "a b c d")
    assert (empty.precision, empty.recall) == (None, 0.0)
    precision, recall, f1 = summarise([half, empty])
    assert (precision, recall) == (1 / 3, 1 / 8)
    assert f1 == pytest.approx(2 / 11)


def test_the_table_is_printed_and_a_loss_is_an_exit_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "html").mkdir()
    truth = {}
    for name in ("a", "b", "c"):
        (tmp_path / "html" / f"{name}.html.gz").write_bytes(gzip.compress(article_page().encode()))
        truth[name] = {"url": f"https://quill.example/{name}", "articleBody": TEXT}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))
    assert main(["--pages", str(tmp_path), "--limit", "2"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("2 pages\n")
    assert "| Attaché | 1.000 | 1.000 | 1.0000 |" in printed
    headline = "Arvonia and Belmark to open their border"  # which trafilatura keeps and we do not
    truth = {name: entry | {"articleBody": f"{headline}\n{entry['articleBody']}"} for name, entry in truth.items()}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))
    assert main(["--pages", str(tmp_path)]) == 1


def test_without_the_pages_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--pages", str(tmp_path)]) == 2
    assert "--pages" in capsys.readouterr().err


def test_a_few_real_pages(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--pages", str(shared / "data" / "pages"), "--limit", "3"])
    assert "3 pages" in capsys.readouterr().out
