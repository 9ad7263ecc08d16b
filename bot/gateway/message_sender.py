"""Sends posts to Discord as messages with a nonce, and finds messages that were sent before.

discord.py sends ``enforce_nonce: true`` with any nonce, so that Discord returns the existing message instead of
creating a second one (docs.discord.com/developers/resources/message, Create Message); its default nonce is random for
each call. Opening a forum thread takes no nonce. Without the permission Read Message History Discord returns an empty
list and no error (the same page, Get Channel Messages): an empty list alone proves nothing.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import aiohttp
import discord

from bot.domain.follow_up import FollowUps
from bot.domain.watch import is_direct, person_of
from bot.errors import ChannelBrokenError, DeliveryError, PostRefusedError, ResponseLostError, RetryPostError
from bot.gateway.channels import find_tags
from bot.gateway.components import message_parts
from bot.i18n.messages import Translatable, translatable
from bot.jobs.delivery import DeliveryTarget
from bot.render.card import Card

SEARCHED: Final = 1000
"""Messages after the first attempt that are searched for the post, besides the newest hundred."""

_REQUEST_SECONDS: Final = 90
_KNOWN_SECONDS: Final = 600.0
_REMEMBERED: Final = 10_000
_PAGE: Final = 100
_RECENT: Final = 20
_THREADS: Final = 100
_DENIED_SECONDS: Final = 900.0
_ELSEWHERE_SECONDS: Final = 3600.0
_FLOODED_SECONDS: Final = 600.0
# "Thread is archived", "Cannot execute action on this channel type": problems of the channel, not the message
_CLOSED: Final = frozenset({50083, 50024})
_NO_HISTORY: Final = 160002  # "Cannot reply without permission to read message history"
_NEEDS_TAG: Final = 40067  # "A tag is required to create a forum post in this channel"
_UNKNOWN_MESSAGE: Final = 10008
_REPLIED: Final = "message_reference"  # the field of a request that names a deleted message
_NO_PINGS: Final = discord.AllowedMentions.none()

_Channel = discord.abc.Messageable | discord.ForumChannel


class DiscordMessageSender:
    """Sends posts with ``client``, logged in and with a ``max_ratelimit_timeout``; caches fetched channels."""

    def __init__(self, client: discord.Client, *, steady: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._steady = steady
        self._asked: dict[str, tuple[float, _Channel]] = {}

    async def find_place(
        self, channel: str, opening: str | None, follow_up: FollowUps = FollowUps.NONE, title: str = ""
    ) -> DeliveryTarget:
        """Where the next message goes: in a forum, the thread that ``opening`` started (which has the same id).

        A ``follow_up`` elsewhere replies to ``opening``, or stands in its thread where a message can have one.
        """
        async with _as_delivery():
            place = await self._channel(channel)
            if isinstance(place, discord.ForumChannel):
                return DeliveryTarget(opening) if opening else DeliveryTarget(channel, remembers=False)
            if opening is None or follow_up is FollowUps.NONE:
                return DeliveryTarget(channel)
            if follow_up is FollowUps.THREAD and isinstance(place, discord.TextChannel):
                await self._open_thread(place, int(opening), title)
                return DeliveryTarget(opening)
        return DeliveryTarget(channel, reply_to=opening)

    async def _open_thread(self, place: discord.TextChannel, message: int, title: str) -> None:
        """Open the thread of ``message``, which has its id, unless it has one."""
        try:
            if place.get_thread(message) is None:
                await self._client.fetch_channel(message)
        except discord.NotFound:
            try:
                await place.get_partial_message(message).create_thread(name=title)
            except discord.Forbidden as error:
                raise PostRefusedError(translatable("gateway-no-threads")) from error
        except discord.Forbidden as error:
            raise PostRefusedError(translatable("gateway-no-threads")) from error

    async def send(self, target: DeliveryTarget, card: Card, *, nonce: str, title: str, tag: str = "") -> str:
        """Post ``card`` and return the message's id. A picture that Discord refuses is left out."""
        channel = target.channel
        async with _as_delivery():
            place = await self._channel(channel)
            self._asked.pop(channel, None)  # until it has succeeded
            try:
                message = await _post(place, target, card, nonce, title, tag)
            except discord.HTTPException as error:
                if error.status != 400 or card.picture is None:
                    raise
                message = await _post(place, target, replace(card, picture=None), nonce, title, tag)
            self._remember(channel, place)
            return str(message)

    async def find(self, channel: str, mark: str, since: datetime) -> str | None:
        """Our message with ``mark``: among the newest, then from ``since``. Raises ``ChannelBrokenError``."""
        async with _as_delivery():
            place = await self._channel(channel, fresh=True)
            if isinstance(place, discord.ForumChannel):
                return await self._find_thread(place, mark, since)
            return await self._find_message(place, mark, since)

    async def edit(self, channel: str, message: str, card: Card) -> None:
        """Edit ``message`` to show ``card``, without pings."""
        async with _as_delivery():
            direct = is_direct(channel)
            place = await self._conversation(person_of(channel)) if direct else self._partial(channel)
            await place.get_partial_message(int(message)).edit(allowed_mentions=_NO_PINGS, **message_parts(card))

    async def tell(self, person: str, card: Card, *, nonce: str, since: datetime) -> None:
        """Send ``card`` to "discord:<user id>" as a direct message, unless the same text was sent since ``since``."""
        async with _as_delivery():
            await self._say_once(await self._conversation(person), card, nonce, since)

    async def tell_owner(self, owner: str, card: Card, *, nonce: str, since: datetime) -> None:
        """As ``tell``, to the owner of "discord:guild:<id>", or to its system channel if they accept no messages."""
        ident = int(owner.rpartition(":")[2])
        async with _as_delivery():
            guild = self._client.get_guild(ident) or await self._client.fetch_guild(ident, with_counts=False)
        try:
            await self.tell(f"discord:{guild.owner_id}", card, nonce=nonce, since=since)
        except ChannelBrokenError:
            if guild.system_channel is None:
                raise
            async with _as_delivery():
                await self._say_once(guild.system_channel, card, nonce, since)

    async def _say_once(self, place: discord.abc.Messageable, card: Card, nonce: str, since: datetime) -> None:
        parts = message_parts(card)
        wanted = {part.content for part in parts["view"].walk_children() if isinstance(part, discord.ui.TextDisplay)}
        async for message in place.history(limit=_RECENT):
            ours = message.author.id == self._me and message.created_at >= since
            # notices for two channels that broke together differ only in the channels' names
            if ours and wanted <= {getattr(part, "content", None) for part in _components(message)}:
                return
        await place.send(nonce=nonce, allowed_mentions=_NO_PINGS, **parts)

    async def _channel(self, channel: str, *, fresh: bool = False) -> _Channel:
        """The channel, from the gateway's cache or (``fresh``: always) from Discord."""
        if is_direct(channel):
            return await self._conversation(person_of(channel))
        if not channel.isdecimal():
            raise RetryPostError(translatable("gateway-elsewhere"), retry_after=_ELSEWHERE_SECONDS)
        place = None if fresh else self._client.get_channel(int(channel)) or self._recall(channel)
        place = place or await self._client.fetch_channel(int(channel))
        if not isinstance(place, discord.abc.Messageable | discord.ForumChannel):
            raise ChannelBrokenError(translatable("gateway-kind-unfit"))
        self._remember(channel, place)
        return place

    def _recall(self, channel: str) -> _Channel | None:
        until, place = self._asked.get(channel, (0.0, None))
        return place if self._steady() < until else None

    def _remember(self, channel: str, place: _Channel) -> None:
        """Cache a fetched channel for a while; the gateway keeps its own cache up to date."""
        if not channel.isdecimal() or self._client.get_channel(int(channel)):
            return
        if len(self._asked) >= _REMEMBERED:
            self._asked.clear()
        self._asked[channel] = self._steady() + _KNOWN_SECONDS, place

    async def _conversation(self, person: str) -> discord.DMChannel:
        """The direct-message channel with "discord:<user id>", opened if needed."""
        return await self._client.create_dm(discord.Object(int(person.rpartition(":")[2])))

    def _partial(self, channel: str) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(int(channel))

    async def _find_message(self, place: discord.abc.Messageable, mark: str, since: datetime) -> str | None:
        newest = [message async for message in place.history(limit=_PAGE)]
        if not newest and not self._proves_empty(place):
            raise _history_denied(place)
        if found := self._marked(newest, mark):
            return found
        if len(newest) < _PAGE or newest[-1].created_at < since:
            return None
        # in a busy channel it is close to the time of the attempt, however many messages followed
        later = [message async for message in place.history(limit=SEARCHED, after=since, oldest_first=True)]
        return self._marked(later, mark)

    async def _find_thread(self, forum: discord.ForumChannel, mark: str, since: datetime) -> str | None:
        if _may_read(forum) is False:
            raise _history_denied(forum)
        async for thread in self._threads(forum):
            if thread.owner_id == self._me and thread.id >= discord.utils.time_snowflake(since):
                opening = [message async for message in thread.history(limit=5, oldest_first=True)]
                if not opening:
                    raise _history_denied(forum)
                if self._marked(opening, mark):
                    return str(thread.id)
        return None

    async def _threads(self, forum: discord.ForumChannel) -> AsyncIterator[discord.Thread]:
        """The forum's threads, active ones first, then the last archived."""
        for thread in await forum.guild.active_threads():
            if thread.parent_id == forum.id:
                yield thread
        async for thread in forum.archived_threads(limit=_THREADS):
            yield thread

    def _proves_empty(self, place: discord.abc.Messageable) -> bool:
        """Whether an empty history proves that there are no messages, rather than a missing permission."""
        readable = _may_read(place)
        return getattr(place, "last_message_id", None) is None if readable is None else readable

    def _marked(self, messages: Sequence[discord.Message], mark: str) -> str | None:
        ours = (message for message in messages if message.author.id == self._me)
        return next((str(message.id) for message in ours if any(mark in name for name in _names(message))), None)

    @property
    def _me(self) -> int | None:
        return self._client.user.id if self._client.user else None


