"""Labels of transcripts: to the person of the text they shorten, else to their own words."""

import pytest

from bot.domain.attribution import Speaker
from bot.nlp.speakers.document_context import build_context
from bot.nlp.speakers.transcript_labels import resolve_label


@pytest.mark.parametrize(
    ("text", "label", "speaker"),
    [
        (
            "Norwegian Foreign Minister Orla Venn met reporters.\n\nVENN: We agreed.",
            "VENN",
            Speaker("Orla Venn", "Foreign Minister", "Norway"),
        ),
        (
            "Press Secretary Ted Roe and Gen. Amelia Harcourt-Ott Hold a Briefing\n\nGEN. HARCOURT-OTT: Thanks.",
            "GEN. HARCOURT-OTT",
            Speaker("Amelia Harcourt-Ott", "Gen.", None),
        ),
        (
            "To my left is Deputy Minister Lim Hsiao-ting.\n\nLIM: My neighbour's dog.",
            "LIM",
            Speaker("Lim Hsiao-ting", "Deputy Minister", None),
        ),
        (
            "Smt. Orla Venn, Official Spokesperson: Thanks.",
            "Smt. Orla Venn, Official Spokesperson",
            Speaker("Orla Venn", "Official Spokesperson", None),
        ),
        ("MS CALDER: Good afternoon.", "MS CALDER", Speaker("Calder", None, None)),
        ("MINISTER VENN: No.", "MINISTER VENN", Speaker("Venn", "Minister", None)),
        ("DR: No.", "DR", Speaker("DR", None, None)),
    ],
)
def test_a_label_is_the_person_it_shortens(text: str, label: str, speaker: Speaker) -> None:
    found = resolve_label(build_context(text), label, asking=False)
    assert (found.name, found.role, found.country) == (speaker.name, speaker.role, speaker.country)


def test_who_asks_is_nobody_else() -> None:
    context = build_context("Foreign Minister Orla Venn answered.\n\nVENN: Why?")
    assert resolve_label(context, "VENN", asking=True) == Speaker("VENN", None, None)


def test_of_two_with_one_surname_the_one_with_an_office_answers() -> None:
    context = build_context("Ada Venn watched as Foreign Minister Orla Venn spoke.\n\nVENN: We agreed.")
    assert resolve_label(context, "VENN", asking=False).name == "Orla Venn"


def test_who_leads_a_conversation_has_that_part() -> None:
    assert resolve_label(build_context("Moderator: Welcome."), "Moderator", asking=True).role == "moderator"


@pytest.mark.parametrize(
    ("head", "country"),
    [
        ("Department Press Briefing – May 3, 2031", "United States"),
        ("Pentagon Press Secretary Ted Roe Holds an On-Camera Briefing", "United States"),
        ("Daily Press Briefing by the Office of the Spokesperson for the Secretary-General", "United Nations"),
        ("Joint Press Conference at the Department of State", None),
        ("A conversation about harbours", None),
    ],
)
def test_who_answers_at_a_side_s_own_briefing_is_its_own(head: str, country: str | None) -> None:
    context = build_context(f"{head}\n\nMS CALDER: Good afternoon.")
    assert resolve_label(context, "MS CALDER", asking=False).country == country
    assert resolve_label(context, "QUESTION", asking=True).country is None
