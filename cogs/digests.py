"""Digests on command and on schedule."""

from datetime import UTC

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.time_zones import suggest_zones
from bot.gateway.autocomplete import filter_choices
from bot.gateway.channels import Place, check_manager, check_place, find_place, is_manager, owner_of_server
from bot.gateway.client import AttacheBot
from bot.gateway.message_input import owner_of
from bot.gateway.responses import acknowledge, send_card, send_cards
from bot.render.card import Action
from bot.render.cards import schedule_cards
from bot.render.cards.briefing_cards import render_briefing
from bot.render.cards.status_card import render_desk_report
from bot.services.schedules import HOURS, MOST_HOURS, TOPIC_LIMIT, ScheduleRequest

TOPIC = "Only news about this word, speaker or country"
NUMBER = "Number of the digest in /digest list"

Number = app_commands.Range[int, 1, 1_000_000]
Topic = app_commands.Range[str, 1, TOPIC_LIMIT]
Hours = app_commands.Range[int, 1, MOST_HOURS]
Words = app_commands.Range[str, 1, 100]


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class Digests(commands.GroupCog, group_name="digest", group_description="Digests of the news in this server's feeds"):
    """For those who manage the server. The service does the work."""

    def __init__(self, bot: AttacheBot) -> None:
        self._digests = bot.services.digests

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Whether the person may use these commands."""
        return check_manager(interaction)

    @app_commands.command()
    @app_commands.describe(topic=TOPIC, hours=f"How many hours to look back; default: {HOURS}")
    async def now(self, interaction: discord.Interaction, topic: Topic | None = None, hours: Hours = HOURS) -> None:
        """Post a digest of the last hours in this channel."""
        await self._compose(interaction, topic, hours, private=False)

    @app_commands.command()
    @app_commands.describe(topic=TOPIC, hours=f"How many hours to look back; default: {HOURS}")
    async def preview(self, interaction: discord.Interaction, topic: Topic | None = None, hours: Hours = HOURS) -> None:
        """Preview a digest of the last hours, visible only to you."""
        await self._compose(interaction, topic, hours, private=True)

    @app_commands.command()
    @app_commands.describe(
        time="Local time of day, such as 08:00",
        timezone="City or time zone, such as Europe/Berlin; default: the server's",
        days="Days of the week, such as mon-fri or sat,sun; default: every day",
        topic=TOPIC,
        channel="Where to post; this channel if left out",
        quiet="Hours without posts, such as 22:00-07:00; a digest due then is posted when they end",
        silent="Post nothing when there is no news; default: off",
    )
    async def schedule(
        self,
        interaction: discord.Interaction,
        time: Words,
        timezone: Words | None = None,
        days: Words | None = None,
        topic: Topic | None = None,
        channel: Place | None = None,
        quiet: Words | None = None,
        silent: bool = False,
    ) -> None:
        """Schedule a daily digest."""
        await acknowledge(interaction, private=True)
        place = await find_place(interaction, channel)
        order = ScheduleRequest(
            time, timezone or "", place, owner_of(interaction.user), days or "", topic or "", quiet or "", silent
        )
        standing = await self._digests.add(owner_of_server(interaction), order)
        await send_card(interaction, render_desk_report(schedule_cards.report_scheduled(standing))[0])

    @app_commands.command(name="list")
    async def list_(self, interaction: discord.Interaction) -> None:
        """List this server's scheduled digests."""
        await acknowledge(interaction, private=True)
        standing = await self._digests.standing(owner_of_server(interaction))
        await send_card(interaction, render_desk_report(schedule_cards.report_schedules(standing), Action.SCHEDULES)[0])

    @app_commands.command()
    @app_commands.describe(number=NUMBER)
    async def pause(self, interaction: discord.Interaction, number: Number) -> None:
        """Pause a scheduled digest."""
        await acknowledge(interaction, private=True)
        paused = await self._digests.pause(owner_of_server(interaction), number)
        await send_card(interaction, render_desk_report(schedule_cards.report_schedule_paused(paused))[0])

    @app_commands.command()
    @app_commands.describe(number=NUMBER)
    async def resume(self, interaction: discord.Interaction, number: Number) -> None:
        """Resume a digest that was paused, or whose channel could not be posted to."""
        await acknowledge(interaction, private=True)
        owner = owner_of_server(interaction)
        await check_place(interaction, (await self._digests.find(owner, number)).channel)
        resumed = await self._digests.resume(owner, number)
        await send_card(interaction, render_desk_report(schedule_cards.report_schedule_resumed(resumed))[0])

    @app_commands.command()
    @app_commands.describe(number=NUMBER)
    async def remove(self, interaction: discord.Interaction, number: Number) -> None:
        """Delete a scheduled digest."""
        await acknowledge(interaction, private=True)
        removed = await self._digests.remove(owner_of_server(interaction), number)
        await send_card(interaction, render_desk_report(schedule_cards.report_unscheduled(removed))[0])

    @schedule.autocomplete("timezone")
    async def choose_zone(self, _interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        """Time zones matching the typed text, by name and by city."""
        return [app_commands.Choice(name=name, value=name) for name in suggest_zones(current)]

    @pause.autocomplete("number")
    @resume.autocomplete("number")
    @remove.autocomplete("number")
    async def choose(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[int]]:
        """The server's scheduled digests whose number, time or topic contains the typed text."""
        if not is_manager(interaction):
            return []
        standing = await self._digests.standing(owner_of_server(interaction))
        return filter_choices([(schedule_cards.describe_schedule(one), one.number) for one in standing], current)

    async def _compose(self, interaction: discord.Interaction, topic: str | None, hours: int, *, private: bool) -> None:
        await acknowledge(interaction, private=private)
        briefing = await self._digests.compose(owner_of_server(interaction), topic=topic or "", hours=hours)
        await send_cards(interaction, render_briefing(briefing, UTC), private=private)


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Digests(bot))
