"""Whatever is done for a person is done on their behalf: the pools behind know whose turn it is."""

from typing import Any

import discord
import pytest
import simcord

from bot.fair_queue import Requester, current_requester
from tests.cogs.conftest import MemoryFetcher
from tests.cogs.invented import URL


@pytest.fixture
def seen(fetcher: MemoryFetcher, monkeypatch: pytest.MonkeyPatch) -> list[Requester]:
    """On whose behalf pages were fetched."""
    seen: list[Requester] = []
    fetch = fetcher.fetch

    async def remember(address: str) -> Any:
        seen.append(current_requester())
        return await fetch(address)

    monkeypatch.setattr(fetcher, "fetch", remember)
    return seen


async def test_of_a_direct_message(env: simcord.Env, seen: list[Requester]) -> None:
    first, second = env.create_user("first"), env.create_user("second")
    for reader in (first, second):
        await reader.send_dm(URL)
    assert seen == [Requester(f"discord:{reader.id}", background=False) for reader in (first, second)]


async def test_of_a_command_and_a_menu(env: simcord.Env, seen: list[Requester]) -> None:
    channel = env.create_guild().create_text_channel("news")
    member = env.guild.add_member(env.create_user("member"))
    await member.slash(channel, "summarize", article=URL)
    message: discord.Message = await member.send(channel, URL)
    await member.context_menu(channel, "Who said what", message)
    assert seen == [Requester(f"discord:{member.id}", background=False)] * 2
