"""Messages without a question: a name alone asks what it said, a few other words what was said about them. Pure."""

from collections.abc import Sequence

from bot.domain.folding import fold_words
from bot.questions.named_entities import find_named_entities
from bot.questions.parse import clean
from bot.questions.question import Kind, Question
from bot.questions.vocabulary import common_words

MOST_WORDS = 4
"""Maximum words of a topic alone."""
_LONGEST = 80
_EDGES = " \t.,:;!¿¡…-–—\"'()"


def parse_bare_name(text: str, names: Sequence[str]) -> Question | None:
    """The question that a name asks, None if ``text`` is anything else; ``names`` are those in the archive."""
    bare = _strip(text)
    named = find_named_entities(bare, names)
    if len(named) != 1 or fold_words(named[0].span.of(bare)) != fold_words(bare):
        return None
    return Question(Kind.SAID, who=named[0].name)


def find_topic(text: str) -> str:
    """The few words that ``text`` is; "" for more, for a question, and for words that questions are made of."""
    bare = _strip(text)
    words = fold_words(bare).split()
    return bare if 0 < len(words) <= MOST_WORDS and "?" not in bare and common_words().isdisjoint(words) else ""


def _strip(text: str) -> str:
    bare = clean(text).strip(_EDGES)
    return bare if len(bare) <= _LONGEST else ""
