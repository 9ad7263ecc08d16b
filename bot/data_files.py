"""Reads the data files in the folder of a package."""

import tomllib
from importlib import resources
from typing import Any


def read_toml(package: str, name: str) -> dict[str, Any]:
    """The tables of the TOML file ``name``."""
    return tomllib.loads(resources.files(package).joinpath(name).read_text("utf-8"))


def read_rows(package: str, name: str, *, header: bool = False) -> list[list[str]]:
    """The rows of the tab-separated file ``name``, without comments ("#") and, if it has one, its ``header``."""
    lines = resources.files(package).joinpath(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][header:]
