"""Composes the news of a story that was shown before: new statements, and changed positions. Pure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from bot.digests.reversals import Reversal, find_reversals
from bot.digests.story_digest import compose_story_digest
from bot.domain.briefing import BriefingStory, DatedReading, StoryReadings
from bot.domain.folding import fold_words, holds_words
from bot.domain.line import LineReference
from bot.domain.statement_search import FoundStatement

_QUOTED: Final = re.compile(r"[“”\"«„]([^“”\"«»„]{2,400}+)[“”\"»]")
BESIDE: Final = 2
"""How many statements before and after one its wording depends on."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The news of a story; ``reversals`` are of statements that are not among its lines."""

    story: BriefingStory
    reversals: tuple[Reversal, ...] = ()


def compose_follow_up(story: StoryReadings) -> FollowUp | None:
    """What the accounts of ``story`` add to what was shown; None unless somebody says something new."""
    composed = compose_story_digest(story)
    told = {account.reading.id for account in story.told}
    found = find_reversals(_statements([*story.told, *story.accounts]))
    reversals = tuple(one for one in found if one.later.told.reading.id not in told)
    shown = {(one.later.told.reading.id, one.later.told.statement.span) for one in reversals}
    known = " ".join(fold_words(account.reading.article.text) for account in story.told)
    composed = _keep(composed, lambda one: (one.reading.id, one.statement.span) not in shown and is_new(one, known))
    return FollowUp(composed, reversals) if composed.sides or reversals else None


def is_new(one: LineReference, known: str) -> bool:
    """Whether a line says more than quotations that are in the folded words ``known``, however they are worded."""
    quoted = [fold_words(found[1]) for found in _QUOTED.finditer(one.words)]
    return not any(" " in words for words in quoted) or not all(holds_words(known, words) for words in quoted)


def _keep(story: BriefingStory, wanted: Callable[[LineReference], bool]) -> BriefingStory:
    """The story with only the lines for which ``wanted`` is true."""
    sides = []
    for side in story.sides:
        voices = [replace(voice, lines=tuple(filter(wanted, voice.lines))) for voice in side.voices]
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