def _may_read(place: Any) -> bool | None:
    """Whether the bot may read the history; None if only Discord knows (without a gateway connection)."""
    guild = getattr(place, "guild", None)
    if guild is None or guild.me is None:
        return True if isinstance(place, discord.DMChannel) else None
    return bool(place.permissions_for(guild.me).read_message_history)


async def _post(place: _Channel, target: DeliveryTarget, card: Card, nonce: str, title: str, tag: str) -> int:
    """Post ``card``; the id of the message, which in a forum is that of its thread too."""
    parts = message_parts(card) | {"allowed_mentions": _mentions(card)}
    if isinstance(place, discord.ForumChannel):
        opened = await place.create_thread(name=title, applied_tags=choose_tags(place, tag), **parts)
        return opened.thread.id
    if target.reply_to:
        parts["reference"] = discord.MessageReference(message_id=int(target.reply_to), channel_id=int(target.channel))
    return (await place.send(nonce=nonce, **parts)).id


def _mentions(card: Card) -> discord.AllowedMentions:
    """What the message of ``card`` may ping: the role that it mentions, and nobody else."""
    if not card.role:
        return _NO_PINGS
    return discord.AllowedMentions(
        everyone=False, users=False, roles=[discord.Object(int(card.role))], replied_user=False
    )


