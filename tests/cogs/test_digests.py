"""The commands of digests: who may use them, what they answer, and that no server sees another's."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import simcord

from bot.archive.store import Archive
from bot.domain.item_outcomes import ItemOutcome, Outcome
from bot.domain.post import Post, PostKind, post_key
from tests.cogs.conftest import Server, private_text
from tests.cogs.posted import text_of
from tests.unit.services.fakes import FEED_URL, NOW, DigestsByHand, StoppedClock

BERLIN = {"time": "08:00", "timezone": "Europe/Berlin"}
COMMANDS: dict[str, dict[str, Any]] = {
    "digest now": {},
    "digest preview": {},
    "digest schedule": BERLIN,
    "digest list": {},
    "digest pause": {"number": 1},
    "digest resume": {"number": 1},
    "digest remove": {"number": 1},
}


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_member_who_does_not_manage_the_server_is_refused(
    ours: Server, records: Archive, digest_desk: DigestsByHand, command: str
) -> None:
    """Even where the server's settings show them the command."""
    await ours.ask("digest schedule", **BERLIN)
    before = await records.schedules.list(ours.owner)
    refused = await ours.guest.slash(ours.channel, command, **COMMANDS[command])
    assert private_text(refused) == "You cannot use this command here. Ask someone who manages this server."
    assert await records.schedules.list(ours.owner) == before
    assert digest_desk.asked == []


async def test_the_commands_are_shown_to_those_who_manage_the_server(env: simcord.Env, ours: Server) -> None:
    plain = ours.guild.add_member(env.create_user("plain"))
    assert not [name for name in plain.available_commands(ours.channel) if name.startswith("digest")]
    assert {n for n in ours.chief.available_commands(ours.channel) if n.startswith("digest")} == set(COMMANDS)


async def test_direct_messages_know_no_digests(env: simcord.Env) -> None:
    with pytest.raises(simcord.SetupError, match="not visible"):
        await env.create_user("reader").slash("digest now")


async def test_now_is_posted_for_all_and_a_preview_for_one(ours: Server, digest_desk: DigestsByHand) -> None:
    now = await ours.ask("digest now", topic="fish", hours=6)
    assert now.response
    assert not now.response.ephemeral
    assert "Two harbours, one call" in text_of(now.response)
    shown = await ours.told("digest preview")
    assert "Two harbours, one call" in shown
    assert digest_desk.asked == [
        (ours.owner, NOW - timedelta(hours=6), NOW, "fish"),
        (ours.owner, NOW - timedelta(hours=24), NOW, ""),
    ]


async def test_nothing_new_is_one_line(
    ours: Server, digest_desk: DigestsByHand, records: Archive, clock: StoppedClock
) -> None:
    digest_desk.empty = True
    assert "No feeds are followed here" in await ours.told("digest now")
    await ours.ask("feed add", url=FEED_URL)
    assert "items of your feeds are still being read" in await ours.told("digest now")
    for number in await records.feeds.due_items(clock.at, limit=9):
        item = await records.feeds.load_item(number)
        assert item
        waiting = await records.feeds.waiting(number)
        settled = [ItemOutcome(number, one.id, Outcome.DIGEST) for one in waiting]
        await records.feeds.settle(replace(item, retry_at=None), settled, clock.at)
    result = await ours.ask("digest now")
    assert result.response
    assert "nothing new" in text_of(result.response).casefold()


async def test_a_digest_is_scheduled(ours: Server, records: Archive) -> None:
    other = ours.guild.create_text_channel("briefing")
    options = {"days": "mon-fri", "topic": "fish", "quiet": "22:00-07:00", "silent": True}
    shown = await ours.told("digest schedule", **BERLIN, channel=other, **options)
    assert "08:00 Europe/Berlin, Monday to Friday, quiet 22:00-07:00, about **fish**." in shown
    assert f"Digest **1** will appear in <#{other.id}>:" in shown
    at = int(datetime(2026, 1, 2, 7, tzinfo=UTC).timestamp())
    assert f"Next: <t:{at}:f> (<t:{at}:R>)" in shown
    assert "To undo: `/digest remove number:1`" in shown
    (one,) = await records.schedules.list(ours.owner)
    assert (one.channel, one.topic, one.silent) == (str(other.id), "fish", True)
    assert one.by == f"discord:{ours.chief.id}"


async def test_a_time_in_quiet_hours_says_when_it_comes(ours: Server) -> None:
    shown = await ours.told("digest schedule", time="23:00", timezone="Europe/Berlin", quiet="22:00-07:00")
    assert "Quiet hours or a clock change move it to 07:00 local time." in shown


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"time": "8 o'clock"}, "is not a time of day"),
        ({"timezone": "Berln"}, "Did you mean Europe/Berlin"),
        ({"days": "someday"}, "does not name days of the week"),
        ({"quiet": "22:00"}, "quiet hours"),
    ],
)
async def test_what_cannot_be_understood_is_told(
    ours: Server, records: Archive, options: dict[str, str], says: str
) -> None:
    assert says in await ours.told("digest schedule", **{**BERLIN, **options})
    assert await records.schedules.list(ours.owner) == ()


async def test_the_same_twice_is_told(ours: Server) -> None:
    await ours.ask("digest schedule", **BERLIN)
    assert "Digest 1 is already scheduled for that time" in await ours.told("digest schedule", **BERLIN)


