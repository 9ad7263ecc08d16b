"""The page of pictures shows every listed card, describes it in words, and notices what was not drawn."""

from itertools import chain
from pathlib import Path

from benchmarks.screens import FOLDER, compare, compose_page, load_screens

ROOT = Path(__file__).resolve().parents[3]
GROUPS = load_screens()
SCREENS = tuple(chain.from_iterable(GROUPS.values()))
PICTURES = {picture for screen in SCREENS for picture in screen.pictures()}


def test_each_card_has_its_pictures_on_the_page() -> None:
    page = compose_page(GROUPS)
    assert len(SCREENS) >= 68
    assert page.count("<img ") == len(PICTURES) == 4 * len(SCREENS)
    assert all(f'<img src="{name}"' in page for name in PICTURES)


def test_each_card_is_described_in_words() -> None:
    assert all(len(screen.alt) > 20 for screen in SCREENS)
    assert compose_page(GROUPS).count(' alt="') == 4 * len(SCREENS)


def test_a_missing_and_an_unlisted_picture_are_named() -> None:
    assert compare(GROUPS, PICTURES) == ([], [])
    assert compare(GROUPS, PICTURES - {"en-help-dark.png"} | {"en-new-dark.png"}) == (
        ["en-help-dark.png"],
        ["en-new-dark.png"],
    )


def test_pictures_are_drawn_into_a_folder_that_git_ignores() -> None:
    assert FOLDER.parts[0] + "/" in (ROOT / ".gitignore").read_text("utf-8").split()
    assert not (ROOT / "docs/screens").exists()