def choose_tags(forum: discord.ForumChannel, wanted: str) -> list[discord.ForumTag]:
    """The tag named ``wanted``; without it the first that may be used, in a forum that requires one."""
    usable = find_tags(forum)
    named = [tag for tag in usable if tag.name.casefold() == wanted.casefold()]
    return (named or (usable if forum.flags.require_tag else []))[:1]


def _names(message: discord.Message) -> Iterator[str]:
    """The custom ids of all components of ``message``, at any depth."""
    yield from (name for part in _components(message) if (name := getattr(part, "custom_id", None)))


def _components(message: discord.Message) -> Iterator[Any]:
    """All components of ``message``, at any depth."""
    waiting: list[Any] = list(message.components)
    while waiting:
        part = waiting.pop()
        waiting += getattr(part, "children", ())
        yield part


def _history_denied(place: Any) -> ChannelBrokenError:
    return ChannelBrokenError(translatable("gateway-history-denied"), resource=str(getattr(place, "id", "")))


@asynccontextmanager
async def _as_delivery() -> AsyncIterator[None]:
    """Limit the time of requests, and translate discord.py's errors into the four kinds of ``DeliveryError``."""
    try:
        async with asyncio.timeout(_REQUEST_SECONDS):
            yield
    except discord.RateLimited as error:
        raise RetryPostError(translatable("gateway-asks-to-wait"), retry_after=error.retry_after) from error
    except discord.HTTPException as error:
        raise _of_answer(error) from error
    except discord.InvalidData as error:
        raise ChannelBrokenError(translatable("gateway-kind-unknown")) from error
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        raise ResponseLostError(translatable("gateway-silent")) from error


def _of_answer(error: discord.HTTPException) -> DeliveryError:
    said = error.text[:300] or translatable("gateway-no-reason")
    if error.code == _UNKNOWN_MESSAGE or _REPLIED in error.text:
        return PostRefusedError(translatable("gateway-story-deleted"))
    if error.code == _NO_HISTORY:
        return ChannelBrokenError(translatable("gateway-history-denied"))
    if error.code == _NEEDS_TAG:
        return ChannelBrokenError(translatable("gateway-tag-required"))
    if error.code in _CLOSED:
        return ChannelBrokenError(translatable("gateway-closed", said=said))
    return _of_status(error.status, said)


def _of_status(status: int, said: Translatable | str) -> DeliveryError:
    match status:
        case 403:
            return ChannelBrokenError(translatable("gateway-denied", said=said))
        case 404:
            return ChannelBrokenError(translatable("gateway-channel-gone", said=said))
        case 429:
            return RetryPostError(translatable("gateway-asks-to-wait"), retry_after=_FLOODED_SECONDS)
        case 401:
            return RetryPostError(translatable("gateway-token-refused-later"), retry_after=_DENIED_SECONDS)
        case status if status >= 500:
            return ResponseLostError(translatable("gateway-answered", status=str(status)), answered=True)
        case _:
            return PostRefusedError(translatable("gateway-message-refused", said=said))
