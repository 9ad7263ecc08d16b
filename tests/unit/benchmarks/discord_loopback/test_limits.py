"""Discord's limits on loopback: by bucket and channel, over all, and for who identifies."""

from benchmarks.discord_loopback.limits import EVENTS_A_MINUTE, Identifies, Limits, Sendings
from benchmarks.discord_loopback.rest import name_bucket

POST = "POST channels/messages"


def test_a_channel_takes_five_messages_in_five_seconds_and_others_are_not_held_up() -> None:
    limits = Limits()
    told = [limits.rule(POST, "1", 10.0) for _ in range(5)]
    assert [ruling.remaining for ruling in told] == [4, 3, 2, 1, 0]
    refused = limits.rule(POST, "1", 12.0)
    assert (refused.retry_after, refused.everywhere) == (3.0, False)
    assert refused.headers["X-RateLimit-Scope"] == "user"
    assert not limits.rule(POST, "2", 12.0).retry_after
    assert not limits.rule(POST, "1", 15.0).retry_after
    assert limits.exceeded == {POST: 1}


def test_fifty_requests_in_any_second_and_interactions_do_not_count() -> None:
    limits = Limits(50)
    for number in range(50):
        assert not limits.rule(POST, str(number), number / 100).retry_after
    refused = limits.rule(POST, "x", 0.6)
    assert refused.everywhere
    assert 0.39 < refused.retry_after < 0.41
    assert not limits.rule("POST interactions", "y", 0.6).retry_after
    assert not limits.rule("PATCH webhooks", "z", 0.6).retry_after
    assert not limits.rule(POST, "x", 1.005).retry_after
    assert limits.exceeded == {"everywhere": 1}
    assert limits.busiest == 51


def test_a_key_identifies_once_in_five_seconds() -> None:
    identifies = Identifies(max_concurrency=2)
    assert identifies.allow(0, 0.0)
    assert identifies.allow(1, 0.0)
    assert not identifies.allow(2, 4.9)
    assert identifies.allow(3, 5.0)
    assert (identifies.count, identifies.violations) == (4, 1)


def test_a_connection_sends_so_many_events_a_minute() -> None:
    sendings = Sendings()
    assert all(sendings.allow(0.0) for _ in range(EVENTS_A_MINUTE))
    assert not sendings.allow(59.0)
    assert sendings.allow(60.5)


def test_buckets_are_parted_by_channel_and_webhook() -> None:
    assert name_bucket("POST", "/channels/7/messages") == (POST, "7")
    assert name_bucket("PATCH", "/channels/7/messages/9") == ("PATCH channels/messages", "7")
    assert name_bucket("PATCH", "/webhooks/1/token/messages/@original") == ("PATCH webhooks", "token")
    assert name_bucket("POST", "/interactions/5/token/callback") == ("POST interactions", "5")
    assert name_bucket("POST", "/users/@me/channels") == ("POST users/channels", "")
    assert name_bucket("GET", "/gateway/bot") == ("GET gateway", "")
