"""Each host is asked one request after another, and left alone while it asks for rest."""

from datetime import UTC, datetime, timedelta

from bot.web.host_limits import HostLimiter

NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
WITHIN = timedelta(seconds=5)


def test_requests_at_one_host_are_spaced_and_few_at_once() -> None:
    hosts = HostLimiter(at_once=2, spacing=SECOND)
    assert hosts.reserve("a", NOW, within=WITHIN) == NOW
    assert hosts.reserve("a", NOW, within=WITHIN) == NOW + SECOND
    assert hosts.reserve("a", NOW, within=WITHIN) is None
    assert hosts.next_turn("a", NOW) == NOW + 2 * SECOND
    hosts.release("a")
    assert hosts.reserve("a", NOW + SECOND, within=WITHIN) == NOW + 2 * SECOND


def test_those_sent_away_come_back_one_after_another() -> None:
    hosts = HostLimiter(at_once=1, spacing=SECOND)
    hosts.reserve("a", NOW, within=WITHIN)
    turns = [hosts.next_turn("a", NOW) for _ in range(4)]
    assert turns == [NOW + n * SECOND for n in (1, 6, 11, 16)], "it is slow: its one place is taken"
    late = NOW + timedelta(minutes=1)
    hosts.release("a")
    assert [hosts.next_turn("a", late) for _ in range(2)] == [late + SECOND, late + 2 * SECOND]


def test_hosts_do_not_wait_for_each_other() -> None:
    hosts = HostLimiter(at_once=1)
    assert hosts.reserve("a", NOW, within=WITHIN) == NOW
    assert hosts.reserve("b", NOW, within=WITHIN) == NOW


def test_a_turn_too_far_away_is_not_given() -> None:
    hosts = HostLimiter(at_once=9, spacing=4 * SECOND)
    turns = [hosts.reserve("a", NOW, within=WITHIN) for _ in range(3)]
    assert turns == [NOW, NOW + 4 * SECOND, None]


def test_a_host_rests_when_two_of_its_addresses_were_throttled() -> None:
    hosts = HostLimiter()
    until = NOW + timedelta(minutes=20)
    hosts.throttle("a", "https://a/1", NOW, until)
    hosts.throttle("a", "https://a/1", NOW, until)
    assert hosts.reserve("a", NOW, within=WITHIN) == NOW, "one address speaks for itself"
    hosts.throttle("a", "https://a/2", NOW + SECOND, until)
    assert hosts.reserve("a", NOW + SECOND, within=WITHIN) is None
    assert hosts.next_turn("a", NOW + SECOND) == until
    assert hosts.reserve("a", until, within=WITHIN) == until


def test_throttling_long_ago_is_forgotten() -> None:
    hosts = HostLimiter()
    hosts.throttle("a", "https://a/1", NOW, NOW)
    late = NOW + timedelta(hours=2)
    hosts.throttle("a", "https://a/2", late, late + timedelta(hours=1))
    assert hosts.reserve("a", late, within=WITHIN) == late


def test_what_is_remembered_does_not_grow_for_ever() -> None:
    hosts = HostLimiter()
    for n in range(10_000):
        now = NOW + n * SECOND
        hosts.reserve(f"host{n}", now, within=WITHIN)
        hosts.release(f"host{n}")
    assert len(hosts._hosts) < 4_200


def test_what_a_clock_that_was_ahead_has_set_is_forgotten() -> None:
    hosts = HostLimiter(at_once=2, spacing=SECOND)
    hosts.reserve("a", NOW + timedelta(days=365), within=WITHIN)
    assert hosts.reserve("a", NOW, within=WITHIN) == NOW
    assert hosts.reserve("a", NOW, within=WITHIN) is None, "both requests still run"
