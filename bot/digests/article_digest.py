"""Composes an article's digest by speaker. Pure: the same reading always gives the same digest."""

from bot.domain.analysis import Reading
from bot.domain.attribution import THRESHOLD, Act, Attribution, Speaker
from bot.domain.digest import Digest, SpeakerSection
from bot.domain.text import Span


def compose_digest(reading: Reading, *, attitudes: bool = False, threshold: float = THRESHOLD) -> Digest:
    """Group the statements of ``reading`` by speaker: most statements first, then text order; the unresolved last.

    ``attitudes`` includes thoughts and wishes that nobody communicated, after the speaker's statements; ``threshold``
    is the minimum confidence.
    """
    wanted = [a for a in reading.analysis.attributions if attitudes or not _is_attitude(a)]
    shown = sorted((a for a in wanted if a.confidence >= threshold), key=lambda a: (_is_attitude(a), a.span))
    groups: dict[str | None, list[Attribution]] = {}
    for attribution in shown:
        groups.setdefault(attribution.speaker.name if attribution.speaker else None, []).append(attribution)
    sections = [SpeakerSection(_fullest(found), tuple(found)) for found in groups.values()]
    sections.sort(key=_rank)
    return Digest(reading, tuple(sections), withheld=len(wanted) - len(shown))


def _is_attitude(attribution: Attribution) -> bool:
    return attribution.act is Act.ATTITUDE


def _rank(section: SpeakerSection) -> tuple[bool, int, int, Span]:
    attitudes = sum(map(_is_attitude, section.statements))
    return section.speaker is None, attitudes - len(section.statements), -attitudes, section.statements[0].span


def _fullest(statements: list[Attribution]) -> Speaker | None:
    """The speaker with the most information on office and country among statements under one name."""
    speakers = [a.speaker for a in statements if a.speaker is not None]
    return max(speakers, key=lambda s: (s.role is not None) + (s.country is not None), default=None)
