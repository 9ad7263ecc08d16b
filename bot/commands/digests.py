"""Commands for digests, at once and on schedule."""

from functools import partial
from typing import Any

from bot.commands.caller import Caller
from bot.commands.command import Command, Interface, Kind, Option, Suggestions, matching, number_option, suggest_zone
from bot.domain.briefing import Briefing
from bot.domain.feed import TAG_LIMIT, PostOptions
from bot.domain.watch import direct_to, is_direct
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.render.card import Action
from bot.render.cards import schedule_cards
from bot.render.cards.story_list_cards import compose_stories_page
from bot.render.document import Document
from bot.services.schedules import HOURS, MOST_HOURS, TOPIC_LIMIT, ScheduleRequest


async def _compose(
    caller: Caller,
    topic: str = "",
    hours: int = HOURS,
    *,
    all: bool = False,  # noqa: A002 - the option's name
) -> Briefing | Document:
    composed = await caller.services.digests.compose(caller.owner, topic=topic, hours=hours)
    if not composed.articles and not await caller.services.feeds.followed(caller.owner):
        raise UsageError(translatable("desk-digest-of-no-feeds"))
    if not composed.articles and await caller.services.digests.has_unread(caller.owner):
        raise UsageError(translatable("desk-digest-unread"))
    if not all:
        return composed
    every = await caller.services.digests.list_stories(caller.owner, composed.since, composed.until, topic)
    return compose_stories_page(every)


async def _schedule(
    caller: Caller, time: str, timezone: str = "", channel: str = "", deliver: str = "channel", **when: Any
) -> Document:
    # the console is its own channel
    place, wanted = channel or caller.owner, PostOptions(role=when.get("role", ""), tag=when.get("tag", ""))
    if deliver == "dm":
        place = direct_to(caller.person)
        if wanted != PostOptions():
            raise UsageError(translatable("schedule-direct-options"))
    await caller.check_options(place, wanted)
    request = ScheduleRequest(time, timezone, place, caller.person, **when)
    return schedule_cards.report_scheduled(await caller.services.digests.add(caller.owner, request))


async def _list(caller: Caller) -> Document:
    return schedule_cards.report_schedules(await caller.services.digests.standing(caller.owner))


async def _pause(caller: Caller, number: int) -> Document:
    return schedule_cards.report_schedule_paused(await caller.services.digests.pause(caller.owner, number))


async def _resume(caller: Caller, number: int) -> Document:
    channel = (await caller.services.digests.find(caller.owner, number)).channel
    if not is_direct(channel):
        await caller.check_channel(channel)
    return schedule_cards.report_schedule_resumed(await caller.services.digests.resume(caller.owner, number))


async def _remove(caller: Caller, number: int) -> Document:
    return schedule_cards.report_unscheduled(await caller.services.digests.remove(caller.owner, number))


async def _suggest(caller: Caller, typed: str) -> Suggestions:
    standing = await caller.services.digests.standing(caller.owner)
    return matching(((schedule_cards.describe_schedule(one), one.number) for one in standing), typed)


_NUMBER = number_option(_suggest)
_TOPIC = Option("topic", most=TOPIC_LIMIT)
_WINDOW = (
    _TOPIC,
    Option("hours", Kind.NUMBER, MOST_HOURS),
    Option("all", Kind.FLAG, on=Interface.CONSOLE),  # Discord's answers have a button
)
_SCHEDULE = (
    Option("time", required=Interface.BOTH),
    Option("timezone", Kind.ZONE, suggest=suggest_zone),
    Option("days"),
    _TOPIC,
    Option("channel", Kind.CHANNEL, on=Interface.DISCORD),
    Option("deliver", Kind.CHOICE, choices=("channel", "dm"), on=Interface.DISCORD),
    Option("quiet"),
    Option("silent", Kind.FLAG),
    Option("role", Kind.ROLE, on=Interface.DISCORD),
    Option("tag", most=TAG_LIMIT, on=Interface.DISCORD),
)

_Command = partial(Command, managers=True)
COMMANDS = (
    _Command("digest now", _compose, _WINDOW, public=True),
    _Command("digest preview", _compose, _WINDOW),
    _Command("digest schedule", _schedule, _SCHEDULE),
    _Command("digest list", _list, pages=Action.SCHEDULES),
    _Command("digest pause", _pause, (_NUMBER,)),
    _Command("digest resume", _resume, (_NUMBER,)),
    _Command("digest remove", _remove, (_NUMBER,)),
)
