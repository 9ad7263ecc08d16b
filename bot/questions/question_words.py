"""Finds small talk and possible names in a message. Runs in a worker process, because the text is untrusted."""

from bot.questions.named_entities import name_words
from bot.questions.parse import LONGEST, clean
from bot.questions.small_talk import SmallTalkKind, find_small_talk

LONGEST_MESSAGE = 4_000
"""Maximum characters of a message (Discord's own limit); longer ones are ignored."""


def find_question_words(text: str) -> tuple[SmallTalkKind | None, tuple[str, ...]]:
    """The small talk that ``text`` is; otherwise its words that may be part of a name."""
    if len(text) > LONGEST_MESSAGE:
        return None, ()
    if talk := find_small_talk(text):
        return talk, ()
    cleaned = clean(text)
    return None, name_words(cleaned) if len(cleaned) <= LONGEST else ()
