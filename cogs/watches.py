"""Commands for watches: a member's own alerts."""

from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.watch import WORDS_LIMIT, direct_to
from bot.gateway.alert_channels import find_alert_channel, find_server, may_post
from bot.gateway.autocomplete import filter_choices
from bot.gateway.client import AttacheBot
from bot.gateway.message_input import owner_of
from bot.gateway.responses import acknowledge, send_card
from bot.render.card import Action
from bot.render.cards import watch_cards
from bot.render.cards.status_card import render_desk_report
from bot.services.watches import WatchRequest

Words = app_commands.Range[str, 1, WORDS_LIMIT]
Number = app_commands.Range[int, 1, 1_000_000]


class Watches(commands.GroupCog, group_name="watch", group_description="Your own alerts, one for each event"):
    """Everything here belongs to the person, and all answers are private. The service does the work."""

    def __init__(self, bot: AttacheBot) -> None:
        self._watches = bot.services.watches

    @app_commands.command()
    @app_commands.describe(
        speaker="Who speaks: a name, an office, a country or a body",
        topic="Topic, in one or a few words; separate several with commas",
        deliver="dm: privately; here: in this channel, if you may write there. Default: dm",
    )
    async def add(
        self,
        interaction: discord.Interaction,
        speaker: Words | None = None,
        topic: Words | None = None,
        deliver: Literal["dm", "here"] = "dm",
    ) -> None:
        """Get an alert when somebody speaks, when a topic is in the news, or both together."""
        await acknowledge(interaction, private=True)
        person = owner_of(interaction.user)
        place = str(interaction.channel_id) if may_post(interaction) else None
        channel = find_alert_channel(interaction) if deliver == "here" else direct_to(person)
        order = WatchRequest(speaker or "", topic or "", channel, find_server(interaction), place)
        watch = await self._watches.add(person, order)
        await send_card(interaction, render_desk_report(watch_cards.report_watching(watch))[0])

    @app_commands.command(name="list")
    async def list_(self, interaction: discord.Interaction) -> None:
        """List your watches, and how many alerts each has sent."""
        await acknowledge(interaction, private=True)
        standing = await self._watches.standing(owner_of(interaction.user))
        await send_card(interaction, render_desk_report(watch_cards.report_watches(standing), Action.WATCHES)[0])

    @app_commands.command()
    @app_commands.describe(number="Number of the watch in /watch list")
    async def remove(self, interaction: discord.Interaction, number: Number) -> None:
        """Remove one of your watches."""
        await acknowledge(interaction, private=True)
        removed = await self._watches.remove(owner_of(interaction.user), number)
        await send_card(interaction, render_desk_report(watch_cards.report_removed(removed))[0])

    @remove.autocomplete("number")
    async def choose(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[int]]:
        """The person's watches whose number or words contain the typed text."""
        standing = await self._watches.standing(owner_of(interaction.user))
        return filter_choices([(watch_cards.describe_watch(one), one.number) for one in standing], current)


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Watches(bot))
