"""The lock pins everything that pyproject.toml asks for, on every Python that it allows."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
WANTED = [Requirement(line) for line in (*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"])]
PINS = [
    Requirement(line)
    for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    if re.match(r"[A-Za-z0-9]", line)
]


def applying(requirements: list[Requirement], version: str, platform: str) -> list[Requirement]:
    """Those of ``requirements`` that count on that Python and platform."""
    here = {name: str(value) for name, value in default_environment().items()}
    here |= {"python_version": version, "python_full_version": f"{version}.0", "sys_platform": platform}
    return [one for one in requirements if one.marker is None or one.marker.evaluate(here)]


def pinned(version: str, platform: str) -> dict[NormalizedName, str]:
    """Names and versions that the lock installs on that Python and platform."""
    pins = applying(PINS, version, platform)
    found = {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}
    assert len(found) == len(pins), "two versions of one package would be installed"
    return found


def test_every_pin_is_exact() -> None:
    assert len(PINS) > 50
    for pin in PINS:
        assert re.fullmatch(r"==[\w.+!]+", str(pin.specifier)), pin


@pytest.mark.parametrize("platform", ["linux", "darwin"])
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_every_dependency_is_pinned_within_its_range(version: str, platform: str) -> None:
    pins = pinned(version, platform)
    for wanted in applying(WANTED, version, platform):
        name = canonicalize_name(wanted.name)
        assert name in pins, f"{name} is not in the lock: make it again (its first lines say how)"
        assert wanted.specifier.contains(pins[name]), f"{name} {pins[name]} is outside of {wanted.specifier}"


def test_the_versions_of_python_are_those_promised() -> None:
    assert PROJECT["requires-python"] == ">=3.11,<3.15"
