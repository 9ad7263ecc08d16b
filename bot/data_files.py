"""Reads the data files in the folder of a package."""

import json
import tomllib
from importlib import resources
from typing import Any


def read_toml(package: str, name: str) -> dict[str, Any]:
    """The tables of the TOML file ``name``."""
    return tomllib.loads(_read(package, name))


def read_json(package: str, name: str) -> dict[str, Any]:
    """The record of the JSON file ``name``."""
    record: dict[str, Any] = json.loads(_read(package, name))
    return record


def read_rows(package: str, name: str, *, header: bool = False) -> list[list[str]]:
    """The rows of the tab-separated file ``name``, without comments ("#") and, if it has one, its ``header``."""
    lines = _read(package, name).splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][header:]


def _read(package: str, name: str) -> str:
    return resources.files(package).joinpath(*name.split("/")).read_text("utf-8")
