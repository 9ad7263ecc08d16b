"""Buttons and menus on posted cards: they work for everyone, after a restart, and turn no page under another's eyes."""

from collections.abc import Callable

import pytest
import simcord

from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span
from bot.gateway.client import AttacheBot
from tests.cogs.conftest import AnalystByHand, MemoryArchive
from tests.cogs.invented import ENGINE, URL
from tests.cogs.posted import columns_of, components, labels_of, text_of

LONG = "\n\n".join(
    f"Minister Number {n} said that the harbour of place {n} stays open until the talks end." for n in range(60)
)


async def summary(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> simcord.ResponseMessage:
    result = await member.slash(channel, "summarize", article=URL)
    assert result.response
    return result.response


async def long_digest(
    channel: simcord.ChannelHandle,
    member: simcord.MemberActor,
    analyser: AnalystByHand,
    monkeypatch: pytest.MonkeyPatch,
) -> simcord.ResponseMessage:
    monkeypatch.setattr(analyser, "analyse", analyse_long)
    result = await member.slash(channel, "whosaid", article=LONG, speaker="Minister")
    assert result.response
    return result.response


async def analyse_long(article: Article) -> Analysis:
    found = []
    for number in range(60):
        start = article.text.index(f"that the harbour of place {number} stays")
        end = article.text.index(".", start)
        name = Speaker(f"Minister Number {number}")
        found.append(Attribution((Span(start, end),), None, None, Kind.INDIRECT, Act.SAYS, name))
    return Analysis(article.text_sha256, ENGINE, (Span(0, 40),), tuple(found), language="en")


async def test_another_view_is_for_the_one_who_asks(
    channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    posted = await summary(channel, member)
    whosaid = await member.click(posted, label="Who said what")
    assert whosaid.response
    assert whosaid.response.ephemeral
    assert "**Torvald Haugseth**" in text_of(whosaid.response)
    sides = await member.click(posted, label="Two sides")
    assert sides.response
    assert sides.response.ephemeral
    assert columns_of(sides.response)[0][0] == "inspection"


async def test_another_view_stays_in_a_direct_message(env: simcord.Env) -> None:
    reader = env.create_user("reader")
    result = await reader.slash("summarize", article=URL)
    assert result.response
    clicked = await reader.click(result.response, label="Who said what")
    assert clicked.response
    assert not clicked.response.ephemeral


async def test_a_statement_is_shown_in_its_paragraph(
    channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    result = await member.slash(channel, "whosaid", article=URL)
    assert result.response
    (menu,) = [part for part in components(result.response) if part["type"] == 3]
    option = next(option for option in menu["options"] if "Nobody is being punished" in option["description"])
    assert option["label"] == "Torvald Haugseth"
    shown = await member.select(result.response, [option["value"]])
    assert shown.response
    assert shown.response.ephemeral
    paragraph = text_of(shown.response)
    assert "**“Nobody is being punished,”** he told reporters on the quay, **“but nobody is leaving" in paragraph


async def test_buttons_work_after_a_restart(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor, new_bot: Callable[[], AttacheBot]
) -> None:
    posted = await summary(channel, member)
    await env.restart_bot(new_bot())
    clicked = await member.click(posted, label="Who said what")
    assert clicked.response
    assert "**Torvald Haugseth**" in text_of(clicked.response)


async def test_pages_turn_in_place_for_the_one_who_asked(
    channel: simcord.ChannelHandle,
    member: simcord.MemberActor,
    analyser: AnalystByHand,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    posted = await long_digest(channel, member, analyser, monkeypatch)
    assert labels_of(posted) == ["Next ›", "Summary", "Two sides"]
    assert "Page 1 of " in text_of(posted)
    await member.click(posted, label="Next ›")
    turned = channel.last_message
    assert turned
    assert turned.id == posted.id
    assert "Page 2 of " in text_of(turned)
    assert "Minister Number 13" in text_of(turned)
    await member.click(turned, label="‹ Previous")
    assert channel.last_message
    assert "Page 1 of " in text_of(channel.last_message)


async def test_pages_turn_after_a_restart(
    env: simcord.Env,
    channel: simcord.ChannelHandle,
    member: simcord.MemberActor,
    analyser: AnalystByHand,
    monkeypatch: pytest.MonkeyPatch,
    new_bot: Callable[[], AttacheBot],
) -> None:
    posted = await long_digest(channel, member, analyser, monkeypatch)
    await env.restart_bot(new_bot())
    await member.click(posted, label="Next ›")
    assert channel.last_message
    assert "Page 2 of " in text_of(channel.last_message)


async def test_pages_do_not_turn_under_another_readers_eyes(
    env: simcord.Env,
    channel: simcord.ChannelHandle,
    member: simcord.MemberActor,
    analyser: AnalystByHand,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    posted = await long_digest(channel, member, analyser, monkeypatch)
    other = env.guild.add_member(env.create_user("other"))
    own = await other.click(posted, label="Next ›")
    assert own.response
    assert own.response.ephemeral
    assert "Page 2 of " in text_of(own.response)
    assert "Page 1 of " in text_of(posted)
    further = await other.click(own.response, label="Next ›")
    assert not further.followups
    assert "Page 3 of " in text_of(own.response)


async def test_an_article_that_is_gone(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, archive: MemoryArchive
) -> None:
    posted = await summary(channel, member)
    archive.readings.clear()
    clicked = await member.click(posted, label="Who said what")
    assert clicked.response
    assert clicked.response.ephemeral
    assert "This article is no longer stored. Send its link again." in text_of(clicked.response)
