"""Finds names of people in a script without spaces: after a title, or with a dot between given and family name.

The end of a name follows from its letters (a family name and one or two more, or the characters used for foreign names)
and from what follows it, here and wherever else the text has it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.domain.text import UNSPACED, Span
from bot.nlp.lang.lexicon import Lexicon, load_lexicon

_DOTS = "·•・‧"
_FEWEST, _MOST, _LONGEST = 2, 4, 20
_MOST_NAMES, _MOST_WORDS = 300, 600
"""Maximum names that are taken from one text, and words that are counted in all of it."""


def find_names(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """The names of ``text``, in order."""
    letters, _, after = _patterns(lexicon.code)
    found: dict[int, Span] = {}
    times: dict[str, int] = {}
    for title in lexicon.pattern["titles.words"].finditer(text):
        span = _name_at(text, title.end(), lexicon, times)
        if span is not None:
            found.setdefault(span.start, span)
    taken = {place for span in found.values() for place in range(span.start, span.end)}
    for match in letters.finditer(text):
        span = _trimmed(match, after)
        if any(dot in span.of(text) for dot in _DOTS) and taken.isdisjoint(range(span.start, span.end)):
            found[span.start] = span
    yield from (found[start] for start in sorted(found)[:_MOST_NAMES])


def looks_like_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is as long as a name, and begins or is spelled like one."""
    letters, surname, _ = _patterns(lexicon.code)
    foreign = letters.fullmatch(word) is not None
    return len(word) >= _FEWEST and (foreign or (len(word) <= _MOST and surname.match(word) is not None))


@lru_cache(maxsize=4)
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns for a foreign name, a family name, and what may follow a name."""
    lexicon = load_lexicon(code)
    one = f"[{''.join(sorted(lexicon.lists['names.letters'].whole))}]"
    letters = re.compile(f"{one}{{1,8}}(?:[{_DOTS}]{one}{{1,8}}){{0,3}}")
    names = (
        "names.words_after",
        "leading_words",
        "prepositions",
        "conjunctions",
        "negations",
        "auxiliaries",
        "locatives",
    )
    words = lexicon.whole(*names).union(lexicon.writing.attached, *(act.whole for act in lexicon.acts.values()))
    after = "|".join(sorted(map(re.escape, words - {""}), key=len, reverse=True))
    return letters, lexicon.pattern["names.surnames"], re.compile(rf"[^{UNSPACED}{_DOTS}]|$|{after}")


def _name_at(text: str, start: int, lexicon: Lexicon, times: dict[str, int]) -> Span | None:
    """The name at ``start``: of its possible ends, the one where a word ends most often; the last if several do."""
    letters, surname, after = _patterns(lexicon.code)
    foreign = letters.match(text, start, start + _LONGEST)
    if foreign is not None and any(dot in foreign[0] for dot in _DOTS):
        return _trimmed(foreign, after)
    native = surname.match(text, start)
    ends = range(start + _FEWEST, (foreign.end() if foreign else start) + 1)
    if native is not None:
        ends = range(start + _FEWEST, max(native.end() + _FEWEST, ends.stop - 1) + 1)
    best, most = None, 0
    for end in ends:
        word = text[start:end]
        if len(word) < end - start or re.fullmatch(f"[{UNSPACED}]+", word) is None or _holds_word(after, word):
            break
        if word not in times and len(times) < _MOST_WORDS:
            times[word] = sum(1 for match in re.finditer(re.escape(word), text) if after.match(text, match.end()))
        if times.get(word) and times[word] >= most and not lexicon.pattern["titles.words"].fullmatch(word):
            best, most = Span(start, end), times[word]
    return best


def _trimmed(match: re.Match[str], after: re.Pattern[str]) -> Span:
    """A name without a two-character word that may follow one, and without anything after it."""
    words = (one for one in after.finditer(match[0]) if len(one[0]) >= _FEWEST and one.start() >= _FEWEST)
    end = next((one.start() for one in words), len(match[0]))
    return Span(match.start(), match.start() + end)


def _holds_word(after: re.Pattern[str], word: str) -> bool:
    """Whether ``word`` is, or contains after its first character, a word that may follow a name."""
    return any(match[0] and (match.start() or match[0] == word) for match in after.finditer(word))
