"""The telling words of an article."""

from hypothesis import given
from hypothesis import strategies as st

from bot.digests.keywords import Vocabulary
from bot.domain.text import Span

TEXT = (
    "The Kestrel Treaty was signed in May. Inspectors of the Kestrel said that the inspection is over.\n\n"
    "Monday’s talks on grain had been a disappointment."
)


def test_common_words_dates_and_the_parties_own_names_tell_nothing() -> None:
    words = [word.span.of(TEXT) for word in Vocabulary(TEXT, frozenset({"kestria"})).words]
    assert words == ["Treaty", "signed", "Inspectors", "inspection", "talks", "grain", "disappointment"]


def test_forms_of_a_word_are_one_and_names_are_told_from_sentence_openings() -> None:
    vocabulary = Vocabulary(TEXT, frozenset())
    stems = {word.span.of(TEXT): word.stem for word in vocabulary.words}
    assert stems["Inspectors"] == stems["inspection"]
    named = {word.span.of(TEXT): word.name for word in vocabulary.words}
    assert named["Treaty"]
    assert not named["Inspectors"]


def test_names_weigh_more_and_verb_forms_less() -> None:
    rarity = Vocabulary(TEXT, frozenset()).rarity
    assert rarity["kestre"] > rarity["grain"] > rarity["signed"]


@given(st.text("ab CD.\n’", max_size=60), st.integers(0, 60), st.integers(1, 60))
def test_within_is_what_lies_in_a_span(text: str, start: int, length: int) -> None:
    vocabulary = Vocabulary(text, frozenset())
    span = Span(start, start + length)
    found = [vocabulary.words[i] for i in vocabulary.within(span)]
    assert found == [word for word in vocabulary.words if span.contains(word.span)]
