"""Commands for feeds: what a server follows, the state of each feed, and what happened to its items."""

from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.feed import LIST_BYTES, Delivery
from bot.domain.filter import FILTER_LIMIT
from bot.errors import TooLargeError
from bot.gateway.autocomplete import filter_choices
from bot.gateway.channels import Place, check_manager, check_place, find_place, is_manager, owner_of_server
from bot.gateway.client import AttacheBot
from bot.gateway.message_input import owner_of
from bot.gateway.responses import acknowledge, send_card, send_file, show_progress
from bot.i18n.messages import translatable
from bot.render.card import Action
from bot.render.cards import feed_cards
from bot.render.cards.status_card import render_desk_report
from bot.services.push_sources import MAX_NAME, PUSH, asks_for_source
from bot.services.subscription_options import SubscriptionOptions
from bot.services.subscriptions import NO_FILTER

URL = f"Address of a feed, or of a page that has one; {PUSH} for a source that sends its articles"
NAME = f"What to call a source that sends its articles (url:{PUSH})"
CHANNEL = "Where to post; default: this channel"
FILTER = 'Which items: any:sanctions,"New START" all:… not:sport speaker:… country:… language:en'
FILTER_AGAIN = f"For example any:sanctions not:sport speaker:… country:… language:en; {NO_FILTER} removes the filter"
DELIVER = "each: post every item; digest: keep them for digests only"
EDITS = "Edit the post when the article is edited; default: off"
NUMBER = "Number of the feed in /feed list"

