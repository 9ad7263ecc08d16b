"""Commands for one article: its summary, who said what, and two sides, from a link, a text or a message."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.analysis import Reading
from bot.domain.digest import TwoSidesQuery
from bot.gateway.archive_components import show_sides
from bot.gateway.client import AttacheBot
from bot.gateway.component_handlers import compose_reading_card
from bot.gateway.message_input import owner_of, read_message
from bot.gateway.responses import acknowledge, send_card
from bot.render.card import DETAIL_LIMIT, Action, ComponentAction
from bot.render.two_sides_buttons import WORD_LIMIT, make_two_sides_action

ARTICLE = "Link to an article, or its text"
WORDS = app_commands.Range[str, 1, WORD_LIMIT]


class Articles(commands.Cog):
    """Commands and message menus that read an article. The article service does the work."""

    def __init__(self, bot: AttacheBot) -> None:
        self._bot = bot
        self._article_service = bot.article_service
        self._menus = (
            app_commands.ContextMenu(name="Summarize", callback=self.summarize_message),
            app_commands.ContextMenu(name="Who said what", callback=self.whosaid_message),
        )

    async def cog_load(self) -> None:
        """Register the message menus: discord.py does not find them in a cog."""
        for menu in self._menus:
            self._bot.tree.add_command(menu)

    async def cog_unload(self) -> None:
        """Remove the message menus."""
        for menu in self._menus:
            self._bot.tree.remove_command(menu.name, type=menu.type)

    @app_commands.command()
    @app_commands.describe(article=ARTICLE, sentences="Number of sentences; default: 5")
    async def summarize(
        self, interaction: discord.Interaction, article: str, sentences: app_commands.Range[int, 1, 15] | None = None
    ) -> None:
        """Summarize an article by its key sentences, word for word."""
        await self._answer(interaction, article, Action.SUMMARY, str(sentences or ""))

    @app_commands.command()
    @app_commands.describe(article=ARTICLE, speaker="Only speakers of this name, office or country")
    async def whosaid(
        self,
        interaction: discord.Interaction,
        article: str,
        speaker: app_commands.Range[str, 1, DETAIL_LIMIT] | None = None,
    ) -> None:
        """Who said what in an article: speaker, office, quoted or reported."""
        await self._answer(interaction, article, Action.WHOSAID, speaker or "")

    @app_commands.command()
    @app_commands.rename(shown="as")
    @app_commands.describe(
        article=f"{ARTICLE}; default: all articles",
        a="One side: a speaker or country; default: the two with most statements",
        b="The other side",
        about="Only statements with these words",
        shown="Default: columns",
    )
    @app_commands.choices(
        shown=[
            app_commands.Choice(name="columns", value=Action.TWOSIDES),
            app_commands.Choice(name="picture, dark", value=Action.SIDESDARK),
            app_commands.Choice(name="picture, light", value=Action.SIDESLIGHT),
        ]
    )
    async def twosides(
        self,
        interaction: discord.Interaction[AttacheBot],
        article: str | None = None,
        a: WORDS | None = None,
        b: WORDS | None = None,
        about: WORDS | None = None,
        shown: str = Action.TWOSIDES,
    ) -> None:
        """Compare two accounts of one event, side by side."""
        await acknowledge(interaction)
        reading = await self._article_service.read(article, owner=owner_of(interaction.user)) if article else None
        wanted = TwoSidesQuery(reading.id if reading else "", a=a or "", b=b or "", about=about or "")
        await show_sides(interaction, make_two_sides_action(wanted, Action(shown)))

    async def summarize_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """The key sentences of the article that a message links to, or of its text."""
        await self._answer_message(interaction, message, Action.SUMMARY)

    async def whosaid_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Who said what in the article that a message links to, or in its text."""
        await self._answer_message(interaction, message, Action.WHOSAID)

    async def _answer(self, interaction: discord.Interaction, article: str, action: Action, detail: str = "") -> None:
        await acknowledge(interaction)
        reading = await self._article_service.read(article, owner=owner_of(interaction.user))
        await self._show(interaction, reading, ComponentAction(action, reading.id, detail=detail))

    async def _answer_message(self, interaction: discord.Interaction, message: discord.Message, action: Action) -> None:
        await acknowledge(interaction)
        reading = await read_message(self._article_service, message, owner=owner_of(interaction.user))
        await self._show(interaction, reading, ComponentAction(action, reading.id))

    async def _show(self, interaction: discord.Interaction, reading: Reading, press: ComponentAction) -> None:
        attitudes = await self._bot.services.preferences.wants_attitudes(owner_of(interaction.user))
        await send_card(
            interaction, await compose_reading_card(self._article_service, reading, press, attitudes=attitudes)
        )


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Articles(bot))
