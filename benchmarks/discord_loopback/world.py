"""The invented guilds: numbers, channels, and Discord's data on them. All are alike, none is stored."""

from dataclasses import dataclass
from typing import Any, Final

from bot.doctor.discord_account import INVITED

Json = dict[str, Any]

EVERYTHING: Final = (1 << 53) - 1
"""All permissions."""
MANAGE_GUILD: Final = 1 << 5
SEND_MESSAGES: Final = 1 << 11

FIRST_GUILD: Final = 150_000_000_000
"""The first guild's creation in milliseconds of Discord's time; the others follow, one per millisecond."""
FIRST_PERSON: Final = 100_000_000_000
BOT: Final = str(1 << 22)
APPLICATION: Final = BOT
MOST_GUILDS_A_SHARD: Final = 2_500
"""Above this number Discord closes the connection with 4011, "sharding required"."""

_TEXT, _DM = 0, 1
FORUM: Final = 15
TAGS: Final = ("Straits", "Harbours")
"""The tags of every forum."""
_WITHOUT_THREADS: Final = 2  # the number of the channel in which nobody opens threads
_OPEN_THREADS: Final = 1 << 35
_FIRST_ROLE: Final = 10_000  # follows the guild's own number, as its channels do from 1
_FIRST_DM: Final = 200_000_000_000
_EVERYTHING_A_BOT_NEEDS: Final = sum(INVITED.values())
_EMPTY: Final = ("threads", "emojis", "stickers", "voice_states", "presences", "features", "stage_instances")


@dataclass(frozen=True, slots=True)
class Origin:
    """Who uses the bot, and where: in a channel of a guild, or in direct messages if ``guild`` is None.

    ``person`` is a number (the first own the guilds with the same number), ``channel`` that of a channel in its guild;
    ``permissions`` are the person's there, ``locale`` is their client's. ``installed``: they use the bot as their own
    app, in a group chat (``guild`` None) or in a server that it has not joined.
    """

    person: int = 0
    guild: int | None = 0
    channel: int = 0
    permissions: int = EVERYTHING
    locale: str = "en-US"
    installed: bool = False

    @property
    def user_id(self) -> str:
        """The person's id."""
        return person_id(self.person)

    @property
    def channel_id(self) -> str:
        """The id of the channel or of the direct messages."""
        return conversation_id(self.user_id) if self.guild is None else channel_id(self.guild, self.channel)

    def tell(self) -> Json:
        """The common part of every interaction."""
        person = user(self.user_id)
        told: Json = {"locale": self.locale, "channel_id": self.channel_id, "app_permissions": str(EVERYTHING)}
        told["authorizing_integration_owners"] = {"1": self.user_id} if self.installed else {}
        if self.guild is None:
            told |= {"user": person, "channel": conversation(self.person), "context": 2 if self.installed else 1}
            return told
        if not self.installed:
            told["authorizing_integration_owners"] = {"0": guild_id(self.guild)}
        place = channel(self.guild, self.channel) | {"guild_id": guild_id(self.guild)}
        return told | {
            "context": 0,
            "guild_id": guild_id(self.guild),
            "guild": {"id": guild_id(self.guild), "locale": "en-US", "features": []},
            "guild_locale": "en-US",
            "channel": place | {"permissions": str(self.permissions)},
            "member": member(person) | {"permissions": str(self.permissions)},
        }


@dataclass(frozen=True, slots=True)
class Form:
    """The size and strictness of the world.

    ``shards`` is Discord's recommendation; ``heartbeat`` the seconds between two heartbeats; ``delay`` the seconds that
    every REST answer takes; ``global_limit`` the requests per second. The numbers of ``forums`` follow those of text
    channels.
    """

    guilds: int = 1
    shards: int = 1
    max_concurrency: int = 1
    channels: int = 20
    forums: int = 0
    roles: int = 12
    heartbeat: float = 41.25
    delay: float = 0.0
    global_limit: int = 50

    def guilds_of(self, shard: int, shards: int) -> list[int]:
        """The numbers, from 0, of the guilds on ``shard`` of ``shards``."""
        return [number for number in range(self.guilds) if (FIRST_GUILD + number) % shards == shard]

    def find_guild(self, ident: str) -> int | None:
        """The number of the guild with that id."""
        if not ident.isdecimal():
            return None
        number, rest = (int(ident) >> 22) - FIRST_GUILD, int(ident) & 0x3FFFFF
        return number if 0 <= number < self.guilds and not rest else None

    def find_channel(self, ident: str) -> Json | None:
        """The channel of a guild or the conversation with that id, as REST returns it."""
        if not ident.isdecimal():
            return None
        at, rest = int(ident) >> 22, int(ident) & 0x3FFFFF
        if 0 <= at - FIRST_GUILD < self.guilds and 1 <= rest <= self.channels + self.forums:
            number = at - FIRST_GUILD
            return self._tell_channel(number, rest - 1) | {"guild_id": guild_id(number)}
        if at == _FIRST_DM:
            return conversation(rest)
        return None

    def _tell_channel(self, guild: int, number: int) -> Json:
        return channel(guild, number) if number < self.channels else forum(guild, number)

    def tell_guild(self, number: int) -> Json:
        """The guild as GUILD_CREATE sends it to a bot without privileged intents: its only member is the bot."""
        ident = guild_id(number)
        return {
            "id": ident,
            "name": f"Embassy {number}",
            "owner_id": person_id(number),
            "roles": [role(number, one) for one in range(self.roles)],
            "channels": [self._tell_channel(number, one) for one in range(self.channels + self.forums)],
            "members": [member(bot_user(), (ident,))],
            "member_count": 250,
            "joined_at": "2026-01-01T00:00:00+00:00",
            **{name: [] for name in _EMPTY},
            **dict.fromkeys(("icon", "splash", "banner", "description", "afk_channel_id", "system_channel_id")),
            **dict.fromkeys(("verification_level", "explicit_content_filter", "mfa_level", "nsfw_level"), 0),
            **dict.fromkeys(("default_message_notifications", "premium_tier", "system_channel_flags"), 0),
            "preferred_locale": "en-US",
            "afk_timeout": 300,
            "large": True,
            "unavailable": False,
        }


