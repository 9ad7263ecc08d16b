"""The commands and menus that read an article."""

import simcord

from tests.cogs.invented import TEXT, URL
from tests.cogs.posted import labels_of, text_of


async def test_a_link_becomes_a_summary(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> None:
    result = await member.slash(channel, "summarize", article=URL)
    assert not result.ephemeral
    assert result.response
    assert "denied having agreed to any inspection." in text_of(result.response)
    assert "(news.example.org)" in text_of(result.response)
    assert labels_of(result.response) == ["Who said what", "Two sides", "Source"]


async def test_who_said_what_by_speaker(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> None:
    result = await member.slash(channel, "whosaid", article=TEXT)
    assert result.response
    shown = text_of(result.response)
    assert "**Torvald Haugseth** — Norwegian Foreign Minister · Norway" in shown
    assert "> “Nobody is being punished,” … “but nobody is leaving with pages torn out.”" in shown
    assert "\\@everyone \\<\\@1\\>" in shown
