"""The result of resolving a source."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.attribution import Speaker
from bot.nlp.speakers.joint_sources import join_speakers
from bot.nlp.speakers.people import Person


@dataclass(frozen=True, slots=True)
class Resolution:
    """The speaker of an attribution: the people, if any, the speaker to show, and a probability."""

    people: tuple[Person, ...]
    speaker: Speaker | None
    confidence: float


NOBODY = Resolution((), None, 0.5)


def as_people(people: Sequence[Person], confidence: float) -> Resolution:
    """``people`` as joint speakers, or the only one."""
    speakers = [Speaker(p.name, p.role, p.country) for p in people]
    return Resolution(tuple(people), join_speakers(speakers), confidence)
