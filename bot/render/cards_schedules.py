"""What is answered about digests that come by themselves: scheduled, listed, paused, removed. Pure."""

from collections.abc import Sequence

from bot.domain.schedule import describe_days
from bot.domain.standing import StandingDigest
from bot.render.cards_desk import UNDO_LIMIT
from bot.render.phrase import phrase
from bot.render.report import Channel, Command, Entry, Given, Line, Moment, Report, Strong
from bot.render.shown_times import shown_schedule
from bot.words.listing import listed
from bot.words.speech import heard, say


def report_scheduled(one: StandingDigest) -> Report:
    """A digest is scheduled, and when the next comes."""
    says = phrase("digest-comes", number=_number(one), when=when_line(one), channel=Channel(one.channel))
    undo = phrase("digest-undo", command=Command(f"digest remove number:{one.number}"))
    return Report(say("digest-scheduled"), (says, *_next(one)), notes=(undo,))


def report_schedules(standing: Sequence[StandingDigest]) -> Report:
    """All scheduled digests of an owner."""
    if not standing:
        example = Command("digest schedule time:08:00 timezone:Europe/Berlin")
        return Report(say("digest-schedules"), (phrase("digest-schedules-none", command=example),))
    return Report(say("digest-schedules-counted", count=len(standing)), entries=tuple(map(_schedule_entry, standing)))


def report_unscheduled(one: StandingDigest) -> Report:
    """A digest is scheduled no more, and how it is scheduled again."""
    again = f"digest schedule time:{one.schedule.at:%H:%M} timezone:{one.schedule.zone}"
    again += f" days:{describe_days(one.schedule.days)}" if len(one.schedule.days) < 7 else ""
    again += f" topic:{one.topic}" if one.topic else ""
    again += f" quiet:{one.schedule.quiet}" if one.schedule.quiet else ""
    again += " silent:yes" if one.silent else ""
    says = phrase("digest-comes-no-more", number=_number(one), when=when_line(one), channel=Channel(one.channel))
    return Report(say("digest-removed"), (says, phrase("digest-undo", command=Command(again, UNDO_LIMIT))))


def report_schedule_paused(one: StandingDigest) -> Report:
    """A digest is left out for now."""
    says = phrase("digest-left-out-now", number=_number(one), when=when_line(one))
    undo = phrase("digest-undo", command=Command(f"digest resume number:{one.number}"))
    return Report(say("digest-paused"), (says, undo))


def report_schedule_resumed(one: StandingDigest) -> Report:
    """A digest comes again."""
    says = phrase("digest-comes-again", number=_number(one), when=when_line(one), channel=Channel(one.channel))
    return Report(say("digest-resumed"), (says, *_next(one)))


def describe_schedule(one: StandingDigest) -> str:
    """A scheduled digest for a list to choose from."""
    return f"{one.number} · {shown_schedule(one.schedule)}" + (f" · {one.topic}" if one.topic else "")


def when_line(one: StandingDigest) -> Line:
    """When a digest comes, and about what."""
    facts = [shown_schedule(one.schedule)]
    if one.schedule.quiet:
        facts.append(say("digest-quiet", hours=str(one.schedule.quiet)))
    when = listed(facts)
    return phrase("digest-about", when=when, topic=Strong(one.topic)) if one.topic else (when,)


def _number(one: StandingDigest) -> Strong:
    return Strong(str(one.number))


def _next(one: StandingDigest) -> tuple[Line, ...]:
    if one.next is None:
        return ()
    lines = [phrase("digest-next", when=Moment(one.next.at, ago=True))]
    local = one.next.at.astimezone(one.schedule.clock)
    if (local.date(), local.time()) != (one.next.local_day, one.schedule.at):
        lines.append(phrase("digest-moved", time=f"{local:%H:%M}"))
    return tuple(lines)


def _schedule_entry(one: StandingDigest) -> Entry:
    silent: Line = (" · ", *phrase("digest-silent")) if one.silent else ()
    facts: list[Line] = [(Channel(one.channel), *silent)]
    if one.schedule.paused:
        facts.append(phrase("digest-resting", command=Command(f"digest resume number:{one.number}")))
    facts += _next(one)
    if one.last_outcome:
        outcome = Given(heard(one.last_outcome))
        facts.append(
            phrase("digest-last-on", day=one.last_day.isoformat(), outcome=outcome)
            if one.last_day
            else phrase("digest-last", outcome=outcome)
        )
    return Entry(when_line(one), tuple(facts), one.number)
