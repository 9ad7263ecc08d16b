from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.ingest import rate_limit
from bot.ingest.rate_limit import TokenBucket

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_a_burst_and_then_so_many_a_minute() -> None:
    tokens = TokenBucket(3, 6)
    assert [tokens.acquire("a", NOW) for _ in range(4)] == [0, 0, 0, 10]
    assert tokens.acquire("b", NOW) == 0
    assert tokens.acquire("a", NOW + timedelta(seconds=4)) == 6
    assert [tokens.acquire("a", NOW + timedelta(seconds=10)) for _ in range(2)] == [0, 10]
    assert [tokens.acquire("a", NOW + timedelta(hours=1)) for _ in range(4)] == [0, 0, 0, 10]


@given(st.lists(st.floats(0, 30), min_size=1, max_size=60))
def test_never_more_than_the_burst_and_what_was_earned(pauses: list[float]) -> None:
    tokens, now, taken = TokenBucket(5, 60), NOW, 0
    for pause in pauses:
        now += timedelta(seconds=pause)
        taken += tokens.acquire("a", now) == 0
        assert taken <= 5 + (now - NOW).total_seconds() + 0.001


@given(st.lists(st.floats(0, 5), min_size=1, max_size=60))
def test_who_waits_as_told_is_let_in(pauses: list[float]) -> None:
    tokens, now = TokenBucket(2, 20), NOW
    for pause in pauses:
        now += timedelta(seconds=pause)
        if wait := tokens.acquire("a", now):
            assert 0 < wait <= 3
            now += timedelta(seconds=wait, microseconds=1)
            assert tokens.acquire("a", now) == 0


def test_a_clock_set_back_locks_nobody_out() -> None:
    tokens = TokenBucket(3, 6)
    tokens.acquire("a", NOW + timedelta(days=365))
    assert tokens.acquire("a", NOW) <= 10
    assert tokens.acquire("a", NOW + timedelta(seconds=10)) == 0


def test_memory_is_bounded_however_many_come() -> None:
    tokens = TokenBucket(1, 1)
    for number in range(3 * rate_limit._MOST_KEYS):
        tokens.acquire(number, NOW)
    assert len(tokens._earned_at) <= rate_limit._MOST_KEYS
