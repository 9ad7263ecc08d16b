"""What is answered about digests that come by themselves: scheduled, listed, paused, removed. Pure."""

from collections.abc import Sequence

from bot.domain.schedule import describe_days
from bot.domain.standing import StandingDigest
from bot.render.cards_desk import UNDO_LIMIT
from bot.render.report import Channel, Command, Entry, Given, Line, Moment, Report, Strong


def report_scheduled(one: StandingDigest) -> Report:
    """A digest is scheduled, and when the next comes."""
    lines = [
        ("Digest ", Strong(str(one.number)), " comes ", *when_line(one), ", in ", Channel(one.channel), "."),
        *_next(one),
    ]
    notes: tuple[Line, ...] = (("To undo: ", Command(f"digest remove number:{one.number}")),)
    return Report("Digest scheduled", tuple(lines), notes=notes)


def report_schedules(standing: Sequence[StandingDigest]) -> Report:
    """All scheduled digests of an owner."""
    if not standing:
        example = "digest schedule time:08:00 timezone:Europe/Berlin"
        return Report("Scheduled digests", (("None is scheduled here. ", Command(example), " begins with one."),))
    return Report(f"Scheduled digests · {len(standing)}", entries=tuple(map(_schedule_entry, standing)))


def report_unscheduled(one: StandingDigest) -> Report:
    """A digest is scheduled no more, and how it is scheduled again."""
    again = f"digest schedule time:{one.schedule.at:%H:%M} timezone:{one.schedule.zone}"
    again += f" days:{describe_days(one.schedule.days)}" if len(one.schedule.days) < 7 else ""
    again += f" topic:{one.topic}" if one.topic else ""
    again += f" quiet:{one.schedule.quiet}" if one.schedule.quiet else ""
    again += " silent:yes" if one.silent else ""
    says = (
        "Digest ",
        Strong(str(one.number)),
        " (",
        *when_line(one),
        ") comes no more in ",
        Channel(one.channel),
        ".",
    )
    return Report("Digest removed", (says, ("To undo: ", Command(again, UNDO_LIMIT))))


def report_schedule_paused(one: StandingDigest) -> Report:
    """A digest is left out for now."""
    says = ("Digest ", Strong(str(one.number)), " (", *when_line(one), ") is left out for now.")
    return Report("Digest paused", (says, ("To undo: ", Command(f"digest resume number:{one.number}"))))


def report_schedule_resumed(one: StandingDigest) -> Report:
    """A digest comes again."""
    says = (
        "Digest ",
        Strong(str(one.number)),
        " (",
        *when_line(one),
        ") comes again in ",
        Channel(one.channel),
        ".",
    )
    return Report("Digest resumed", (says, *_next(one)))


def describe_schedule(one: StandingDigest) -> str:
    """A scheduled digest for a list to choose from."""
    return f"{one.number} · {one.schedule}" + (f" · {one.topic}" if one.topic else "")


def when_line(one: StandingDigest) -> Line:
    """When a digest comes, and about what."""
    facts = [str(one.schedule)]
    if one.schedule.quiet:
        facts.append(f"quiet {one.schedule.quiet}")
    line: Line = (", ".join(facts),)
    return (*line, ", about ", Strong(one.topic)) if one.topic else line


def _next(one: StandingDigest) -> tuple[Line, ...]:
    if one.next is None:
        return ()
    lines: list[Line] = [("Next: ", Moment(one.next.at, ago=True))]
    local = one.next.at.astimezone(one.schedule.clock)
    if (local.date(), local.time()) != (one.next.local_day, one.schedule.at):
        lines.append((f"Quiet hours or the clocks move it to {local:%H:%M} there.",))
    return tuple(lines)


def _schedule_entry(one: StandingDigest) -> Entry:
    facts: list[Line] = [(Channel(one.channel), " · says nothing when nothing is new" if one.silent else "")]
    if one.schedule.paused:
        facts.append(("paused · ", Command(f"digest resume number:{one.number}")))
    facts += _next(one)
    if one.last_outcome:
        day = f" for {one.last_day.isoformat()}" if one.last_day else ""
        facts.append((f"last{day}: ", Given(one.last_outcome)))
    return Entry(when_line(one), tuple(facts), one.number)
