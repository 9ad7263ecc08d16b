"""The settings of a person or a server; None stands for the default."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from bot.domain.schedule import QuietHours, Schedule, quiet_until
from bot.i18n.language import Language


class Style(StrEnum):
    """The style of a digest: statements and key sentences, or one line per story."""

    FULL = "full"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Preferences:
    """``zone`` is an IANA name; ``quiet`` are hours in it without alerts.

    A person's ``attitudes`` adds reported thoughts and wishes to who-said-what. A server's ``style`` is that of its
    digests; without ``labels``, digests do not mark outlets that a state funds or controls. ``language`` is that of a
    person's answers, or of a server's posts; ``languages`` are those of the articles that they see (none: all).
    """

    zone: str | None = None
    quiet: QuietHours | None = None
    attitudes: bool | None = None
    style: Style | None = None
    labels: bool | None = None
    language: Language | None = None
    languages: frozenset[str] = frozenset()


DEFAULTS = Preferences()


def end_of_quiet(now: datetime, *held: Preferences) -> datetime:
    """The first moment from ``now`` on outside everybody's quiet hours; ``now`` if they cover the whole day."""
    at = now
    for _ in range(2 * len(held)):
        moved = at
        for one in held:
            moved = _after(moved, one)
        if moved == at:
            return at
        at = moved
    return now


def _after(at: datetime, one: Preferences) -> datetime:
    if one.quiet is None:
        return at
    standing = Schedule(time(0), one.zone or "UTC", quiet=one.quiet)
    return quiet_until(standing, at) or at
