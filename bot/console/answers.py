"""Shows a command's answer as text, or writes it to a file: a picture, a table or a page of Markdown."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

from bot import __version__
from bot.archive.erasure import PersonalData
from bot.commands.caller import Answer, Caller, FileAnswer, ReadingAnswer
from bot.digests.article_digest import compose_digest
from bot.digests.lines.choice import compose_lines
from bot.digests.position import PositionSheet
from bot.digests.reversals import ReversalSheet
from bot.domain.analysis import Reading
from bot.domain.briefing import Briefing
from bot.domain.digest import TwoSidesQuery
from bot.domain.preferences import Preferences
from bot.errors import UsageError
from bot.export.csv_table import render_found_table
from bot.i18n.messages import translatable, translate
from bot.pictures.drawing import Drawing, Theme
from bot.pictures.timeline import compose_timeline_drawing
from bot.pictures.two_sides import compose_sides_drawings
from bot.render.card import Action, ComponentAction
from bot.render.cards.article_card import compose_summary
from bot.render.cards.briefing_cards import compose_briefing_page, compose_catch_up_page
from bot.render.cards.feed_cards import report_outcomes
from bot.render.cards.lines_card import compose_lines_page
from bot.render.cards.position_cards import compose_position_page, render_position_file
from bot.render.cards.reversal_cards import compose_reversals_page
from bot.render.cards.search_cards import compose_search_page, count_found
from bot.render.cards.settings_cards import report_mine, report_personal_data
from bot.render.cards.setup_cards import report_setup
from bot.render.cards.source_cards import SourcePage, SourcePreview, report_source, report_sources
from bot.render.cards.status_card import report_overview
from bot.render.cards.two_sides_card import compose_columns
from bot.render.cards.who_said_card import compose_whosaid
from bot.render.document import CommandPart, Document, Fields, Quote, Text
from bot.render.line_text import translate_parts
from bot.render.terminal import Screen, show
from bot.render.timeline_text import compose_timeline_page
from bot.services.articles import ArticleService
from bot.services.catch_up import CatchUp
from bot.services.setup import SetupDone, SetupPlan
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
                return show(self._screen(), await self._reading(answer.reading, answer.press))
            case FileAnswer():
                return answer.body.decode()
            case TwoSidesQuery() | TimelineResult() if path and path.suffix.lower() == ".png":
                return await self._draw(path, await self._drawings(answer), Theme(values.get("theme", Theme.LIGHT)))
            case SearchPage() | TimelineResult() | PositionSheet() if path:
                return await _save(path, await self._file(answer))
            case _:
                return show(self._screen(), await self._document(answer))

    async def _reading(self, reading: Reading, press: ComponentAction) -> Document:
        if press.action is Action.SUMMARY:
            count = int(press.detail or 0)
            return compose_summary(reading, await self._article_service.summarise(reading, count) if count else None)
        if not press.detail:
            return compose_lines_page(reading, compose_lines(reading))
        attitudes = await self._caller.services.preferences.wants_attitudes(self._caller.person)
        return compose_whosaid(compose_digest(reading, attitudes=attitudes), press.detail)

    async def _document(self, answer: Answer) -> Document:
        services, askers = self._caller.services, self._caller.askers
        match answer:
            case TwoSidesQuery():
                return compose_columns(await services.sides.find(answer, askers))
            case SearchPage():
                said = await services.statements.load_page(answer.wanted, askers=askers, limit=MOST_SAID)
                page = compose_search_page(said)
                if said.page.older is None:
                    return page
                shown = sum(isinstance(block, Quote) for block in page.blocks)
                found = translate("said-newest", found=count_found(said), count=shown)
                return replace(page, facts=((found,),))
            case TimelineResult():
                return compose_timeline_page(answer.timeline, answer.title)
            case PositionSheet() | ReversalSheet():
                return _dated(answer)
            case Briefing() | CatchUp():
                return _news(answer, self._screen().zone)
            case StatusOverview():
                return await self._status(answer)
            case _:
                return _report(answer)

    async def _status(self, overview: StatusOverview) -> Document:
        facts = (
            (translate("console-version"), __version__),
            (translate("console-engine"), self._article_service.engine),
            (translate("console-articles"), f"{await self._article_service.count_articles():,}"),
            (translate("console-archive"), self._place),
        )
        rows = (
            *((name, (fact,)) for name, fact in facts),
            *((name.lower(), line) for name, line in report_overview(overview)),
        )
        return Document((), (Fields(rows),))

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
        return await asyncio.to_thread(compose_sides_drawings, compose_columns(sides))

    async def _draw(self, path: Path, drawings: list[Drawing], theme: Theme) -> str:
        written = []
        for number, drawing in enumerate(drawings, 1):
            place = path if len(drawings) == 1 else path.with_stem(f"{path.stem}-{number}")
            picture = await self._caller.services.picture_renderer.draw(drawing, theme)
            written.append(f"{await _save(place, picture.png)}{drawing.alt}\n")
        return "\n".join(written)


def _news(answer: Briefing | CatchUp, zone: tzinfo | None) -> Document:
    if isinstance(answer, CatchUp):
        return compose_catch_up_page(answer, zone)
    page = compose_briefing_page(answer, zone)
    if not answer.more:
        return page
    hours = round((answer.until - answer.since).total_seconds() / 3600)
    topic = f" topic:{answer.topic}" if answer.topic else ""
    every = translate_parts("digest-all-by", command=CommandPart(f"digest now{topic} hours:{hours} all:yes"))
    return replace(page, blocks=(*page.blocks, Text((every,), small=True)))


def _dated(answer: PositionSheet | ReversalSheet) -> Document:
    if isinstance(answer, ReversalSheet):
        return compose_reversals_page(answer)
    return compose_position_page(answer)


def _report(answer: Answer) -> Document:
    match answer:
        case Document():
            return answer
        case SourcePage():
            return report_sources(answer)
        case SourcePreview():
            return report_source(answer)
        case SetupPlan() | SetupDone():
            return report_setup(answer)
        case Preferences():
            return report_mine(answer, terminal=True)
        case PersonalData():
            return report_personal_data(answer, "forget me confirm:yes")
        case OutcomePage():
            report = report_outcomes(answer)
            if answer.older is None:
                return report
            older = CommandPart(f"feed why number:{answer.followed.subscription.number} before:{answer.older}")
            note = Text((translate_parts("follow-older-ones", command=older),), small=True)
            return replace(report, blocks=(*report.blocks, note))
        case _:
            raise TypeError(f"{type(answer).__name__} has a form of its own")


async def _save(path: Path, body: bytes) -> str:
    try:
        await asyncio.to_thread(path.write_bytes, body)
    except (OSError, ValueError) as error:
        raise UsageError(translatable("console-unwritten", name=path.name[:80])) from error
    return f"{translate('console-written', path=str(path))}\n"
