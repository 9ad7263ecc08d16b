"""Shows a command's answer as text, or writes it to a file: a picture, a table or a page of Markdown."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot import __version__
from bot.archive.erasure import PersonalData
from bot.commands.caller import Answer, Caller, FileAnswer, ReadingAnswer
from bot.digests.article_digest import compose_digest
from bot.digests.position import PositionSheet
from bot.domain.analysis import Reading
from bot.domain.briefing import Briefing
from bot.domain.digest import TwoSidesQuery
from bot.domain.preferences import Preferences
from bot.errors import UsageError
from bot.export.search_results_csv import render_found_table
from bot.i18n.messages import translatable, translate
from bot.pictures.drawing import Drawing, Theme
from bot.pictures.timeline import compose_timeline_drawing
from bot.pictures.two_sides import compose_sides_drawings
from bot.render.card import Action, ComponentAction
from bot.render.cards.feed_cards import report_outcomes
from bot.render.cards.position_cards import render_position_file
from bot.render.cards.settings_cards import report_mine, report_personal_data
from bot.render.cards.status_card import report_overview
from bot.render.report import CommandPart, Report, plain_in, render_report_sheet
from bot.render.text.briefing_sheet import compose_briefing_sheet
from bot.render.text.layout import Screen, lay_out, render_sheet
from bot.render.text.lines_sheet import compose_lines_sheet
from bot.render.text.search_sheet import compose_found_sheet
from bot.render.text.sheet import Listing, Sheet, compose_heading, compose_summary, compose_whosaid
from bot.render.text.timeline_sheet import compose_position_sheet, compose_timeline_sheet
from bot.render.text.two_sides_sheet import compose_twosides
from bot.render.translated_parts import translate_parts
from bot.services.articles import ArticleService
from bot.services.statement_search import SearchPage
from bot.services.status import StatusOverview
from bot.services.subscriptions import OutcomePage
from bot.services.timeline import TimelineResult

MOST_SAID = 20
"""Statements that are shown, the newest; a table holds them all."""


class AnswerRenderer:
    """Shows answers to ``caller`` on ``screen``; ``place`` is where the archive is."""

    def __init__(
        self, caller: Caller, article_service: ArticleService, screen: Callable[[], Screen], place: str
    ) -> None:
        self._caller = caller
        self._article_service = article_service
        self._screen = screen
        self._place = place

    async def render(self, answer: Answer, values: Mapping[str, Any]) -> str:
        """``answer`` to a command with the options ``values``. Raises ``AttacheError``."""
        path: Path | None = values.get("file")
        match answer:
            case ReadingAnswer():
                return self.about(answer.reading, await self._reading(answer.reading, answer.press))
            case FileAnswer():
                return answer.body.decode()
            case TwoSidesQuery() | TimelineResult() if path and path.suffix.lower() == ".png":
                return await self._draw(path, await self._drawings(answer), Theme(values.get("theme", Theme.LIGHT)))
            case SearchPage() | TimelineResult() | PositionSheet() if path:
                return await _save(path, await self._file(answer))
            case _:
                return self.lay_out(await self._sheet(answer))

    def lay_out(self, sheet: Sheet) -> str:
        """``sheet`` as it is printed."""
        return lay_out(sheet, self._screen())

    def about(self, reading: Reading, sheet: Sheet) -> str:
        """``sheet`` under the heading of the article. Raises ``NotVerbatimError``."""
        screen = self._screen()
        return render_sheet((*compose_heading(reading.article, screen.zone), *sheet), screen, reading.article)

    async def _reading(self, reading: Reading, press: ComponentAction) -> Sheet:
        if press.action is Action.SUMMARY:
            count = int(press.detail or 0)
            return compose_summary(reading, await self._article_service.summarise(reading, count) if count else None)
        if not press.detail:
            return compose_lines_sheet(reading)
        attitudes = await self._caller.services.preferences.wants_attitudes(self._caller.person)
        return compose_whosaid(compose_digest(reading, attitudes=attitudes), press.detail)

    async def _sheet(self, answer: Answer) -> Sheet:
        zone, services, askers = self._screen().zone, self._caller.services, self._caller.askers
        match answer:
            case TwoSidesQuery():
                return compose_twosides(await services.sides.find(answer, askers), zone)
            case SearchPage():
                page = await services.statements.load_page(answer.wanted, askers=askers, limit=MOST_SAID)
                return compose_found_sheet(page, zone)
            case TimelineResult():
                return compose_timeline_sheet(answer.timeline, answer.title)
            case PositionSheet():
                return compose_position_sheet(answer, zone)
            case Briefing():
                return compose_briefing_sheet(answer, zone)
            case StatusOverview():
                return await self._status(answer)
            case _:
                return render_report_sheet(_report(answer), zone)

    async def _status(self, overview: StatusOverview) -> Sheet:
        facts = (
            (translate("console-version"), __version__),
            (translate("console-engine"), self._article_service.engine),
            (translate("console-articles"), f"{await self._article_service.count_articles():,}"),
            (translate("console-archive"), self._place),
        )
        plain = plain_in(self._screen().zone)
        return (Listing((*facts, *((name.lower(), plain(line)) for name, line in report_overview(overview)))),)

    async def _file(self, answer: SearchPage | TimelineResult | PositionSheet) -> bytes:
        match answer:
            case SearchPage():
                statements = self._caller.services.statements
                return render_found_table(await statements.collect(answer.wanted, askers=self._caller.askers))
            case TimelineResult():
                return render_found_table(answer.found)
            case PositionSheet():
                text = render_position_file(answer, datetime.now(UTC), self._screen().zone or UTC)
                return text.encode("utf-8", "replace")

    async def _drawings(self, answer: TwoSidesQuery | TimelineResult) -> list[Drawing]:
        if isinstance(answer, TimelineResult):
            return [compose_timeline_drawing(answer.timeline, answer.title)]
        sides = await self._caller.services.sides.find(answer, self._caller.askers)
        return await asyncio.to_thread(compose_sides_drawings, sides)

    async def _draw(self, path: Path, drawings: list[Drawing], theme: Theme) -> str:
        written = []
        for number, drawing in enumerate(drawings, 1):
            place = path if len(drawings) == 1 else path.with_stem(f"{path.stem}-{number}")
            picture = await self._caller.services.picture_renderer.draw(drawing, theme)
            written.append(f"{await _save(place, picture.png)}{drawing.alt}\n")
        return "\n".join(written)


def _report(answer: Answer) -> Report:
    match answer:
        case Report():
            return answer
        case Preferences():
            return report_mine(answer, terminal=True)
        case PersonalData():
            return report_personal_data(answer, "forget me confirm:yes")
        case OutcomePage():
            report = report_outcomes(answer)
            older = CommandPart(f"feed why number:{answer.followed.subscription.number} before:{answer.older}")
            notes = (translate_parts("follow-older-ones", command=older),) if answer.older is not None else ()
            return replace(report, notes=(*report.notes, *notes))
        case _:
            raise TypeError(f"{type(answer).__name__} has a form of its own")


async def _save(path: Path, body: bytes) -> str:
    try:
        await asyncio.to_thread(path.write_bytes, body)
    except (OSError, ValueError) as error:
        raise UsageError(translatable("console-unwritten", name=path.name[:80])) from error
    return f"{translate('console-written', path=str(path))}\n"
