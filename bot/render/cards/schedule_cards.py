"""What is answered about digests that come by themselves: scheduled, listed, paused, removed. Pure."""

from collections.abc import Sequence

from bot.domain.feed import PostOptions
from bot.domain.schedule import EVERY_DAY, OPENING_DAY, Schedule, describe_days
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.watch import is_direct
from bot.i18n.lists import join_names, join_with_and
from bot.i18n.messages import translate, translate_stored
from bot.render.cards.feed_cards import describe_posts
from bot.render.cards.status_card import UNDO_LIMIT
from bot.render.document import (
    ChannelPart,
    CommandPart,
    Document,
    Line,
    ListEntry,
    StrangerText,
    StrongText,
    TimePart,
    reply,
)
from bot.render.line_text import translate_parts

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def format_schedule(schedule: Schedule) -> str:
    """A schedule: "08:00 Europe/Berlin, Monday to Friday"."""
    return translate(
        "digest-when", time=f"{schedule.at:%H:%M}", zone=schedule.zone, days=format_weekdays(schedule.days)
    )


def format_weekdays(days: frozenset[int]) -> str:
    """Days of the week, at least one: "every day", "Monday to Friday", "Saturday and Sunday"."""
    if days == EVERY_DAY:
        return translate("digest-every-day")
    ordered = sorted(days)
    names = [translate("digest-day", day=_DAYS[day]) for day in ordered]
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return translate("digest-days", first=names[0], last=names[-1])
    return join_with_and(names)


def report_scheduled(one: ScheduledDigest) -> Document:
    """A digest is scheduled, and when the next comes."""
    says = translate_parts("digest-comes", number=_number(one), when=when_line(one), channel=_place(one))
    undo = translate_parts("digest-undo", command=CommandPart(f"digest remove number:{one.number}"))
    return reply(translate("digest-scheduled"), (says, *_next(one)), notes=(undo,))


def report_schedules(standing: Sequence[ScheduledDigest]) -> Document:
    """All scheduled digests of an owner."""
    if not standing:
        example = CommandPart("digest schedule time:08:00 timezone:Europe/Berlin")
        return reply(translate("digest-schedules"), (translate_parts("digest-schedules-none", command=example),))
    return reply(
        translate("digest-schedules-counted", count=len(standing)), entries=tuple(map(_schedule_entry, standing))
    )


def report_unscheduled(one: ScheduledDigest) -> Document:
    """A digest is scheduled no more, and how it is scheduled again."""
    again = f"digest schedule time:{one.schedule.at:%H:%M} timezone:{one.schedule.zone}"
    again += f" days:{describe_days(one.schedule.days)}" if len(one.schedule.days) < 7 else ""
    again += f" topic:{one.topic}" if one.topic else ""
    again += f" quiet:{one.schedule.quiet}" if one.schedule.quiet else ""
    again += " silent:yes" if one.silent else ""
    again += " deliver:dm" if is_direct(one.channel) else ""
    says = translate_parts("digest-comes-no-more", number=_number(one), when=when_line(one), channel=_place(one))
    return reply(
        translate("digest-removed"), (says, translate_parts("digest-undo", command=CommandPart(again, UNDO_LIMIT)))
    )


def report_schedule_paused(one: ScheduledDigest) -> Document:
    """A digest is left out for now."""
    says = translate_parts("digest-left-out-now", number=_number(one), when=when_line(one))
    undo = translate_parts("digest-undo", command=CommandPart(f"digest resume number:{one.number}"))
    return reply(translate("digest-paused"), (says, undo))


def report_schedule_resumed(one: ScheduledDigest) -> Document:
    """A digest comes again."""
    says = translate_parts("digest-comes-again", number=_number(one), when=when_line(one), channel=_place(one))
    return reply(translate("digest-resumed"), (says, *_next(one)))


def describe_schedule(one: ScheduledDigest) -> str:
    """A scheduled digest for a list to choose from."""
    return f"{one.number} · {format_schedule(one.schedule)}" + (f" · {one.topic}" if one.topic else "")


def when_line(one: ScheduledDigest) -> Line:
    """When a digest comes, and about what."""
    facts = [format_schedule(one.schedule)]
    if one.schedule.quiet:
        facts.append(translate("digest-quiet", hours=str(one.schedule.quiet)))
    when = join_names(facts)
    return translate_parts("digest-about", when=when, topic=StrongText(one.topic)) if one.topic else (when,)


def _place(one: ScheduledDigest) -> ChannelPart | str:
    return translate("digest-direct") if is_direct(one.channel) else ChannelPart(one.channel)


def _number(one: ScheduledDigest) -> StrongText:
    return StrongText(str(one.number))


def _next(one: ScheduledDigest) -> tuple[Line, ...]:
    if one.next is None:
        return ()
    if one.opens:
        return (translate_parts("digest-opens"),)
    lines = [translate_parts("digest-next", when=TimePart(one.next.at, ago=True))]
    local = one.next.at.astimezone(one.schedule.clock)
    if (local.date(), local.time()) != (one.next.local_day, one.schedule.at):
        lines.append(translate_parts("digest-moved", time=f"{local:%H:%M}"))
    return tuple(lines)


def _schedule_entry(one: ScheduledDigest) -> ListEntry:
    silent: Line = (" · ", *translate_parts("digest-silent")) if one.silent else ()
    options = describe_posts(PostOptions(role=one.role, tag=one.tag), limited=False)
    facts: list[Line] = [(ChannelPart(one.channel), *silent, *(part for told in options for part in (" · ", *told)))]
    if one.schedule.paused:
        facts.append(translate_parts("digest-resting", command=CommandPart(f"digest resume number:{one.number}")))
    facts += _next(one)
    if one.last_outcome:
        outcome = StrangerText(translate_stored(one.last_outcome))
        facts.append(
            translate_parts("digest-last-on", day=one.last_day.isoformat(), outcome=outcome)
            if one.last_day and one.last_day > OPENING_DAY
            else translate_parts("digest-last", outcome=outcome)
        )
    return ListEntry(when_line(one), tuple(facts), one.number)
