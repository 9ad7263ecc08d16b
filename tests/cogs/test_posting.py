"""Posting over discord.py: what requests carry, what is found again, and what each refusal means."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.domain.follow_up import FollowUps
from bot.errors import ChannelBrokenError, DeliveryError, PostRefusedError, ResponseLostError, RetryPostError
from bot.gateway.message_sender import DiscordMessageSender
from bot.jobs.delivery import DeliveryTarget
from bot.render.card import Action, Button, Card, Columns, ComponentAction, Picture
from bot.render.cards.notice_cards import render_broken_place
from tests.cogs.posted import text_of

KEY, OTHER = "ab12" * 5, "cd34" * 5
NONCE = f"at-{KEY}"
BEGINNING = datetime(2025, 12, 31, tzinfo=UTC)
COLUMNS = Columns("The harbour", "one article", "Orland", "It stays open.", "Norway", "not mentioned in this article")


def card(words: str = "Ministers met.", *, mark: str = KEY, columns: tuple[Columns, ...] = ()) -> Card:
    button = Button("Why this?", ComponentAction(Action.WHY, mark))
    return Card(header="### Talks @everyone", blocks=(words,), columns=columns, buttons=(button,))


@pytest.fixture
def message_sender(env: simcord.Env) -> DiscordMessageSender:
    return DiscordMessageSender(env.bot)


async def post(message_sender: DiscordMessageSender, channel: simcord.ChannelHandle, what: Card | None = None) -> str:
    return await message_sender.send(DeliveryTarget(str(channel.id)), what or card(), nonce=NONCE, title="Talks")


def bodies(env: simcord.Env, method: str, ending: str) -> list[dict[str, object]]:
    found = [r.json for r in env.http_requests if r.method == method and r.path.endswith(ending)]
    return [body for body in found if isinstance(body, dict)]


@pytest.mark.parametrize("what", [card(), card(columns=(COLUMNS,))], ids=["components", "embeds"])
async def test_a_post_carries_its_nonce_and_pings_nobody(
    env: simcord.Env, message_sender: DiscordMessageSender, channel: simcord.ChannelHandle, what: Card
) -> None:
    message = await post(message_sender, channel, what)
    (body,) = bodies(env, "POST", "/messages")
    assert (body["nonce"], body["enforce_nonce"]) == (NONCE, True)
    assert body["allowed_mentions"] == {"parse": [], "replied_user": False} or body["allowed_mentions"] == {"parse": []}
    assert channel.last_message is not None
    assert str(channel.last_message.id) == message


@pytest.mark.parametrize("what", [card(), card(columns=(COLUMNS,))], ids=["components", "embeds"])
async def test_a_post_is_found_by_its_mark_among_others(
    message_sender: DiscordMessageSender, channel: simcord.ChannelHandle, member: simcord.MemberActor, what: Card
) -> None:
    message = await post(message_sender, channel, what)
    await member.send(channel, f"b:why:{KEY}:0:")
    await post(message_sender, channel, card(mark=OTHER))
    assert await message_sender.find(str(channel.id), KEY, BEGINNING) == message
    assert await message_sender.find(str(channel.id), "ef56" * 5, BEGINNING) is None


async def test_an_empty_channel_holds_no_post(
    message_sender: DiscordMessageSender, channel: simcord.ChannelHandle
) -> None:
    assert await message_sender.find(str(channel.id), KEY, BEGINNING) is None


async def test_a_history_that_may_not_be_read_proves_nothing(
    env: simcord.Env, message_sender: DiscordMessageSender
) -> None:
    guild = env.create_guild()
    assert guild.me is not None
    hidden = guild.create_text_channel(
        "hidden", overwrites={guild.default_role: discord.PermissionOverwrite(read_message_history=False)}
    )
    with pytest.raises(ChannelBrokenError, match="Read Message History"):
        await message_sender.find(str(hidden.id), KEY, BEGINNING)


async def test_a_forum_gets_a_thread_that_later_parts_go_to(
    env: simcord.Env, message_sender: DiscordMessageSender
) -> None:
    forum = env.create_guild().create_forum_channel("digests")
    place = await message_sender.find_place(str(forum.id), None)
    assert place == DeliveryTarget(str(forum.id), remembers=False)
    assert await message_sender.find(place.channel, KEY, BEGINNING) is None
    opening = await post(message_sender, forum)
    (opened,) = bodies(env, "POST", "/threads")
    assert opened["name"] == "Talks"
    assert await message_sender.find(place.channel, KEY, BEGINNING) == opening
    thread = await message_sender.find_place(str(forum.id), opening)
    assert thread == DeliveryTarget(opening)
    await message_sender.send(thread, card("Part two.", mark=OTHER), nonce=f"at-{OTHER}", title="")
    assert len(bodies(env, "POST", f"/channels/{opening}/messages")) == 1


async def test_a_follow_up_replies_to_the_story_s_message(
    env: simcord.Env, message_sender: DiscordMessageSender, channel: simcord.ChannelHandle
) -> None:
    opening = await post(message_sender, channel)
    target = await message_sender.find_place(str(channel.id), opening, FollowUps.REPLY, "Talks")
    assert target == DeliveryTarget(str(channel.id), reply_to=opening)
    await message_sender.send(target, card("More.", mark=OTHER), nonce=f"at-{OTHER}", title="Talks")
    *_, body = bodies(env, "POST", "/messages")
    reference = body["message_reference"]
    assert isinstance(reference, dict)
    assert str(reference["message_id"]) == opening
    assert body["allowed_mentions"] in ({"parse": [], "replied_user": False}, {"parse": []})


async def test_nothing_follows_a_message_that_was_deleted(
    env: simcord.Env, message_sender: DiscordMessageSender, channel: simcord.ChannelHandle
) -> None:
    opening = await post(message_sender, channel)
    await env.bot.http.delete_message(channel.id, int(opening))
    with pytest.raises(PostRefusedError, match="message about this story was deleted"):
        await message_sender.find_place(str(channel.id), opening, FollowUps.THREAD, "Talks")


async def test_follow_ups_share_the_thread_of_the_story_s_message(
    env: simcord.Env, message_sender: DiscordMessageSender, channel: simcord.ChannelHandle
) -> None:
    opening = await post(message_sender, channel)
    for mark in (OTHER, "ef56" * 5):
        target = await message_sender.find_place(str(channel.id), opening, FollowUps.THREAD, "Talks")
        assert target == DeliveryTarget(opening)
        await message_sender.send(target, card("More.", mark=mark), nonce=f"at-{mark}", title="Talks")
    (opened,) = bodies(env, "POST", "/threads")
    assert opened["name"] == "Talks"
    assert len(bodies(env, "POST", f"/channels/{opening}/messages")) == 2
    assert await message_sender.find(opening, OTHER, BEGINNING) is not None


async def test_without_the_right_to_open_threads_it_is_told_so(
    env: simcord.Env, message_sender: DiscordMessageSender
) -> None:
    guild = env.create_guild()
    closed = discord.PermissionOverwrite(create_public_threads=False)
    channel = guild.create_text_channel("closed", overwrites={guild.default_role: closed})
    opening = await post(message_sender, channel)
    with pytest.raises(PostRefusedError, match="may not open threads"):
        await message_sender.find_place(str(channel.id), opening, FollowUps.THREAD, "Talks")


async def test_a_role_is_the_only_thing_that_is_pinged(
    env: simcord.Env, message_sender: DiscordMessageSender, channel: simcord.ChannelHandle
) -> None:
    await post(message_sender, channel, replace(card("For @everyone, <@7> and <@&8>."), role="42"))
    (body,) = bodies(env, "POST", "/messages")
    mentions = body["allowed_mentions"]
    assert isinstance(mentions, dict)
    assert (mentions["parse"], [int(one) for one in mentions["roles"]]) == ([], [42])
    assert "users" not in mentions or not mentions["users"]
    assert "<@&42>" in str(body["components"])


async def test_a_picture_stands_below_the_headline_with_its_words(
    env: simcord.Env, message_sender: DiscordMessageSender, channel: simcord.ChannelHandle
) -> None:
    picture = Picture("https://quill.example/a.jpg", "The strait stays open")
    await post(message_sender, channel, replace(card(), picture=picture))
    (body,) = bodies(env, "POST", "/messages")
    parts: Any = body["components"]
    header, gallery, *_ = parts[0]["components"]
    assert header["type"] == 10
    assert gallery["type"] == 12
    (shown,) = gallery["items"]
    assert (shown["media"]["url"], shown["description"]) == (picture.url, picture.description)


async def test_announcement_channels_and_threads_take_posts(
    env: simcord.Env, message_sender: DiscordMessageSender
) -> None:
    news = env.create_guild().create_news_channel("news")
    assert await message_sender.find_place(str(news.id), "123") == DeliveryTarget(str(news.id))
    assert await message_sender.find(str(news.id), KEY, BEGINNING) is None
    message = await post(message_sender, news)
    assert await message_sender.find(str(news.id), KEY, BEGINNING) == message


async def test_an_edit_takes_the_place_of_what_was_said(
    message_sender: DiscordMessageSender, channel: simcord.ChannelHandle
) -> None:
    message = await post(message_sender, channel)
    await message_sender.edit(str(channel.id), message, card("Ministers met again."))
    assert channel.last_message is not None
    assert "met again" in text_of(channel.last_message)


async def test_a_person_is_told_directly_and_a_server_by_its_owner(
    env: simcord.Env, message_sender: DiscordMessageSender, member: simcord.MemberActor
) -> None:
    await message_sender.tell(f"discord:{member.id}", card(), nonce=NONCE, since=BEGINNING)
    guild = env.create_guild(owner=env.create_user("owner"))
    await message_sender.tell_owner(f"discord:guild:{guild.id}", card(), nonce=f"at-{OTHER}", since=BEGINNING)
    opened = bodies(env, "POST", "/users/@me/channels")
    assert [int(str(body["recipient_id"])) for body in opened] == [member.id, guild.owner.id]
    assert [body["nonce"] for body in bodies(env, "POST", "/messages")] == [NONCE, f"at-{OTHER}"]


async def test_who_was_told_is_not_told_again_though_nobody_remembers_it(
    env: simcord.Env, message_sender: DiscordMessageSender, member: simcord.MemberActor
) -> None:
    """As when the program dies after it told, and the nonce is long forgotten; a later trouble is told anew."""
    person, guild = f"discord:{member.id}", env.create_guild(owner=env.create_user("owner"))
    for number in range(2):
        await message_sender.tell(person, card(), nonce=f"at-{number}", since=BEGINNING)
        await message_sender.tell_owner(f"discord:guild:{guild.id}", card(), nonce=f"at-o{number}", since=BEGINNING)
    assert len(bodies(env, "POST", "/messages")) == 2
    await message_sender.tell(person, replace(card(), header="### Another"), nonce="at-3", since=BEGINNING)
    later = discord.utils.utcnow() + timedelta(days=9999)
    await message_sender.tell(person, card(), nonce="at-4", since=later)
    assert len(bodies(env, "POST", "/messages")) == 4


async def test_a_channel_that_breaks_again_within_minutes_is_told_again(
    env: simcord.Env, message_sender: DiscordMessageSender, member: simcord.MemberActor
) -> None:
    person, now = f"discord:{member.id}", discord.utils.utcnow()
    for broken_at in (now, now, now + timedelta(minutes=2)):
        since = broken_at - timedelta(minutes=5)
        await message_sender.tell(person, render_broken_place("7", "Gone.", broken_at), nonce=NONCE, since=since)
    assert len(bodies(env, "POST", "/messages")) == 2


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, 50035, PostRefusedError),
        (400, 50083, ChannelBrokenError),
        (401, 0, RetryPostError),
        (403, 50013, ChannelBrokenError),
        (404, 10003, ChannelBrokenError),
        (413, 0, PostRefusedError),
        (503, 0, ResponseLostError),
    ],
)
async def test_each_refusal_says_what_to_do_next(
    env: simcord.Env,
    message_sender: DiscordMessageSender,
    channel: simcord.ChannelHandle,
    status: int,
    code: int,
    kind: type[DeliveryError],
) -> None:
    env.inject_error("POST", "/channels/*/messages", status=status, code=code)
    with pytest.raises(kind) as caught:
        await post(message_sender, channel)
    assert caught.value.cause
    assert caught.value.step


async def test_a_silent_network_leaves_open_whether_it_was_posted(
    message_sender: DiscordMessageSender, channel: simcord.ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hang_up(*_: object, **__: object) -> None:
        raise ConnectionResetError

    monkeypatch.setattr(discord.TextChannel, "send", hang_up)
    with pytest.raises(ResponseLostError) as caught:
        await post(message_sender, channel)
    assert not caught.value.answered


async def test_a_long_wait_is_given_back(
    message_sender: DiscordMessageSender, channel: simcord.ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def be_limited(*_: object, **__: object) -> None:
        raise discord.RateLimited(timedelta(minutes=5).total_seconds())

    monkeypatch.setattr(discord.TextChannel, "send", be_limited)
    with pytest.raises(RetryPostError) as caught:
        await post(message_sender, channel)
    assert caught.value.retry_after == 300.0


async def test_what_takes_no_posts_is_broken(env: simcord.Env, message_sender: DiscordMessageSender) -> None:
    category = env.create_guild().create_category("desk")
    for channel in (str(category.id), "123456789"):
        with pytest.raises(ChannelBrokenError):
            await message_sender.find_place(channel, None)


async def test_what_is_for_the_terminal_waits(message_sender: DiscordMessageSender) -> None:
    with pytest.raises(RetryPostError):
        await message_sender.find_place("console", None)
