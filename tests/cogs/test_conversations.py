"""Direct messages and mentions."""

import discord
import pytest
import simcord

from bot.errors import ReadingError
from tests.cogs.conftest import AnalystByHand, MemoryArchive
from tests.cogs.invented import HTML, TEXT, URL
from tests.cogs.posted import text_of

HELP = ["help", "What can you do?"]


@pytest.fixture
def reader(env: simcord.Env) -> simcord.UserHandle:
    return env.create_user("reader")


def answers(env: simcord.Env, where: simcord.ChannelHandle) -> list[str]:
    """What the bot wrote in a channel."""
    bot = env.bot.user
    return [text_of(message) for message in where.history() if bot and message.author.id == bot.id]


@pytest.mark.parametrize("words", [URL, f"please read {URL}!", TEXT, f"{TEXT}\nSource: https://elsewhere.example/"])
async def test_a_link_or_a_text_is_answered_with_both_cards(
    env: simcord.Env, reader: simcord.UserHandle, words: str
) -> None:
    await reader.send_dm(words)
    summary, whosaid = answers(env, reader.dm_channel)
    assert "denied having agreed to any inspection." in summary
    assert "**Torvald Haugseth** — Norwegian Foreign Minister · Norway" in whosaid


async def test_a_short_text_that_quotes_somebody_is_an_article(
    env: simcord.Env, reader: simcord.UserHandle, archive: MemoryArchive
) -> None:
    await reader.send_dm('Torvald Haugseth said "the talks go on". He added that "nobody has left".')
    assert len(answers(env, reader.dm_channel)) == 2
    assert list(archive.owners.values()) == [f"discord:{reader.id}"]


async def test_a_file_is_answered_too(env: simcord.Env, reader: simcord.UserHandle, archive: MemoryArchive) -> None:
    # simcord's send_dm takes attachments as Discord stores them
    stored = env.backend.store_attachments(reader.dm_channel.id, [("call.html", HTML.encode())])
    await reader.send_dm(attachments=stored)
    assert len(answers(env, reader.dm_channel)) == 2
    assert list(archive.owners.values()) == [f"discord:{reader.id}"]


@pytest.mark.parametrize("words", HELP)
async def test_who_asks_for_help_is_helped(env: simcord.Env, reader: simcord.UserHandle, words: str) -> None:
    await reader.send_dm(words)
    (shown,) = answers(env, reader.dm_channel)
    assert shown.startswith("### Attaché reads diplomatic news")


async def test_errors_are_answered_in_words(
    env: simcord.Env, reader: simcord.UserHandle, analyser: AnalystByHand
) -> None:
    await reader.send_dm("https://news.example.org/gone")
    analyser.failure = ReadingError("This text takes too long.", "Give a part of it.")
    await reader.send_dm(URL)
    analyser.failure = RuntimeError("sesame")
    await reader.send_dm(URL)
    gone, slow, unexpected = answers(env, reader.dm_channel)
    assert gone == "The page was not found. Check the link."
    assert slow == "This text takes too long. Give a part of it."
    assert unexpected.startswith("Something went wrong inside Attaché.")
    assert "sesame" not in unexpected


async def test_a_mention_with_a_link_is_answered(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    assert env.bot.user
    await member.send(channel, f"{env.bot.user.mention} {URL}")
    summary, whosaid = answers(env, channel)
    assert "Two harbours, one call" in summary
    assert "**Birna Steinsdóttir**" in whosaid


async def test_a_mention_alone_gets_help(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    assert env.bot.user
    await member.send(channel, f"{env.bot.user.mention}")
    (shown,) = answers(env, channel)
    assert shown.startswith("### Attaché reads diplomatic news")


async def test_other_messages_pass_by(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    assert env.bot.user
    webhook = env.guild.create_webhook(channel, "Another bot")
    await member.send(channel, URL)
    await webhook.send(f"{env.bot.user.mention} {URL}")
    assert answers(env, channel) == []


async def test_a_reply_to_the_bot_is_no_request(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    result = await member.slash(channel, "summarize", article=URL)
    assert result.response
    await member.send(channel, f"not so, see {URL}", reply_to=result.response)
    assert len(answers(env, channel)) == 1


async def test_where_it_may_not_write_it_does_not_try(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    assert env.bot.user
    silent = discord.PermissionOverwrite(send_messages=False)
    muted = env.guild.create_text_channel("muted", overwrites={env.bot.user: silent})
    await member.send(muted, f"{env.bot.user.mention} {URL}")
    assert not [request for request in env.http_requests if str(muted.id) in request.path]
