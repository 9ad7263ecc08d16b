"""Servers and channels: who owns a command's data, who may change it, and where the bot may post."""

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any

import discord
from discord import app_commands

from bot.domain.feed import PostOptions
from bot.domain.follow_up import FollowUps
from bot.domain.watch import direct_to
from bot.errors import UsageError
from bot.gateway.message_input import owner_of
from bot.i18n.lists import join_names
from bot.i18n.messages import Translatable, translatable
from bot.render.card import OPTION_LIMIT

Chosen = app_commands.AppCommandChannel | app_commands.AppCommandThread


class _Postable(app_commands.Transformer):
    """A command option for a channel in which the bot can post."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """The option type: a channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Channel types with messages or threads."""
        kinds = discord.ChannelType
        return [kinds.text, kinds.news, kinds.public_thread, kinds.private_thread, kinds.news_thread, kinds.forum]

    async def transform(self, _interaction: discord.Interaction, value: Chosen, /) -> Chosen:
        """The channel as chosen; ``find_place`` checks whether the bot may post there."""
        return value


Place = app_commands.Transform[Chosen, _Postable]

# the history is needed after a crash, so that nothing is posted twice
_ALWAYS = {name: name for name in ("view_channel", "read_message_history")}
_IN_CHANNELS = {"send_messages": "send_messages"}
_IN_THREADS = {"send_messages_in_threads": "send_messages_in_threads"}
_FOR_THREADS = {"create_public_threads": "create_public_threads", **_IN_THREADS}
# channel types for which the permission has another name
_IN_FORUMS = {"send_messages": "create_posts", **_IN_THREADS}


def owner_of_server(interaction: discord.Interaction) -> str:
    """The owner of the server's data. Raises ``UsageError`` outside of servers."""
    if interaction.guild_id is None:
        raise UsageError(translatable("gateway-server-only"))
    return f"discord:guild:{interaction.guild_id}"


def askers_of(interaction: discord.Interaction) -> frozenset[str]:
    """Whose private articles an answer may use: the server's, or in direct messages the person's."""
    if interaction.guild_id is not None:
        return frozenset({f"discord:guild:{interaction.guild_id}"})
    return frozenset({owner_of(interaction.user)}) if interaction.context.dm_channel else frozenset()


def readers_of(interaction: discord.Interaction) -> tuple[str, ...]:
    """Whose settings decide how times are shown: the person's, then the server's."""
    server = () if interaction.guild_id is None else (f"discord:guild:{interaction.guild_id}",)
    return owner_of(interaction.user), *server


def is_manager(interaction: discord.Interaction) -> bool:
    """Whether the person manages the server."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def check_manager(interaction: discord.Interaction) -> bool:
    """True for who manages the server; else raises ``CheckFailure``. A server can lift Discord's own check."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    if not is_manager(interaction):
        raise app_commands.MissingPermissions(["manage_guild"])
    return True


async def find_place(interaction: discord.Interaction, chosen: Chosen | None, *, posting: bool = True) -> str:
    """The id of the channel to post in. Raises ``UsageError`` with missing permissions if ``posting``."""
    if not posting:
        return str(chosen.id if chosen else interaction.channel_id)
    channel = interaction.channel if chosen is None else await _resolve(chosen)
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread) or interaction.guild is None:
        raise UsageError(translatable("gateway-channel-unseen"))
    _check_postable(channel, interaction.guild.me)
    return str(channel.id)


async def check_place(interaction: discord.Interaction, known: str) -> None:
    """Raise ``UsageError`` if the channel with the id ``known`` is gone or the bot may not post in it."""
    channel, me = await _find_channel(interaction, known)
    _check_postable(channel, me)


async def check_options(interaction: discord.Interaction, known: str, options: PostOptions) -> None:
    """Raise ``UsageError`` if posts in the channel with the id ``known`` cannot have ``options``."""
    if options == PostOptions():
        return
    channel, me = await _find_channel(interaction, known)
    if options.follow_ups is FollowUps.THREAD and isinstance(channel, discord.TextChannel):
        _check_lacking(channel, me, _FOR_THREADS)

    if options.role:
        _check_role(channel, me, options.role)
    if options.tag:
        _check_tag(channel, options.tag)


def find_tags(forum: discord.ForumChannel) -> list[discord.ForumTag]:
    """The tags of ``forum`` that the bot may use; some are for moderators."""
    me: Any = forum.guild.me  # None without a connection to the gateway
    moderates = me is not None and forum.permissions_for(me).manage_threads
    return [tag for tag in forum.available_tags if moderates or not tag.moderated]


def _check_role(channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member, ident: str) -> None:
    role = channel.guild.get_role(int(ident))
    if role is None or role.is_default():
        raise UsageError(translatable("gateway-role-everyone"))
    if not role.mentionable and not channel.permissions_for(me).mention_everyone:
        raise UsageError(translatable("gateway-role-not-mentionable", role=role.name))


