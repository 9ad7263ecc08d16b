"""Builds hostile strings from a regular expression's own syntax tree.

A backtracking engine takes more than linear time if a string can be parsed in several ways. Such a string repeats
something that a part of the pattern matches. So each part's shortest samples are repeated, after what leads to that
part and before something that no part matches; what leads to it is repeated as well, because a search begins again at
each. Strings drawn at random from the tree find what needs several alternatives together ("date on date on" is four
words or two).
"""

import re
from collections.abc import Iterator
from random import Random
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_ALPHABET = " aA1.,é’'\"“”-\n\t<(\u00a0字"
_CATEGORIES = {
    code.CATEGORY_DIGIT: "1",
    code.CATEGORY_NOT_DIGIT: "a",
    code.CATEGORY_SPACE: " ",
    code.CATEGORY_NOT_SPACE: "a",
    code.CATEGORY_WORD: "a",
    code.CATEGORY_NOT_WORD: "-",
}
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_MOST_BRANCHES = 8
_MOST_PUMPS = 120
_LONGEST_PUMP = 700
"""Maximum characters of a repeated piece."""
_FEW = 8
"""Repetitions that cost nothing."""
_ENDS = ("\x00", "")
_DRAWN = 8
"""Random strings for each repeated part."""
_MOST_DRAWN = 100


