"""The benchmark lets each system read in a process of its own and says why one could not."""

import sys
from pathlib import Path

from benchmarks.reading import BOOK, Run, run_system, write_book

TEXTS = [{"id": "toft", "text": "“We have nothing to hide,” Foreign Minister Maren Toft said on Monday.\nShe left."}]


def test_ours_reads_in_a_process_of_its_own(tmp_path: Path) -> None:
    book = tmp_path / "book.txt"
    book.write_text(TEXTS[0]["text"] * 3, encoding="utf-8")
    run = run_system("attache", sys.executable, TEXTS, tmp_path, "--book", str(book))
    assert isinstance(run, Run), run
    (one,) = run.records[0]["attributions"]
    assert one["speaker"]["name"] == "Maren Toft"
    assert run.figures["seconds"] > 0
    assert 0 < run.figures["loaded_mb"] <= run.figures["peak_mb"] <= run.figures["book_mb"]


def test_who_cannot_run_gives_the_reason(tmp_path: Path) -> None:
    reason = run_system("nobody", sys.executable, TEXTS, tmp_path)
    assert isinstance(reason, str)
    assert "nobody" in reason


def test_a_book_has_the_words_that_were_asked_for(tmp_path: Path) -> None:
    write_book(TEXTS, tmp_path / "book.txt")
    text = (tmp_path / "book.txt").read_text(encoding="utf-8")
    assert BOOK <= len(text.split()) < 1.2 * BOOK  # line breaks part words too
