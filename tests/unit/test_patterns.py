"""What ``benchmarks/patterns`` finds. In ``.ci/run`` it holds every regular expression to linear time."""

import re

import pytest

from benchmarks.patterns.collect import Used
from benchmarks.patterns.measure import Cost, worst_of_pattern

pytestmark = pytest.mark.slow

LENGTH = 20_000
MOST = 0.15
"""Seconds of a processor for ``LENGTH`` characters: linear ones take 0.02 at most, quadratic ones 0.2 to hours."""


def cost_of(pattern: str, method: str = "search") -> Cost:
    return worst_of_pattern(Used(re.compile(pattern), pattern, frozenset((method,))), sizes=(LENGTH,), limit=0.2)


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
        r"^(?:date(?: (?:time|date|on))*|on|time)(?: (?:date(?: (?:time|date|on))*|on|time))*$",
    ],
)
def test_what_is_not_linear_is_found(pattern: str) -> None:
    assert cost_of(pattern).seconds[-1] > MOST


@pytest.mark.parametrize("pattern", [r"<[^<>]*+>", r"(?:,|(?<!\s))\s++(?:and|but)\b", r"\w+", r"(?<!a)a++b"])
def test_what_is_linear_is_let_pass(pattern: str) -> None:
    assert cost_of(pattern).seconds[-1] < MOST
