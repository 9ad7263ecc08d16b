"""Follow-ups: what is new of a story that was posted in a channel, told on the story's own message.

Articles of the story that come in later are collected. The pauses grow from one follow-up to the next, so that a story
has two at most on its first day, and one a day afterwards.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

FIRST_PAUSE: Final = timedelta(hours=6)
"""Time between a story's message and its first follow-up."""
LONGEST_PAUSE: Final = timedelta(hours=24)
EXPIRES_AFTER: Final = timedelta(hours=24)
"""A follow-up that could not be sent for this long is no longer news."""
AGAIN: Final = timedelta(hours=1)
"""Delay before a follow-up is composed whose story's message is not sent yet."""


class FollowUps(StrEnum):
    """Where what is new of a posted story goes: into a message of its own, a reply, or the message's thread."""

    NONE = "none"
    REPLY = "reply"
    THREAD = "thread"


def decide_due(told_at: datetime, count: int) -> datetime:
    """When the next follow-up is due: ``told_at`` is when the story was last told, with ``count`` follow-ups so far."""
    return told_at + min(LONGEST_PAUSE, FIRST_PAUSE * (1 << min(count, 8)))
