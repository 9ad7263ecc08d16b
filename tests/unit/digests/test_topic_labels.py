"""The article's own phrase for what claims are about."""

import pytest

from bot.digests.keywords import Vocabulary
from bot.digests.two_sides_rows import find_label
from bot.domain.text import Span

TEXT = (
    "The opposition figure Alexey Navalny was jailed. Navalny appealed. The patrol boats left.\n\n"
    "Patrol boats of Oslo met the ferry. They denied sinking it.\n\nNavalny wrote from jail."
)


@pytest.mark.parametrize(
    ("stems", "label"),
    [
        ({"navaln"}, "Navalny"),
        ({"patrol", "boats"}, "patrol boats"),
        ({"ferry"}, "ferry"),
        ({"navaln", "ferry"}, "Navalny"),
        ({"denied", "sinkin"}, None),  # verbs are no phrase
        (set(), None),
    ],
)
def test_a_label_is_a_name_or_a_noun_of_the_text(stems: set[str], label: str | None) -> None:
    found = find_label(Vocabulary(TEXT, frozenset()), stems, [Span(0, len(TEXT))])
    assert (found.of(TEXT) if found else None) == label


def test_a_label_stands_where_the_claims_stand() -> None:
    found = find_label(Vocabulary(TEXT, frozenset()), {"navaln"}, [Span(0, 48)])
    assert found is not None
    assert found.of(TEXT) == "Alexey Navalny"