def attacks(pattern: re.Pattern[str] | re.Pattern[bytes]) -> Iterator[tuple[str, str, str]]:
    """Prefix, repeated piece and end."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = parser.parse(
        text, pattern.flags & ~re.DEBUG if isinstance(pattern.pattern, str) else pattern.flags | re.ASCII
    )
    pumps: dict[tuple[str, str], None] = {("", letter): None for letter in _ALPHABET}
    for last in (False, True):  # the first and the last letter of a class
        for before, samples in _parts(tree, "", last=last):
            for sample in samples:
                for pump in (sample, before + sample, *((f"{sample} ",) if sample.strip() == sample else ())):
                    pumps[(before, pump)] = None
                    pumps[("", pump)] = None
            pumps[("", before)] = None
    kept = [pair for pair in pumps if 0 < len(pair[1]) <= _LONGEST_PUMP]
    if len(kept) > _MOST_PUMPS:
        half = _MOST_PUMPS // 2
        kept = kept[:half] + kept[half :: max(1, len(kept) // half)]
    for before, pump in kept:
        for end in _ENDS:
            yield before, pump, end
    chance = Random(ascii(text))  # noqa: S311 - the same strings in every run
    drawn = {drawn: None for _ in range(_DRAWN) for drawn in _draw_loops(tree, "", chance)}
    for before, pump in chance.sample(list(drawn), min(len(drawn), _MOST_DRAWN)):
        yield before, pump, _ENDS[0]


def _draw_loops(tree: Any, before: str, chance: Random) -> Iterator[tuple[str, str]]:
    """For each repeated part: something that leads to it, and a few random repetitions."""
    lead = before
    for op, value in tree:
        if op in _REPEATS and value[1] > _FEW:
            pump = "".join(_draw(value[2], chance) for _ in range(chance.randint(1, 3))) + chance.choice(("", " "))
            if 0 < len(pump) <= _LONGEST_PUMP:
                yield lead, pump
        for inner in [value[2]] if op in _REPEATS else _inner(op, value):
            yield from _draw_loops(inner, lead, chance)
        lead += _draw([(op, value)], chance)


def _draw(tree: Any, chance: Random) -> str:
    """A random string that ``tree`` matches, ignoring assertions."""
    drawn = []
    for op, value in tree:
        if op is code.IN:
            drawn.append(chance.choice(_of_class(value) or [""]))
        elif op is code.ANY:
            drawn.append(chance.choice("a ,"))
        elif op is code.BRANCH:
            drawn.append(_draw(chance.choice(value[1]), chance))
        elif op is code.SUBPATTERN:
            drawn.append(_draw(value[3], chance))
        elif op is code.ATOMIC_GROUP:
            drawn.append(_draw(value, chance))
        elif op in _REPEATS:
            times = chance.randint(value[0], min(value[1], value[0] + 2))
            drawn.append("".join(_draw(value[2], chance) for _ in range(times)))
        else:
            drawn.append(_shortest([(op, value)]))
    return "".join(drawn)


def _parts(tree: Any, before: str, *, last: bool) -> Iterator[tuple[str, list[str]]]:
    """Each repeated part, with a short string that leads to it and samples of what it matches."""
    lead = before
    for number, (op, value) in enumerate(tree):
        if op in _REPEATS:
            least, most, inner = value
            once = _samples(inner)
            if most > _FEW:
                yield lead, once
                yield lead, [one + _shortest(list(tree[number + 1 : number + 3]), last=last) for one in once[:3]]
            if least > _FEW:  # nearly enough
                yield lead, [one * (least - 1) + " " for one in once[:3]]
            yield from _parts(inner, lead, last=last)
            lead += _shortest(inner, last=last) * max(least, 1)
            continue
        for inner in _inner(op, value):
            yield from _parts(inner, lead, last=last)
        lead += _shortest([(op, value)], last=last)


def _inner(op: Any, value: Any) -> list[Any]:
    if op is code.SUBPATTERN:
        return [value[3]]
    if op is code.BRANCH:
        return list(value[1])
    if op in (code.ASSERT, code.ASSERT_NOT):
        return [value[1]]
    if op is code.ATOMIC_GROUP:
        return [value]
    return []


def _samples(tree: Any) -> list[str]:
    """Short strings that ``tree`` matches, one for each of its alternatives."""
    samples = [""]
    for op, value in tree:
        if op is code.IN:
            ways = _of_class(value)
        elif op is code.BRANCH:
            ways = [one for branch in value[1][:_MOST_BRANCHES] for one in _samples(branch)[:2]]
        elif op is code.SUBPATTERN:
            ways = _samples(value[3])
        elif op is code.ATOMIC_GROUP:
            ways = _samples(value)
        elif op in _REPEATS:
            ways = [one * max(value[0], 1) for one in _samples(value[2])] + ([""] if not value[0] else [])
        else:
            ways = [_shortest([(op, value)])]
        samples = [one + way for one in samples[:_MOST_BRANCHES] for way in ways[: _MOST_BRANCHES * 2]][:24]
    return [one for one in dict.fromkeys(samples) if one]


def _shortest(tree: Any, *, last: bool = False) -> str:
    """A short string that ``tree`` matches; assertions are respected only if they require something."""
    made = []
    for op, value in tree:
        if op is code.LITERAL:
            made.append(chr(value))
        elif op is code.NOT_LITERAL:
            made.append(next(c for c in "a b" if ord(c) != value))
        elif op is code.ANY:
            made.append("a")
        elif op is code.IN:
            made.append((_of_class(value) or [""])[-1 if last else 0])
        elif op is code.BRANCH:
            made.append(min((_shortest(branch, last=last) for branch in value[1]), key=len))
        elif op is code.SUBPATTERN:
            made.append(_shortest(value[3], last=last))
        elif op is code.ATOMIC_GROUP:
            made.append(_shortest(value, last=last))
        elif op in _REPEATS:
            made.append(_shortest(value[2], last=last) * value[0])
        elif op is code.ASSERT and value[0] < 0:
            made.append(_shortest(value[1], last=last))
    return "".join(made)


def _of_class(items: Any) -> list[str]:
    negated = items[0][0] is code.NEGATE
    if negated:
        kept = [c for c in "a A1,.;-\n“" if not _in_class(ord(c), items[1:])]
        return kept[:5]
    taken = []
    for op, value in items:
        if op is code.LITERAL:
            taken.append(chr(value))
        elif op is code.RANGE:
            taken.append(chr(value[0]))
        elif op is code.CATEGORY:
            taken.append(_CATEGORIES[value])
    return taken[:12]


def _in_class(letter: int, items: Any) -> bool:
    for op, value in items:
        if op is code.LITERAL and value == letter:
            return True
        if op is code.RANGE and value[0] <= letter <= value[1]:
            return True
        if op is code.CATEGORY:
            char = chr(letter)
            holds = {
                code.CATEGORY_DIGIT: char.isdigit(),
                code.CATEGORY_NOT_DIGIT: not char.isdigit(),
                code.CATEGORY_SPACE: char.isspace(),
                code.CATEGORY_NOT_SPACE: not char.isspace(),
                code.CATEGORY_WORD: char.isalnum() or char == "_",
                code.CATEGORY_NOT_WORD: not (char.isalnum() or char == "_"),
            }
            if holds[value]:
                return True
    return False
