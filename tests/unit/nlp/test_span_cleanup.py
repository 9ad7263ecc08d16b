"""Links made tidy, on short invented texts, by what comes out at the end."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.attribution import Attribution
from bot.domain.text import Span
from bot.nlp.attributions import find_attributions
from bot.nlp.tagger.tagged_text import AttributionLink, TaggedText
from tests.unit.nlp.tagged import tag


def read(marked: str, *names: str) -> tuple[str, tuple[Attribution, ...]]:
    text, tagging = tag(marked, *names)
    return text, find_attributions(text, tagging)


def contents(text: str, one: Attribution) -> list[str]:
    return [span.of(text) for span in one.content]


def test_what_only_points_back_is_no_statement() -> None:
    assert read("{Minister Birna Dahl|asked about} [it].", "Birna Dahl")[1] == ()


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("that the harbour is open", "the harbour is open"),
        (", that the harbour is open,", "the harbour is open"),
        ("whether the harbour is open", "whether the harbour is open"),
        ("that harbour", "that harbour"),
        (": “It is.”", "“It is.”"),
        ("– the harbour is open ", "the harbour is open"),
        ("thatcher’s roof", "thatcher’s roof"),
    ],
)
def test_content_begins_after_that_and_the_comma(content: str, kept: str) -> None:
    text, [one] = read(f"{{Minister Birna Dahl|said}} [{content}].", "Birna Dahl")
    assert contents(text, one) == [kept]


def test_content_ends_with_its_sentence_after_a_state() -> None:
    marked = "{Minister Birna Dahl|said} [she would keep the “pact” with the U.S. Trump complained about it]."
    text, [one] = read(marked, "Birna Dahl")
    assert contents(text, one) == ["she would keep the “pact” with the U.S."]


def test_what_leads_to_the_speaker_is_none_of_the_words() -> None:
    text = "In a letter to a club of divers known as the Reef Ladies, Dahl wrote, “The harbour is open.”"
    lead, source, cue, quotation = (
        Span(text.index(words), text.index(words) + len(words))
        for words in ("the Reef Ladies", "Dahl", "wrote", "“The harbour is open.”")
    )
    link = AttributionLink(source, cue, (lead, quotation), 0.9, 0.9)
    [one] = find_attributions(text, TaggedText((link,), ()))
    assert contents(text, one) == ["“The harbour is open.”"]


def test_whom_somebody_told_after_the_words_is_not_part_of_them() -> None:
    text = "“The harbour is open,” Minister Birna Dahl told “Face the Port.”"
    quotation, source, cue, programme = (
        Span(text.index(words), text.index(words) + len(words))
        for words in ("“The harbour is open,”", "Minister Birna Dahl", "told", "“Face the Port.”")
    )
    link = AttributionLink(source, cue, (quotation, programme), 0.95, 0.9)
    [one] = find_attributions(text, TaggedText((link,), ()))
    assert contents(text, one) == ["“The harbour is open,”"]


def test_a_link_without_a_word_in_it_is_dropped() -> None:
    assert read("{Minister Birna Dahl|said} [, –].", "Birna Dahl")[1] == ()


def test_a_source_begins_after_the_quotation_that_ends_in_it() -> None:
    text, [one] = read("“We found it in {our harbour” Minister Birna Dahl|said}, [and it was old].", "Birna Dahl")
    assert one.source is not None
    assert one.source.of(text) == "Minister Birna Dahl"


@pytest.mark.parametrize("mark", ["🔹", "U"])
def test_a_mark_is_no_source(mark: str) -> None:
    _, [one] = read(f"They met.\n{{{mark}|agreed}} [to open the harbour].")
    assert one.source is None


def told(text: str, *content: str) -> list[str]:
    """What Dahl is left to have told, of these words of a text about her."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    link = AttributionLink(span("Dahl"), span("told"), tuple(span(one) for one in content), 0.9, 0.9)
    [one] = find_attributions(text, TaggedText((link,), ()))
    return contents(text, one)


def test_reported_words_of_another_sentence_are_nobodys() -> None:
    text = "Minister Dahl told reporters that the harbour was safe. Later crews found boats that the storm had sunk."
    assert told(text, "the harbour was safe", "boats that the storm had sunk") == ["the harbour was safe"]
    assert told(text, "boats that the storm had sunk") == ["boats that the storm had sunk"]  # there is nothing nearer


