"""Quotations without a cue, on short invented texts: whose they are, and when they stay nobody's."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import Span
from bot.nlp.structure.unattributed_quotations import attribute_quotations
from bot.nlp.tagger.tagged_text import AttributionLink

Said = tuple[str | None, str | None, list[str]]


def link(text: str, source: str, cue: str, *content: str, statement: float = 0.9) -> AttributionLink:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return AttributionLink(span(source), span(cue), tuple(span(one) for one in content), 0.8, statement)


def said(text: str, *links: AttributionLink) -> list[Said]:
    return [
        (
            one.source.of(text) if one.source else None,
            one.cue.of(text) if one.cue else None,
            [piece.of(text) for piece in one.content],
        )
        for one in attribute_quotations(text, links)
    ]


BROKEN = "“Every time you wait,” Dahl said, pointing at the map, “we lose another harbour.”"


def test_a_quotation_goes_on_in_its_paragraph() -> None:
    text = "“We can wait for the ice,” Dahl said. “If it melts in May, that is always a lot.”\n\nThe harbour was quiet."
    assert said(text, link(text, "Dahl", "said", "“We can wait for the ice,”")) == [
        ("Dahl", "said", ["“We can wait for the ice,”", "“If it melts in May, that is always a lot.”"]),
    ]


def test_after_reported_words_it_is_a_statement_of_its_own() -> None:
    text = "Dahl said that the harbour would wait for the ice. “If it melts in May, that is always a lot.”"
    first = link(text, "Dahl", "said", "the harbour would wait for the ice")
    assert said(text, first) == [
        ("Dahl", "said", ["the harbour would wait for the ice"]),
        ("Dahl", None, ["“If it melts in May, that is always a lot.”"]),
    ]
    _, second = attribute_quotations(text, [first])
    assert second.score < first.score


NEXT = "“We can wait for the ice,” Dahl told reporters.\n\n“If it melts in May, that is always a lot.”\n\nIt was quiet."


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    assert said(NEXT, link(NEXT, "Dahl", "told", "“We can wait for the ice,”")) == [
        ("Dahl", "told", ["“We can wait for the ice,”"])
    ]  # "reporters" may be anybody's: the paragraph does not end with who spoke
    text = NEXT.replace("told reporters", "said")
    assert said(text, link(text, "Dahl", "said", "“We can wait for the ice,”")) == [
        ("Dahl", "said", ["“We can wait for the ice,”"]),
        ("Dahl", None, ["“If it melts in May, that is always a lot.”"]),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n\nIt was", "\n\nsaid Okafor. It was"),
        ("that is always a lot.”", "that is always a lot.” It was a lot."),
        ("“If it", "“if it"),
        ("Dahl said.", "Dahl said. The hall laughed."),
        ("that is always a lot.”", "that is always”"),
        ("“If it melts in May, that is always a lot.”", "“The ice is melting.”"),
        ("“If it melts in May, that is always a lot.”", "‘If it melts in May, that is always a lot.’"),
    ],
    ids=["another's", "more in it", "lower case", "a sentence between", "no sentence", "too short", "single marks"],
)
def test_a_paragraph_that_may_be_anothers_stays_nobodys(old: str, new: str) -> None:
    text = NEXT.replace("told reporters", "said").replace(old, new)
    first = link(text, "Dahl", "said", "“We can wait for the ice,”")
    assert said(text, first) == [("Dahl", "said", ["“We can wait for the ice,”"])]


def test_after_a_thought_nobody_goes_on() -> None:
    text = "“We can wait for the ice,” Dahl thought. “If it melts in May, that is always a lot.”"
    first = link(text, "Dahl", "thought", "“We can wait for the ice,”", statement=0.1)
    assert len(attribute_quotations(text, [first])) == 1


PIECES = st.sampled_from(
    ["“", "”", '"', "«", "»", "Dahl said", ", ", ". ", "\n", "— ", "We go", "we go", " ", "Ice Ltd"]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.data())
def test_nothing_is_lost_and_everything_is_in_the_text(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=9)))
    spans = [Span(a, b) for a, b in pairwise(cuts)]
    links = [AttributionLink(None, one, (other,), 0.8, 0.9) for one, other in pairwise(spans)]
    found = attribute_quotations(text, links)
    assert len(found) >= len(links)
    for one in found:
        assert list(one.content) == sorted(one.content)
        assert all(span.of(text) for span in one.content)
        assert all(not a.overlaps(b) for a, b in pairwise(one.content))


def test_a_quotation_that_goes_on_from_its_subject_needs_no_cue_of_the_next_sentence() -> None:
    text = "Asked about the harbour, Dahl “explained the need to respect the law.” She also added that it was late."
    found = said(text, link(text, "She", "also", "Dahl “explained the need to respect the law.”"))
    assert found == [("Dahl", None, ["“explained the need to respect the law.”"])]


def test_a_quotation_that_goes_on_from_its_subject_keeps_a_cue_of_its_own_sentence() -> None:
    text = "Venn said Dahl “explained the need to respect the law.”"
    whole = ("Venn", "said", ["Dahl “explained the need to respect the law.”"])
    assert said(text, link(text, *whole[:2], *whole[2])) == [whole]
