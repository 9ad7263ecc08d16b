"""The page of pictures shows every card that is drawn, in words too, and stays small enough to be kept."""

from itertools import chain
from pathlib import Path

from PIL import Image

from benchmarks.screens import compose_page, load_screens

DOCS = Path(__file__).resolve().parents[3] / "docs"
SCREENS = tuple(chain.from_iterable(load_screens().values()))
PAGE = compose_page(load_screens())


def test_the_page_is_the_one_that_is_made() -> None:
    assert (DOCS / "screens.md").read_text("utf-8") == PAGE


def test_each_card_has_its_pictures_and_no_picture_is_left_over() -> None:
    listed = {path for screen in SCREENS for path in screen.paths()}
    kept = {f"screens/{path.name}" for path in (DOCS / "screens").iterdir()}
    assert listed == kept


def test_pictures_are_as_wide_as_a_telephone_and_few_colours_keep_them_small() -> None:
    sizes = []
    for path in (DOCS / "screens").iterdir():
        with Image.open(path) as picture:
            assert (picture.mode, picture.width) == ("P", 390), path.name
        sizes.append(path.stat().st_size)
    assert sum(sizes) < 4_000_000


def test_each_card_is_told_in_words() -> None:
    assert all(len(screen.alt) > 20 and '"' not in screen.alt for screen in SCREENS)
    assert PAGE.count("<img ") == PAGE.count(' alt="') == 4 * len(SCREENS)