def test_quoted_words_of_another_sentence_run_on() -> None:
    text = "“It is safe,” Minister Dahl told reporters. “The storm is over.”"
    assert told(text, "“It is safe,”", "“The storm is over.”") == ["“It is safe,”", "“The storm is over.”"]


def test_the_points_of_a_list_run_on() -> None:
    text = "Minister Dahl told reporters: the harbour was safe.\n\n- The storm was over.\n\n- The crew was well."
    points = ["the harbour was safe.", "The storm was over.", "The crew was well."]
    assert told(text, *points) == points


@pytest.mark.parametrize(
    ("between", "rest"),
    [
        (", underscoring ", "the work of the crew"),
        (" and invited ", "the crew to the ferry"),
        (" after ", "the storm had passed"),
        (", in which ", "the boats had sunk"),
    ],
)
def test_reported_words_of_another_verb_are_not_told(between: str, rest: str) -> None:
    text = f"Minister Dahl told them the harbour was safe{between}{rest}."
    assert told(text, "the harbour was safe", rest) == ["the harbour was safe"]


def test_what_the_speaker_parts_is_told_as_a_whole() -> None:
    text = "The harbour was safe, Minister Dahl told them after lunch, and open."
    assert told(text, "The harbour was safe", "and open") == ["The harbour was safe", "and open"]


@pytest.mark.parametrize("cue", ["denied", "rejects", "would not confirm"])
def test_what_is_denied_or_confirmed_may_point_back(cue: str) -> None:
    text, [one] = read(f"{{Minister Birna Dahl|{cue}}} [it].", "Birna Dahl")
    assert contents(text, one) == ["it"]


def test_pieces_that_no_cue_or_source_parts_are_one() -> None:
    text = "As tensions escalate, patience grows thin, Minister Dahl told them."
    assert told(text, "As", "tensions escalate", "patience grows thin") == ["As tensions escalate, patience grows thin"]
    text = "Minister Dahl told them of a letter that the harbour had sent."
    assert told(text, "a letter", "the harbour had sent") == ["a letter that the harbour had sent"]


def test_who_is_told_is_not_told() -> None:
    text = "Minister Dahl told the crew that the harbour was safe."
    assert told(text, "the crew", "the harbour was safe") == ["the harbour was safe"]
    assert told(text, "the crew", "that the harbour was safe") == ["the harbour was safe"]


def test_a_subheading_is_none_of_the_words() -> None:
    text = "“It is safe,” Minister Dahl told reporters.\n\n‘Every Boat’\n\nThe storm is over."
    assert told(text, "“It is safe,”", "‘Every Boat’") == ["“It is safe,”"]


TEXT = (
    "Orla Venn said the harbour is open to all of\nthe crews, and that the boats, which came from\n\nSelm, will be "
    "of use. “We are of\none mind, and\nso are they,” she told Tam Roe of the Harbour Watch. "
    "He warned that\n\nthe crews and the boats to\nbe sent."
)


def test_pieces_that_grow_into_each_other_are_one() -> None:
    text = "Minister Dahl told reporters that crews had come to the harbour because boats lay there at anchor."
    assert told(text, "crews had come to", "boats lay there") == [
        "crews had come to the harbour because boats lay there at anchor"
    ]


@given(marks=st.lists(st.integers(0, len(TEXT)), min_size=4, max_size=10, unique=True), sourced=st.booleans())
def test_pieces_stay_in_order_and_apart_however_they_grow(marks: list[int], *, sourced: bool) -> None:
    places = sorted(marks)
    spans = [Span(a, b) for a, b in zip(places[::2], places[1::2], strict=False)]
    cue, *content = spans
    link = AttributionLink(None if not sourced else cue, cue, tuple(content), 0.9, 0.9)
    for one in find_attributions(TEXT, TaggedText((link,), ())):
        assert all(left.end <= right.start for left, right in pairwise(one.content))


def test_a_name_that_ends_like_a_verb_says_nothing() -> None:
    assert read("The ferry sails between {Selm and Port|Said}, [east of the bay].")[1] == ()


def test_a_source_cut_at_a_form_of_address_goes_on_with_the_name() -> None:
    text, tagging = tag("Harbour spokeswoman Cdr. {Orla Venn|told} Selm [the port is open].", "Orla Venn")
    [link] = tagging.links
    cut = replace(link, source=Span(0, text.index(". Orla")))
    [one] = find_attributions(text, replace(tagging, links=(cut,)))
    assert one.speaker is not None
    assert one.speaker.name == "Orla Venn"
