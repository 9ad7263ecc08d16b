"""Frames around a whole text: who relays it, and the official whose own statement it is; neither in the news."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlp.speakers.document_context import build_context
from bot.nlp.structure.bylines import find_byline, find_readout

READOUT = "Secretary Orla Venn spoke today with Icelandic Foreign Minister Tam Roe.\n\nShe thanked him for the harbour."
STATEMENT = (
    "The United States welcomes the opening of the harbour.\n\nWe thank the crew.\n\nOur door remains open to all."
)


def relay(text: str) -> tuple[str, str] | None:
    found = find_readout(build_context(text))
    return (found.person.name, found.frame.of(text)) if found else None


def byline(text: str) -> tuple[str, list[str]] | None:
    context = build_context(text)
    found = find_byline(context, find_readout(context))
    return (found.name.of(text), [piece.of(text) for piece in found.content]) if found else None


@pytest.mark.parametrize(
    "frame",
    [
        "The below is attributable to Spokesperson Nils Prior:",
        "The following is attributable to Spokesperson Nils Prior.",
        "Attributable to Spokesperson Nils Prior",
        "Statement attributable to Department Spokesperson Nils Prior:",
        "The following statement can be attributed to spokesman Nils Prior:",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_who_relays_a_readout(frame: str, end: str) -> None:
    text = f"Call with Iceland{end}{end}{frame}{end}{end}{READOUT}"
    assert relay(text) == ("Nils Prior", frame)


@pytest.mark.parametrize(
    "text",
    [
        "The delay is attributable to Foreign Minister Orla Venn.\n\nShe did not come.",
        "The shelling was attributed to General Orla Venn.\n\nNobody was hurt.",
        "A remark attributed to Minister Orla Venn caused anger on Thursday.\n\nShe denied it.",
        "The below is attributable to nobody:\n\nText.",
        READOUT,
        "",
    ],
)
def test_news_is_relayed_by_nobody(text: str) -> None:
    assert relay(text) is None


def test_what_stands_before_the_frame_is_not_relayed() -> None:
    text = f"Call with Iceland\n\nThe below is attributable to Spokesperson Nils Prior:\n\n{READOUT}"
    found = find_readout(build_context(text))
    assert found is not None
    assert text[found.start :].strip() == READOUT


def test_a_statement_under_the_official_s_name() -> None:
    text = f"The Harbour is Open\n\nOrla Venn, Secretary of State\n\n{STATEMENT}"
    assert byline(text) == ("Orla Venn", STATEMENT.split("\n\n"))


def test_a_statement_may_be_signed() -> None:
    text = f"The Harbour is Open\n\nOrla Venn, Secretary of State\n\n{STATEMENT}\n\nOrla Venn"
    found = byline(text)
    assert found is not None
    assert found[0] == "Orla Venn"


@pytest.mark.parametrize(
    "text",
    [
        # a caption over news
        "Harbour opens\n\nOrla Venn, Foreign Minister of Iceland\n\nThe harbour opened on Friday.\n\n"
        "Venn said it would stay open, and the crew cheered her.",
        # a reporter and an outlet are no officials
        f"The Harbour is Open\n\nOrla Venn, Harbour Post\n\n{STATEMENT}",
        # a readout about another
        f"Call with Iceland\n\nNils Prior, Department Spokesperson\n\n{READOUT}",
        # a sentence that names an official
        f"Orla Venn, Foreign Minister of Iceland, left.\n\n{STATEMENT}",
        STATEMENT,
        "Orla Venn, Secretary of State",
        "",
    ],
)
def test_news_and_readouts_are_nobody_s_own_statement(text: str) -> None:
    assert byline(text) is None


def test_a_country_in_capitals_does_not_speak_in_the_first_person() -> None:
    text = "Talks\n\nNils Prior, Department Spokesperson\n\nSecretary Orla Venn met the US envoy today."
    assert byline(text) is None


_ROUGH = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Attributable to ",
                "Spokesperson ",
                "Orla Venn",
                ", Secretary of State",
                ":",
                "\n",
                "\r\n",
                "We agree. ",
                "“",
                "”",
                "שלום",
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=25,
).map("".join)


@given(_ROUGH)
def test_frames_of_any_text_lie_inside_it(text: str) -> None:
    context = build_context(text)
    found = find_readout(context)
    assert found is None or found.frame.of(text)
    official = find_byline(context, found)
    assert official is None or all(piece.of(text).strip() for piece in (official.name, *official.content))


@pytest.mark.parametrize("head", ["HIGHLIGHTS OF THE NOON BRIEFING BY", "Summary of the briefing by", "Key points of"])
def test_what_tells_of_a_briefing_is_not_the_spokesperson_s_own_words(head: str) -> None:
    text = f"{head}\nOrla Venn, Deputy Spokesperson for the Council\n\nHARBOUR\n\nThe envoy told us that it is shut."
    assert byline(text) is None
    assert byline(text.replace(f"{head}\n", "On the harbour\n")) is not None
