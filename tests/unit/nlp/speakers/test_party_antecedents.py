"""What "it" means: a state, a body or a document named before."""

import pytest

from bot.domain.text import Span
from bot.nlp.speakers.discourse_state import DiscourseState
from bot.nlp.speakers.document_context import build_context
from bot.nlp.speakers.party_antecedents import find_parties, resolve_it


def floor_of(text: str) -> DiscourseState:
    return DiscourseState(build_context(text), ())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norway has shut the port. It blames the fog.", "Norway"),
        ("Oslo has shut the port. It blames the fog.", "Oslo"),
    ],
)
def test_it_is_a_state_that_has_not_spoken(text: str, who: str) -> None:
    at = text.index("It ")
    answer = resolve_it(floor_of(text), Span(at, at + 2))
    assert answer.speaker is not None
    assert answer.speaker.name == who


def test_candidates_are_states_documents_and_nothing() -> None:
    text = "The Harbour Watch read a long report. Norway was named. It was late."
    at = text.index("It ")
    found = find_parties(floor_of(text), Span(at, at + 2))
    assert {(one.name, one.kind) if one else None for one in found} == {
        ("long report", "document"),
        ("Norway", "state"),
        None,
    }


def test_a_text_without_any_names_nothing() -> None:
    assert resolve_it(floor_of("It was late."), Span(0, 2)).speaker is None
