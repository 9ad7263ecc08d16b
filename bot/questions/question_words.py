"""What a person's words ask, worked out in a worker process: words are strangers', and patterns are many."""

from bot.questions.named_entities import name_words
from bot.questions.parse import LONGEST, clean
from bot.questions.small_talk import SmallTalkKind, find_small_talk

LONGEST_MESSAGE = 4_000
"""Characters, Discord's own limit: what is longer is not even looked at. Mentions and emoji in it count for nothing."""


def find_question_words(text: str) -> tuple[SmallTalkKind | None, tuple[str, ...]]:
    """The small talk that ``text`` is; else the words of it that may be a part of a name."""
    if len(text) > LONGEST_MESSAGE:
        return None, ()
    if talk := find_small_talk(text):
        return talk, ()
    cleaned = clean(text)
    return None, name_words(cleaned) if len(cleaned) <= LONGEST else ()
