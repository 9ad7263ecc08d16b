"""Notices, and the mark that a posted card carries."""

import pytest

from bot.render.card import Action, Button, Card, ComponentAction, Menu, Option
from bot.render.cards.notice_cards import render_broken_place, with_mark

KEY = "ab12" * 5
WHY = ComponentAction(Action.WHY, KEY)


def test_a_person_learns_which_channel_why_and_what_to_do() -> None:
    shown = "\n".join(render_broken_place("77", "Discord does not let me post there (Missing *Permissions*).").texts)
    assert "<#77>" in shown
    assert "Missing \\*Permissions\\*" in shown
    assert "/feed resume" in shown


def test_a_reason_of_any_length_fits() -> None:
    assert "xxx" in render_broken_place("77", "x" * 10_000).blocks[0]


def test_a_card_gets_its_mark_once() -> None:
    card = with_mark(Card(header="News"), KEY)
    assert [button.press for button in card.buttons] == [WHY]
    assert with_mark(card, KEY) == card
    assert len(with_mark(card, "cd34" * 5).buttons) == 2


def test_a_menu_may_carry_the_mark() -> None:
    card = Card(header="News", menu=Menu("Choose", WHY, (Option("a", "1-2", "b"),)))
    assert with_mark(card, KEY) == card


def test_a_card_without_room_for_its_mark_is_an_error() -> None:
    full = Card(header="News", buttons=tuple(Button(str(n), url="https://press.example") for n in range(5)))
    with pytest.raises(ValueError, match="too many"):
        with_mark(full, KEY)
