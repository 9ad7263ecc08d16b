"""Every regular expression of the program takes time linear in its text, whatever the text.

The texts are made from each expression's own syntax tree (``benchmarks/patterns``). New expressions are found, too.
"""

import re

import pytest

from benchmarks.patterns.collect import Used, collect
from benchmarks.patterns.measure import Cost, worst_of_pattern

LENGTH = 20_000
MOST = 0.15
"""Seconds of a processor for ``LENGTH`` characters: linear ones take 0.02 at most, quadratic ones 0.2 to hours."""


def cost_of(pattern: str, method: str = "search") -> Cost:
    return worst_of_pattern(Used(re.compile(pattern), pattern, frozenset((method,))), sizes=(LENGTH,), limit=0.5)


@pytest.mark.timeout(1_200)  # a minute alone; other programs may disturb
def test_every_pattern_is_linear() -> None:
    used = collect()
    assert len(used) > 400
    costs = [worst_of_pattern(one, sizes=(LENGTH,)) for one in used]
    slow = {cost.name: (cost.seconds[-1], str(cost.text)) for cost in costs if cost.seconds[-1] > MOST}
    # what is slow once may have been the machine
    again = {one.where: worst_of_pattern(one, sizes=(LENGTH,)).seconds[-1] for one in used if one.where in slow}
    assert not {name: slow[name] for name, seconds in again.items() if seconds > MOST}


@pytest.mark.parametrize(
    "pattern",
    [
        r"<[^>]*>",
        r",?\s+(?:and|but)\s+",
        r"\s+$",
        r"(?<!\w)['‘].+['’](?!\w)",
        r"(?:a|aa)+$",
        r"(?:had |to |had to )*x",
        r"[A-Z][\w’'-]*,\s",
        r"\s*(?:-)\s*",
        r"charset\s*=\s*[\"']?\s*(\w)",
        r"\(.*?\)",
    ],
)
def test_what_is_not_linear_is_found(pattern: str) -> None:
    assert cost_of(pattern).seconds[-1] > MOST


@pytest.mark.parametrize("pattern", [r"<[^<>]*+>", r"(?:,|(?<!\s))\s++(?:and|but)\b", r"\w+", r"(?<!a)a++b"])
def test_what_is_linear_is_let_pass(pattern: str) -> None:
    assert cost_of(pattern).seconds[-1] < MOST
