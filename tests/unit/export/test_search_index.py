"""The files of the search: what is in them leads everything that can be found to whoever types its beginning."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.export import search_index as room
from bot.export.search_index import IndexedPage, SearchIndex, file_name, fold_search_words

Files = dict[str, tuple[bool, list[str]]]


def write(folder: Path, *found: IndexedPage) -> Files:
    """Each beginning that has a file, with whether there is more, and the labels in its order."""
    with closing(sqlite3.connect(":memory:")) as database:
        index = SearchIndex(database)
        for one in found:
            index.add(one)
        index.write(folder / "search")
    files: Files = {}
    for path in (folder / "search").iterdir():
        said = path.read_text("ascii")
        assert said.startswith("attache(")
        assert said.endswith(")\n")
        start, more, entries = json.loads(f"[{said[8:-2]}]")
        assert path.name == file_name(start)
        files[start] = (more, [entry[2] for entry in entries])
    return files


def person(name: str, weight: int = 1, words: str = "") -> IndexedPage:
    return IndexedPage("speaker", "speakers/x.html", name, "note", words or name, weight)


def test_few_are_in_one_file_a_letter(tmp_path: Path) -> None:
    files = write(tmp_path, person("Ana Brod", 1), person("Bo Cid", 3))
    assert files == {"a": (False, ["Ana Brod"]), "b": (False, ["Bo Cid", "Ana Brod"]), "c": (False, ["Bo Cid"])}


def test_many_are_parted_and_none_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LIMIT", 5)
    names = [f"bro{a}{b}" for a in "abcd" for b in "xyz"] + ["bro", "zed"]
    files = write(tmp_path, *(person(name, weight) for weight, name in enumerate(names)))
    assert all(len(labels) <= 5 for _, labels in files.values())
    for name in names:
        start, length = name[0], 1
        while files[start][0] and length < len(name):
            length += 1
            start = name[:length]
        assert name in files[start][1], name
    assert files["bro"] == (True, ["bro", "brodz", "brody", "brodx", "brocz"])
    assert "bra" not in files


def test_one_word_that_all_have_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LIMIT", 2)
    files = write(tmp_path, *(person("ministerialdirigent", n) for n in range(9)), person("ministerrat"))
    assert max(map(len, files)) == room.DEEPEST
    assert files["ministeriald"][0]
    assert files["ministerr"] == (False, ["ministerrat"])


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Steinsdóttir's Straße", ["steinsdottir", "s", "strasse"]),
        ("ΣΑΣ σας", ["σασ", "σασ"]),
        ("Лавров, Сергей", ["лавров", "сергеи"]),
        ("北京 Beijing", ["北", "京", "beijing"]),
        ("İstanbul ﬁne", ["istanbul", "fine"]),
        ("=+-@ …", []),
    ],
)
def test_folding(words: str, folded: list[str]) -> None:
    assert fold_search_words(words) == folded


def test_file_names_are_plain() -> None:
    assert file_name("né") == "6e-e9.js"
    assert file_name("../") == "2e-2e-2f.js"
