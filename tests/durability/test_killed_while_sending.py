"""SIGKILL at every step of posting, then a restart at once or after an hour: each part once, in order.

The archive, the delivery and discord.py are the real ones. Discord is a program of its own that forgets nonces after
five minutes of its own time; it stores what was on its way when the sender died.
"""

import json
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from simcord import HttpLogEntry

from tests.cogs.contract import Contract, message_violations
from tests.conftest import SHARED
from tests.durability.conftest import Discord
from tests.durability.poster import DEATHS

TEXT, ANNOUNCEMENT, THREAD, FORUM = 0, 5, 11, 15
HOUR = 3600.0
PARTS = 3


@dataclass(slots=True)
class Machine:
    """The machine on which the bot runs: its archive, its clock beside Discord's, and the starts of the program."""

    discord: Discord
    process: subprocess.Popen[str]
    url: str
    channel: str

    def start(self, death: str | None = None, **fault: Any) -> int:
        """Run the program to its end, natural or not; its exit status. ``fault``: more of how its request goes."""
        offset = self.discord.control("POST", "time", {"advance": 0})["offset"]
        order = {"url": self.url, "port": self.discord.port, "channel": self.channel, "offset": offset}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({**order, "parts": PARTS, "death": death, "fault": fault}) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def wait(self, seconds: float) -> None:
        self.discord.control("POST", "time", {"advance": seconds})

    def posted(self) -> list[str]:
        """The headers of all messages in the channel (in a forum: in its threads), in the order of their posting."""
        state = self.discord.state()
        here = [i for i, c in state["channels"].items() if i == self.channel or c["parent_id"] == self.channel]
        messages = sorted((m for ident in here for m in state["messages"][ident]), key=lambda m: int(m["id"]))
        return [_header(message) for message in messages if message["author"]["bot"]]


@pytest.fixture
def machine(discord_process: Discord, poster_process: subprocess.Popen[str], tmp_path: Path) -> Machine:
    url = f"sqlite:///{tmp_path}/archive.sqlite3"
    return Machine(discord_process, poster_process, url, discord_process.add_channel(type=TEXT))


ALL = [f"### Morning digest, part {part}" for part in range(PARTS)]


@pytest.mark.parametrize("later", [0.0, HOUR], ids=["at once", "an hour later"])
@pytest.mark.parametrize("death", DEATHS)
def test_one_message_each_in_order_wherever_it_dies(machine: Machine, death: str, later: float) -> None:
    assert machine.start(death) == -signal.SIGKILL
    machine.wait(later)
    assert machine.start() == 0
    assert machine.posted() == ALL


@pytest.mark.parametrize("later", [0.0, 45.0, HOUR], ids=["at once", "within a minute", "an hour later"])
@pytest.mark.parametrize("death", ["request lost on its way", "request on its way", "stored, no answer yet"])
def test_a_forum_gets_one_thread_although_opening_it_takes_no_nonce(machine: Machine, death: str, later: float) -> None:
    machine.channel = machine.discord.add_channel(type=FORUM)
    assert machine.start(death) == -signal.SIGKILL
    machine.wait(later)
    assert machine.start() == 0
    machine.wait(61.0)  # a thread that may still be on its way is given a minute to show
    assert machine.start() == 0
    assert machine.posted() == ALL
    state = machine.discord.state()
    assert len([c for c in state["channels"].values() if c["parent_id"] == machine.channel]) == 1


def test_a_request_that_arrives_after_the_restart_makes_no_second_message(machine: Machine) -> None:
    assert machine.start("request on its way", held=True) == -signal.SIGKILL
    assert machine.start() == 0
    machine.discord.control("POST", "release")
    assert machine.start() == 0
    assert machine.posted() == ALL


def test_a_thread_that_opens_after_the_restart_is_waited_for(machine: Machine) -> None:
    machine.channel = machine.discord.add_channel(type=FORUM)
    assert machine.start("request on its way", held=True) == -signal.SIGKILL
    assert machine.start() == 0
    machine.discord.control("POST", "release")
    machine.wait(61.0)
    assert machine.start() == 0
    assert machine.posted() == ALL


@pytest.mark.parametrize("kind", [ANNOUNCEMENT, THREAD])
def test_other_places_are_like_channels(machine: Machine, kind: int) -> None:
    metadata = {"archived": True, "auto_archive_duration": 60, "archive_timestamp": "2026-01-01T00:00:00+00:00"}
    machine.channel = machine.discord.add_channel(
        type=kind,
        parent_id=machine.channel,
        thread_metadata=metadata,
        owner_id="20",
        rate_limit_per_user=0,
        member_count=1,
        message_count=1,
    )
    assert machine.start("stored, no answer yet") == -signal.SIGKILL
    machine.wait(HOUR)
    assert machine.start() == 0
    assert machine.posted() == ALL


