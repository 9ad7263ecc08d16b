"""Watches on command and by button: each person's own, with nobody's help, in every place where commands work."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import discord
import pytest
import simcord

from bot.archive.store import Archive
from bot.gateway.message_sender import DiscordMessageSender
from bot.jobs.delivery import Delivery, DeliveryTarget, delivery_subject
from bot.render.card import Action, Button, Card, ComponentAction
from tests.cogs.conftest import Server, private_text
from tests.cogs.posted import labels_of, text_of
from tests.unit.jobs.wire import Wire
from tests.unit.services.fakes import StoppedClock


@pytest.fixture
def wire(records: Archive, clock: StoppedClock) -> Wire:
    return Wire(records, clock)


@pytest.fixture
def reader(env: simcord.Env) -> simcord.UserHandle:
    return env.create_user("reader")


@pytest.fixture
def guest(ours: Server, reader: simcord.UserHandle) -> simcord.MemberActor:
    """Any member of our server, without a right of their own."""
    return ours.guild.add_member(reader)


def told(reader: simcord.UserHandle) -> list[discord.Message]:
    """What the bot sent them directly, the oldest first."""
    return [message for message in reader.dm_channel.history() if message.author.id != reader.id]


async def deliver(env: simcord.Env, wire: Wire) -> None:
    """What the desk does after an item was decided on: look, record, send."""
    await wire.work()
    posts = wire.archive.posts
    delivery = Delivery(posts, DiscordMessageSender(env.bot), wire.clock, close=wire.watching.close)
    for channel in await posts.due_channels(wire.clock.now(), limit=99):
        await delivery.handle(delivery_subject(channel))


async def answer(person: simcord.MemberActor, place: Any, command: str, **options: Any) -> str:
    return private_text(await person.slash(place, command, **options))


async def test_a_member_is_told_once_of_one_event_in_five_outlets(
    env: simcord.Env, ours: Server, wire: Wire, guest: simcord.MemberActor, reader: simcord.UserHandle
) -> None:
    said = await answer(guest, ours.channel, "watch add", speaker="Vale", topic="grain")
    assert "Watch **1** · Vale about grain, by direct message." in said
    story = None
    for outlet in ("Quill", "Herald", "Lantern", "Beacon", "Courier"):
        story = await wire.bring(outlet, story=story)
        await deliver(env, wire)
    (message,) = told(reader)
    assert "“Hungry people cannot eat a verdict”" in text_of(message)
    assert labels_of(message) == ["Who said what", "Source", "Why this?", "Stop this watch"]
    assert ours.channel.last_message is None


async def test_two_watches_of_one_member_on_one_event_make_one_message(
    env: simcord.Env, ours: Server, wire: Wire, guest: simcord.MemberActor, reader: simcord.UserHandle
) -> None:
    await answer(guest, ours.channel, "watch add", speaker="Norway")
    await answer(guest, ours.channel, "watch add", topic="grain")
    await wire.bring("Quill")
    await deliver(env, wire)
    assert len(told(reader)) == 1


async def test_why_this_and_stop_this_watch(
    env: simcord.Env, ours: Server, wire: Wire, guest: simcord.MemberActor, reader: simcord.UserHandle
) -> None:
    await answer(guest, ours.channel, "watch add", speaker="Vale")
    await wire.bring("Herald", story=await wire.bring("Quill"))
    await deliver(env, wire)
    (message,) = told(reader)
    why = private_text(await reader.click(message, label="Why this?"))
    assert "It matched your watch **1** · Vale." in why
    assert "2 outlets carry the story: Quill, Herald" in why
    stopped = private_text(await reader.click(message, label="Stop this watch"))
    assert "Watch **1** · Vale sends no more alerts." in stopped
    assert "`/watch add speaker:Vale`" in stopped
    assert "was already removed" in private_text(await reader.click(message, label="Stop this watch"))
    assert "You have no watches yet." in await answer(guest, ours.channel, "watch list")


async def test_an_alert_in_a_channel_is_explained_to_all_and_stopped_by_its_owner_alone(
    env: simcord.Env, ours: Server, wire: Wire, guest: simcord.MemberActor, reader: simcord.UserHandle
) -> None:
    await answer(guest, ours.channel, "watch add", speaker="Vale", deliver="here")
    await wire.bring("Quill")
    await deliver(env, wire)
    message = ours.channel.last_message
    assert message is not None
    assert not told(reader)
    why = private_text(await ours.chief.click(message, label="Why this?"))
    assert "It matched a watch of a member here · Vale." in why
    assert str(guest.id) not in why
    refused = private_text(await ours.chief.click(message, label="Stop this watch"))
    assert refused == "This watch belongs to someone else. Only the person who added it can stop it."
    await guest.click(message, label="Stop this watch")
    assert "You have no watches yet." in await answer(guest, ours.channel, "watch list")


async def test_nothing_is_posted_where_the_member_or_the_bot_may_not_write(
    env: simcord.Env, ours: Server, guest: simcord.MemberActor
) -> None:
    deny = discord.PermissionOverwrite(send_messages=False)
    read_only = ours.guild.create_text_channel("read-only", overwrites={ours.guild.default_role: deny})
    me = ours.guild.me
    assert me is not None
    muted = ours.guild.create_text_channel("muted", overwrites={me: deny})
    options = {"speaker": "Vale", "deliver": "here"}
    assert "You cannot write here" in await answer(guest, read_only, "watch add", **options)
    assert "I cannot post here: I lack Send Messages." in await answer(guest, muted, "watch add", **options)
    assert "You have no watches yet." in await answer(guest, ours.channel, "watch list")


async def test_direct_messages_work_too_and_deliver_there(
    env: simcord.Env, wire: Wire, reader: simcord.UserHandle
) -> None:
    assert "by direct message" in text_of((await reader.slash("watch add", topic="grain")).response)
    refused = await reader.slash("watch add", topic="grain", deliver="here")
    assert "only where I am a member of the server" in private_text(refused)
    await wire.bring("Quill")
    await deliver(env, wire)
    assert [m for m in told(reader) if "eat a verdict" in text_of(m)]


async def test_closed_messages_are_told_once_and_the_watch_rests(
    env: simcord.Env, ours: Server, wire: Wire, guest: simcord.MemberActor, reader: simcord.UserHandle
) -> None:
    await answer(guest, ours.channel, "watch add", speaker="Vale")
    env.inject_error("POST", "/channels/*/messages", status=403, code=50007)
    await wire.bring("Quill", title="Talks begin")
    await deliver(env, wire)
    await deliver(env, wire)
    message = ours.channel.last_message
    assert message is not None
    assert "### A watch is paused" in text_of(message)
    assert str(guest.id) not in text_of(message)
    await wire.bring("Quill", title="Talks end")
    await deliver(env, wire)
    assert ours.channel.last_message == message
    assert not told(reader)
    listed = await answer(guest, ours.channel, "watch list")
    assert "paused: I could not send you direct messages" in listed
    await answer(guest, ours.channel, "watch add", speaker="Vale")
    assert "paused" not in await answer(guest, ours.channel, "watch list")


async def test_a_watch_is_refused_with_a_sentence(ours: Server, guest: simcord.MemberActor) -> None:
    add = "watch add"
    assert "needs a speaker or a topic" in await answer(guest, ours.channel, add)
    await answer(guest, ours.channel, add, speaker="Vale")
    again = await answer(guest, ours.channel, add, speaker="  VALE ")
    assert again == "You already have this watch: number 1. See /watch list."
    for number in range(19):
        await answer(guest, ours.channel, add, topic=f"topic {number}")
    assert "You already have 20 watches" in await answer(guest, ours.channel, add, topic="one more")
    assert "You have no watch 77." in await answer(guest, ours.channel, "watch remove", number=77)


async def test_nobody_sees_or_ends_anothers_watches(ours: Server, guest: simcord.MemberActor) -> None:
    await answer(guest, ours.channel, "watch add", speaker="Vale")
    assert "You have no watches yet." in await answer(ours.chief, ours.channel, "watch list")
    assert "You have no watch 1." in await answer(ours.chief, ours.channel, "watch remove", number=1)
    assert "Your watches · 1" in await answer(guest, ours.channel, "watch list")


async def test_a_long_list_has_pages_that_turn(ours: Server, guest: simcord.MemberActor) -> None:
    for number in range(12):
        await answer(guest, ours.channel, "watch add", topic=f"topic {number}")
    listed = await guest.slash(ours.channel, "watch list")
    assert listed.response
    assert "Page 1 of 2" in text_of(listed.response)
    turned = await guest.click(listed.response, label="Next ›")
    assert turned.acknowledged


async def test_watches_are_offered_by_what_was_typed(ours: Server, guest: simcord.MemberActor) -> None:
    for topic in ("grain", "border"):
        await answer(guest, ours.channel, "watch add", topic=topic)
    found = await guest.autocomplete(ours.channel, "watch remove", "number", "bor")
    assert [choice["name"] for choice in found] == ["2 · anybody about border"]


async def test_a_direct_message_carries_its_nonce_and_is_found_by_its_mark(
    env: simcord.Env, reader: simcord.UserHandle
) -> None:
    message_sender, channel, key = DiscordMessageSender(env.bot), f"dm:{reader.id}", "ab12" * 5
    card = Card(header="### Talks", buttons=(Button("Why this?", ComponentAction(Action.WHY, key)),))
    assert await message_sender.find(channel, key, datetime(2025, 12, 31, tzinfo=UTC)) is None
    assert (await message_sender.find_place(channel, None)).remembers
    message = await message_sender.send(DeliveryTarget(channel), card, nonce=f"at-{key}", title="")
    (body,) = [r.json for r in env.http_requests if r.method == "POST" and r.path.endswith("/messages")]
    assert isinstance(body, dict)
    assert (body["nonce"], body["enforce_nonce"]) == (f"at-{key}", True)
    assert await message_sender.find(channel, key, datetime(2025, 12, 31, tzinfo=UTC)) == message
    await message_sender.edit(channel, message, replace(card, header="### Talks again"))
    assert [text_of(one) for one in told(reader)] == ["### Talks again"]
