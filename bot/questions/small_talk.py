"""Recognises small talk: greetings, thanks, goodbyes, and questions about the bot, each with one friendly answer."""

import re
from enum import StrEnum
from functools import lru_cache

from bot.questions.parse import clean
from bot.questions.vocabulary import fold_evenly, tables

LONGEST = 80
"""Maximum characters of small talk."""
_APART = re.compile(r"[\W_]+")
_NAMED = re.compile(r"\b(?:attache|bot|everyone|all|so much|again|dear)\b")


class SmallTalkKind(StrEnum):
    """The kind of small talk; ``SELF`` asks what the bot is or does."""

    HELLO = "hello"
    THANKS = "thanks"
    BYE = "bye"
    SELF = "self"


def find_small_talk(text: str) -> SmallTalkKind | None:
    """The small talk that the whole of ``text`` is, or None. Emoji are a greeting; an empty text asks for help."""
    cleaned = clean(text)
    if not cleaned:
        return SmallTalkKind.SELF
    if len(cleaned) > LONGEST:
        return None
    folded = " ".join(_APART.sub(" ", fold_evenly(cleaned).replace("'", "").replace("’", "")).split())
    if not folded:
        return SmallTalkKind.HELLO
    phrases = _phrases()
    named = " ".join(_NAMED.sub(" ", folded).split())
    if talk := phrases.get(folded) or phrases.get(named):
        return talk
    first, _, rest = named.partition(" ")
    return phrases.get(rest) if phrases.get(first) is SmallTalkKind.HELLO else None


@lru_cache(maxsize=1)
def _phrases() -> dict[str, SmallTalkKind]:
    return {phrase: SmallTalkKind(name) for name, line in tables()["talk"].items() for phrase in line.split("|")}
