"""discord.py with its real sockets on the loopback Discord, as it is with the real one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
import discord.http
import pytest
from discord import app_commands
from yarl import URL

from benchmarks.discord_loopback import Form, Loopback
from benchmarks.discord_loopback.limits import ALLOWANCES
from benchmarks.discord_loopback.world import channel_id, person_id


class Client(discord.AutoShardedClient):
    """A bot with two commands, which waits for nothing between its shards but what Discord asks for."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(intents=discord.Intents(guilds=True), guild_ready_timeout=0.2, **settings)
        self.tree = app_commands.CommandTree(self)
        self.resumed = asyncio.Event()

        @self.tree.command()
        async def help(interaction: discord.Interaction) -> None:  # noqa: A001 - the command's name
            """Answer at once."""
            await interaction.response.send_message("at once", ephemeral=True)

        @self.tree.command()
        async def said(interaction: discord.Interaction, who: str) -> None:
            """Answer later."""
            await interaction.response.defer()
            await interaction.followup.send(f"later, {who}")

        @said.autocomplete("who")
        async def choose(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=f"{typed}gseth", value="Haugseth")]

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Tests wait for no five seconds."""

    async def on_resumed(self) -> None:
        self.resumed.set()


def point_at(world: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.http.Route, "BASE", world.api)
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", URL(world.gateway.url))


@asynccontextmanager
async def connected(world: Loopback, monkeypatch: pytest.MonkeyPatch, **settings: Any) -> AsyncIterator[Client]:
    point_at(world, monkeypatch)
    async with Client(**settings) as client:
        await client.login("invented.token")
        running = asyncio.create_task(client.connect())
        await client.wait_until_ready()
        yield client
        await client.close()
        await running


async def until_answered(asked: Any) -> None:
    while asked.answered_at is None:  # noqa: ASYNC110 - nobody tells when
        await asyncio.sleep(0.01)


async def test_all_shards_know_their_guilds_and_concurrency_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    async with (
        Loopback(Form(guilds=10, shards=2, max_concurrency=2, channels=3)) as world,
        connected(world, monkeypatch) as client,
    ):
        assert client.shard_count == 2
        assert len(client.guilds) == 10
        assert {guild.shard_id for guild in client.guilds} == {0, 1}
        assert all(len(guild.text_channels) == 3 for guild in client.guilds)
        assert not +world.gateway.violations
        assert world.gateway.identifies.violations == 0


async def test_who_identifies_too_soon_is_counted_and_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Loopback(Form(guilds=2, shards=2, max_concurrency=1)) as world:
        monkeypatch.setattr("benchmarks.discord_loopback.limits.IDENTIFY_SECONDS", 0.5)
        async with connected(world, monkeypatch) as client:
            assert len(client.guilds) == 2
        assert world.gateway.violations["identified too soon"] >= 1


async def test_more_guilds_than_a_shard_may_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Loopback(Form(guilds=2_501, channels=1, roles=1)) as world:
        point_at(world, monkeypatch)
        async with discord.Client(intents=discord.Intents(guilds=True)) as client:
            with pytest.raises(discord.ConnectionClosed) as refused:
                await client.start("invented.token")
        assert refused.value.code == 4011


async def test_commands_are_acknowledged_answered_and_suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Loopback(Form(guilds=3)) as world, connected(world, monkeypatch):
        assert set(world.interactions.commands) == {"help", "said"}
        at_once, later = await world.ask("help", guild=1), await world.ask("said", {"who": "Dahl"}, guild=2)
        typing = await world.ask("said", {"who": "?Hau"})
        for asked in (at_once, later, typing):
            await asyncio.wait_for(until_answered(asked), 30)
        assert (at_once.callback, later.callback, typing.callback) == (4, 5, 8)
        assert later.said[-1]["content"] == "later, Dahl"
        assert typing.said[-1]["choices"][0]["name"] == "Haugseth"
        assert all(asked.waited is not None and 0 < asked.waited < 3 for asked in (at_once, later, typing))
        assert world.unheard == 0


async def test_messages_with_a_nonce_once_refusals_and_the_history(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Loopback(Form(guilds=2)) as world, connected(world, monkeypatch) as client:
        place = client.get_channel(int(channel_id(1, 0)))
        assert isinstance(place, discord.TextChannel)
        first, again = await place.send("a", nonce="at-1"), await place.send("a", nonce="at-1")
        assert first.id == again.id
        await first.edit(content="b")
        assert [message.content async for message in place.history()] == ["b"]
        conversation = await client.create_dm(discord.Object(int(person_id(1))))
        await conversation.send("to you")
        assert [message.channel for message in world.messages.everywhere()] == [str(place.id), str(conversation.id)]
        world.rest.forbidden.add(str(place.id))
        with pytest.raises(discord.Forbidden):
            await place.send("c")
        world.rest.gone.add(str(place.id))
        with pytest.raises(discord.NotFound):
            await place.send("c")
        assert not world.rest.unknown


async def test_a_flood_is_held_back_and_all_of_it_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ALLOWANCES, "POST channels/messages", (2, 0.3))
    async with Loopback(Form(guilds=8, channels=2, global_limit=10)) as world, connected(world, monkeypatch) as client:
        places = [client.get_partial_messageable(int(channel_id(guild, 0))) for guild in range(8)]
        # six too many for a second: what is held back fits into the next, as discord.py asks five times and no more
        await asyncio.gather(*(place.send(str(number)) for place in places for number in range(2)))
        assert len(list(world.messages.everywhere())) == 16
        assert world.rest.answered[429] == sum(world.limits.exceeded.values()) > 0


async def test_a_broken_connection_is_resumed_and_what_came_meanwhile_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Loopback(Form(guilds=1)) as world, connected(world, monkeypatch) as client:
        (session,) = world.gateway.connected()
        assert session.line is not None
        await session.line.socket.close(code=4000)
        session.line = None
        asked = await world.ask("help")
        await asyncio.wait_for(client.resumed.wait(), 30)
        await asyncio.wait_for(until_answered(asked), 30)
        assert (world.gateway.resumed, world.gateway.identifies.count) == (1, 1)
