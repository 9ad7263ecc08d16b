"""Statements in relative clauses between commas, on short invented texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import Span
from bot.nlp.structure.relative_clauses import end_relative_clauses, name_antecedents
from bot.nlp.tagger.tagged_text import AttributionLink

TEXT = "She cited the harbour fire, which pilots have blamed on the port, the spring flood, and the price of ice."


def link(text: str, source: str, cue: str, content: str) -> AttributionLink:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return AttributionLink(span(source), span(cue), (span(content),), 0.8, 0.9)


def closed(text: str, *links: AttributionLink) -> list[list[str]]:
    return [[piece.of(text) for piece in one.content] for one in end_relative_clauses(text, links)]


def inner(text: str) -> AttributionLink:
    return link(text, "pilots", "have blamed", text[text.index("on the port") :].rstrip("."))


def test_a_list_that_the_clause_interrupted_goes_on_as_whose_it_was() -> None:
    outer = link(TEXT, "She", "cited", "the harbour fire")
    assert closed(TEXT, outer, inner(TEXT)) == [
        ["the harbour fire", "the spring flood, and the price of ice"],
        ["on the port"],
    ]


def test_nobody_gets_the_rest_where_nobody_was_interrupted() -> None:
    assert closed(TEXT, inner(TEXT)) == [["on the port"]]
    elsewhere = link(TEXT, "She", "cited", "the harbour")
    assert closed(TEXT, elsewhere, inner(TEXT)) == [["the harbour"], ["on the port"]]


def test_what_another_statement_has_is_not_given_away() -> None:
    outer = link(TEXT, "She", "cited", "the harbour fire")
    other = AttributionLink(None, None, (Span(TEXT.index("the price"), len(TEXT) - 1),), 0.8, 0.9)
    assert closed(TEXT, outer, inner(TEXT), other)[0] == ["the harbour fire"]


def test_a_main_clause_goes_on_after_the_clause_and_is_nobodys() -> None:
    text = "She cited the harbour fire, which pilots have blamed on the port, was a warning and a loss."
    outer = link(text, "She", "cited", "the harbour fire")
    assert closed(text, outer, inner(text)) == [["the harbour fire"], ["on the port"]]


@pytest.mark.parametrize(
    "rest",
    [
        "in Wales in 2014",
        "especially the crew",
        "and on the crew",
        "including the crew",
        "with no proof",
        "who denied it",
    ],
)
def test_what_only_adds_may_still_be_his(rest: str) -> None:
    text = f"She cited the harbour fire, which pilots have blamed on the port, {rest}."
    assert closed(text, inner(text)) == [[f"on the port, {rest}"]]


@pytest.mark.parametrize(
    "text",
    [
        "She cited the harbour fire which pilots have blamed on the port, the flood, and the ice.",  # no comma opens it
        "She cited the harbour fire, and pilots have blamed on the port, the flood, and the ice.",
        "She cited the harbour fire, which pilots have blamed “on the port, the flood, and the ice”.",
        "She cited the harbour fire, which pilots have blamed on the port with its 20,000 gates.",
    ],
)
def test_other_commas_close_nothing(text: str) -> None:
    content = text[text.index("on the port") - ("“" in text) :].rstrip(".")
    assert closed(text, link(text, "pilots", "have blamed", content)) == [[content]]


WORDS = st.sampled_from([", which ", "pilots ", "said ", "the fire", ", ", "and ", "“", "”", ". ", "20,000 ", "was "])


@given(st.lists(WORDS, min_size=6, max_size=30).map("".join), st.data())
def test_spans_stay_inside_in_order_and_apart(text: str, data: st.DataObject) -> None:
    cuts = st.lists(st.integers(0, len(text)), min_size=6, max_size=6, unique=True).map(sorted)
    links = []
    for a, b, c, d, e, f in data.draw(st.lists(cuts, min_size=1, max_size=4)):
        links.append(AttributionLink(Span(a, b), Span(c, d), (Span(e, f),), 0.8, 0.9))
    found = end_relative_clauses(text, links)
    assert len(found) == len(links)
    for one in found:
        assert list(one.content) == sorted(one.content)
        assert all(span.of(text) for span in one.content)


@pytest.mark.parametrize(
    ("before", "pronoun", "after", "about"),
    [
        ("Oslo tested a new boat", ", which ", "was lost", "a new boat"),
        ("Oslo played video", " that ", "showed the harbour", "video"),
        ("The crew included Eric J. Dahl", ", who ", "had resigned", "Eric J. Dahl"),
        ("He wrote the story of the harbour", ", which ", "was lost", "the story of the harbour"),
        ("He fired a rocket Friday", " that ", "was lost", "a rocket"),
        ("A blast by a fan of Oslo", " that ", "was a joke", "a fan of Oslo"),
        ("Oslo tested a boat in the harbour", ", which ", "was lost", "which"),
        ("Oslo tested a boat last week", ", which ", "was lost", "a boat"),
        ("A blast on Monday night -", " which ", "was lost", "which"),
        ("They spoke of fires and boats", ", which ", "was bad", "which"),
    ],
)
def test_what_the_clause_is_about_stands_for_its_pronoun(before: str, pronoun: str, after: str, about: str) -> None:
    text = f"{before}{pronoun}Venn said {after}."
    start, venn = len(before) + pronoun.index(pronoun.strip(", ")), text.index("Venn said")
    which = Span(start, start + len(pronoun.strip(", ")))
    said = Span(text.index(after), text.index(after) + len(after))
    one = AttributionLink(Span(venn, venn + 4), Span(venn + 5, venn + 9), (which, said), 0.8, 0.9)
    [found] = name_antecedents(text, [one])
    expected = pronoun.strip(", ") if about == "which" else about
    assert [piece.of(text) for piece in found.content] == [expected, after]
