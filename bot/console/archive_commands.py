"""The console's questions to everything that was read: two sides, statements over time, a country's position.

Where Discord attaches a picture, a table or a text, the option ``file`` writes it: .png, .csv or .md.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.console.command_table import COMMANDS
from bot.container import Services
from bot.domain.digest import TwoSidesQuery
from bot.errors import UsageError
from bot.export.search_results_csv import render_found_table
from bot.i18n.messages import translatable, translate
from bot.pictures.drawing import Drawing, Theme
from bot.pictures.timeline import compose_timeline_drawing
from bot.pictures.two_sides import compose_sides_drawings
from bot.render.cards.position_cards import compose_position_page, render_position_file
from bot.render.cards.search_cards import compose_search_page, count_found
from bot.render.cards.two_sides_card import compose_columns
from bot.render.terminal import Screen, show
from bot.render.timeline_text import compose_timeline_page

Options = Mapping[str, str]
MOST_SAID = 20
"""Statements that are shown, the newest; a table holds them all."""


class ArchiveCommands:
    """Answers for ``owner``, whose own texts are searched with those of all."""

    def __init__(self, services: Services, screen: Callable[[], Screen], owner: str) -> None:
        self._services = services
        self._screen = screen
        self._owner = owner
        self.answers: dict[str, Callable[[Options], Awaitable[str]]] = {
            "said": self._said,
            "timeline": self._timeline,
            "position": self._position,
        }

    async def twosides(self, wanted: TwoSidesQuery, options: Options) -> str:
        """Two accounts of an article, or of everything that was read."""
        sides = await self._services.sides.find(wanted, frozenset({self._owner}))
        if path := _path(options, ".png"):
            return await self._draw(
                path, await asyncio.to_thread(compose_sides_drawings, compose_columns(sides)), options
            )
        return show(self._screen(), compose_columns(sides))

    async def _said(self, options: Options) -> str:
        asker = frozenset({self._owner})
        words = {name: options.get(name, "") for name in ("who", "about", "since", "until")}
        said = await self._services.statements.search(**words, askers=asker, readers=(self._owner,))
        if path := _path(options, ".csv"):
            return await _write(
                path, render_found_table(await self._services.statements.collect(said.wanted, askers=asker))
            )
        said = await self._services.statements.load_page(said.wanted, askers=asker, limit=MOST_SAID)
        page = compose_search_page(said)
        if said.page.older is not None:
            found = translate("said-newest", found=count_found(said.page), count=len(said.page.found))
            page = replace(page, facts=((found,),))
        return show(self._screen(), page)

    async def _timeline(self, options: Options) -> str:
        told = await self._services.timelines.timeline(
            who=options.get("who", ""),
            about=options.get("about", ""),
            since=options.get("since", ""),
            askers=frozenset({self._owner}),
            readers=(self._owner,),
        )
        path = _path(options, ".png", ".csv")
        if path and path.suffix.lower() == ".csv":
            return await _write(path, render_found_table(told.found))
        if path:
            return await self._draw(path, [compose_timeline_drawing(told.timeline, told.title)], options)
        return show(self._screen(), compose_timeline_page(told.timeline, told.title))

    async def _position(self, options: Options) -> str:
        if "country" not in options:
            usage = COMMANDS["position"].usage
            raise UsageError(translatable("console-needs", command="position", name="country", usage=usage))
        sheet = await self._services.timelines.position(
            country=options.get("country", ""), topic=options.get("topic", ""), askers=frozenset({self._owner})
        )
        zone = self._screen().zone
        if path := _path(options, ".md"):
            made = datetime.now(UTC)
            return await _write(path, render_position_file(sheet, made, zone or UTC).encode("utf-8", "replace"))
        return show(self._screen(), compose_position_page(sheet))

    async def _draw(self, path: Path, drawings: list[Drawing], options: Options) -> str:
        theme = _theme(options)
        written = []
        for number, drawing in enumerate(drawings, 1):
            place = path if len(drawings) == 1 else path.with_stem(f"{path.stem}-{number}")
            picture = await self._services.picture_renderer.draw(drawing, theme)
            written.append(f"{await _write(place, picture.png)}{drawing.alt}\n")
        return "\n".join(written)


def _path(options: Options, *endings: str) -> Path | None:
    """Where to write. Raises ``UsageError`` for a file of another kind."""
    if "file" not in options:
        return None
    path = Path(options["file"])
    with contextlib.suppress(RuntimeError):  # "~nobody": then it is a folder of that name
        path = path.expanduser()
    if path.suffix.lower() not in endings:
        first, last = endings[0], endings[-1]
        known = first if first == last else translatable("list-or", first=first, last=last)
        raise UsageError(translatable("console-file-kind", name=path.name[:80], endings=known))
    return path


def _theme(options: Options) -> Theme:
    try:
        return Theme(options.get("theme", Theme.LIGHT).casefold())
    except ValueError:
        raise UsageError(translatable("console-theme")) from None


async def _write(path: Path, body: bytes) -> str:
    try:
        await asyncio.to_thread(path.write_bytes, body)
    except (OSError, ValueError) as error:
        raise UsageError(translatable("console-unwritten", name=path.name[:80])) from error
    return f"{translate('console-written', path=str(path))}\n"
