"""/said: what was said, its pages, table and context, and that nobody sees another's texts."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import simcord

from bot.archive.store import Archive
from bot.domain.analysis import Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Speaker
from tests.cogs.invented import HAUGSETH, TEXT, URL, analyse_by_hand
from tests.cogs.posted import components, labels_of, text_of
from tests.unit.archive.test_search import report
from tests.unit.services.fakes import NOW

ARTICLE = Article(
    TEXT,
    title="Two harbours, one call",
    url=URL,
    outlet=Outlet("The *Example*", "example.org", "Norway", "state-funded"),
    published_at=NOW - timedelta(days=2),
    language="en",
)


@pytest.fixture
def archive(records: Archive) -> Archive:
    """One archive for what is read and what is searched."""
    return records


@pytest.fixture
async def filled(records: Archive) -> Archive:
    await records.save_reading(Reading(reading_id(ARTICLE), ARTICLE, analyse_by_hand(ARTICLE)))
    return records


async def save_many(records: Archive, count: int) -> None:
    lines = [
        (Speaker("Ketil Nordgard", "Minister", "Norway"), f"the tolls of pier {number} stay") for number in range(count)
    ]
    await records.save_reading(report(*lines, at=NOW - timedelta(days=1), url="https://example.org/tolls"))


def answer_of(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """What a person sees, be it in place of "thinking" or after it."""
    return result.response or result.followups[-1]


@pytest.fixture
def ask(channel: simcord.ChannelHandle, member: simcord.MemberActor) -> Callable[..., Any]:
    async def ask(**options: str) -> simcord.ResponseMessage:
        return answer_of(await member.slash(channel, "said", **options))

    return ask


async def test_statements_are_shown_as_their_article_has_them(filled: Archive, ask: Callable[..., Any]) -> None:
    shown = text_of(await ask(who="Haugseth", about="leaving"))
    assert "### Torvald Haugseth on leaving" in shown
    assert "1 statement · newest first" in shown
    assert "**Torvald Haugseth** — Norwegian Foreign Minister · Norway" in shown
    assert f"<t:{int((NOW - timedelta(days=2)).timestamp())}:d> · [The \\*Example\\*](<{URL}>)" in shown
    assert "state-funded" in shown
    assert "> “Nobody is being punished” … “but nobody is leaving with pages torn out.”" in shown


async def test_a_surname_alone_is_listed_under_the_full_name(filled: Archive, ask: Callable[..., Any]) -> None:
    bare = replace(HAUGSETH, name="Haugseth")
    await filled.save_reading(report((bare, "no tolls at all"), (bare, "none"), at=NOW, url="https://example.org/bare"))
    shown = text_of(await ask(who="Torvald Haugseth"))
    assert shown.count("**Torvald Haugseth** — here Haugseth · Norwegian Foreign Minister · Norway") == 1
    assert shown.index("no tolls at all") < shown.index("“none”") < shown.index("**Torvald Haugseth** — Norwegian")


async def test_words_of_an_article_ping_nobody(filled: Archive, ask: Callable[..., Any]) -> None:
    shown = text_of(await ask(about="delays"))
    assert "*Officials*" in shown, "as the article calls them"
    assert "\\@everyone \\<\\@1\\>" in shown


async def test_dates_in_words_bound_it(filled: Archive, ask: Callable[..., Any]) -> None:
    assert "from 30 December 2025" in text_of(await ask(who="Norway", since="2025-12-30"))
    nothing = text_of(await ask(who="Norway", since="today"))
    assert "No article of these dates was found in 1 article" in nothing
    assert "The start date is later than the end date." in text_of(await ask(who="Norway", since="today", until="2020"))
    assert "The start date is later" in text_of(await ask(who="Norway", since="30d", until="60d"))
    assert "4 statements · 30 December 2025 · newest" in text_of(
        await ask(who="Norway", since="2025-12-30", until="2025-12-30")
    )
    assert "date" in text_of(await ask(who="Norway", since="whenever"))
    assert "Name who speaks, or what it is about." in text_of(await ask(since="30d"))


async def test_nothing_found_says_what_was_searched(filled: Archive, ask: Callable[..., Any]) -> None:
    assert "Nothing by Haugseth about Batman was found in 1 article of 30 December 2025." in text_of(
        await ask(who="Haugseth", about="Batman")
    )
    assert "Did you mean Torvald Haugseth?" in text_of(await ask(who="Haugset"))


async def test_pages_turn_both_ways_and_after_a_restart(
    records: Archive, env: simcord.Env, member: simcord.MemberActor, ask: Callable[..., Any]
) -> None:
    await save_many(records, 12)
    posted = await ask(who="Nordgard")
    seen = [text_of(posted)]
    assert labels_of(posted) == ["Older ›", "As a table"]
    for labels in (["‹ Newer", "Older ›", "As a table"], ["‹ Newer", "As a table"]):
        await member.click(posted, label="Older ›")
        seen.append(text_of(posted))
        assert labels_of(posted) == labels
    numbers = [int(number) for shown in seen for number in re.findall(r"pier (\d+) stay", shown)]
    assert numbers == list(range(12))
    assert all("12 statements" in shown for shown in seen)
    assert [re.findall(r"Page \d", shown)[0] for shown in seen] == ["Page 1", "Page 2", "Page 3"]
    await member.click(posted, label="‹ Newer")
    assert text_of(posted) == seen[1]


async def test_a_question_too_long_for_a_button_is_kept(
    records: Archive, member: simcord.MemberActor, ask: Callable[..., Any]
) -> None:
    await save_many(records, 7)
    posted = await ask(who="Ketil Nordgard", about='tolls "stay" pier "of pier" "tolls of pier"', since="2025-01-01")
    assert labels_of(posted) == ["Older ›", "As a table"]
    await member.click(posted, label="Older ›")
    assert "pier 6 stay" in text_of(posted)
    assert "from 1 January 2025" in text_of(posted)


async def test_another_person_turns_a_page_for_themselves(
    records: Archive, env: simcord.Env, channel: simcord.ChannelHandle, ask: Callable[..., Any]
) -> None:
    await save_many(records, 7)
    posted = await ask(about="tolls")
    before = text_of(posted)
    other = env.guild.add_member(env.create_user("other"))
    turned = await other.click(posted, label="Older ›")
    assert turned.response
    assert turned.response.ephemeral
    assert "pier 6 stay" in text_of(turned.response)
    assert text_of(posted) == before


async def test_a_statement_is_shown_in_its_paragraph(
    filled: Archive, member: simcord.MemberActor, ask: Callable[..., Any]
) -> None:
    posted = await ask(who="Steinsdóttir", about="committee")
    (menu,) = [one for one in components(posted) if one["type"] == 3]
    assert menu["options"][0]["label"] == "1 · Birna Steinsdóttir"
    chosen = await member.select(posted, [menu["options"][0]["value"]])
    assert chosen.response
    assert chosen.response.ephemeral
    assert "**“If Oslo has questions about fish, there is a committee for fish.”**" in text_of(chosen.response)


async def test_the_table_is_a_file_that_no_spreadsheet_computes(
    records: Archive, member: simcord.MemberActor, ask: Callable[..., Any]
) -> None:
    hostile = Speaker("=HYPERLINK(0)", "+minister", "Norway")
    await records.save_reading(report((hostile, "=1+1 tolls"), (HAUGSETH, "@sum tolls, “really”"), at=NOW))
    posted = await ask(about="tolls")
    clicked = await member.click(posted, label="As a table")
    (file,) = [file for answer in (clicked.response, *clicked.followups) if answer for file in answer.attachments]
    assert file.filename == "said.csv"
    body = await file.read()
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    assert len(rows) == 3
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@")]
    assert any("=1+1 tolls" in cell for row in rows for cell in row)


async def test_the_one_who_speaks_is_completed(
    filled: Archive, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    async def complete(typed: str) -> list[tuple[str, Any]]:
        return [(one["name"], one["value"]) for one in await member.autocomplete(channel, "said", "who", typed)]

    assert await complete("haug") == [
        ("Torvald Haugseth — Norwegian Foreign Minister, Norway", "Torvald Haugseth"),
    ]
    assert await complete("steinsdot") == [
        ("Birna Steinsdóttir — Icelandic Foreign Minister, Iceland", "Birna Steinsdóttir"),
    ]
    assert ("Iceland", "Iceland") in await complete("icel")
    assert await complete("xyz") == []


async def test_a_pasted_text_is_found_by_its_owner_alone(
    records: Archive, env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    owner, other = env.create_user("owner"), env.create_user("other")
    pasted = replace(ARTICLE, url=None, outlet=None, published_at=None)
    reading = Reading(reading_id(pasted), pasted, analyse_by_hand(pasted))
    await records.save_reading(reading, owner=f"discord:{owner.id}")
    mine = await owner.slash("said", who="Haugseth", since="2020")
    assert "### Torvald Haugseth" in text_of(answer_of(mine))
    assert "read on <t:" in text_of(answer_of(mine)), "it has no date of its own"
    for asked in (await other.slash("said", who="Haugseth"), await member.slash(channel, "said", who="Haugseth")):
        assert "Nothing has been read here yet" in text_of(answer_of(asked))
    assert await other.autocomplete("said", "who", "haug") == []


async def test_what_a_newsroom_sent_to_a_server_stays_there(
    records: Archive, env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor
) -> None:
    reading = Reading(reading_id(ARTICLE), ARTICLE, analyse_by_hand(ARTICLE))
    await records.save_reading(reading, owner=f"discord:guild:{env.guild.id}")
    ours = await member.slash(channel, "said", who="Haugseth")
    assert "### Torvald Haugseth" in text_of(answer_of(ours))
    elsewhere = env.create_guild("elsewhere")
    stranger = elsewhere.add_member(env.create_user("stranger"))
    theirs = await stranger.slash(elsewhere.create_text_channel("talk"), "said", who="Haugseth")
    assert "Nothing has been read here yet" in text_of(answer_of(theirs))
