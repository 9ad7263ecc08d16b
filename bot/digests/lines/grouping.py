"""Groups the lines of a page by side and speaker; a side that answers another comes right after it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.attribution import Speaker
from bot.domain.line import Line


@dataclass(frozen=True, slots=True)
class SpeakerLines:
    """The lines of one speaker, best first; None if the article does not name the speaker."""

    speaker: Speaker | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SideLines:
    """The speakers of one country or organisation; ``side`` is None for a speaker without one, listed separately."""

    side: str | None
    speakers: tuple[SpeakerLines, ...]


def group_lines(lines: Sequence[Line]) -> tuple[SideLines, ...]:
    """``lines`` by side and speaker, in the order of their best lines; a side that answers another follows it."""
    sides: dict[tuple[str, str], list[Line]] = {}
    for line in sorted(lines, key=lambda one: one.rank):
        sides.setdefault(_side_of(line), []).append(line)
    ordered: list[tuple[str, str]] = []
    for key in sides:
        _place(key, sides, ordered)
    return tuple(SideLines(key[0] or None, _by_speaker(sides[key])) for key in ordered)


def _side_of(line: Line) -> tuple[str, str]:
    speaker = line.speaker
    if speaker is None:
        return "", ""
    return (speaker.country, "") if speaker.country else ("", speaker.name)


def _place(key: tuple[str, str], sides: dict[tuple[str, str], list[Line]], ordered: list[tuple[str, str]]) -> None:
    if key in ordered:
        return
    ordered.append(key)
    ranks = {line.rank for line in sides[key]}
    for other, lines in sides.items():
        if any(line.answers in ranks for line in lines):
            _place(other, sides, ordered)


def _by_speaker(lines: Sequence[Line]) -> tuple[SpeakerLines, ...]:
    speakers: dict[str, list[Line]] = {}
    for line in lines:
        speakers.setdefault(line.speaker.name if line.speaker else "", []).append(line)
    return tuple(SpeakerLines(own[0].speaker, tuple(own)) for own in speakers.values())
