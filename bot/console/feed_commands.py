"""The console's feeds and digests: the commands of Discord, for the owner "console" and its one channel."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path

from bot.console.command_table import COMMANDS, parse_count
from bot.console.personal_commands import PersonalCommands
from bot.container import Services
from bot.domain.feed import LIST_BYTES, Delivery
from bot.errors import UsageError
from bot.i18n.messages import translatable, translate
from bot.render.cards import feed_cards, schedule_cards
from bot.render.cards.briefing_cards import compose_briefing_page
from bot.render.document import CommandPart, Document, Text
from bot.render.line_text import translate_parts
from bot.render.terminal import Screen, show
from bot.services.push_sources import asks_for_source
from bot.services.schedules import HOURS, MOST_HOURS, ScheduleRequest
from bot.services.subscription_options import SubscriptionOptions

MOST_NUMBER = 1_000_000
MOST_ITEM = 999_999_999
_YES_OR_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}

Options = Mapping[str, str]
Answer = Callable[[Options], Awaitable[str]]


def feed_command_answers(services: Services, screen: Callable[[], Screen], owner: str) -> dict[str, Answer]:
    """What answers each command of feeds and digests, by its name."""

    def shown(report: Document) -> str:
        return show(screen(), report)

    feeds, digests = _FeedCommands(services, owner), _DigestCommands(services, owner, screen)
    reports: dict[str, Callable[[Options], Awaitable[Document]]] = {
        **feeds.reports,
        **digests.reports,
        **PersonalCommands(services, owner).reports,
    }

    def as_text(report: Callable[[Options], Awaitable[Document]]) -> Answer:
        async def answer(options: Options) -> str:
            return shown(await report(options))

        return answer

    texts = {"feed export": feeds.export, "digest now": digests.now, "digest preview": digests.now}
    return {**{name: as_text(report) for name, report in reports.items()}, **texts}


class _FeedCommands:
    def __init__(self, services: Services, owner: str) -> None:
        self._feeds = services.feeds
        self._owner = owner
        self.reports = {
            "feed add": self._add,
            "feed list": self._list,
            "feed why": self._why,
            "feed filter": self._filter,
            "feed token": self._token,
            "feed remove": self._remove,
            "feed pause": self._pause,
            "feed resume": self._resume,
            "feed import": self._import,
        }

    async def export(self, _: Options) -> str:
        """The list itself, to be kept in a file."""
        return (await self._feeds.export_list(self._owner)).decode()

    async def _add(self, options: Options) -> Document:
        url = _required(options, "feed add", "url")
        if asks_for_source(url):
            return feed_cards.report_opened(await self._feeds.open_source(self._owner, self._wish(options)))
        return feed_cards.report_added(await self._feeds.add(self._owner, url, self._wish(options)))

    async def _list(self, _: Options) -> Document:
        return feed_cards.report_feeds(await self._feeds.followed(self._owner))

    async def _why(self, options: Options) -> Document:
        number = _number(options, "feed why") if "number" in options else None
        before = parse_count(options["before"], most=MOST_ITEM) if "before" in options else None
        page = await self._feeds.why(self._owner, number, before=before)
        report = feed_cards.report_outcomes(page)
        if page.older is None:
            return report
        older = CommandPart(f"feed why number:{page.followed.subscription.number} before:{page.older}")
        note = Text((translate_parts("follow-older-ones", command=older),), small=True)
        return replace(report, blocks=(*report.blocks, note))

    async def _filter(self, options: Options) -> Document:
        number, words = _number(options, "feed filter"), _required(options, "feed filter", "filter")
        return feed_cards.report_refiltered(await self._feeds.refilter(self._owner, number, words))

    async def _token(self, options: Options) -> Document:
        return feed_cards.report_opened(await self._feeds.renew_token(self._owner, _number(options, "feed token")))

    async def _remove(self, options: Options) -> Document:
        return feed_cards.report_removed(await self._feeds.remove(self._owner, _number(options, "feed remove")))

    async def _pause(self, options: Options) -> Document:
        return feed_cards.report_paused(await self._feeds.pause(self._owner, _number(options, "feed pause")))

    async def _resume(self, options: Options) -> Document:
        return feed_cards.report_resumed(await self._feeds.resume(self._owner, _number(options, "feed resume")))

    async def _import(self, options: Options) -> Document:
        body = await asyncio.to_thread(_load_list, _required(options, "feed import", "file"))
        result = await self._feeds.import_list(self._owner, body, self._wish(options), _show_progress)
        return feed_cards.report_imported(result)

    def _wish(self, options: Options) -> SubscriptionOptions:
        return SubscriptionOptions(
            self._owner,
            self._owner,
            options.get("filter", ""),
            _delivery(options.get("deliver", "each")),
            _yes_or_no(options, "edits"),
            options.get("name", ""),
        )


class _DigestCommands:
    def __init__(self, services: Services, owner: str, screen: Callable[[], Screen]) -> None:
        self._digests = services.digests
        self._owner = owner
        self._screen = screen
        self.reports = {
            "digest schedule": self._schedule,
            "digest list": self._list,
            "digest pause": self._pause,
            "digest resume": self._resume,
            "digest remove": self._remove,
        }

    async def now(self, options: Options) -> str:
        """A digest, laid out."""
        hours = parse_count(options["hours"], most=MOST_HOURS) if "hours" in options else HOURS
        briefing = await self._digests.compose(self._owner, topic=options.get("topic", ""), hours=hours)
        screen = self._screen()
        return show(screen, compose_briefing_page(briefing, screen.zone))

    async def _schedule(self, options: Options) -> Document:
        order = ScheduleRequest(
            _required(options, "digest schedule", "time"),
            _required(options, "digest schedule", "timezone"),
            self._owner,
            self._owner,
            options.get("days", ""),
            options.get("topic", ""),
            options.get("quiet", ""),
            _yes_or_no(options, "silent"),
        )
        return schedule_cards.report_scheduled(await self._digests.add(self._owner, order))

    async def _list(self, _: Options) -> Document:
        return schedule_cards.report_schedules(await self._digests.standing(self._owner))

    async def _pause(self, options: Options) -> Document:
        number = _number(options, "digest pause")
        return schedule_cards.report_schedule_paused(await self._digests.pause(self._owner, number))

    async def _resume(self, options: Options) -> Document:
        number = _number(options, "digest resume")
        return schedule_cards.report_schedule_resumed(await self._digests.resume(self._owner, number))

    async def _remove(self, options: Options) -> Document:
        number = _number(options, "digest remove")
        return schedule_cards.report_unscheduled(await self._digests.remove(self._owner, number))


def _required(options: Options, command: str, name: str) -> str:
    if name not in options:
        raise UsageError(translatable("console-needs", command=command, name=name, usage=COMMANDS[command].usage))
    return options[name]


def _number(options: Options, command: str) -> int:
    return parse_count(_required(options, command, "number"), most=MOST_NUMBER)


def _yes_or_no(options: Options, name: str) -> bool:
    value = options.get(name, "no").casefold()
    if value not in _YES_OR_NO:
        raise UsageError(translatable("console-yes-or-no", name=name, value=value[:40]))
    return _YES_OR_NO[value]


def _delivery(value: str) -> Delivery:
    try:
        return Delivery(value.casefold())
    except ValueError:
        raise UsageError(translatable("console-deliver", value=value[:40])) from None


def _load_list(name: str) -> bytes:
    try:
        with Path(name).expanduser().open("rb") as file:
            return file.read(LIST_BYTES + 1)
    except (OSError, ValueError, RuntimeError) as error:
        raise UsageError(translatable("console-list-unread", name=name[:200])) from error


async def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(translate("follow-progress", done=done, total=total), file=sys.stderr, flush=True)
