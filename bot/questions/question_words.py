"""Finds small talk and possible names in a message. Runs in a worker process, because the text is untrusted."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.domain.folding import fold_words
from bot.questions.named_entities import find_named_entities, name_words
from bot.questions.parse import LONGEST, clean, parse_question
from bot.questions.question import Kind, Question
from bot.questions.small_talk import SmallTalkKind, find_small_talk
from bot.questions.vocabulary import common_words

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


MOST_WORDS = 4
"""Maximum words of a topic alone."""
_LONGEST = 80
_EDGES = " \t.,:;!¿¡…-–—\"'()"


def parse_message(text: str, names: Sequence[str], now: datetime, zone: tzinfo) -> tuple[Question | None, str]:
    """The question in ``text``, or None and its few words if they may be a topic. See ``parse_question``."""
    if question := parse_question(text, names, now, zone):
        return question, ""
    bare = clean(text).strip(_EDGES)
    if len(bare) > _LONGEST:
        return None, ""
    named = find_named_entities(bare, names)
    if len(named) == 1 and fold_words(named[0].span.of(bare)) == fold_words(bare):
        return Question(Kind.SAID, who=named[0].name), ""
    return None, _find_topic(bare)


def _find_topic(bare: str) -> str:
    words = fold_words(bare).split()
    asks = "?" in bare or not common_words().isdisjoint(words)
    return bare if 0 < len(words) <= MOST_WORDS and not asks else ""
