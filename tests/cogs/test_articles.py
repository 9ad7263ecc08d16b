"""The commands that read an article, in servers and in direct messages."""

from typing import Any

import pytest
import simcord
from simcord import interactions

from bot.errors import NotVerbatimError, ReadingError
from tests.cogs.conftest import AnalystByHand, MemoryArchive, MemoryFetcher
from tests.cogs.invented import TEXT, URL
from tests.cogs.posted import columns_of, labels_of, text_of

QUIET = "Two delegations met in Vaduz on Monday. They had lunch by the river. No statement was made.\n\n" * 3


async def test_a_link_becomes_a_summary(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> None:
    result = await member.slash(channel, "summarize", article=URL)
    assert not result.ephemeral
    assert result.response
    shown = text_of(result.response)
    assert "### [Two harbours, one call](<https://news.example.org/harbour-call>)\n" in shown
    assert "-# **The Example** · news.example.org\n" in shown
    assert "> Icelandic Foreign Minister Birna Steinsdóttir denied having agreed to any inspection." in shown
    assert labels_of(result.response) == ["Who said what", "Two sides", "Source"]


async def test_the_first_answer_is_an_acknowledgement(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    await member.slash(channel, "summarize", article=URL)
    assert [r.json for r in env.http_requests if r.path.endswith("/callback")] == [{"type": 5}]


async def test_a_summary_of_as_many_sentences_as_asked(
    channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    short = await member.slash(channel, "summarize", article=TEXT, sentences=1)
    long = await member.slash(channel, "summarize", article=TEXT, sentences=4)
    assert short.response
    assert long.response
    assert text_of(short.response).count("\n> ") + text_of(short.response).startswith("> ") == 1
    assert text_of(long.response).count("\n> ") == 4


async def test_a_pasted_text_is_its_owners_and_has_no_source(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, archive: MemoryArchive
) -> None:
    result = await member.slash(channel, "summarize", article=TEXT)
    assert result.response
    assert "Source" not in labels_of(result.response)
    assert list(archive.owners.values()) == [f"discord:{member.id}"]


async def test_a_link_is_nobodys(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, archive: MemoryArchive
) -> None:
    await member.slash(channel, "summarize", article=URL)
    assert list(archive.owners.values()) == [None]


async def test_who_said_what_by_speaker(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> None:
    result = await member.slash(channel, "whosaid", article=URL)
    assert result.response
    first = text_of(result.response)
    assert "**Torvald Haugseth** — Norwegian Foreign Minister · Norway" in first
    assert "quoted" not in first
    everything = await member.click(result.response, label="All statements")
    assert everything.response
    shown = text_of(everything.response)
    assert "**Torvald Haugseth** — Norwegian Foreign Minister · Norway" in shown
    assert "> “Nobody is being punished” … “but nobody is leaving with pages torn out.”" in shown
    assert "> denied having agreed to any inspection" in shown
    assert "-# via Ulrik Tangen\n> assured " in shown
    assert "\n*Officials*\n> warned" in shown
    assert "\\@everyone \\<\\@1\\> of delays" in shown
    assert "\\*diary\\*" in shown


@pytest.mark.parametrize("speaker", ["haugseth", "Norw", "“Haugseth”"])
async def test_who_said_what_of_one_speaker(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, speaker: str
) -> None:
    result = await member.slash(channel, "whosaid", article=URL, speaker=speaker)
    assert result.response
    assert "Haugseth" in text_of(result.response)
    assert "**Birna Steinsdóttir**" not in text_of(result.response)


async def test_a_speaker_who_is_not_there_is_answered_with_those_who_are(
    channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    result = await member.slash(channel, "whosaid", article=URL, speaker="Batman")
    assert error_of(result) == (
        "No speaker matching Batman is quoted in this article. "
        "It quotes Torvald Haugseth, Birna Steinsdóttir, Reykjanes Line."
    )


async def test_nobody_is_quoted(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> None:
    result = await member.slash(channel, "whosaid", article=QUIET)
    assert result.response
    assert "Nobody is quoted in this article." in text_of(result.response)
    assert "Two sides" not in labels_of(result.response)


async def test_two_sides_in_two_columns(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> None:
    result = await member.slash(channel, "twosides", article=URL)
    assert result.response
    rows = columns_of(result.response)
    assert rows[0] == (
        "inspection",
        "The words disagree: Iceland denies",
        "> said his counterpart had accepted an inspection of the catch logs",
        "> denied having agreed to any inspection",
    )
    assert [note for _, note, _, _ in rows[1:]] == ["Both sides"], "what meets nothing stands below"


async def test_two_sides_that_were_chosen(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> None:
    result = await member.slash(channel, "twosides", article=URL, a="Reykjanes", b="Norway")
    assert result.response
    assert "**Reykjanes Line**\n**Norway**: Torvald Haugseth" in text_of(result.response)


async def test_an_article_without_two_sides_says_so(
    channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    result = await member.slash(channel, "twosides", article=QUIET)
    assert error_of(result) == "This article does not quote two sides. No speaker is certain enough to show."


async def test_a_page_that_is_not_there(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> None:
    result = await member.slash(channel, "whosaid", article="https://news.example.org/gone")
    assert error_of(result) == "The page was not found. Check the link."
    assert channel.history(viewer=member) == [followup.message for followup in result.followups]


@pytest.mark.parametrize(
    "failure",
    [ReadingError("This text takes too long.", "Give a part of it."), NotVerbatimError("Not so.", "Tell us.")],
)
async def test_a_failed_reading_is_told_in_words(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, analyser: AnalystByHand, failure: Exception
) -> None:
    analyser.failure = failure
    assert error_of(await member.slash(channel, "whosaid", article=TEXT)) == str(failure)


async def test_the_unexpected_is_told_by_its_number_alone(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, analyser: AnalystByHand
) -> None:
    analyser.failure = RuntimeError("the token is sesame")
    shown = error_of(await member.slash(channel, "whosaid", article=TEXT))
    assert shown.startswith("Something went wrong inside Attaché. Try again; if it happens again, report error ")
    assert "sesame" not in shown


async def test_everything_that_reads_works_in_direct_messages(env: simcord.Env) -> None:
    reader = env.create_user("reader")
    for command in ("summarize", "whosaid", "twosides"):
        result = await reader.slash(command, article=URL)
        assert result.response
        assert "Two harbours, one call" in text_of(result.response)


@pytest.mark.parametrize("context", [1, 2])
async def test_everything_that_reads_works_as_a_persons_own_app(
    env: simcord.Env, monkeypatch: pytest.MonkeyPatch, context: int
) -> None:
    """Installed by a person: Discord names that person as the owner, and 2 is a private channel without the bot."""
    reader = env.create_user("reader")
    payload_of = interactions.base_payload

    def own_app(*arguments: Any, **options: Any) -> Any:
        record, payload = payload_of(*arguments, **options)
        return record, payload | {"context": context, "authorizing_integration_owners": {"1": str(reader.id)}}

    monkeypatch.setattr(interactions, "base_payload", own_app)
    for command in ("summarize", "whosaid", "twosides", "status"):
        result = await reader.slash(command, **({} if command == "status" else {"article": URL}))
        assert result.response
    clicked = await reader.click(result_of(await reader.slash("summarize", article=URL)), label="Who said what")
    assert "**Torvald Haugseth**" in text_of(result_of(clicked))


async def test_a_fetched_page_is_read_once(
    channel: simcord.ChannelHandle,
    member: simcord.MemberActor,
    analyser: AnalystByHand,
    fetcher: MemoryFetcher,
) -> None:
    await member.slash(channel, "summarize", article=URL)
    analyser.failure = AssertionError("read again")
    result = await member.slash(channel, "whosaid", article=URL)
    assert result.response


def result_of(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """The answer, which must be there."""
    assert result.response
    return result.response


def error_of(result: simcord.InteractionResult) -> str:
    """The sentence that answers a failed command: for its person alone, with nothing public left behind."""
    assert result.response is None
    (answer,) = result.followups
    assert answer.ephemeral
    return text_of(answer).replace("\\", "")
