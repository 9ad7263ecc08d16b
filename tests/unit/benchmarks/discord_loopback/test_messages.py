"""Nonces are remembered for five minutes and then forgotten; the history is told newest first."""

import pytest

from benchmarks.discord_loopback.messages import NONCES_KEPT, Messages, RefusedError

ASKED = {"content": "a", "nonce": "n", "enforce_nonce": True}


def test_a_nonce_makes_one_message_within_five_minutes_and_another_later() -> None:
    messages = Messages()
    first = messages.post("1", ASKED, 0.0)
    assert messages.post("1", ASKED, NONCES_KEPT - 1) is first
    assert messages.repeated == 1
    assert messages.post("1", ASKED, NONCES_KEPT + 1) is not first
    assert [message.nonce for message in messages.everywhere()] == ["n", "n"]


def test_without_enforcing_a_nonce_is_only_told_back() -> None:
    messages = Messages()
    asked = {"content": "a", "nonce": "n"}
    assert messages.post("1", asked, 0.0).tell()["nonce"] == "n"
    messages.post("1", asked, 0.0)
    assert len(list(messages.everywhere())) == 2


def test_a_nonce_that_is_too_long_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        Messages().post("1", {"content": "a", "nonce": "n" * 26}, 0.0)
    assert refused.value.status == 400


def test_the_history_newest_first_and_an_edit_in_its_place() -> None:
    messages = Messages()
    one, two, three = (messages.post("1", {"content": text}, 0.0) for text in "abc")
    assert messages.history("1", limit=2) == [three, two]
    assert messages.history("1", limit=2, before=int(two.ident)) == [one]
    assert messages.history("1", limit=1, after=int(one.ident)) == [two]
    messages.edit("1", two.ident, {"content": "B"})
    told = two.tell()
    assert (told["content"], bool(told["edited_timestamp"])) == ("B", True)
    with pytest.raises(RefusedError):
        messages.find("2", two.ident)
