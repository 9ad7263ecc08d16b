"""What a button carries fits its identity on Discord, and comes back as it was."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.views import PressButton, PressMenu, custom_id, message_parts, parse_press
from bot.render.card import Action, Button, Card, Press

PRESSES = st.builds(
    Press,
    action=st.sampled_from(Action),
    reading=st.text("0123456789abcdef", min_size=20, max_size=20),
    page=st.integers(0, 999),
    detail=st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=60),
    turns=st.booleans(),
)


@given(PRESSES)
def test_a_button_carries_what_it_asks_for(press: Press) -> None:
    identity = custom_id("t" if press.turns else "b", press)
    assert len(identity) <= 100
    match = PressButton.__discord_ui_compiled_template__.fullmatch(identity)
    assert match
    assert parse_press(match) == press
    assert not PressMenu.__discord_ui_compiled_template__.fullmatch(identity)


def test_an_action_of_another_version_is_no_press() -> None:
    match = PressButton.__discord_ui_compiled_template__.fullmatch(f"b:timeline:{'0' * 20}:0:")
    assert match
    with pytest.raises(ValueError, match="timeline"):
        parse_press(match)


async def test_views_never_time_out() -> None:
    await asyncio.sleep(0)  # discord.py's views belong to a running loop
    press = Press(Action.SUMMARY, "0" * 20)
    view = message_parts(Card(header="x", buttons=(Button("y", press),)))["view"]
    assert view.timeout is None
    assert view.is_persistent()
