"""The first page of who said what: lines by side and speaker, on a short invented article."""

from dataclasses import replace

import pytest

from bot.digests.article_digest import compose_digest
from bot.digests.lines.grouping import group_lines
from bot.domain.article import Article
from bot.domain.attribution import Act, Kind, Speaker
from bot.domain.line import Line
from bot.domain.text import Span
from bot.errors import NotVerbatimError
from bot.render.card import TEXT_LIMIT, Action, ComponentAction
from bot.render.cards.lines_card import compose_lines_page
from bot.render.cards.who_said_card import compose_whosaid
from bot.render.document_cards import render_cards
from bot.render.markdown import units
from bot.render.reading_cards import render_reading_action
from tests.unit.render.articles import LIND, REYES, attribution, reading, two_voices

VENN = Speaker("Orla Venn", "Envoy", "Northland")
TEXT = (
    "Ada Lind said “the door is open”. Omar Reyes denied that anyone had knocked. "
    "The border stays shut, Orla Venn added."
)
BASE = reading(
    Article(TEXT),
    attribution(TEXT, LIND, Kind.DIRECT, "said", "“the door is open”"),
    replace(attribution(TEXT, REYES, Kind.INDIRECT, "denied", "that anyone had knocked"), act=Act.DENIES),
    attribution(TEXT, VENN, Kind.INDIRECT, "added", "The border stays shut"),
)


def _line(rank: int, words: str, speaker: Speaker, place: int, answers: int | None = None) -> Line:
    start = TEXT.index(words)
    return Line(rank, speaker, (Span(start, start + len(words)),), (place,), answers=answers)


OPEN = _line(1, "said “the door is open”", LIND, 0)
SHUT = replace(_line(2, "The border stays shut", VENN, 2), relayed_by="the Herald")
KNOCKED = _line(3, "denied that anyone had knocked", REYES, 1, answers=1)


def test_lines_stand_by_side_and_speaker_with_what_they_answer() -> None:
    card = render_cards(compose_lines_page(BASE, (OPEN, SHUT, KNOCKED)))[0]
    assert card.blocks == (
        "-# Northland\n**Ada Lind** — Foreign Minister\n> said “the door is open”\n"
        "**Orla Venn** — Envoy\n-# via the Herald · reported\n> The border stays shut",
        "**Omar Reyes** — Ambassador · Southland\n-# denies what Ada Lind says\n> denied that anyone had knocked",
    )
    assert [button.label for button in card.buttons] == ["All statements", "Summary", "Two sides"]
    assert card.menu
    assert len(card.menu.options) == 3


def test_a_side_that_answers_follows_whom_it_answers() -> None:
    other = _line(2, "The border stays shut", Speaker("Ulf Dahl", None, "Westland"), 2)
    sides = group_lines((OPEN, other, KNOCKED))
    assert [side.side for side in sides] == ["Northland", "Southland", "Westland"]


def test_words_that_are_not_the_articles_are_refused() -> None:
    forged = replace(OPEN, speaker=Speaker("Ada “I resign” Lind", None, "Northland"))
    with pytest.raises(NotVerbatimError):
        render_cards(compose_lines_page(BASE, (forged,)))[0]


def test_long_lines_stay_within_a_message() -> None:
    text = " ".join(f"Speaker {'x' * 60} number {n} said {'*word* ' * 150}." for n in range(8))
    speakers = [Speaker(f"{'N' * 100} {n}", "_office_ " * 12, f"Land {n}") for n in range(8)]
    said = []
    for n, speaker in enumerate(speakers):
        start = text.index(f"number {n} said") + 9
        found = attribution(text, speaker, Kind.INDIRECT, "said", "*word* *word*")
        said.append(replace(found, cue=Span(start, start + 4), content=(Span(start + 5, start + 900),)))
    base = reading(Article(text), *said)
    lines = tuple(Line(n + 1, speakers[n], said[n].content, (n,)) for n in range(8))
    card = render_cards(compose_lines_page(base, lines))[0]
    assert card.blocks
    assert units(card.header) + sum(map(units, card.blocks)) <= TEXT_LIMIT


def test_the_first_page_is_lines_and_all_statements_are_a_button_away() -> None:
    base = two_voices()
    first = render_reading_action(base, ComponentAction(Action.WHOSAID, base.id))
    press = first.buttons[0].press
    assert press == ComponentAction(Action.STATEMENTS, base.id)
    assert render_reading_action(base, press) == render_cards(compose_whosaid(compose_digest(base)))[0]
    assert "quoted" not in "\n".join(first.blocks)
