"""Drawing happens in a worker process, which loads what draws; this one never does."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import pytest

from bot.digests.two_sides import compose_two_sides
from bot.errors import ReadingError
from bot.nlp.worker_pool import WorkerPool
from bot.pictures.drawing import Drawing, Theme
from bot.pictures.two_sides import compose_sides_drawings
from bot.pictures.typst_renderer import PictureRenderer, draw_png
from bot.render.cards.two_sides_card import compose_columns
from tests.unit.digests.quarrel import trawler

P = ParamSpec("P")
T = TypeVar("T")


def no_preparation() -> None:
    """Nothing to load before the first job."""


def drawing() -> Drawing:
    return compose_sides_drawings(compose_columns(compose_two_sides(*trawler())))[0]


async def test_a_picture_is_drawn_in_a_worker_within_its_memory() -> None:
    pool = WorkerPool(processes=1, seconds=30, memory_mb=256, load=no_preparation)
    try:
        picture = await PictureRenderer(pool.run).draw(drawing(), Theme.LIGHT)
    finally:
        await pool.close()
    assert picture.png == draw_png(drawing(), Theme.LIGHT)
    assert picture.name == "two-sides-1-light.png"
    assert picture.alt == drawing().alt


async def test_the_studio_hands_the_work_on_and_does_none() -> None:
    asked: list[object] = []

    async def elsewhere(work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        asked.append(work)
        return await asyncio.to_thread(work, *args, **kwargs)

    await PictureRenderer(elsewhere).draw(drawing(), Theme.DARK)
    assert asked == [draw_png]


def test_faces_do_not_load_what_draws() -> None:
    code = "import sys, bot.gateway.client, bot.container; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_drawing_without_a_description_or_with_too_long_a_one_is_refused() -> None:
    for alt in ("", " ", "x" * 1025):
        with pytest.raises(ValueError, match="description"):
            Drawing("twosides", "{}", alt, "x")


def test_what_cannot_be_drawn_is_told_in_a_sentence() -> None:
    with pytest.raises(ReadingError, match="could not be drawn"):
        draw_png(Drawing("twosides", "{}", "nothing", "x"), Theme.DARK)
