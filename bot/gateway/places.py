"""Servers and their channels: whose a command's records are, who may change them, and where the bot may post."""

import discord
from discord import app_commands

from bot.errors import UsageError
from bot.gateway.material import owner_of

Chosen = app_commands.AppCommandChannel | app_commands.AppCommandThread


class _Postable(app_commands.Transformer):
    """An option of a command that takes a channel in which something can be posted regularly."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Those that hold messages or threads."""
        kinds = discord.ChannelType
        return [kinds.text, kinds.news, kinds.public_thread, kinds.private_thread, kinds.news_thread, kinds.forum]

    async def transform(self, _interaction: discord.Interaction, value: Chosen, /) -> Chosen:
        """The channel as it was chosen; ``find_place`` looks whether the bot may post there."""
        return value


Place = app_commands.Transform[Chosen, _Postable]

# the history is looked at after a crash, so that nothing is posted twice
_ALWAYS = {"view_channel": "View Channel", "read_message_history": "Read Message History"}
_IN_CHANNELS = {"send_messages": "Send Messages"}
_IN_THREADS = {"send_messages_in_threads": "Send Messages in Threads"}
_IN_FORUMS = {"send_messages": "Create Posts", **_IN_THREADS}


def owner_of_server(interaction: discord.Interaction) -> str:
    """Whose the records of the server are in which a command was used. Raises ``UsageError`` outside of servers."""
    if interaction.guild_id is None:
        raise UsageError("Feeds and digests belong to a server.", "Use this in a server's channel.")
    return f"discord:guild:{interaction.guild_id}"


def askers_of(interaction: discord.Interaction) -> frozenset[str]:
    """Whose own articles an answer may be made of: those of the server that sees it, or of a person alone with the bot.

    What a person pasted elsewhere is nothing for a server's channel, nor for their friends in a group.
    """
    if interaction.guild_id is not None:
        return frozenset({f"discord:guild:{interaction.guild_id}"})
    return frozenset({owner_of(interaction.user)}) if interaction.context.dm_channel else frozenset()


def readers_of(interaction: discord.Interaction) -> tuple[str, ...]:
    """Whose settings decide how times are shown: the person's, then the server's."""
    server = () if interaction.guild_id is None else (f"discord:guild:{interaction.guild_id}",)
    return owner_of(interaction.user), *server


def is_manager(interaction: discord.Interaction) -> bool:
    """Whether a person manages the server in which they act."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def check_manager(interaction: discord.Interaction) -> bool:
    """True where the person manages the server; raises ``CheckFailure`` otherwise.

    Discord shows the commands only to them, but a server's own settings can open a command to others.
    """
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    if not is_manager(interaction):
        raise app_commands.MissingPermissions(["manage_guild"])
    return True


async def find_place(interaction: discord.Interaction, chosen: Chosen | None) -> str:
    """The id of the channel to post in: the chosen one, or that of the command.

    Raises ``UsageError`` where the bot may not post, with the permissions that it lacks.
    """
    channel = interaction.channel if chosen is None else await _resolve(chosen)
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread) or interaction.guild is None:
        raise UsageError("I cannot see this channel.", "Let me view it, or choose another one.")
    _check_postable(channel, interaction.guild.me)
    return str(channel.id)


async def check_place(interaction: discord.Interaction, known: str) -> None:
    """Raises ``UsageError`` where the bot may not post in the channel whose id is ``known``, or it is there no more."""
    guild, channel = interaction.guild, None
    if guild is not None and known.isdecimal():
        try:
            channel = guild.get_channel_or_thread(int(known)) or await guild.fetch_channel(int(known))
        except (discord.Forbidden, discord.NotFound, discord.InvalidData):
            channel = None
    if channel is None or guild is None:
        raise UsageError(
            "The channel is not there any more, or I cannot see it.", "Let me view it, or remove this and add it again."
        )
    _check_postable(channel, guild.me)


def _check_postable(channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member) -> None:
    missing = find_missing(channel, me)
    if isinstance(channel, discord.CategoryChannel | discord.StageChannel):
        raise UsageError(f"Nothing can be posted in #{channel.name}.", "Choose a text channel, thread or forum.")
    if missing:
        raise UsageError(
            f"I may not post in #{channel.name}: I lack {' and '.join(missing)}.",
            "Give me that there, or choose another channel.",
        )


def find_missing(channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member) -> list[str]:
    """The permissions, in Discord's words, that the bot lacks to post in ``channel``."""
    allowed = channel.permissions_for(me)
    return [words for name, words in _needed(channel).items() if not getattr(allowed, name)]


async def _resolve(chosen: Chosen) -> discord.abc.GuildChannel | discord.Thread:
    """The channel behind an option's value. Raises ``UsageError`` where the bot does not see it."""
    try:
        return chosen.resolve() or await chosen.fetch()
    except (discord.Forbidden, discord.NotFound):
        raise UsageError(f"I cannot see #{chosen.name}.", "Let me view it, or choose another channel.") from None


def _needed(channel: discord.abc.GuildChannel | discord.Thread) -> dict[str, str]:
    match channel:
        case discord.Thread():
            return _ALWAYS | _IN_THREADS
        case discord.ForumChannel():
            return _ALWAYS | _IN_FORUMS
        case _:
            return _ALWAYS | _IN_CHANNELS
