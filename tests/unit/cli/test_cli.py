"""The command line from outside: what is printed where, and the exit status."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest

from bot.cli import FAILED, main
from tests.cogs.invented import TEXT

ROOT = Path(__file__).parents[3]
SAMPLE = str(resources.files("bot") / "samples/harbour-call.txt")
HEAVY = {"aiohttp", "discord", "numpy", "onnxruntime", "pydantic", "rich", "sqlalchemy", "trafilatura"}


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, words in ((["--help"], "doctor"), (["--version"], "Attaché 0."), (["analyse", "-h"], "IN.jsonl")):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0
        assert words in capsys.readouterr().out


def test_the_console_script_is_the_same_program(elsewhere: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    module, _, function = project["scripts"]["attache"].partition(":")
    script = elsewhere / "attache"  # as pip writes it; worker processes import it again under another name
    code = f"import sys\nfrom {module} import {function}\nif __name__ == '__main__':\n    sys.exit({function}())\n"
    script.write_text(code, "utf-8")
    (elsewhere / "in.jsonl").write_text(json.dumps({"id": 1, "text": TEXT}) + "\n", "utf-8")
    arguments = ["analyse", "--batch", str(elsewhere / "in.jsonl")]
    outputs = [
        subprocess.run([sys.executable, *program, *arguments], capture_output=True, check=True).stdout
        for program in (["-m", "bot"], [str(script)])
    ]
    assert json.loads(outputs[0])["id"] == 1
    assert outputs[1] == outputs[0]


def test_help_waits_for_no_library() -> None:
    code = (
        f"import sys; from bot.cli import make_parser; make_parser().format_help(); print({HEAVY} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.mark.parametrize("arguments", [[], ["analyse"], ["dance"], ["analyse", "a", "--batch", "b"]])
def test_arguments_that_are_none(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == FAILED
    assert capsys.readouterr().err.startswith("usage:")


@pytest.mark.parametrize(
    ("roles", "words"),
    [("gateway,polish", "polish is not a role."), ("work", "On SQLite one process does everything")],
)
def test_roles_that_cannot_be(
    roles: str, words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main(["run", "--roles", roles]) == FAILED
    shown = capsys.readouterr()
    assert shown.err.startswith(f"attache: {words}")
    assert shown.err.count("\n") == 1
    assert shown.out == ""


def test_analyse_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", SAMPLE]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "Key sentences" in shown.out
    assert "Torvald Haugseth" in shown.out
    assert "Who said what" in shown.out
    assert "\n- " in shown.out
    assert "replied that he had heard “nothing of the kind, and nothing against it”" in shown.out


def test_analyse_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", SAMPLE, "--json", "--sentences", "2"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["article"]["title"].startswith("One phone call")
    assert len(record["summary"]) == 2
    assert {"Torvald Haugseth", "Birna Steinsdóttir"} <= {
        one["speaker"]["name"] for one in record["attributions"] if one["speaker"]
    }


@pytest.mark.parametrize("body", [TEXT, "<!DOCTYPE html><html><body>" + TEXT.replace("\n\n", "<p>") + "</body></html>"])
def test_analyse_standard_input(body: str, pipe: Callable[[bytes], None], capsys: pytest.CaptureFixture[str]) -> None:
    pipe(body.encode())
    assert main(["analyse", "-", "--json"]) == 0
    text = json.loads(capsys.readouterr().out)["article"]["text"]
    assert "Norwegian Foreign Minister Torvald Haugseth called the conversation “frank" in text
    assert "<p>" not in text


def test_analyse_an_address(site: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", site)
    assert main(["analyse", f"http://{site}/harbour-call", "--json"]) == 0
    article = json.loads(capsys.readouterr().out)["article"]
    assert article["title"] == "Two harbours, one call"
    assert article["url"] == f"http://{site}/harbour-call"


def test_what_cannot_be_done_is_one_line_and_status_2(
    site: str, elsewhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", site)
    (elsewhere / "short.txt").write_text("Too short.")
    (elsewhere / "empty.html").write_text("<html><body></body></html>")
    (elsewhere / "picture.png").write_bytes(b"\x89PNG\r\n")
    cases = {
        ("analyse", "missing.txt"): "there is no such file",
        ("analyse", "."): "it is a folder",
        ("analyse", "nul\0byte"): "not a usable path",
        ("analyse", "short.txt"): "too short to read",
        ("analyse", "empty.html"): "No article was found",
        ("analyse", "picture.png"): "Only files that end in",
        ("analyse", f"http://{site}/nothing"): "There is no page at this address",
        ("analyse", "http://127.0.0.1:1/"): "not",
        ("analyse", "ftp://example.org/a"): "http",
        ("analyse", "--batch", "missing.jsonl"): "there is no such file",
        ("run",): "DISCORD_TOKEN is not set",
    }
    for arguments, words in cases.items():
        assert main(list(arguments)) == FAILED, arguments
        shown = capsys.readouterr()
        assert shown.out == ""
        assert words in shown.err
        assert shown.err.startswith("attache: ")
        assert shown.err.count("\n") == 1


def test_a_bad_setting_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("READING_SECONDS", "soon")
    assert main(["analyse", SAMPLE]) == FAILED
    assert "READING_SECONDS" in capsys.readouterr().err


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_batch_in_order_with_a_bad_line(workers: str, elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.dumps({"id": f"n{n}", "text": TEXT[: 200 + 50 * n]}) for n in range(9)]
    (elsewhere / "in.jsonl").write_text("\n".join([*lines[:3], "nonsense", *lines[3:]]) + "\n")
    assert main(["analyse", "--batch", "in.jsonl", "--workers", workers]) == 1
    shown = capsys.readouterr()
    answers = [json.loads(line) for line in shown.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["n0", "n1", "n2", None, *(f"n{n}" for n in range(3, 9))]
    assert [answer["article"]["text"] for answer in answers if "article" in answer] == [
        json.loads(line)["text"] for line in lines
    ]
    assert shown.err == ""


def test_output_is_utf8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setenv("PYTHONCOERCECLOCALE", "0")
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = subprocess.run([sys.executable, "-m", "bot", "analyse", SAMPLE], capture_output=True, check=True)
    assert "“frank, friendly and finished”" in done.stdout.decode("utf-8")


def test_a_reader_that_has_enough_is_no_error() -> None:
    command = f'"{sys.executable}" -m bot analyse "{SAMPLE}" | head -n 1; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["/bin/bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("One phone call")
