"""What a button carries fits its identity on Discord, and comes back as it was."""

import asyncio

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.components import ComponentButton, ComponentMenu, custom_id, is_known, message_parts, parse_press
from bot.render.card import TEXT_LIMIT, Action, Button, Card, Columns, ComponentAction

PRESSES = st.builds(
    ComponentAction,
    action=st.sampled_from(Action),
    reading=st.text("0123456789abcdef", min_size=20, max_size=20),
    page=st.integers(0, 999),
    detail=st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=60),
    turns=st.booleans(),
)


@given(PRESSES)
def test_a_button_carries_what_it_asks_for(press: ComponentAction) -> None:
    identity = custom_id("t" if press.turns else "b", press)
    assert len(identity) <= 100
    match = ComponentButton.__discord_ui_compiled_template__.fullmatch(identity)
    assert match
    assert parse_press(match) == press
    assert not ComponentMenu.__discord_ui_compiled_template__.fullmatch(identity)


def test_an_action_of_another_version_is_no_press() -> None:
    ident = f"b:dance:{'0' * 20}:0:"
    assert not ComponentButton.__discord_ui_compiled_template__.fullmatch(ident)
    assert not is_known(ident)
    assert is_known(ident.replace("dance", "whosaid"))


async def test_views_never_time_out() -> None:
    await asyncio.sleep(0)  # discord.py's views belong to a running loop
    press = ComponentAction(Action.SUMMARY, "0" * 20)
    view = message_parts(Card(header="x", buttons=(Button("y", press),)))["view"]
    assert view.timeout is None
    assert view.is_persistent()


@pytest.mark.parametrize("lines", [1, 80, 500])
async def test_arabic_lines_run_right_to_left_as_far_as_a_message_holds_it(lines: int) -> None:
    await asyncio.sleep(0)
    block = "\n".join(["نعم ·"] * lines)
    rest = TEXT_LIMIT - len(block) - len("عنوان") if lines == 500 else 5
    view = message_parts(Card(header="عنوان", blocks=(block, "x" * rest)))["view"]
    shown = [item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)]
    assert sum(map(len, shown)) <= TEXT_LIMIT
    assert ("\u2067" in "".join(shown)) == (lines < 500)


async def test_arabic_cells_run_right_to_left_as_far_as_a_field_holds_it() -> None:
    await asyncio.sleep(0)
    full = "نعم ·\n" * 170
    row = Columns("harbour", "الطرفان", "النرويج", "نعم · \u2068Quill\u2069", "آيسلندا", full)
    embeds = message_parts(Card(header="### الروايتان", columns=(row,), footer="ملاحظة."))["embeds"]
    left, right = embeds[1].fields
    assert left.value == "\u200f\u2067نعم · \u2068Quill\u2069\u2069"
    assert right.value == full
    assert embeds[0].description == "### \u200f\u2067الروايتان\u2069"
