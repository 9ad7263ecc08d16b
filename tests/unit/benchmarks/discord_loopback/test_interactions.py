"""Interactions as Discord hears of them: acknowledged once, within three seconds, answered within fifteen minutes."""

import pytest

from benchmarks.discord_loopback.interactions import COMMAND, PATIENCE, TOKEN_SECONDS, Asked, Interactions
from benchmarks.discord_loopback.messages import RefusedError
from benchmarks.discord_loopback.world import Form


def ask(interactions: Interactions) -> Asked:
    interactions.register([{"name": "feed", "type": 1}])
    return interactions.compose("feed list", {"page": 2}, 0, 10.0, kind=COMMAND)[0]


def test_a_subcommand_is_told_with_its_options() -> None:
    interactions = Interactions(Form())
    interactions.register([{"name": "feed", "type": 1}])
    asked, event = interactions.compose("feed list", {"page": 2, "who": "?Hau"}, 0, 10.0, kind=COMMAND)
    (below,) = event["data"]["options"]
    assert (event["data"]["name"], below["name"], asked.kind) == ("feed", "list", "/feed list")
    assert below["options"] == [
        {"name": "page", "type": 4, "value": 2},
        {"name": "who", "type": 3, "value": "Hau", "focused": True},
    ]


def test_announced_then_answered() -> None:
    interactions = Interactions(Form())
    asked = ask(interactions)
    interactions.acknowledge(asked.ident, asked.token, {"type": 5}, 10.5)
    assert (asked.waited, asked.answered_at) == (0.5, None)
    interactions.answer(asked.token, {"content": "a"}, 12.0)
    interactions.answer(asked.token, {"content": "b"}, 13.0)
    assert (asked.answered_at, len(asked.said)) == (12.0, 2)
    with pytest.raises(RefusedError):
        interactions.acknowledge(asked.ident, asked.token, {"type": 5}, 10.6)


def test_too_late_is_unknown() -> None:
    interactions = Interactions(Form())
    asked = ask(interactions)
    with pytest.raises(RefusedError) as refused:
        interactions.acknowledge(asked.ident, asked.token, {"type": 5}, 10.1 + PATIENCE)
    assert (refused.value.status, asked.late, asked.waited) == (404, True, None)


def test_nobody_waits_for_an_answer_after_its_time_or_before_its_announcement() -> None:
    interactions = Interactions(Form())
    asked = ask(interactions)
    with pytest.raises(RefusedError):
        interactions.answer(asked.token, {}, 10.5)
    interactions.acknowledge(asked.ident, asked.token, {"type": 5}, 10.5)
    with pytest.raises(RefusedError):
        interactions.answer(asked.token, {}, 11 + TOKEN_SECONDS)


def test_an_unregistered_command_cannot_be_used() -> None:
    with pytest.raises(LookupError):
        Interactions(Form()).compose("help", {}, 0, 0.0, kind=COMMAND)