Number = app_commands.Range[int, 1, 1_000_000]
FilterText = app_commands.Range[str, 1, FILTER_LIMIT]
Deliver = Literal["each", "digest"]


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class Feeds(commands.GroupCog, group_name="feed", group_description="Feeds that this server follows"):
    """For those who manage the server; all answers are private. The service does the work."""

    def __init__(self, bot: AttacheBot) -> None:
        self._feeds = bot.services.feeds

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Whether the person may use these commands."""
        return check_manager(interaction)

    @app_commands.command()
    @app_commands.describe(url=URL, channel=CHANNEL, filter=FILTER, deliver=DELIVER, edits=EDITS, name=NAME)
    async def add(
        self,
        interaction: discord.Interaction,
        url: app_commands.Range[str, 1, 2000],
        channel: Place | None = None,
        filter: FilterText | None = None,  # noqa: A002 - the option's name
        deliver: Deliver = "each",
        edits: bool = False,
        name: app_commands.Range[str, 1, MAX_NAME] | None = None,
    ) -> None:
        """Follow a feed: preview what it would post, and post new items from now on."""
        await acknowledge(interaction, private=True)
        options = await _read_options(interaction, channel, filter, deliver, edits=edits, name=name)
        owner = owner_of_server(interaction)
        if asks_for_source(url):
            report = feed_cards.report_opened(await self._feeds.open_source(owner, options))
        else:
            report = feed_cards.report_added(await self._feeds.add(owner, url, options))
        await send_card(interaction, render_desk_report(report)[0])

    @app_commands.command(name="list")
    async def list_(self, interaction: discord.Interaction) -> None:
        """List this server's feeds: channel, state and latest item."""
        await acknowledge(interaction, private=True)
        followed = await self._feeds.followed(owner_of_server(interaction))
        await send_card(interaction, render_desk_report(feed_cards.report_feeds(followed), Action.FEEDS)[0])

    @app_commands.command()
    @app_commands.describe(number=NUMBER)
    async def remove(self, interaction: discord.Interaction, number: Number) -> None:
        """Unfollow a feed."""
        await acknowledge(interaction, private=True)
        removed = await self._feeds.remove(owner_of_server(interaction), number)
        await send_card(interaction, render_desk_report(feed_cards.report_removed(removed))[0])

    @app_commands.command()
    @app_commands.describe(number=NUMBER)
    async def pause(self, interaction: discord.Interaction, number: Number) -> None:
        """Pause a feed."""
        await acknowledge(interaction, private=True)
        paused = await self._feeds.pause(owner_of_server(interaction), number)
        await send_card(interaction, render_desk_report(feed_cards.report_paused(paused))[0])

    @app_commands.command()
    @app_commands.describe(number=NUMBER)
    async def resume(self, interaction: discord.Interaction, number: Number) -> None:
        """Resume a feed that was paused, no longer polled, or whose channel could not be posted to."""
        await acknowledge(interaction, private=True)
        owner = owner_of_server(interaction)
        await check_place(interaction, (await self._feeds.find(owner, number)).subscription.channel)
        resumed = await self._feeds.resume(owner, number)
        await send_card(interaction, render_desk_report(feed_cards.report_resumed(resumed))[0])

    @app_commands.command(name="filter")
    @app_commands.describe(number=NUMBER, filter=FILTER_AGAIN)
    async def filter_(
        self,
        interaction: discord.Interaction,
        number: Number,
        filter: FilterText,  # noqa: A002 - the option's name
    ) -> None:
        """Change a feed's filter, and preview its effect on the newest items."""
        await acknowledge(interaction, private=True)
        changed = await self._feeds.refilter(owner_of_server(interaction), number, filter)
        await send_card(interaction, render_desk_report(feed_cards.report_refiltered(changed))[0])

    @app_commands.command()
    @app_commands.describe(number=NUMBER)
    async def token(self, interaction: discord.Interaction, number: Number) -> None:
        """Create a new token for a push source; the old one stops working."""
        await acknowledge(interaction, private=True)
        renewed = await self._feeds.renew_token(owner_of_server(interaction), number)
        await send_card(interaction, render_desk_report(feed_cards.report_opened(renewed))[0])

    @app_commands.command()
    @app_commands.describe(number=f"{NUMBER}; default: the one that changed last")
    async def why(self, interaction: discord.Interaction, number: Number | None = None) -> None:
        """What happened to a feed's items: posted, waiting, filtered, duplicate or failed, and why."""
        await acknowledge(interaction, private=True)
        owner = owner_of_server(interaction)
        page = await self._feeds.why(owner, number)
        await send_card(interaction, feed_cards.render_outcomes(page, await self._feeds.followed(owner)))

    @app_commands.command(name="import")
    @app_commands.describe(
        file="A list of feeds in OPML, as feed readers export it", channel=CHANNEL, filter=FILTER, deliver=DELIVER
    )
    async def import_(
        self,
        interaction: discord.Interaction,
        file: discord.Attachment,
        channel: Place | None = None,
        filter: FilterText | None = None,  # noqa: A002 - the option's name
        deliver: Deliver = "each",
    ) -> None:
        """Follow all feeds in an OPML list."""
        await acknowledge(interaction, private=True)
        options = await _read_options(interaction, channel, filter, deliver)
        if file.size > LIST_BYTES:
            raise TooLargeError(translatable("feeds-list-large", limit=LIST_BYTES // 1_000_000))

        async def progress(done: int, total: int) -> None:
            await show_progress(interaction, render_desk_report(feed_cards.report_progress(done, total))[0])

        result = await self._feeds.import_list(owner_of_server(interaction), await file.read(), options, progress)
        await show_progress(interaction, render_desk_report(feed_cards.report_imported(result))[0])

    @app_commands.command()
    async def export(self, interaction: discord.Interaction) -> None:
        """Export this server's feeds as an OPML file for any feed reader."""
        await acknowledge(interaction, private=True)
        body = await self._feeds.export_list(owner_of_server(interaction))
        await send_file(interaction, "feeds.opml", body)

    @remove.autocomplete("number")
    @pause.autocomplete("number")
    @resume.autocomplete("number")
    @why.autocomplete("number")
    @filter_.autocomplete("number")
    @token.autocomplete("number")
    async def choose(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[int]]:
        """The server's feeds whose number or title contains the typed text."""
        if not is_manager(interaction):
            return []
        followed = await self._feeds.followed(owner_of_server(interaction))
        if interaction.command is self.token:
            followed = tuple(one for one in followed if one.feed.kind == PUSH)
        return filter_choices([(feed_cards.describe_feed(one), one.subscription.number) for one in followed], current)


async def _read_options(
    interaction: discord.Interaction,
    channel: Place | None,
    filter_: str | None,
    deliver: str,
    *,
    edits: bool = False,
    name: str | None = None,
) -> SubscriptionOptions:
    place = await find_place(interaction, channel)
    return SubscriptionOptions(place, owner_of(interaction.user), filter_ or "", Delivery(deliver), edits, name or "")


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Feeds(bot))
