"""Interactions as Discord hears of them: acknowledged once, within three seconds, answered within fifteen minutes."""

import pytest

from benchmarks.discord_loopback.interactions import EPHEMERAL, LOADING, PATIENCE, TOKEN_SECONDS, Asked, Interactions
from benchmarks.discord_loopback.messages import RefusedError
from benchmarks.discord_loopback.world import Form, Origin

PAGE = {"name": "page", "type": 4}
WHO = {"name": "who", "type": 3, "required": True, "autocomplete": True, "min_length": 1, "max_length": 5}
AS = {"name": "as", "type": 3, "choices": [{"name": "a file", "value": "file"}]}


def registered() -> Interactions:
    interactions = Interactions(Form())
    below = [{"name": "list", "type": 1, "options": [PAGE, AS]}, {"name": "find", "type": 1, "options": [WHO]}]
    interactions.register([{"name": "feed", "type": 1, "options": below}, {"name": "Read", "type": 3}])
    return interactions


def ask(interactions: Interactions) -> Asked:
    return interactions.compose_command("feed list", {"page": 2}, Origin(), 10.0)[0]


def test_a_subcommand_is_told_with_its_options() -> None:
    asked, event = registered().compose_command("feed list", {"as": "file", "page": 2}, Origin(), 10.0)
    (below,) = event["data"]["options"]
    assert (event["data"]["name"], below["name"], asked.kind) == ("feed", "list", "/feed list")
    assert below["options"] == [
        {"name": "page", "type": 4, "value": 2},
        {"name": "as", "type": 3, "value": "file"},
    ]


def test_what_is_typed_is_focused() -> None:
    asked, event = registered().compose_command("feed find", {"who": "Hau"}, Origin(), 10.0, typing="who")
    assert (event["type"], asked.kind) == (4, "/feed find (typing)")
    assert event["data"]["options"][0]["options"] == [{"name": "who", "type": 3, "value": "Hau", "focused": True}]


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("help", {}),
        ("feed", {}),
        ("feed nothing", {}),
        ("feed find", {}),
        ("feed list", {"pages": 2}),
        ("feed list", {"page": "two"}),
        ("feed list", {"as": "picture"}),
        ("feed find", {"who": "Haugseth"}),
    ],
)
def test_what_is_not_registered_cannot_be_used(path: str, options: dict[str, str | int | bool]) -> None:
    with pytest.raises(LookupError):
        registered().compose_command(path, {**options}, Origin(), 0.0)


def test_announced_then_answered() -> None:
    interactions = registered()
    asked = ask(interactions)
    interactions.acknowledge(asked.ident, asked.token, {"type": 5, "data": {"flags": EPHEMERAL}}, 10.5)
    assert (asked.waited, asked.answered_at, asked.thinking) == (0.5, None, True)
    first = interactions.answer(asked.token, {"content": "a"}, 12.0)
    second = interactions.answer(asked.token, {"content": "b"}, 13.0)
    assert (asked.answered_at, len(asked.said), asked.thinking) == (12.0, 2, False)
    assert (first["id"], first["flags"], second["flags"]) == (asked.ident, EPHEMERAL, 0)
    with pytest.raises(RefusedError):
        interactions.acknowledge(asked.ident, asked.token, {"type": 5}, 10.6)


def test_an_answer_is_changed_and_taken_back() -> None:
    interactions = registered()
    asked = ask(interactions)
    interactions.acknowledge(asked.ident, asked.token, {"type": 5}, 10.5)
    assert interactions.find_answer(asked.token, "@original")["flags"] == LOADING
    interactions.change(asked.token, "@original", {"content": "a"}, 11.0)
    assert [message["content"] for message in asked.answers.values()] == ["a"]
    interactions.take_back(asked.token, "@original")
    assert not asked.answers
    with pytest.raises(RefusedError):
        interactions.change(asked.token, "@original", {"content": "b"}, 12.0)


def test_a_page_turns_in_place_of_the_message_that_was_pressed() -> None:
    interactions = registered()
    posted = interactions.messages.post("7", {"content": "page 1"}, 0.0)
    message = posted.tell()
    asked, event = interactions.compose_press(message, "b:next", Origin(), 10.0)
    assert (event["data"]["component_type"], event["message"]) == (2, message)
    interactions.acknowledge(asked.ident, asked.token, {"type": 6}, 10.5)
    interactions.change(asked.token, "@original", {"content": "page 2"}, 11.0)
    assert (posted.tell()["content"], asked.answers) == ("page 2", {})


def test_too_late_is_unknown() -> None:
    interactions = registered()
    asked = ask(interactions)
    with pytest.raises(RefusedError) as refused:
        interactions.acknowledge(asked.ident, asked.token, {"type": 5}, 10.1 + PATIENCE)
    assert (refused.value.status, asked.late, asked.waited) == (404, True, None)


def test_nobody_waits_for_an_answer_after_its_time_or_before_its_announcement() -> None:
    interactions = registered()
    asked = ask(interactions)
    with pytest.raises(RefusedError):
        interactions.answer(asked.token, {}, 10.5)
    interactions.acknowledge(asked.ident, asked.token, {"type": 5}, 10.5)
    with pytest.raises(RefusedError):
        interactions.answer(asked.token, {}, 11 + TOKEN_SECONDS)
