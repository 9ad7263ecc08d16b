"""Every request of a tour through the bot conforms to Discord's own specification, and the check can fail."""

from collections import Counter

import pytest
import simcord
from simcord import HttpLogEntry

from tests.cogs.contract import Contract, message_violations
from tests.cogs.invented import URL


async def test_a_tour_conforms(
    env: simcord.Env, channel: simcord.ChannelHandle, member: simcord.MemberActor, contract: Contract | None
) -> None:
    if contract is None:
        pytest.skip("Discord's specification (folder 'shared' beside the checkout) is not here")
    posted = await member.slash(channel, "summarize", article=URL)
    assert posted.response
    await member.click(posted.response, label="Two sides")
    await member.slash(channel, "whosaid", article="https://news.example.org/gone")
    await member.user.send_dm(URL)
    kinds = Counter(request.method for request in env.http_requests if request.json is not None)
    assert kinds["PUT"] == 1
    assert kinds["POST"] >= 5
    assert kinds["POST"] + kinds["PATCH"] >= 8
    assert [violation for request in env.http_requests for violation in contract.violations(request)] == []


@pytest.mark.parametrize(
    ("method", "path", "body", "reason"),
    [
        ("POST", "/channels/1/messages", {"flags": "loud"}, "is not of type 'integer'"),
        ("POST", "/channels/1/messages", {"contents": "hello"}, "no field contents"),
        ("POST", "/channels/1/nonsense", {}, "is no request of Discord's"),
        ("PUT", "/applications/1/commands", [{"name": "x" * 33, "description": "x"}], "is too long"),
        ("POST", "/interactions/1/token/callback", {"type": 99}, "is not valid under any of the given schemas"),
    ],
)
def test_a_wrong_request_is_found(contract: Contract | None, method: str, path: str, body: object, reason: str) -> None:
    if contract is None:
        pytest.skip("Discord's specification (folder 'shared' beside the checkout) is not here")
    violations = contract.violations(HttpLogEntry(method, path, {}, body, None))
    assert any(reason in violation for violation in violations), violations


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"content": "x"}, "could ping: {}"),
        ({"allowed_mentions": {"parse": ["users"]}}, "could ping: {'parse': ['users']}"),
        ({"embeds": [{"fields": [{"name": " ", "value": "x"}]}]}, "an empty field of an embed"),
        ({"embeds": [{"url": "javascript:alert(1)"}]}, "not a web address: javascript:alert(1)"),
        ({"components": [{"type": 10, "content": "x" * 4001}]}, "texts over 4000 characters"),
        ({"components": [{"type": 14}] * 41}, "more than 40 components"),
        ({"components": [{"type": 2, "custom_id": "a"}] * 2}, "two components of one identity"),
    ],
)
def test_a_bad_message_is_found(body: dict[str, object], reason: str) -> None:
    quiet: dict[str, object] = {} if "ping" in reason else {"allowed_mentions": {"parse": []}}
    assert message_violations(quiet | body) == [reason]
