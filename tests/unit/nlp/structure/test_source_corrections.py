"""Whose words they are if the tagger takes another name of the sentence, on short invented texts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import Span
from bot.nlp.structure.source_corrections import correct_sources
from bot.nlp.tagger.tagged_text import AttributionLink
from tests.unit.nlp.tagged import tag

Said = tuple[str | None, list[str]]


def corrected(marked: str) -> list[Said]:
    text, tagging = tag(marked)
    links = correct_sources(text, tagging.links)
    return [(one.source.of(text) if one.source else None, [piece.of(text) for piece in one.content]) for one in links]


def test_a_speaker_in_commas_after_the_verb_speaks() -> None:
    [found] = corrected("{Mr. Venn,|said} [Mr. Roe, wanted to keep the harbour open].")
    assert found == ("Mr. Roe", ["Mr. Venn", "wanted to keep the harbour open"])


@pytest.mark.parametrize(
    "marked",
    [
        "{Mr. Venn|said} [Mr. Roe, wanted or not, may stay].",
        "{Mr. Venn,|said} [Mr. Roe, the mayor, would stay].",
        "{The mayor of Selm,|said} [nobody had asked].",
    ],
)
def test_other_names_after_a_verb_stay_in_the_words(marked: str) -> None:
    text, tagging = tag(marked)
    assert correct_sources(text, tagging.links) == list(tagging.links)


def test_both_speak() -> None:
    marked = "Both Captain Orla Venn, the head of the port, and {Mr. Roe, the mayor,|said} [that the harbour is open]."
    assert corrected(marked)[0][0] == "Both Captain Orla Venn, the head of the port, and Mr. Roe, the mayor,"
    marked = "Both ships left, Orla Venn said, and {Mr. Roe|said} [that the harbour is open]."
    assert corrected(marked)[0][0] == "Mr. Roe"


def called(text: str, source: str, cue: str, content: str) -> list[str]:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    link = AttributionLink(span(source), span(cue), (span(content),), 0.9, 0.9)
    return [piece.of(text) for piece in correct_sources(text, [link])[0].content]


def test_of_what_is_called_something_only_the_quotation_is_said() -> None:
    text = 'In the port there is no such thing as "a small leak," as its statements have described it.'
    assert called(text, "its statements", "have described", text[:57]) == ['"a small leak,"']
    text = "The leak is small, as its statements have described it."
    assert called(text, "its statements", "have described", "The leak is small") == ["The leak is small"]


@given(st.text(alphabet='Both and said, "“”as it ABc.\n', max_size=80))
def test_any_text_is_read(words: str) -> None:
    corrected(f"{words}{{Venn|called}} it {words} [{words or 'x'}]")


def test_long_texts_take_linear_time() -> None:
    marked = "Both and " * 4000 + "“as " * 4000 + "{Venn|called} it [a trick]."
    start = time.perf_counter()
    corrected(marked)
    assert time.perf_counter() - start < 1


def test_who_is_told_does_not_speak() -> None:
    text = "The board reports yearly to Selm Leaders. It meets in May."
    told = AttributionLink(Span(28, 40), Span(10, 17), (Span(42, 57),), 0.9, 0.9)
    assert correct_sources(text, [told]) == []


def test_who_stands_beside_the_speaker_does_not_speak() -> None:
    assert corrected("Mr. Venn rose and alongside {Mr. Roe|said}: [“The harbour is open.”]")[0][0] is None
    met = "Mr. Venn will go to Selm and meet with the mayor, Orla Dahl, and {Captain Roe|to discuss} [the port]."
    assert corrected(met)[0][0] is None
    assert corrected("Mr. Dahl stood up and {Mr. Roe|said}: [“The harbour is open.”]")[0][0] == "Mr. Roe"


def test_the_subject_of_an_opening_participle_stands_behind_it() -> None:
    marked = "By {Tam Roe|reported}. In {|calling} [the port “a ruin” and the fleet too small, Captain Venn is late]."
    text, tagging = tag(marked)
    link = AttributionLink(Span(3, 10), tagging.links[0].cue, tagging.links[0].content, 0.9, 0.9)
    [found] = correct_sources(text, [link])
    assert found.source is not None
    assert found.source.of(text) == "Captain Venn"
    assert found.content[0].of(text) == "the port “a ruin” and the fleet too small"


def test_who_closes_a_sentence_says_all_of_it() -> None:
    found = corrected("{The plan|calls for} [ships in every harbour], she adds.")
    assert found == [("she", ["The plan calls for ships in every harbour"])]
    found = corrected("{The plan|calls for} [ships in every harbour], she adds to her list.")
    assert found == [("The plan", ["ships in every harbour"])]
