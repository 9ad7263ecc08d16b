"""Who speaks is found in linear time, however many names, places and offices stand in one sentence."""

from collections.abc import Callable
from itertools import product
from pkgutil import resolve_name
from typing import Any

import pytest

from benchmarks.patterns.functions import invented_tagging
from bot.nlp.attributions import find_attributions

SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru")
NAMES = ["".join(one).capitalize() for one in product(SYLLABLES, repeat=3)]
SIZES = (300, 600)


@pytest.mark.parametrize(
    ("function", "piece"),
    [
        ("bot.domain.text:Span.contains", "Norway "),
        ("bot.nlp.speakers.people:compatible", "{0} Venn, spokesman, said he knew. "),
        ("bot.nlp.speakers.office_descriptions:OfficeDescriptions._is_other", "{0} {0}s met the minister and he said "),
        ("bot.nlp.speakers.country_features:_set", "{0} {0}s said he went to Norway, "),
    ],
)
def test_what_is_compared_grows_with_the_text(function: str, piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compare: Callable[..., Any] = resolve_name(function)
    calls = 0

    def counted(*values: Any) -> Any:
        nonlocal calls
        calls += 1
        return compare(*values)

    monkeypatch.setattr(function.replace(":", "."), counted)
    found = []
    for size in SIZES:
        calls = 0
        text = "".join(piece.format(name) for name in NAMES[:size])
        find_attributions(text, invented_tagging(text))
        found.append(calls)
    assert found[1] < 2.2 * found[0] + 100
