"""The front page says what is so."""

import re
from pathlib import Path

import pytest

from bot.console.parse import COMMANDS
from bot.doctor.discord_account import INVITED
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
COMMAND_LINES = re.findall(r"^```sh\n(.+)\n```$", README, re.MULTILINE)


def test_two_commands_do_everything_one_line_each() -> None:
    first, second = COMMAND_LINES
    assert first.startswith("python3 -m venv .venv && ")
    assert first.endswith("python -m bot console --sample")
    assert second.startswith("python3 -m venv .venv && ")
    assert second.endswith("python -m pytest")


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_there_with_its_default(name: str) -> None:
    row = re.search(rf"^\| `{name.upper()}` \| (.*?) \|", README, re.MULTILINE)
    assert row, name
    default = Settings.model_fields[name].default
    if isinstance(default, bool):
        assert row[1] == f"`{str(default).lower()}`"
    elif isinstance(default, int | float):
        assert float(row[1].strip("`")) == default


def test_no_setting_is_there_that_does_not_exist() -> None:
    assert {name.lower() for name in re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)} == set(
        Settings.model_fields
    )


def test_every_command_is_there() -> None:
    for command in {name for name in COMMANDS if not name.startswith("help ")} - {"quit"}:
        assert f"`/{command}" in README


def test_the_invitation_asks_for_what_is_needed() -> None:
    assert f"permissions={sum(INVITED.values())}`" in README


def test_every_linked_file_exists() -> None:
    targets = [target for target in re.findall(r"\]\(([^)\s]+)\)", README) if "://" not in target]
    assert len(targets) >= 5
    for target in targets:
        assert (ROOT / target).is_file(), target


def test_the_picture_has_words_for_those_who_cannot_see_it() -> None:
    (words,) = re.findall(r"!\[([^\]]*)\]\(docs/card-whosaid\.png\)", README)
    assert len(words) > 80


def test_every_folder_of_the_layout_exists() -> None:
    layout = README.partition("## Layout")[2].split("```")[1]
    starts = (re.match(r" {0,2}((?:[a-z]+/ ?)+)", line) for line in layout.splitlines())
    names = [name for start in starts if start for name in start[1].replace("/", " ").split()]
    assert len(names) >= 15
    for name in names:
        assert (ROOT / name).is_dir() or (ROOT / "bot" / name).is_dir(), name


NAMED = re.compile(r"README[^“`\n]{0,30}[“`]([^”`\n]+)[”`]")
TEXTS = sorted([*(ROOT / "bot" / "i18n").rglob("*.ftl"), *(ROOT / "docs").glob("*.md"), ROOT / ".env.example"])


def test_every_section_that_is_named_elsewhere_exists() -> None:
    sections = set(re.findall(r"^#+ (.+)$", README, re.MULTILINE))
    named = {(name, path.name) for path in TEXTS for name in NAMED.findall(path.read_text("utf-8"))}
    assert len(named) >= 3
    assert {one for one in named if one[0] not in sections} == set()
