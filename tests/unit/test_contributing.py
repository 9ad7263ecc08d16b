"""The pages for contributors name files that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "CONTRIBUTING.md",
    ROOT / "docs/architecture.md",
    ROOT / "docs/releasing.md",
    ROOT / "docs/screens.md",
    *sorted((ROOT / "docs/decisions").glob("*.md")),
]
_FOLDERS = ("bot/", "cogs/", "tests/", "docs/", "benchmarks/", "training/", "deploy/", ".ci/")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    named = [path for path in re.findall(r"`([\w./-]+)`", text) if path.startswith(_FOLDERS)]
    for path in named:
        assert (ROOT / path).exists(), path
    for target in re.findall(r"\]\(([^)\s#:]+)\)", text):
        assert (page.parent / target).exists(), target


def test_contributing_names_the_files_of_each_recipe() -> None:
    recipes = re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", PAGES[0].read_text("utf-8"), re.MULTILINE)
    steps = {title: len(re.findall(r"^\d+\. ", body, re.MULTILINE)) for title, body in recipes}
    for title in ("slash command", "language", "outlet", "feed format", "table"):
        (count,) = (count for name, count in steps.items() if name.startswith("Add ") and name.endswith(title))
        assert 0 < count <= 10, title


def test_every_decision_is_in_the_index() -> None:
    index = (ROOT / "docs/decisions/README.md").read_text("utf-8")
    assert [path.name for path in PAGES if path.name[:4].isdigit() and path.name not in index] == []
