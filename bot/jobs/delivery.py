"""Delivers the outbox to Discord: each post once and in order, despite crashes and lost responses.

Order matters. That a post is being sent is stored before the request, so that after a crash its message is known to
possibly exist. As long as Discord remembers the nonce, the post is sent again with the same one. Later, the channel is
searched for the post's mark, and the post is sent only if it is missing. If the channel cannot be searched, nothing
more is posted there until somebody repairs it: readers mind a flood more than a pause, and somebody who can act is
notified of the pause.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Protocol

import structlog

from bot.archive.outbox import Destination, PostStore
from bot.archive.preferences import PreferenceStore
from bot.clock import Clock
from bot.domain.follow_up import FollowUps
from bot.domain.post import GIVEN_UP, SETTLING, Post, PostKind, Step, decide_pause, decide_step, may_mention, post_key
from bot.domain.watch import is_direct, person_of
from bot.errors import (
    AttacheError,
    ChannelBrokenError,
    DeliveryError,
    PostRefusedError,
    ResponseLostError,
    RetryPostError,
)
from bot.i18n.language import current_language, using_language
from bot.i18n.messages import Translatable, encode_message, translatable
from bot.jobs.reader_language import language_of
from bot.metrics import DELIVERIES, POSTING, DeliveryResult
from bot.render.card import Card
from bot.render.card_codec import decode_card
from bot.render.cards.notice_cards import render_broken_place, with_mark
from bot.render.markdown import plain
from bot.tracing import span

CLOCK_MARGIN: Final = timedelta(minutes=5)
"""How far this machine's clock may be ahead of Discord's."""
TITLE_LIMIT: Final = 100
"""Maximum characters of a thread's name."""

PEOPLE_AT_ONCE: Final = 1000
"""People that one job looks up for sending."""

POSTS_A_TURN: Final = 50
"""Maximum posts that one job sends in a channel, so that other channels get their turn."""

_LATER: Final = timedelta(minutes=15)
_DAY: Final = timedelta(days=1)
_ERRANDS: Final = 8
_ERRAND: Final = "people:"
_EXPIRED: Final = translatable("feeds-too-late")
_UNREADABLE: Final = translatable("feeds-record-unreadable")

_OUTCOMES: Final[Mapping[type[DeliveryError], DeliveryResult]] = {
    RetryPostError: DeliveryResult.LATER,
    ResponseLostError: DeliveryResult.LOST,
    ChannelBrokenError: DeliveryResult.BROKEN,
    PostRefusedError: DeliveryResult.REFUSED,
}

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class DeliveryTarget:
    """Where a message goes, and what it replies to; ``remembers``: nonces work there, unless it opens a thread."""

    channel: str
    remembers: bool = True
    reply_to: str | None = None


class MessageSender(Protocol):
    """Sends messages. All methods raise ``DeliveryError``; its four kinds say what to do next."""

    async def find_place(
        self, channel: str, opening: str | None, follow_up: FollowUps = FollowUps.NONE, title: str = ""
    ) -> DeliveryTarget:
        """Where the next message goes of a series that began with the message ``opening``; None for the first.

        A ``follow_up`` replies to that message, or stands in its thread, which is opened with the name ``title``.
        """
        ...

    async def send(self, place: DeliveryTarget, card: Card, *, nonce: str, title: str, tag: str = "") -> str:
        """Post ``card`` at ``place``, in a forum as a thread ``title`` with ``tag``; return the message's id."""
        ...

    async def find(self, channel: str, mark: str, since: datetime) -> str | None:
        """Find our message with ``mark`` that is not older than ``since``; None if it certainly does not exist."""
        ...

    async def edit(self, channel: str, message: str, card: Card) -> None:
        """Replace the content of ``message`` with ``card``."""
        ...

    async def tell(self, person: str, card: Card, *, nonce: str, since: datetime) -> None:
        """Send ``card`` to "discord:<user id>" directly, unless they already got it for the same ``since``."""
        ...

    async def tell_owner(self, owner: str, card: Card, *, nonce: str, since: datetime) -> None:
        """The same for whoever is responsible for "discord:guild:<id>": the owner, or else the system channel."""
        ...


