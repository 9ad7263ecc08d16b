"""The studio: where drawings become pictures, away from the event loop."""

from bot.concurrency import Offload
from bot.pictures.drawing import Drawing, Picture, Theme
from bot.pictures.typst_renderer import draw_png


class PictureRenderer:
    """Draws. ``offload`` is where: the pool of reading processes, whose limits of time and memory hold here too."""

    def __init__(self, offload: Offload) -> None:
        self._offload = offload

    async def draw(self, drawing: Drawing, theme: Theme) -> Picture:
        """The picture. Raises ``ReadingError`` when it cannot be drawn within the limits."""
        png = await self._offload(draw_png, drawing, theme)
        return Picture(f"{drawing.name}-{theme}.png", png, drawing.alt)
