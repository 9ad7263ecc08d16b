"""Discord waits three seconds for a first answer: it comes at once, however long the reading takes."""

import asyncio
import time

import simcord

from tests.cogs.conftest import AnalystByHand
from tests.cogs.invented import TEXT
from tests.cogs.posted import text_of


async def test_acknowledged_within_a_second_while_a_text_is_read(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor, analyser: AnalystByHand
) -> None:
    analyser.gate = asyncio.Event()
    before = time.process_time()  # the text itself is not read before the gate opens
    result = await member.slash(channel, "whosaid", article=TEXT)
    assert time.process_time() - before < 1
    assert result.acknowledged
    assert result.deferred
    assert not result.followups
    analyser.gate.set()
    await env.settle()
    assert result.response
    assert "**Torvald Haugseth**" in text_of(result.response)


async def test_others_are_answered_meanwhile(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor, analyser: AnalystByHand
) -> None:
    analyser.gate = asyncio.Event()
    await member.slash(channel, "whosaid", article=TEXT)
    other = env.guild.add_member(env.create_user("other"))
    result = await other.slash(channel, "help")
    assert result.response
    analyser.gate.set()


async def test_an_answer_after_the_interaction_ran_out_is_given_up(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor, analyser: AnalystByHand
) -> None:
    analyser.gate = asyncio.Event()
    result = await member.slash(channel, "whosaid", article=TEXT)
    await env.advance_time(16 * 60)
    analyser.gate.set()
    await env.settle()
    assert not result.followups
    assert not [request for request in env.http_requests if request.path.startswith("/webhooks/")]