def _check_tag(channel: discord.abc.GuildChannel | discord.Thread, name: str) -> None:
    if not isinstance(channel, discord.ForumChannel):
        raise UsageError(translatable("gateway-no-forum", channel=channel.name))
    names = [tag.name for tag in find_tags(channel)]
    if name.casefold() not in map(str.casefold, names):
        known = join_names(names) if names else translatable("gateway-no-tags")
        raise UsageError(translatable("gateway-tag-unknown", tag=name, channel=channel.name, tags=known))


async def _find_channel(
    interaction: discord.Interaction, known: str
) -> tuple[discord.abc.GuildChannel | discord.Thread, discord.Member]:
    """The channel with the id ``known``, and the bot in its server. Raises ``UsageError`` if it is gone."""
    guild, channel = interaction.guild, None
    if guild is not None and known.isdecimal():
        try:
            channel = guild.get_channel_or_thread(int(known)) or await guild.fetch_channel(int(known))
        except (discord.Forbidden, discord.NotFound, discord.InvalidData):
            channel = None
    if channel is None or guild is None:
        raise UsageError(translatable("gateway-channel-missing"))
    return channel, guild.me


def list_places(interaction: discord.Interaction, chosen: str) -> list[tuple[str, str]]:
    """Id and name of the ``chosen`` channel and of text channels in which the bot may post, by their place."""
    guild = interaction.guild
    if guild is None:
        return []
    found = [channel for channel in guild.text_channels if not find_missing(channel, guild.me)]
    places = [(str(channel.id), channel.name) for channel in found[:OPTION_LIMIT]]
    known = guild.get_channel_or_thread(int(chosen))
    if known is None or chosen in dict(places):
        return places
    return [(chosen, known.name), *places[: OPTION_LIMIT - 1]]


def find_first_place(guild: discord.Guild) -> discord.TextChannel | None:
    """The channel for notices to a server: its own for system messages, else the first in which the bot may post."""
    candidates = [guild.system_channel] if guild.system_channel else []
    return next((one for one in (*candidates, *guild.text_channels) if not find_missing(one, guild.me)), None)


def _check_postable(channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member) -> None:
    if isinstance(channel, discord.CategoryChannel | discord.StageChannel):
        raise UsageError(translatable("gateway-no-posts-there", channel=channel.name))
    _check_lacking(channel, me, _needed(channel))


def _check_lacking(
    channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member, needed: Mapping[str, str]
) -> None:
    if missing := find_missing(channel, me, needed):
        raise UsageError(translatable("gateway-lacking", channel=channel.name, permissions=name_permissions(missing)))


def find_missing(
    channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member, needed: Mapping[str, str] | None = None
) -> list[str]:
    """The permissions that the bot lacks to post in ``channel``, or of those ``needed``; see ``name_permissions``."""
    allowed = channel.permissions_for(me)
    return [called for name, called in (needed or _needed(channel)).items() if not getattr(allowed, name)]


def name_permissions(missing: Sequence[str]) -> Translatable:
    """The ``missing`` permissions, at least one, by Discord's names."""
    first, *others = (translatable("gateway-permission", name=name) for name in missing)
    return reduce(lambda named, other: translatable("gateway-and", first=named, other=other), others, first)


async def _resolve(chosen: Chosen) -> discord.abc.GuildChannel | discord.Thread:
    """The channel of an option's value. Raises ``UsageError`` if the bot cannot see it."""
    try:
        return chosen.resolve() or await chosen.fetch()
    except (discord.Forbidden, discord.NotFound):
        raise UsageError(translatable("gateway-named-channel-unseen", channel=chosen.name)) from None


def _needed(channel: discord.abc.GuildChannel | discord.Thread) -> dict[str, str]:
    match channel:
        case discord.Thread():
            return _ALWAYS | _IN_THREADS
        case discord.ForumChannel():
            return _ALWAYS | _IN_FORUMS
        case _:
            return _ALWAYS | _IN_CHANNELS


def find_server(interaction: discord.Interaction) -> str | None:
    """The server of a command if the bot is in it; None in direct messages and for the user-installed app."""
    return f"discord:guild:{interaction.guild_id}" if _guild(interaction) else None


def find_alert_place(interaction: discord.Interaction, deliver: str) -> tuple[str, str | None, str | None]:
    """Where alerts go, the server, and the channel if usable. Raises ``UsageError`` if "here" is not writable."""
    guild, channel = _guild(interaction), interaction.channel
    missing = None
    if guild is not None and isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        missing = find_missing(channel, guild.me)
    if deliver != "here":
        place = str(interaction.channel_id) if missing == [] else None
        return direct_to(owner_of(interaction.user)), find_server(interaction), place
    if missing is None:
        raise UsageError(translatable("gateway-alerts-need-member"))
    in_thread = isinstance(channel, discord.Thread)
    allowed = interaction.permissions
    if not (allowed.send_messages_in_threads if in_thread else allowed.send_messages):
        raise UsageError(translatable("gateway-alerts-not-allowed"))
    if missing:
        raise UsageError(translatable("gateway-lacking-here", permissions=name_permissions(missing)))
    return str(interaction.channel_id), find_server(interaction), str(interaction.channel_id)


def _guild(interaction: discord.Interaction) -> discord.Guild | None:
    return interaction.client.get_guild(interaction.guild_id) if interaction.guild_id is not None else None
