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
LOCK, RUNNING = (ROOT / name for name in ("requirements.lock", "deploy/requirements.lock"))
_PIN = re.compile(r"^([A-Za-z0-9][^\\\n]*?) *((?:\\\n    --hash=sha256:[0-9a-f]{64} ?)*)$", re.MULTILINE)


def read_pins(lock: Path) -> list[tuple[Requirement, int]]:
    """Each pin with the number of its hashes."""
    found = _PIN.finditer(lock.read_text("utf-8"))
    return [(Requirement(match[1]), match[2].count("--hash=")) for match in found]


PINS = [pin for pin, _ in read_pins(LOCK)]


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


@pytest.mark.parametrize("lock", [LOCK, RUNNING])
def test_every_pin_has_the_hashes_of_its_files(lock: Path) -> None:
    found = read_pins(lock)
    assert len(found) > 50
    assert [pin.name for pin, hashes in found if not hashes] == []


def test_what_runs_is_pinned_as_what_is_tested() -> None:
    tested = {pin.name: str(pin) for pin in PINS}
    running = {pin.name: str(pin) for pin, _ in read_pins(RUNNING)}
    assert {name: str(Requirement(pin).specifier) for name, pin in running.items()} == {
        name: str(Requirement(tested[name]).specifier) for name in running
    }
    assert {canonicalize_name(one.name) for one in WANTED[: len(PROJECT["dependencies"])]} <= {
        canonicalize_name(name) for name in running
    }


def test_whatever_is_installed_from_a_lock_is_checked_against_it() -> None:
    for file in ("README.md", "deploy/Containerfile", "deploy/attache.service"):
        for command in re.findall(r"pip install [^&\n]*requirements\.lock", (ROOT / file).read_text("utf-8")):
            assert "--require-hashes" in command, file


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
