"""``export`` as typed: forms, refusals, what is printed where."""

import asyncio
import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.archive.store import Archive
from bot.cli import FAILED, main
from bot.cli.export import find_format
from bot.errors import UsageError
from tests.databases import NewArchive
from tests.unit.export.invented import BRIDGE, LATER

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(elsewhere: Path, new_archive: NewArchive, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``export`` with these words on an archive of two articles: status, standard output, standard error."""
    asyncio.run(_fill(new_archive(elsewhere / "data" / "attache.sqlite3")))

    def export(*words: str) -> tuple[int, str, str]:
        status = main(["export", *words])
        out, err = capsys.readouterr()
        return status, out, err

    return export


async def _fill(url: str) -> None:
    archive = await Archive.open(url)
    for reading in (BRIDGE, LATER):
        await archive.save_reading(reading)
    await archive.close()


def test_csv_on_standard_output(run: Run) -> None:
    status, out, err = run("-")
    assert (status, err) == (0, "attache: 5 statements to standard output\n")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [row["speaker"] for row in rows] == ["Ana Brod", "Ana Brod", "Ivo Pell", "Ivo Pell", "Sela Or"]
    assert rows[0]["outlet_label"] == "state-funded"


def test_the_ending_says_the_form(run: Run, elsewhere: Path) -> None:
    assert run("a.csv", "--bom")[0] == 0
    assert (elsewhere / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfdate,")
    assert run("a.jsonl", "--who", "Pell")[0] == 0
    lines = (elsewhere / "a.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["speaker"]["name"] for line in lines] == ["Ivo Pell", "Ivo Pell"]
    assert run("site")[0] == 0
    assert (elsewhere / "site" / "index.html").is_file()


def test_options_narrow_and_widen(run: Run) -> None:
    def words(*options: str) -> list[str]:
        return [row["words"] for row in csv.DictReader(io.StringIO(run("-", *options)[1], newline=""))]

    assert words("--who", "Sela Or") == ["for patience"]
    assert words("--about", "bridge fail*") == ["talks on the bridge … had failed"]
    assert words("--since", "2021-03-02") == ["the bridge is a toy", "for patience"]
    assert words("--since", "2021-03-01", "--until", "2021-03-01", "--who", "Pell") == ["the bridge “a toy”"]
    assert "for rain" in words("--attitudes")
    assert "Iceland" in words("--confidence", "0")
    assert "for patience" in words("--who", "Sela", "--stories")


def test_nobody_found_names_the_nearest(run: Run) -> None:
    status, out, err = run("-", "--who", "Ana Brot")
    assert status == 0
    assert len(out.splitlines()) == 1
    assert "attache: names similar to Ana Brot: Ana Brod\n" in err


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (["-", "--format", "html"], "A website needs a folder."),
        (["-", "--since", "the day of the bridge"], "is not a date that I understand"),
        (["-", "--since", "2021-03-02", "--until", "2021-03-01"], "--since is later than --until."),
        (["a.jsonl", "--bom"], "--bom works only with CSV."),
        (["none/a.csv"], "cannot be written: no such file or directory"),
        (["data"], "data already exists."),
        (["data", "--force"], "data does not contain an export."),
        (["there.csv"], "there.csv already exists."),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, elsewhere: Path, words: list[str], cause: str) -> None:
    (elsewhere / "there.csv").write_text("mine")
    status, out, err = run(*words)
    assert (status, out) == (FAILED, "")
    assert cause in err
    assert re.fullmatch(r"attache: [^\n]+\n", err)
    assert (elsewhere / "there.csv").read_text() == "mine"
    assert (elsewhere / "data" / "attache.sqlite3").is_file()


def test_an_archive_that_cannot_be_opened(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (elsewhere / "data").mkdir()
    (elsewhere / "data" / "attache.sqlite3").write_bytes(b"no database at all" * 100)
    assert main(["export", "a.csv"]) == FAILED
    assert re.fullmatch(r"attache: [^\n]+\n", capsys.readouterr().err)
    assert not (elsewhere / "a.csv").exists()


@pytest.mark.parametrize("value", ["2", "-0.1", "much"])
def test_a_confidence_that_is_none(value: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "-", "--confidence", value])
    assert ended.value.code == FAILED


@pytest.mark.parametrize(
    ("out", "given", "form"),
    [
        ("a.CSV", None, "csv"),
        ("a.ndjson", None, "jsonl"),
        ("a", None, "html"),
        ("-", None, "csv"),
        ("-", "jsonl", "jsonl"),
        ("a.csv", "html", "html"),
    ],
)
def test_forms(out: str, given: str | None, form: str) -> None:
    assert find_format(out, given) == form


def test_a_site_is_no_stream() -> None:
    with pytest.raises(UsageError):
        find_format("-", "html")
