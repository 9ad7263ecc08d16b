"""Whom a pronoun means, by what its candidates are described with."""

from bot.domain.text import Span
from bot.nlp.speakers.antecedents import find_candidates
from tests.unit.nlp.speakers.invented import context_of, span


def test_a_name_in_the_words_that_end_before_the_pronoun_is_in_his_own_words() -> None:
    text = "President Tam Venn spoke. He left with envoy Bo Roe. “With Ivar Dahl we have a plan,” he said."
    context = context_of(text, "Tam Venn", "Bo Roe", "Ivar Dahl")
    words, at = span(text, "“With Ivar Dahl we have a plan,”"), Span(text.index(" he said") + 1, text.index(" said."))
    candidates = find_candidates(context, at, "m", [], (words,), {})
    found = {person.name: features for person, features in candidates.items() if person}
    assert {name for name, features in found.items() if features.get("own words")} == {"Ivar Dahl"}


def test_an_owner_is_told_from_whom_they_have() -> None:
    text = "It rained. Mr. Tam Venn’s adviser, Bo Roe, came. Envoy Ivar Dahl’s boat left. He said so."
    context = context_of(text, "Tam Venn", "Bo Roe", "Ivar Dahl")
    at = span(text, "He")
    candidates = find_candidates(context, at, "m", [], (), {})
    found = {person.name: features for person, features in candidates.items() if person}
    assert {name for name, features in found.items() if features.get("owner of person")} == {"Tam Venn"}
    assert not any(features.get("heads paragraph") for features in found.values())
