"""The forms of the nominative that a name in another case may stand for: one that a woman or a man may have."""

from functools import lru_cache

from bot.nlp.lang.lexicon import fold, load_lexicon

_CODES = ("ru",)
"""Languages whose names have cases."""
_SHORTEST = 3
"""Letters of a name before its ending."""


@lru_cache(maxsize=4096)
def nominatives(word: str) -> tuple[str, ...]:
    """What the folded ``word`` may be in the nominative, the likeliest first; none for other scripts."""
    found: dict[str, None] = {}
    for code in _CODES:
        for written, others in sorted(load_lexicon(code).endings, key=lambda pair: -len(pair[0])):
            ending = fold(written)
            stem = word.removesuffix(ending)
            if _SHORTEST <= len(stem) < len(word):
                found |= {fold(stem + other): None for other in others}
    found.pop(word, None)
    return tuple(found)
