"""Decides whether a name is the subject of its clause."""

import re

from bot.domain.text import Span
from bot.nlp.speakers.names import NameMention

_GOES_ON = re.compile(
    r"\s+(?!and\b|of\b|who\b|in\b|from\b)[a-z]+|,\s+for\s+(?:his|her)\s+part\b|,\s+who\s+(?:has|had|took|came|met)\b"
)
_OPENS = re.compile(r"(?:^|[,;:]|\b(?:as|when|while|but|and|that|where))\W{0,4}$")


def is_subject(text: str, sentence: Span, mention: NameMention) -> bool:
    """Whether a name opens its clause and is followed by a verb: no apposition says who that is."""
    opens = _OPENS.search(text[max(sentence.start, mention.span.start - 60) : mention.span.start])
    return bool(opens) and not mention.possessive and _GOES_ON.match(text, mention.span.end) is not None
