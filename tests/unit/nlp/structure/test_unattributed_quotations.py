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


def test_a_quotation_broken_off_goes_on_after_the_aside() -> None:
    whole = ("Dahl", "said", ["“Every time you wait,”", "“we lose another harbour.”"])
    first = link(BROKEN, "Dahl", "said", "“Every time you wait,”")
    assert said(BROKEN, first) == [whole]


def test_a_second_half_is_taken_from_the_aside_that_swallowed_it() -> None:
    first = link(BROKEN, "Dahl", "said", "“Every time you wait,”")
    aside = link(BROKEN, "Dahl", "pointing", "at the map, “we lose another harbour.”")
    assert said(BROKEN, first, aside) == [
        ("Dahl", "said", ["“Every time you wait,”", "“we lose another harbour.”"]),
        ("Dahl", "pointing", ["at the map, "]),
    ]


def test_a_second_half_that_is_all_of_another_statement_stays_there() -> None:
    first = link(BROKEN, "Dahl", "said", "“Every time you wait,”")
    other = link(BROKEN, "map", "pointing", "“we lose another harbour.”")
    assert said(BROKEN, first, other) == [
        ("Dahl", "said", ["“Every time you wait,”"]),
        ("map", "pointing", ["“we lose another harbour.”"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“Every time you wait,” Dahl said, pointing at the map, “We lose another harbour.”",
        "“Every time you wait,” Dahl said. She saw that, “we lose another harbour.”",
        "“Every time you wait,” Dahl said of the\nmap, “we lose another harbour.”",
        "“Every time you wait” Dahl said, pointing, “we lose another harbour.”",
        "“Every time you wait,” Dahl said, pointing at "
        + "the old map and " * 20
        + "walls, “we lose another harbour.”",
    ],
    ids=["a capital", "a new sentence", "a new line", "no comma", "too far"],
)
def test_what_is_not_broken_off_is_left_alone(text: str) -> None:
    first = text[: text.index("”") + 1]
    assert said(text, link(text, "Dahl", "said", first)) == [("Dahl", "said", [first])]


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


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We do not get our harbours back.” — Solveig Dahl\n\nIt was quiet.", "Solveig Dahl"),
        ("“We do not get our harbours back.”\n\n– Joint statement of the pilots", "Joint statement of the pilots"),
        ("“We do not get our harbours back.” - Solveig Dahl, harbour minister.", "Solveig Dahl, harbour minister"),
        ("“We do not get our harbours back.”\n\n- The ministry of ice closed its doors", None),
        ("“We do not get our harbours back.”\nSolveig Dahl, Minister for Ice\n\nIt was quiet.", "Solveig Dahl"),
        ("“We do not get our harbours back.”\nSolveig Dahl, from Oslo", None),
        ("“We do not get our harbours back.”\nSolveig Dahl, the minister, was late.", None),
        ("“We do not get our harbours back.” — Reuters", None),
        ("“We do not get our harbours back.” — She Was Late", None),
        ("“We do not get our harbours back.” – Dahl is the minister of ice", None),
        ("He saw “We do not get our harbours back.” — Solveig Dahl", None),
    ],
)  # fmt: skip
def test_a_signature(text: str, who: str | None) -> None:
    expected: list[Said] = [(who, None, ["“We do not get our harbours back.”"])] if who else []
    assert said(text) == expected


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


def test_a_quotation_that_runs_on_over_paragraphs_is_all_whose_it_began() -> None:
    text = "The minister, Dahl, said:\n\n“We have seen the ice.\n\nThe mayor was told that it melts.”\n\nIt rained."
    first = link(text, "Dahl", "said", "“We have seen the ice.")
    inside = link(text, "The mayor", "was told", "it melts")
    assert said(text, first, inside) == [
        ("Dahl", "said", ["“We have seen the ice.", "The mayor was told that it melts.”"]),
        ("The mayor", "was told", ["it melts"]),
    ]


def test_a_quotation_before_the_cue_of_what_goes_on_is_part_of_it() -> None:
    text = "It rained. “We hide nobody,” Dahl said. “We count boats.” He left."
    both = ("Dahl", "said", ["“We hide nobody,”", "“We count boats.”"])
    assert said(text, link(text, "Dahl", "said", "“We count boats.”")) == [both]


@pytest.mark.parametrize(
    "text",
    [
        "On “We hide nobody,” Dahl said. “We count boats.” He left.",  # a title
        "“We hide nobody”, a book. Dahl said. “We count boats.” He left.",
        "“We hide nobody.” Dahl said. “We count boats.” He left.",
    ],
)
def test_what_does_not_lead_to_the_cue_is_not(text: str) -> None:
    assert said(text, link(text, "Dahl", "said", "“We count boats.”"))[0][2] == ["“We count boats.”"]


def test_a_quotation_that_goes_on_from_its_subject_needs_no_cue_of_the_next_sentence() -> None:
    text = "Asked about the harbour, Dahl “explained the need to respect the law.” She also added that it was late."
    found = said(text, link(text, "She", "also", "Dahl “explained the need to respect the law.”"))
    assert found == [("Dahl", None, ["“explained the need to respect the law.”"])]


def test_a_quotation_that_goes_on_from_its_subject_keeps_a_cue_of_its_own_sentence() -> None:
    text = "Venn said Dahl “explained the need to respect the law.”"
    whole = ("Venn", "said", ["Dahl “explained the need to respect the law.”"])
    assert said(text, link(text, *whole[:2], *whole[2])) == [whole]
