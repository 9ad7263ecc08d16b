"""Tells verbs of saying that name nobody: "it is said that", "reportedly"."""

from itertools import takewhile

from bot.domain.text import Span
from bot.nlp.lang.lexicon import Lexicon

_LOOKED_AT = 30
"""A number of characters that contains a verb's auxiliaries and its subject."""


def is_impersonal(text: str, cue: Span, lexicon: Lexicon) -> bool:
    """Whether the verb of a cue says by itself that somebody unnamed speaks.

    Its form shows it, or an impersonal pronoun before it that a clause of what is said follows: "se dice que".
    """
    if lexicon.writing.unspaced:
        return False
    lists = lexicon.lists
    words = lexicon.words(text, cue.start, cue.end)
    before = lexicon.words(text, max(0, cue.start - _LOOKED_AT), cue.start)[::-1]
    if any(word.of(lists["impersonal.alone"]) for word in words):
        return not any(word.of(lists["documents.words"]) for word in before)  # "in the document it says"
    if not words or not words[-1].of(lists["impersonal.verbs"]):
        return False
    auxiliary = list(takewhile(lambda word: lexicon.has(word, "auxiliaries", "negations"), before))
    marked = [*words[:-1], *auxiliary, *before[len(auxiliary) : len(auxiliary) + 1]]
    if not any(word.forms[0] in lists["impersonal.pronouns"].whole for word in marked):
        return False
    after = lexicon.words(text, cue.end, min(len(text), cue.end + _LOOKED_AT))
    return not lists["impersonal.clauses"].entries or any(word.of(lists["impersonal.clauses"]) for word in after[:1])
