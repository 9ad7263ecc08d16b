"""Draws pictures in a worker process: Typst sets a drawing's words and shapes.

A drawing's words reach Typst as data, never as markup; no template loads a package, and only the fonts of this folder
are used, so that the same drawing is the same bytes on every machine.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.concurrency import Offload
from bot.errors import ReadingError
from bot.i18n.messages import translatable
from bot.pictures.drawing import Drawing, Picture, Theme

PIXELS_AN_INCH = 200.0
"""380 points wide are 1,056 pixels: sharp on a telephone."""

_HERE = Path(__file__).parent


def draw_png(drawing: Drawing, theme: Theme) -> bytes:
    """The drawing as a PNG: costly, so never on the event loop. Raises ``ReadingError``."""
    import typst  # noqa: PLC0415 - only the process that draws loads it

    compiler = typst.Compiler(
        _HERE / "templates" / f"{drawing.template}.typ",
        root=_HERE / "templates",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": drawing.data, "theme": str(theme)},
    )
    try:
        png = compiler.compile(format="png", ppi=PIXELS_AN_INCH)
    except typst.TypstError as error:
        raise ReadingError(translatable("reading-not-drawn")) from error
    if not isinstance(png, bytes):
        raise ReadingError(translatable("reading-not-one-page"))
    return png


@lru_cache(maxsize=1)
def _fonts() -> Any:
    import typst  # noqa: PLC0415 - the same

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_HERE / "fonts"])


class PictureRenderer:
    """Draws. ``offload`` is where: the pool of reading processes, whose limits of time and memory hold here too."""

    def __init__(self, offload: Offload) -> None:
        self._offload = offload

    async def draw(self, drawing: Drawing, theme: Theme) -> Picture:
        """The picture. Raises ``ReadingError`` when it cannot be drawn within the limits."""
        png = await self._offload(draw_png, drawing, theme)
        return Picture(f"{drawing.name}-{theme}.png", png, drawing.alt)
