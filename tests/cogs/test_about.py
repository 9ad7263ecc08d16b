"""Help, privacy and status: for the one who asks alone, and true."""

import re

import pytest
import simcord

from tests.cogs.conftest import Server
from tests.cogs.invented import ENGINE, URL
from tests.cogs.posted import text_of


@pytest.mark.parametrize("command", ["help", "privacy", "status"])
async def test_answers_are_private(channel: simcord.ChannelHandle, member: simcord.MemberActor, command: str) -> None:
    result = await member.slash(channel, command)
    assert result.response
    assert result.response.ephemeral


async def test_help_names_only_commands_that_exist(
    ours: Server, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    shown = await ours.told("help")
    available = ours.chief.available_commands(ours.channel)
    named = {word.strip("`/") for word in shown.split() if word.startswith("`/")}
    assert named
    assert named <= {name.split()[0] for name in available}
    for line in shown.splitlines():
        if match := re.fullmatch(r"`/(feed|digest)` (.*)", line):
            assert {f"{match[1]} {name}" for name in match[2].split(", ")} == {
                name for name in available if name.startswith(match[1])
            }


async def test_privacy_tells_what_is_stored(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> None:
    result = await member.slash(channel, "privacy")
    assert result.response
    shown = text_of(result.response)
    assert "with your Discord ID" in shown
    assert "Discord ID of the person who set each up" in shown
    assert "**Your watches and settings**, with your Discord ID" in shown
    assert "**`/forget me`** shows what is stored about you, and deletes it" in shown
    assert "No messages, no names, no record of who asked for which link." in shown


async def test_status_tells_version_engine_articles_and_uptime(
    channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    await member.slash(channel, "summarize", article=URL)
    result = await member.slash(channel, "status")
    assert result.response
    shown = text_of(result.response)
    assert "**Version** 0.1.0" in shown
    assert f"**Reading engine** {ENGINE}" in shown
    assert "**Articles read** 1" in shown
    assert "<t:1767225600:f> (<t:1767225600:R>)" in shown


async def test_a_failure_of_discord_is_answered_too(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    env.inject_error("PATCH", "/webhooks/*", status=400)
    result = await member.slash(channel, "status")
    assert result.response
    assert result.response.ephemeral
    assert text_of(result.response).startswith("Something went wrong inside Attaché.")