def test_every_start_dies_in_turn(machine: Machine) -> None:
    for death in ("stored, no answer yet", "answered, not stored yet", "request on its way", "sent is stored"):
        assert machine.start(death) == -signal.SIGKILL
        machine.wait(200.0)  # longer than a nonce is trusted, shorter than Discord keeps it
    assert machine.start() == 0
    assert machine.posted() == ALL


def test_it_is_the_same_on_both_databases(machine: Machine, database_url: str) -> None:
    machine.url = database_url
    for death in ("stored, no answer yet", "between parts", "request on its way"):
        assert machine.start(death) == -signal.SIGKILL
        machine.wait(HOUR)
    assert machine.start() == 0
    assert machine.posted() == ALL


def test_a_message_is_found_behind_a_thousand_others(machine: Machine) -> None:
    assert machine.start("stored, no answer yet") == -signal.SIGKILL
    machine.wait(HOUR)
    machine.discord.control("POST", "chatter", {"channel": machine.channel, "count": 1200})
    assert machine.start() == 0
    assert machine.posted() == ALL


def test_where_the_history_may_not_be_read_nothing_is_posted_twice_and_the_owner_is_told_once(machine: Machine) -> None:
    assert machine.start("stored, no answer yet") == -signal.SIGKILL
    machine.wait(HOUR)
    machine.discord.control("PATCH", f"channels/{machine.channel}", {"may_read": False})
    assert machine.start() == 0
    assert machine.start() == 0
    assert machine.posted() == ALL[:1]
    told = [m for c in _conversations(machine) for m in c if machine.channel in json.dumps(m["components"])]
    assert len(told) == 1
    assert "Read Message History" in json.dumps(told[0]["components"])


def test_a_lost_answer_is_not_the_end_of_the_program(machine: Machine) -> None:
    machine.discord.control("POST", "faults", {"path": f"/channels/{machine.channel}/messages", "drop": "after"})
    assert machine.start() == 0
    assert machine.posted() == ALL[:1]
    machine.wait(6.0)
    assert machine.start() == 0
    assert machine.posted() == ALL


def test_nothing_is_sent_to_what_answers_403(machine: Machine) -> None:
    machine.discord.control("PATCH", f"channels/{machine.channel}", {"may_send": False})
    for _ in range(3):
        assert machine.start() == 0
        machine.wait(HOUR)
    sent = [r for r in machine.discord.state()["requests"] if r["path"] == f"/channels/{machine.channel}/messages"]
    assert len(sent) == 1


def test_a_second_broken_channel_is_told_of_too(machine: Machine) -> None:
    broken = [machine.channel, machine.discord.add_channel(type=TEXT)]
    for channel in broken:
        machine.channel = channel
        machine.discord.control("PATCH", f"channels/{channel}", {"may_send": False})
        assert machine.start() == 0
    told = json.dumps(_conversations(machine))
    assert [told.count(f"<#{channel}>") for channel in broken] == [1, 1]


@pytest.mark.skipif(not SHARED.is_dir(), reason="Discord's specification (folder 'shared') is not here")
def test_every_request_is_one_of_discords(machine: Machine) -> None:
    assert machine.start("stored, no answer yet") == -signal.SIGKILL
    machine.wait(HOUR)
    assert machine.start() == 0
    contract = Contract(SHARED / "contracts" / "discord-openapi.json")
    made = [HttpLogEntry(r["method"], r["path"], {}, r["json"], None) for r in machine.discord.state()["requests"]]
    assert {entry.method for entry in made} >= {"GET", "POST"}
    for entry in made:
        assert contract.violations(entry) == []
        if entry.method == "POST" and entry.path.endswith("/messages"):
            assert message_violations(entry.json or {}) == []
            assert (entry.json or {})["enforce_nonce"] is True
            assert len((entry.json or {})["nonce"]) <= 25


def _conversations(machine: Machine) -> list[list[dict[str, Any]]]:
    state = machine.discord.state()
    return [state["messages"][ident] for ident, channel in state["channels"].items() if channel["type"] == 1]


def _header(message: dict[str, Any]) -> str:
    return str(message["components"][0]["components"][0]["content"])
