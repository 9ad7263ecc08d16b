"""Runs of sentences that a quotation goes through."""

import pytest

from bot.nlp.sentences import find_sentences
from bot.nlp.summary.quotation_runs import find_quotation_runs


def runs(text: str) -> list[tuple[int, bool]]:
    """Length of each run in sentences, and whether it is whole."""
    spans = find_sentences(text)
    found = find_quotation_runs([s.of(text) for s in spans], [text.count("\n", 0, s.start) for s in spans])
    assert [place for run in found for place in run.places] == list(range(len(spans)))
    return [(len(run.places), run.whole) for run in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arlen agreed. Brock agreed.", [(1, True), (1, True)]),
        ("“We agree,” he said. “We do.” Then they left.", [(1, True), (1, True), (1, True)]),
        ("He said: “We agree. We do. We will.” They left.", [(3, True), (1, True)]),
        ('He said: "We agree. We do." They left.', [(2, True), (1, True)]),
        ('He said, "We agree". She said, "So do we".', [(1, True), (1, True)]),
        ("He said: ‘We agree. We do.’ They left.", [(2, True), (1, True)]),
        ("Il dit : « Oui. Bien sûr. » Fin.", [(2, True), (1, True)]),
        ("„Ja. Gut.“ Ende.", [(2, True), (1, True)]),
        ("The ministers’ plan isn’t Arlen’s. They left.", [(1, True), (1, True)]),
        ("Since the ’90s it grew. They left.", [(1, True), (1, True)]),
        ("“We agree. We do.\n“We will,” he said.", [(2, False), (1, True)]),
        ("They left.” He stayed.", [(1, False), (1, True)]),
        ("“The word ‘never’ is long. It is over.” He left.", [(2, True), (1, True)]),
        ("", []),
    ],
)
def test_runs(text: str, expected: list[tuple[int, bool]]) -> None:
    assert runs(text) == expected