def guild_id(number: int) -> str:
    """The id of the guild of that number, from 0."""
    return str((FIRST_GUILD + number) << 22)


def channel_id(guild: int, number: int) -> str:
    """The id of a guild's channel of that number, from 0."""
    return str(((FIRST_GUILD + guild) << 22) + 1 + number)


def person_id(number: int) -> str:
    """The id of the person with that number; the first own the guilds with the same number."""
    return str((FIRST_PERSON + number) << 22)


def conversation_id(person: str) -> str:
    """The id of the bot's direct messages with that person."""
    return str((_FIRST_DM << 22) + (int(person) >> 22) - FIRST_PERSON)


def role(guild: int, number: int) -> Json:
    """A role of a guild; number 0 is @everyone, and those of odd numbers may be mentioned by anybody."""
    return {
        "id": role_id(guild, number),
        "name": "@everyone" if number == 0 else f"Section {number}",
        "permissions": str(_EVERYTHING_A_BOT_NEEDS),
        "position": number,
        **dict.fromkeys(("color", "flags"), 0),
        **dict.fromkeys(("hoist", "managed"), False),
        "mentionable": number % 2 == 1,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
    }


def role_id(guild: int, number: int) -> str:
    """The id of a guild's role of that number."""
    ident = (FIRST_GUILD + guild) << 22
    return str(ident if number == 0 else ident + _FIRST_ROLE + number)


def find_role(guild: int, ident: str) -> Json:
    """The role of a guild with that id."""
    number = int(ident) - ((FIRST_GUILD + guild) << 22)
    return role(guild, max(0, number - _FIRST_ROLE))


def channel(guild: int, number: int) -> Json:
    """A text channel of a guild."""
    return {
        "id": channel_id(guild, number),
        "type": _TEXT,
        "name": f"news-{number}",
        "position": number,
        "permission_overwrites": [_deny_threads(guild)] if number == _WITHOUT_THREADS else [],
        "topic": "What is said abroad" if number % 3 == 0 else None,
        **dict.fromkeys(("last_message_id", "parent_id")),
        "nsfw": False,
        "rate_limit_per_user": 0,
        "flags": 0,
    }


def forum(guild: int, number: int) -> Json:
    """A forum of a guild."""
    tags = [
        {"id": f"{int(channel_id(guild, number)) + place}", "name": name, "moderated": False}
        | dict.fromkeys(("emoji_id", "emoji_name"))
        for place, name in enumerate(TAGS, 1)
    ]
    return channel(guild, number) | {"type": FORUM, "name": f"forum-{number}", "available_tags": tags}


def _deny_threads(guild: int) -> Json:
    return {"id": guild_id(guild), "type": 0, "allow": "0", "deny": str(_OPEN_THREADS)}


def conversation(person: int) -> Json:
    """The direct messages with the person of that number."""
    ident = person_id(person)
    return {
        "id": conversation_id(ident),
        "type": _DM,
        "last_message_id": None,
        "flags": 0,
        "recipients": [user(ident)],
    }


def user(ident: str) -> Json:
    """A person, or the bot."""
    return {
        "id": ident,
        "username": "attache" if ident == BOT else f"reader{(int(ident) >> 22) - FIRST_PERSON}",
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
        "bot": ident == BOT,
        "public_flags": 0,
    }


def bot_user() -> Json:
    """The bot itself."""
    return user(BOT)


def member(person: Json, roles: tuple[str, ...] = ()) -> Json:
    """A person as a member of a guild."""
    told: Json = {"user": person, "roles": list(roles), "joined_at": "2026-01-01T00:00:00+00:00"}
    return told | {"deaf": False, "mute": False, "flags": 0, "nick": None, "avatar": None}
