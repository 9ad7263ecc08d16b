"""What operators run is checked by the tools it is written for, and against what the program itself knows."""

import json
import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.domain.processes import ALL_ROLES, parse_roles
from bot.settings import Settings

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "deploy"
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
UNIT = (DEPLOY / "attache.service").read_text(encoding="utf-8")
COMPOSE = DEPLOY / "compose.yaml"
ALONE = DEPLOY / "compose.sqlite.yaml"
SETTINGS = {name.upper() for name in Settings.model_fields}


def find_tool(name: str, why: str) -> str:
    """The path of a program; skips where it is not installed."""
    found = shutil.which(name, path=f"{sysconfig.get_path('scripts')}:{os.environ.get('PATH', '')}")
    if found is None:
        pytest.skip(f"{name} is not installed: {why}")
    return found


def test_the_containerfile_has_nothing_that_hadolint_minds() -> None:
    tool = find_tool("hadolint", "it comes with the dev extra where PyPI has it for the machine")
    done = subprocess.run([tool, str(DEPLOY / "Containerfile")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_container_runs_as_nobody_who_owns_something() -> None:
    stages = CONTAINER.split("FROM ")[1:]
    assert len(stages) == 2
    final = stages[-1]
    assert re.search(r"^USER 10001:10001$", final, re.MULTILINE)
    assert "pip install" not in final
    assert "HEALTHCHECK" in final
    assert "/readyz" in final
    # no tag that moves without a word
    assert all(re.match(r"\S+:\d+\.\d+-\S+", stage) for stage in stages)


def test_the_container_sets_only_what_is_a_setting_or_python_s() -> None:
    block = re.search(r"^ENV ((?:.|\\\n)+?)\n(?!\s)", CONTAINER, re.MULTILINE)
    assert block is not None
    names = set(re.findall(r"(\w+)=", block[1])) - {"PATH"}
    assert {name for name in names if not name.startswith("PYTHON")} <= SETTINGS


def compose(path: Path = COMPOSE) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def test_compose_parts_all_roles_over_processes_that_hold_no_privilege() -> None:
    services = compose()["services"]
    bots = {name: service for name, service in services.items() if service.get("image") == "attache"}
    roles = [role for one in bots.values() for role in parse_roles(one["command"][2])]
    assert sorted(roles) == sorted(ALL_ROLES)
    for service in bots.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert set(service["environment"]) <= SETTINGS
    assert not any("ports" in service for service in services.values()), "nothing is reached from outside"


def test_compose_without_postgresql_is_one_process_with_no_privilege_and_one_volume() -> None:
    loaded = compose(ALONE)
    (service,) = loaded["services"].values()
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["volumes"] == [f"{name}:/data" for name in loaded["volumes"]]
    assert "command" not in service, "the image's own: all roles"
    assert "ports" not in service


def test_compose_without_postgresql_is_taken_by_compose_itself() -> None:
    tool = find_tool("docker-compose", "apt-get install docker-compose")
    done = subprocess.run([tool, "-f", str(ALONE), "config", "-q"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_compose_is_taken_by_compose_itself(tmp_path: Path) -> None:
    tool = find_tool("docker-compose", "apt-get install docker-compose")
    (tmp_path / "deploy").mkdir()
    shutil.copy(COMPOSE, tmp_path / "deploy")
    (tmp_path / ".env").write_text("DISCORD_TOKEN=x\nDATABASE_PASSWORD=y\n", encoding="utf-8")
    command = [tool, "--env-file", str(tmp_path / ".env"), "-f", str(tmp_path / "deploy" / COMPOSE.name), "config"]
    done = subprocess.run([*command, "--format", "json"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    merged = json.loads(done.stdout)["services"]["work"]["environment"]
    assert merged["DATABASE_URL"] == "postgresql://attache:y@database/attache"
    assert merged["READING_PROCESSES"] == "1"


def test_the_unit_is_taken_by_systemd(tmp_path: Path) -> None:
    tool = find_tool("systemd-analyze", "apt-get install systemd")
    # the program is not installed on a machine that tests: another that is there stands in for it
    unit = tmp_path / "attache.service"
    unit.write_text(UNIT.replace("/opt/attache/bin/python", "/bin/true"), encoding="utf-8")
    done = subprocess.run([tool, "verify", str(unit)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "attache.service" not in done.stderr
    rated = subprocess.run(
        [tool, "security", "--offline=true", "--threshold=20", str(unit)], capture_output=True, text=True, check=False
    )
    assert rated.returncode == 0, rated.stdout[-200:]  # above 2.0 of 10 it fails


def test_the_unit_sets_only_what_is_a_setting() -> None:
    assert {line.split("=")[1] for line in re.findall(r"^Environment=.+$", UNIT, re.MULTILINE)} <= SETTINGS


@pytest.mark.parametrize("page", ["hosting.md", "threat-model.md", "privacy-notice.md"])
def test_what_the_pages_link_is_there(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", text):
        assert (ROOT / "docs" / target).exists(), target
    for folder in re.findall(r"\btests/[\w/.]+", text):
        assert (ROOT / folder).exists(), folder