class Delivery:
    """Sends the posts in the outbox.

    ``close`` is called with a person's channel and the reason if they accept no direct messages; it must prevent
    further posts there. ``may_send`` says before each message whether this process is still the sender. ``preferences``
    give the language in which a person is told of a broken channel; without them it is the current language.
    """

    def __init__(
        self,
        posts: PostStore,
        message_sender: MessageSender,
        clock: Clock,
        *,
        close: Callable[[str, str], Awaitable[None]] | None = None,
        may_send: Callable[[], bool] = lambda: True,
        preferences: PreferenceStore | None = None,
    ) -> None:
        self._posts = posts
        self._message_sender = message_sender
        self._clock = clock
        self._close = close
        self._may_send = may_send
        self._preferences = preferences

    async def handle(self, subject: str) -> None:
        """Deliver in the channel ``subject``, or to the people who share it. Raises ``ArchiveError``."""
        if not subject.startswith(_ERRAND):
            await self.deliver(subject)
            return
        for channel in await self._posts.due_channels(self._clock.now(), limit=PEOPLE_AT_ONCE):
            if delivery_subject(channel) == subject:
                await self.deliver(channel)

    async def deliver(self, channel: str) -> None:
        """Send what is due in ``channel``: posts up to a turn's maximum, then edits. Raises ``ArchiveError``."""
        for _ in range(POSTS_A_TURN):
            post = await self._posts.next_due(channel, self._clock.now()) if self._may_send() else None
            if post is None:
                break
            # for an item's post, the log continues under the item's number
            item = await self._posts.load_item(post) if post.kind is PostKind.ITEM else None
            with structlog.contextvars.bound_contextvars(**({} if item is None else {"item": item})):
                if not await self._deliver_post(post):
                    break
        while self._may_send() and (post := await self._posts.next_edit(channel, self._clock.now())):
            if not await self._deliver_edit(post):
                break
        destination = await self._posts.load_destination(channel)
        if destination and destination.broken and not destination.noticed_at and self._may_send():
            if is_direct(channel) and self._close:
                await self._close(channel, destination.broken)
            else:
                await self._notice(destination, destination.broken)

    async def _deliver_post(self, post: Post) -> bool:
        """Advance ``post`` by one step; return whether the channel's next post may follow at once."""
        try:
            card = await self._limit_mentions(post, with_mark(decode_card(post.card), post.mark))
        except (ValueError, AttacheError) as error:
            _log.error("a recorded post cannot be read", action="deliver", post=post.key, exc_info=error)
            await self._posts.save_dropped(post, encode_message(_UNREADABLE), self._clock.now())
            return True
        opening = await self._posts.load_opening(post)
        try:
            title = decide_title(card)
            place = await self._message_sender.find_place(post.channel, opening, post.follow_up, title)
        except DeliveryError as error:
            return await self._recover(_once_more(post), error)
        try:
            begun = opening is not None and post.kind is not PostKind.FOLLOW_UP
            match decide_step(post, self._clock.now(), remembers=place.remembers, begun=begun):
                case Step.SETTLE:
                    await self._posts.save_retry(post, (post.tried_at or self._clock.now()) + SETTLING, None)
                    return False
                case Step.LOOK:
                    return await self._look(post, place)
                case Step.EXPIRE:
                    await self._drop(post, _EXPIRED)
                    return True
                case Step.SEND:
                    return await self._send(post, card, place)
        except DeliveryError as error:  # while searching: nothing was sent, so the post's state does not change
            return await self._recover(_once_more(post), _in_its_thread(error, post, place))

    async def _limit_mentions(self, post: Post, card: Card) -> Card:
        """``card`` without its role, where the channel's items have mentioned it often enough."""
        if card.role and post.kind is PostKind.ITEM:
            now = self._clock.now()
            if not may_mention(await self._posts.load_mentions(post.channel, card.role, now - _DAY), now):
                return replace(card, role="")
        return card

    async def _look(self, post: Post, place: DeliveryTarget) -> bool:
        """Search for ``post`` in its channel: it is either marked as sent, or sent now."""
        since = (post.tried_at or post.created_at) - CLOCK_MARGIN
        message = await self._message_sender.find(place.channel, post.mark, since)
        if message is None:
            await self._posts.save_retry(replace(post, tried_at=None), self._clock.now(), None)
        else:
            await self._posts.save_sent(post, message, self._clock.now())
            DELIVERIES.labels(DeliveryResult.SENT).inc()
            _log.info("found posted", action="deliver", post=post.key, channel=_logged(post.channel), message=message)
        return True

    async def _send(self, post: Post, card: Card, place: DeliveryTarget) -> bool:
        trying = await self._posts.save_trying(replace(post, mentioned=card.role or None), self._clock.now())
        if trying is None:
            return True  # changed a moment ago: decide again
        try:
            with span("deliver"):
                title = decide_title(card)
                message = await self._message_sender.send(place, card, nonce=post.nonce, title=title, tag=post.tag)
        except ResponseLostError as error:
            return await self._recover(trying, error)
        except DeliveryError as error:
            # not posted by this attempt; the earlier state still holds
            return await self._recover(replace(trying, tried_at=post.tried_at), _in_its_thread(error, post, place))
        now = self._clock.now()
        await self._posts.save_sent(trying, message, now)
        DELIVERIES.labels(DeliveryResult.SENT).inc()
        POSTING.observe(max(0.0, (now - post.created_at).total_seconds()))
        _log.info("posted", action="deliver", post=post.key, channel=_logged(post.channel), message=message)
        return True

    async def _recover(self, post: Post, error: DeliveryError) -> bool:
        """Store what ``error`` means for ``post`` and its channel; return whether its next post may follow at once."""
        now = self._clock.now()
        pause = decide_pause(post.attempts)
        kind = type(error).__name__
        _log.warning("not posted", action="deliver", post=post.key, channel=_logged(post.channel), kind=kind)
        DELIVERIES.labels(_OUTCOMES.get(type(error), DeliveryResult.LATER)).inc()
        match error:
            case PostRefusedError():
                await self._drop(post, error.words)
                return True
            case ChannelBrokenError():
                await self._posts.save_retry(post, now, encode_message(error.words))
                await self._posts.hold(post.channel, post.owner, encode_message(error.whole), now)
                return False
            case ResponseLostError(answered=True) if post.attempts >= GIVEN_UP:
                await self._drop(post, error.words)
                return True
            case RetryPostError() if error.retry_after is not None:
                pause = timedelta(seconds=error.retry_after)
        await self._posts.save_retry(post, now + pause, encode_message(error.words))
        return False

    async def _drop(self, post: Post, reason: Translatable | str) -> None:
        channel = _logged(post.channel)
        DELIVERIES.labels(DeliveryResult.DROPPED).inc()
        _log.warning("a post is given up", action="deliver", post=post.key, channel=channel, reason=str(reason))
        await self._posts.save_dropped(post, encode_message(reason), self._clock.now())

    async def _deliver_edit(self, post: Post) -> bool:
        try:
            card = with_mark(decode_card(post.revision or ""), post.mark)
            opening = await self._posts.load_opening(post)
            place = await self._message_sender.find_place(post.channel, opening or post.message)
            await self._message_sender.edit(place.channel, post.message or "", card)
        except (RetryPostError, ResponseLostError) as error:
            _log.warning("not edited yet", action="deliver", post=post.key, reason=error.cause)
            await self._posts.save_edit_later(post, self._clock.now() + _LATER)
            return False
        except (ValueError, AttacheError) as error:
            # the message was deleted or may no longer be changed: its first version stays
            _log.warning("an edit is given up", action="deliver", post=post.key, reason=str(error))
        await self._posts.save_edited(post)
        return True

    async def _notice(self, destination: Destination, reason: str) -> None:
        """Notify one person who can act. If nobody can be reached, /status and the log have the reason."""
        nonce = f"at-{post_key(PostKind.NOTICE, destination.channel, str(destination.broken_at), 0)}"
        people = await self._posts.load_responsible(destination.channel)
        try:
            told = await self._tell_one(people, destination, reason, nonce)
        except (RetryPostError, ResponseLostError):
            await self._posts.save_notice_later(destination.channel, self._clock.now() + _LATER)
            return
        if not told:
            _log.error("nobody can be notified of a broken channel", action="notice", channel=destination.channel)
        await self._posts.save_noticed(destination.channel, self._clock.now())

    async def _compose_notice(self, reader: str, destination: Destination, reason: str) -> Card:
        language = await language_of(self._preferences, reader) if self._preferences else current_language()
        with using_language(language):
            # the time distinguishes this failure from an earlier one that the same people were told of
            return render_broken_place(destination.channel, reason, destination.broken_at)

    async def _tell_one(self, people: tuple[str, ...], destination: Destination, reason: str, nonce: str) -> bool:
        # after a crash here, the notice must not be sent again
        since = (destination.broken_at or self._clock.now()) - CLOCK_MARGIN
        for person in people:
            card = await self._compose_notice(person, destination, reason)
            try:
                await self._message_sender.tell(person, card, nonce=nonce, since=since)
            except (ChannelBrokenError, PostRefusedError) as error:
                _log.info("a person takes no direct messages", action="notice", reason=error.cause)
            else:
                return True
        card = await self._compose_notice(destination.owner, destination, reason)
        try:
            await self._message_sender.tell_owner(destination.owner, card, nonce=nonce, since=since)
        except (ChannelBrokenError, PostRefusedError):
            return False
        return True


def delivery_subject(channel: str) -> str:
    """The job's subject for ``channel``; people share numbered ones, so that the log has nobody's id."""
    if not is_direct(channel):
        return channel
    ident = person_of(channel).rpartition(":")[2]
    return f"{_ERRAND}{int(ident) % _ERRANDS if ident.isdecimal() else 0}"


def _logged(channel: str) -> str:
    return "direct messages" if is_direct(channel) else channel


def _once_more(post: Post) -> Post:
    return replace(post, attempts=post.attempts + 1)


def _in_its_thread(error: DeliveryError, post: Post, place: DeliveryTarget) -> DeliveryError:
    """Limit ``error`` to this post if only the thread that its series opened is closed or gone."""
    if isinstance(error, ChannelBrokenError) and place.channel != post.channel:
        return PostRefusedError(translatable("feeds-thread-closed"))
    return error


def decide_title(card: Card) -> str:
    """The name of the forum thread that ``card`` opens: its first words, at most 100 characters."""
    words = next((line.strip() for text in card.texts for line in plain(text).splitlines() if line.strip()), "News")
    return words if len(words) <= TITLE_LIMIT else f"{words[: TITLE_LIMIT - 1]}…"
