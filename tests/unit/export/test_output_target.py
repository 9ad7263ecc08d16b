"""Files and folders appear whole or not at all, and nobody's files are lost."""

import io
import sys
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.export.output_target import MARKER, written_file, written_folder


def write(path: Path, words: str, *, force: bool = False, bom: bool = False) -> None:
    with written_file(path, force=force, bom=bom) as sink:
        sink.write(words)


def build(path: Path, words: str, *, force: bool = False) -> None:
    with written_folder(path, force=force) as folder:
        (folder / "page").write_text(words)
        (folder / MARKER).write_text("{}")


def test_a_file_is_replaced_only_when_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write(path, "é\r\n")
    with pytest.raises(UsageError, match=r"already exists.*--force"):
        write(path, "two")
    assert path.read_bytes() == "é\r\n".encode()
    write(path, "two", force=True, bom=True)
    assert path.read_bytes() == b"\xef\xbb\xbftwo"
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write(path, "old")

    def fail() -> None:
        with written_file(path, force=True) as sink:
            sink.write("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_where_none_can_be(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        write(tmp_path, "x")
    with pytest.raises(UsageError, match="cannot be written: no such file"):
        write(tmp_path / "none" / "a.csv", "x")


def test_standard_output_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    sink = io.TextIOWrapper(written)
    monkeypatch.setattr(sys, "stdout", sink)
    with written_file(None, bom=True) as out:
        out.write("é\r\n")
    sink.write("more")
    sink.flush()
    assert written.getvalue() == "\ufeffé\r\nmore".encode()


def test_a_folder_is_replaced_only_when_it_is_an_export(tmp_path: Path) -> None:
    path = tmp_path / "new" / "site"
    build(path, "one")
    with pytest.raises(UsageError, match="already exists"):
        build(path, "two")
    build(path, "two", force=True)
    assert (path / "page").read_text() == "two"
    (path / MARKER).unlink()
    with pytest.raises(UsageError, match="does not contain an export"):
        build(path, "three", force=True)
    assert (path / "page").read_text() == "two"
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_folder_is_taken_and_a_failure_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "site"
    path.mkdir()
    with pytest.raises(RuntimeError), written_folder(path):
        raise RuntimeError
    assert not any(path.iterdir())
    build(path, "one")
    with pytest.raises(RuntimeError), written_folder(path, force=True):
        raise RuntimeError
    assert (path / "page").read_text() == "one"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(UsageError, match="is a file"):
        build(path / "page", "x")
