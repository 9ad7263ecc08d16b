"""Posting without a connection to the gateway: Discord is not asked for a channel before each message."""

from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.errors import ChannelBrokenError
from bot.gateway.message_sender import DiscordMessageSender, choose_tags
from bot.render.card import Card

CARD = Card(header="### News")


class Channel(discord.abc.Messageable):
    """A channel that takes messages while it is ``open``."""

    def __init__(self) -> None:
        self.open = True
        self.sent = 0

    async def _get_channel(self) -> Any:
        raise AssertionError("sending is replaced")

    async def send(self, *_: Any, **__: Any) -> Any:
        if not self.open:
            raise discord.Forbidden(cast("Any", Refusal()), {"code": 50013, "message": "Missing Permissions"})
        self.sent += 1
        return discord.Object(self.sent)


class Refusal:
    status = 403
    reason = "Forbidden"


class Client:
    """Discord, without a gateway that tells of channels."""

    def __init__(self) -> None:
        self.channel = Channel()
        self.asked = 0
        self.known: Channel | None = None

    def get_channel(self, _ident: int) -> Channel | None:
        return self.known

    async def fetch_channel(self, _ident: int) -> Channel:
        self.asked += 1
        return self.channel


class Watch:
    """A steady clock, which a test moves."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def message_sender(client: Client, watch: Watch) -> DiscordMessageSender:
    return DiscordMessageSender(cast("discord.Client", client), steady=watch)


async def post(message_sender: DiscordMessageSender, channel: str = "7") -> None:
    place = await message_sender.find_place(channel, None)
    await message_sender.send(place, CARD, nonce="n", title="News")


async def test_a_channel_is_asked_for_once(client: Client, message_sender: DiscordMessageSender) -> None:
    for _ in range(3):
        await post(message_sender)
    assert (client.asked, client.channel.sent) == (1, 3)
    await post(message_sender, "8")
    assert client.asked == 2


async def test_it_is_asked_for_again_when_a_post_went_wrong(
    client: Client, message_sender: DiscordMessageSender
) -> None:
    await post(message_sender)
    client.channel.open = False
    with pytest.raises(ChannelBrokenError):
        await post(message_sender)
    client.channel.open = True
    await post(message_sender)
    assert client.asked == 2


async def test_it_is_asked_for_again_after_a_while(
    client: Client, message_sender: DiscordMessageSender, watch: Watch
) -> None:
    await post(message_sender)
    watch.seconds += 599
    await post(message_sender)
    watch.seconds += 601
    await post(message_sender)
    assert client.asked == 2


async def test_what_the_gateway_tells_of_is_not_asked_for(client: Client, message_sender: DiscordMessageSender) -> None:
    client.known = client.channel
    await post(message_sender)
    assert (client.asked, client.channel.sent) == (0, 1)


TAGS = [discord.ForumTag(name=name, moderated=name == "Staff") for name in ("Staff", "Talks", "Straits")]


@pytest.mark.parametrize(
    ("wanted", "required", "chosen"),
    [
        ("straits", False, ["Straits"]),
        ("straits", True, ["Straits"]),
        ("Staff", False, []),
        ("Staff", True, ["Talks"]),
        ("gone", False, []),
        ("gone", True, ["Talks"]),
        ("", False, []),
        ("", True, ["Talks"]),
    ],
)
def test_a_forum_gets_the_tag_that_was_chosen_or_one_that_it_requires(
    wanted: str, required: bool, chosen: list[str]
) -> None:
    forum: Any = SimpleNamespace(
        available_tags=TAGS, flags=SimpleNamespace(require_tag=required), guild=SimpleNamespace(me=None)
    )
    assert [tag.name for tag in choose_tags(forum, wanted)] == chosen


def test_who_manages_threads_may_use_tags_of_moderators() -> None:
    forum: Any = SimpleNamespace(
        available_tags=TAGS,
        flags=SimpleNamespace(require_tag=True),
        guild=SimpleNamespace(me=object()),
        permissions_for=lambda _: SimpleNamespace(manage_threads=True),
    )
    assert [tag.name for tag in choose_tags(forum, "staff")] == ["Staff"]
