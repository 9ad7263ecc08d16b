"""Composes what is new of a story that was told before: new statements, and changed positions. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from bot.digests.briefing import has_news
from bot.digests.reversals import Reversal, find_reversals
from bot.digests.story_digest import compose_story_digest
from bot.domain.briefing import BriefingStory, DatedReading, StoryReadings
from bot.domain.line_reference import LineReference
from bot.domain.statement_search import FoundStatement

BESIDE: Final = 2
"""Statements before and after one that its wording depends on."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is new of a story; the ``reversals`` are of statements that are not among its lines."""

    story: BriefingStory
    reversals: tuple[Reversal, ...] = ()


def compose_follow_up(story: StoryReadings) -> FollowUp | None:
    """What the accounts of ``story`` add to what was told; None if that is nothing."""
    composed = compose_story_digest(story)
    told = {account.reading.id for account in story.told}
    found = find_reversals(_statements([*story.told, *story.accounts]))
    reversals = tuple(one for one in found if one.later.told.reading.id not in told)
    shown = {(one.later.told.reading.id, one.later.told.statement.span) for one in reversals}
    composed = _without(composed, shown)
    return FollowUp(composed, reversals) if has_news(composed) or reversals else None


def _without(story: BriefingStory, shown: Iterable[tuple[str, object]]) -> BriefingStory:
    """The story without the lines of the statements ``shown`` elsewhere: each stands once."""
    known = set(shown)

    def is_new(one: LineReference) -> bool:
        return (one.reading.id, one.statement.span) not in known

    sides = []
    for side in story.sides:
        voices = [replace(voice, lines=tuple(filter(is_new, voice.lines))) for voice in side.voices]
        if kept := tuple(voice for voice in voices if voice.lines):
            sides.append(replace(side, voices=kept))
    return replace(story, sides=tuple(sides))


def _statements(accounts: Iterable[DatedReading]) -> list[FoundStatement]:
    """All statements of ``accounts``, newest first, as a search would find them."""
    found: list[FoundStatement] = []
    for account in sorted(accounts, key=lambda account: (account.at, account.reading.id)):
        reading, number = account.reading, len(found)
        said = sorted(reading.analysis.attributions, key=lambda one: one.span)
        found += [
            FoundStatement(
                number + place,
                reading.id,
                one,
                reading.article,
                account.at,
                number + place,
                language=reading.analysis.language,
                beside=(*said[max(0, place - BESIDE) : place], *said[place + 1 : place + 1 + BESIDE]),
            )
            for place, one in enumerate(said)
        ]
    return found[::-1]
