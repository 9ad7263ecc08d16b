"""Cues that tell of no statement, on short invented texts."""

import pytest

from bot.domain.attribution import Act
from bot.domain.text import Span
from bot.nlp.attributions import find_attributions
from bot.nlp.tagger.tagged_text import AttributionLink, TaggedText
from tests.unit.nlp.tagged import tag


def acts(marked: str) -> list[Act]:
    return [one.act for one in find_attributions(*tag(marked, "Birna Dahl"))]


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("declined", "to comment on the harbour"),
        ("has declined", "to be named"),
        ("declined", "to say who would pay"),
        ("declined comment on", "the harbour"),
        ("repeatedly declined to criticize", "the crew"),
        ("did not immediately respond to", "repeated requests for comment"),
        ("did not say", "who would pay"),
        ("has yet to confirm", "the date"),
        ("would not say", "whether the harbour is shut"),
        ("stopped short of saying", "the harbour is shut"),
        ("made no mention of", "the harbour"),
        ("gave no indication", "the harbour would open"),
        ("offered", "no further details"),
        ("said", "nothing in return"),
        ("never explicitly promised", "to pay"),
    ],
)
def test_what_is_not_said_is_no_statement(cue: str, content: str) -> None:
    assert acts(f"{{Minister Birna Dahl|{cue}}} [{content}].") == [Act.ATTITUDE]


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("declined", "the offer of ships"),
        ("refused", "to leave the harbour"),
        ("did not rule out", "a strike"),
        ("does not accept", "the treaty"),
        ("said", "no progress was made"),
        ("said", "little progress was made"),
        ("said without elaborating", "the harbour was shut"),
        ("was criticized by reporters but said", "the harbour was shut"),
    ],
)
def test_to_refuse_or_accept_something_says_so(cue: str, content: str) -> None:
    assert Act.ATTITUDE not in acts(f"{{Minister Birna Dahl|{cue}}} [{content}].")


def test_a_negation_may_be_parted_from_its_verb_or_be_the_subject() -> None:
    text = "She did not, however, offer ships."
    she, offer, ships = (Span(text.index(word), text.index(word) + len(word)) for word in ("She", "offer", "ships"))
    link = AttributionLink(she, offer, (ships,), 0.9, 0.9)
    assert [one.act for one in find_attributions(text, TaggedText((link,), ()))] == [Act.ATTITUDE]
    assert acts("{Neither minister|mentioned} [the harbour].") == [Act.ATTITUDE]


@pytest.mark.parametrize(
    "content", ["its ambassador to Iceland", "envoy as the quarrel goes on", "the Norwegian ambassador"]
)
def test_an_envoy_who_is_recalled_is_no_statement(content: str) -> None:
    assert acts(f"{{Norway|recalled}} [{content}].") == [Act.ATTITUDE]


@pytest.mark.parametrize("content", ["that two envoys had left", "the ambassador let it slip", "the treaty"])
def test_who_recalls_something_states_it(content: str) -> None:
    assert acts(f"{{Norway|recalled}} [{content}].") != [Act.ATTITUDE]


def test_who_is_accused_says_nothing() -> None:
    assert acts("{Minister Birna Dahl|has been criticized} [for shutting the harbour].") == [Act.ATTITUDE]
    assert acts("{An envoy|accused} [of shutting the harbour] has left.") == [Act.ATTITUDE]
    assert acts("{Minister Birna Dahl|accused} [Oslo of shutting the harbour].") == [Act.ACCUSES]
    assert acts("{Sailors|are encouraged} [to leave the harbour].") == [Act.ATTITUDE]
    assert acts("{Minister Birna Dahl|warned} [of ice].") == [Act.WARNS]


def test_who_is_told_says_nothing() -> None:
    assert acts("{Oslo's ship owners|are all reminded} [that the harbour is shut].") == [Act.ATTITUDE]
    assert acts("{Residents|are encouraged} [to leave the harbour].") == [Act.ATTITUDE]
    assert acts("{Minister Birna Dahl|warned} [of a shut harbour].") == [Act.WARNS]


def test_to_refuse_somebody_something_is_not_to_deny_it() -> None:
    assert acts("{Minister Birna Dahl|denied} [Mr. Venn the chance to speak].") == [Act.ATTITUDE]
    assert acts("{Minister Birna Dahl|denied} [the crew entry].") == [Act.ATTITUDE]
    assert acts("{Minister Birna Dahl|denied} [blocking access to the harbour].") == [Act.DENIES]
    assert acts("{Minister Birna Dahl|denied} [that visas were sold].") == [Act.DENIES]
    assert acts("{Minister Birna Dahl|denied} [she had any right to speak].") == [Act.DENIES]


def test_who_is_cited_is_no_statement() -> None:
    assert acts("{The Harbour Post|citing} [an unnamed official in the capital].") == [Act.ATTITUDE]
    assert acts("{Minister Birna Dahl|citing} [the cost of ice].") != [Act.ATTITUDE]


@pytest.mark.parametrize("content", ["But", "however", "In the phone call", "On Sunday", "in a statement"])
def test_what_is_left_of_a_clause_is_no_statement(content: str) -> None:
    assert acts(f"{{Minister Birna Dahl|said}} [{content}] that Oslo shut the harbour.") == [Act.ATTITUDE]


def test_a_heading_that_asks_is_no_statement() -> None:
    assert acts("Rain fell.\n\nWhat do {ministers|say} [about the harbour]?\n\nThey met.") == [Act.ATTITUDE]


def test_who_telephones_says_nothing() -> None:
    assert acts("{Venn|called} [Minister Birna Dahl for an answer].") == [Act.ATTITUDE]
    assert acts("{Venn|called} [Minister Birna Dahl a friend].") == [Act.SAYS]
    assert acts("{Venn|called} [it the first quarrel of Birna Dahl].") == [Act.SAYS]


def test_what_is_only_supposed_is_not_said() -> None:
    assert acts("If {Minister Birna Dahl|warns} [of a storm], they leave.") == [Act.ATTITUDE]
    assert acts("{Minister Birna Dahl|warns} [of a storm] if it rains.") == [Act.WARNS]


def test_what_a_reporter_infers_from_words_is_no_statement() -> None:
    assert acts("{A statement by Birna Dahl|suggests} [the harbour may be shut].") == [Act.ATTITUDE]
    assert acts("{A survey by Birna Dahl|suggests} [the harbour may be shut].") != [Act.ATTITUDE]
