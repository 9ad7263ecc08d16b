"""Statements run together by "and", on short invented texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.patterns.measure import seconds_of
from bot.domain.text import Span
from bot.nlp.structure.coordination import split_coordinated
from bot.nlp.tagger.tagged_text import AttributionLink


def link(text: str, cue: str, content: str) -> AttributionLink:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return AttributionLink(span("She"), span(cue), (span(content),), 0.9, 0.9)


def parts(text: str, cue: str, content: str) -> list[tuple[str | None, str]]:
    found = split_coordinated(text, link(text, cue, content))
    return [(one.cue.of(text) if one.cue else None, one.content[0].of(text)) for one in found]


def test_a_verb_after_and_begins_another_statement() -> None:
    text = (
        "She stressed the value of the harbour treaty, and also thanked the crew of the ferry and praised the weather."
    )
    content = text[len("She stressed ") : -1]
    assert parts(text, "stressed", content) == [
        ("stressed", "the value of the harbour treaty"),
        ("thanked", "the crew of the ferry"),
        ("praised", "the weather"),
    ]
    first, second, _ = split_coordinated(text, link(text, "stressed", content))
    assert first.source is not None
    assert second.source is None
    assert second.score == first.score


@pytest.mark.parametrize(("opens", "closes"), [("“", "”"), ('"', '"')])
def test_a_verb_after_a_quotation_that_has_ended_begins_another_statement(opens: str, closes: str) -> None:
    content = f"the crew was {opens}tired and praised by all,{closes} but cautioned against snow in May"
    assert parts(f"She said {content}.", "said", content) == [
        ("said", f"the crew was {opens}tired and praised by all,{closes}"),
        ("cautioned", "against snow in May"),
    ]


@pytest.mark.parametrize(
    ("clause", "verb", "second"),
    [
        ("the boats had been searched", "demanded", "an apology from the harbour master"),
        ("he was glad that the ferry had sailed", "said", "Tarsk would never close the strait"),
        ("there is a procedure for appeals", "encouraged", "those affected to use it"),
    ],
)
def test_a_verb_after_a_clause_in_which_nobody_acts_begins_another_statement(
    clause: str, verb: str, second: str
) -> None:
    content = f"{clause} but {verb} {second}"
    assert parts(f"She told us {content}.", "told", content) == [("told", clause), (verb, second)]


@pytest.mark.parametrize(
    "content",
    [
        "the boats are safe “and she thanked the crew and praised the harbour master”",
        "that the crew waited and thanked the harbour master",  # the crew thanked
        "the crew who waited and thanked the harbour master",
        "“the crew and thanked the harbour master”",
        "the crew and painted the harbour wall",  # no verb of saying
        "the tired and promised",
        "the harbour master and agreed fees",
    ],
)
def test_what_may_be_one_stays_one(content: str) -> None:
    assert parts(f"She praised {content}.", "praised", content) == [("praised", content)]


def test_the_month_of_may_is_no_verb() -> None:
    content = "the May 27 statement of the harbours and committed to a treaty"
    assert len(parts(f"She reaffirmed {content}.", "reaffirmed", content)) == 2


def test_a_cue_that_is_no_past_verb_is_left_alone() -> None:
    content = "the crew and thanked the harbour master"
    assert parts(f"She will praise {content}.", "will praise", content) == [("will praise", content)]


@given(st.text(st.sampled_from("ab, and thanked.\n“”"), max_size=80))
def test_the_parts_stay_inside_in_order_and_apart(words: str) -> None:
    text = f"She praised x{words}x."
    content = text[len("She praised ") : -1]
    spans = [one.content[0] for one in split_coordinated(text, link(text, "praised", content))]
    assert spans == sorted(spans)
    assert spans[-1].end == len(text) - 1
    assert all(one.end < other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    "content",
    [
        "“No" + " " * 20_000 + ",”",
        "“a” and pressed " * 3_000,
        "the treaty and stressed the crew " * 3_000,
        " and" * 20_000,
        "the crew" + " " * 20_000 + "and",
    ],
)
def test_no_content_is_so_made_that_it_takes_long(content: str) -> None:
    text = f"Orla Venn stressed {content} x"
    one = AttributionLink(Span(0, 9), Span(10, 18), (Span(19, len(text) - 2),), 0.9, 0.9)
    assert seconds_of(lambda words: split_coordinated(words, one), text, 5.0) < 1.0  # seconds, or no stack left, before


def test_as_many_statements_as_there_are_verbs() -> None:
    text = "Orla Venn stressed the treaty" + " and stressed the crew" * 2_000
    one = AttributionLink(Span(0, 9), Span(10, 18), (Span(19, len(text)),), 0.9, 0.9)
    assert len(split_coordinated(text, one)) == 2_001
