"""A channel that could not be posted to is tried again when, and only when, the permissions are back."""

from datetime import UTC, datetime

import discord
import pytest
import simcord

from bot.archive.store import Archive

NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
DENIED = discord.PermissionOverwrite(send_messages=False)


@pytest.fixture
async def broken(env: simcord.Env, records: Archive) -> simcord.ChannelHandle:
    """A channel in which the bot may not write any more."""
    guild = env.create_guild()
    channel = guild.create_text_channel("desk", overwrites={guild.default_role: DENIED})
    await records.posts.hold(str(channel.id), f"discord:guild:{guild.id}", "Missing Permissions", NOW)
    await records.posts.save_noticed(str(channel.id), NOW)
    return channel


async def change(env: simcord.Env, channel: simcord.ChannelHandle, **overwrite: bool) -> None:
    """Let the server's people change the channel's permissions for everyone."""
    found = env.bot.get_channel(channel.id)
    assert isinstance(found, discord.TextChannel)
    await found.set_permissions(found.guild.default_role, overwrite=discord.PermissionOverwrite(**overwrite))
    await env.settle()
    # the server's people did that, through the bot's client only because the simulator has no other hand for it
    env.http_requests[:] = [request for request in env.http_requests if "/permissions/" not in request.path]


async def test_permissions_that_come_back_repair_the_channel(
    env: simcord.Env, records: Archive, broken: simcord.ChannelHandle
) -> None:
    await change(env, broken, send_messages=True)
    assert await records.posts.broken(None) == ()
    destination = await records.posts.load_destination(str(broken.id))
    assert destination is not None
    assert destination.noticed_at == NOW, "if it breaks again, nobody is told anew"


async def test_while_one_is_missing_nothing_is_tried(
    env: simcord.Env, records: Archive, broken: simcord.ChannelHandle
) -> None:
    await change(env, broken, send_messages=True, read_message_history=False)
    assert [place.channel for place in await records.posts.broken(None)] == [str(broken.id)]


async def test_another_servers_channel_is_not_tried(
    env: simcord.Env, records: Archive, broken: simcord.ChannelHandle
) -> None:
    other = env.create_guild("other").create_text_channel("theirs")
    await change(env, other, send_messages=True, add_reactions=False)
    assert [place.channel for place in await records.posts.broken(None)] == [str(broken.id)]
