"""The menus on another person's message: its file, its first link, or its words."""

import pytest
import simcord

from tests.cogs.conftest import MemoryArchive
from tests.cogs.invented import HTML, TEXT, URL
from tests.cogs.posted import text_of


@pytest.fixture
def writer(env: simcord.Env, channel: simcord.ChannelHandle) -> simcord.MemberActor:
    return env.guild.add_member(env.create_user("writer"))


@pytest.mark.parametrize(
    "words", [URL, f"Look at this: <{URL}>, they disagree.", f"([source]({URL})) and https://other.example/", TEXT]
)
async def test_the_first_link_or_the_words(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, writer: simcord.MemberActor, words: str
) -> None:
    message = await writer.send(channel, words)
    summary = await member.context_menu(channel, "Summarize", message)
    whosaid = await member.context_menu(channel, "Who said what", message)
    assert summary.response
    assert "denied having agreed to any inspection." in text_of(summary.response)
    assert whosaid.response
    assert "-# Iceland\n**Birna Steinsdóttir** — Icelandic Foreign Minister\n" in text_of(whosaid.response)


@pytest.mark.parametrize(("name", "body"), [("call.txt", TEXT), ("CALL.HTML", HTML)])
async def test_an_attached_file(
    channel: simcord.ChannelHandle,
    member: simcord.MemberActor,
    writer: simcord.MemberActor,
    archive: MemoryArchive,
    name: str,
    body: str,
) -> None:
    message = await writer.send(channel, "the readout", attachments=[(name, body.encode())])
    result = await member.context_menu(channel, "Who said what", message)
    assert result.response
    assert "**Torvald Haugseth**" in text_of(result.response)
    assert list(archive.owners.values()) == [f"discord:{member.id}"]


async def test_a_file_over_the_limit(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, writer: simcord.MemberActor
) -> None:
    message = await writer.send(channel, attachments=[("huge.txt", b"x" * (5 * 2**20 + 1))])
    result = await member.context_menu(channel, "Summarize", message)
    (answer,) = result.followups
    assert answer.ephemeral
    assert text_of(answer) == "This file is larger than 5 MB. Send the part that matters."


async def test_a_message_with_nothing_to_read(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, writer: simcord.MemberActor
) -> None:
    message = await writer.send(channel, attachments=[("cat.png", b"\x89PNG")])
    result = await member.context_menu(channel, "Summarize", message)
    (answer,) = result.followups
    assert answer.ephemeral
    assert text_of(answer).startswith("That message has no link, no text and no .txt or .html file.")


async def test_a_forwarded_message(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor, writer: simcord.MemberActor
) -> None:
    original = await writer.send(channel, URL)
    forwarded = await writer.forward(original, channel)
    result = await member.context_menu(channel, "Summarize", forwarded)
    assert result.response
    assert "Two harbours, one call" in text_of(result.response)