async def test_the_list_tells_of_each_digest(ours: Server, records: Archive) -> None:
    assert "No digests are scheduled here yet." in await ours.told("digest list")
    await ours.ask("digest schedule", **BERLIN)
    await ours.ask("digest schedule", time="18:00", timezone="UTC", topic="fish", silent=True)
    one, _ = await records.schedules.list(ours.owner)
    assert one.next
    await records.schedules.save_done(one, one.next.local_day, "4 stories", now=one.next.at, until=one.next.at)
    await ours.ask("digest pause", number=2)
    shown = await ours.told("digest list")
    assert "### Scheduled digests · 2" in shown
    assert "**1** · 08:00 Europe/Berlin, every day\n" in shown
    assert "last for 2026-01-02: 4 stories" in shown
    assert "**2** · 18:00 UTC, every day, about **fish**" in shown
    assert "not posted when nothing is new" in shown
    assert "paused · `/digest resume number:2`" in shown


async def test_pausing_resuming_and_removing_say_how_to_undo(ours: Server, records: Archive) -> None:
    await ours.ask("digest schedule", **BERLIN, days="mon-fri", topic="fish")
    assert "To undo: `/digest resume number:1`" in await ours.told("digest pause", number=1)
    assert (await records.schedules.find(ours.owner, 1)).next is None
    assert "Next: <t:" in await ours.told("digest resume", number=1)
    removed = await ours.told("digest remove", number=1)
    again = "/digest schedule time:08:00 timezone:Europe/Berlin days:Monday to Friday topic:fish"
    assert f"To undo: `{again}`" in removed
    assert await records.schedules.list(ours.owner) == ()
    undone = {"time": "08:00", "timezone": "Europe/Berlin", "days": "Monday to Friday", "topic": "fish"}
    assert "08:00 Europe/Berlin, Monday to Friday" in await ours.told("digest schedule", **undone)


async def test_zones_are_offered_by_name_and_city(ours: Server) -> None:
    async def offered(typed: str) -> list[str]:
        found = await ours.chief.autocomplete(ours.channel, "digest schedule", "timezone", typed)
        assert len(found) <= 25
        assert all(len(one["name"]) <= 100 for one in found)
        return [one["value"] for one in found]

    assert "Europe/Berlin" in await offered("")
    assert (await offered("Berl"))[0] == "Europe/Berlin"
    assert (await offered("europe/be"))[0] == "Europe/Berlin"
    assert (await offered("washington"))[0] == "America/New_York"
    assert await offered("zzzz") == []
    assert len(await offered("america")) == 25


async def test_numbers_are_offered_with_their_times(ours: Server) -> None:
    await ours.ask("digest schedule", **BERLIN)
    await ours.ask("digest schedule", time="18:00", timezone="UTC", topic="fish")
    for command in ("digest pause", "digest resume", "digest remove"):
        offered = await ours.chief.autocomplete(ours.channel, command, "number", "")
        assert [one["name"] for one in offered] == [
            "1 · 08:00 Europe/Berlin, every day",
            "2 · 18:00 UTC, every day · fish",
        ]
        assert [one["value"] for one in await ours.chief.autocomplete(ours.channel, command, "number", "FISH")] == [2]
        assert await ours.guest.autocomplete(ours.channel, command, "number", "") == []


@pytest.mark.parametrize("command", COMMANDS)
async def test_another_servers_digests_stay_its_own(
    ours: Server, theirs: Server, records: Archive, digest_desk: DigestsByHand, command: str
) -> None:
    await ours.ask("digest schedule", **BERLIN, topic="secret")
    before = await records.schedules.list(ours.owner)
    result = await theirs.ask(command, **COMMANDS[command])
    assert result.response or result.followups
    assert all("secret" not in text_of(one) for one in (result.response, *result.followups) if one)
    assert await records.schedules.list(ours.owner) == before
    assert {owner for owner, *_ in digest_desk.asked} <= {theirs.owner}
    if "number" in COMMANDS[command]:
        assert await theirs.chief.autocomplete(theirs.channel, command, "number", "") == []


async def test_status_is_of_the_server_it_is_asked_in(
    ours: Server, theirs: Server, records: Archive, clock: StoppedClock
) -> None:
    await ours.ask("digest schedule", **BERLIN)
    (one,) = await records.schedules.list(ours.owner)
    key = post_key(PostKind.DIGEST, one.channel, "x", 0)
    await records.posts.record([Post(key, key, 0, PostKind.DIGEST, ours.owner, one.channel, "x", "{}", NOW)], NOW)
    clock.at += timedelta(minutes=5)
    shown = await ours.told("status")
    at = int(datetime(2026, 1, 2, 7, tzinfo=UTC).timestamp())
    assert f"**Next digest** <t:{at}:f> (<t:{at}:R>)" in shown
    assert "**Waiting** 1 to post, for 5 min" in shown
    assert f"<t:{at}:f>" not in await theirs.told("status")


async def test_a_digest_comes_by_direct_message(ours: Server, records: Archive) -> None:
    shown = await ours.told("digest schedule", **BERLIN, deliver="dm", days="weekly")
    assert "08:00 Europe/Berlin, Monday." in shown
    assert "will appear in direct messages" in shown
    (one,) = await records.schedules.list(ours.owner)
    assert one.channel == f"dm:{one.by.rpartition(':')[2]}" if one.by else False
    assert "resumed" in (await ours.told("digest resume", number=1)).casefold()


async def test_a_member_catches_up_and_nobody_else_sees_it(ours: Server) -> None:
    result = await ours.guest.slash(ours.channel, "catchup")
    assert "Since you last looked" in private_text(result)
    assert "Nothing new since" in private_text(result)
