"""The wheel holds every file that the program reads, not only its modules."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]


@pytest.mark.parametrize("package", ["bot", "cogs"])
def test_every_file_of_a_package_is_packed(package: str) -> None:
    (patterns,) = TOOLS["package-data"].values()
    files = [path for path in (ROOT / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert len(files) > 2
    left_out = [path for path in files if path.suffix != ".py" and not any(fnmatch(path.name, one) for one in patterns)]
    assert left_out == []
