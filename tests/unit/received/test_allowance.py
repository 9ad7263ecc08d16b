from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.received import allowance
from bot.received.allowance import Allowance

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_a_burst_and_then_so_many_a_minute() -> None:
    tokens = Allowance(3, 6)
    assert [tokens.take("a", NOW) for _ in range(4)] == [0, 0, 0, 10]
    assert tokens.take("b", NOW) == 0
    assert tokens.take("a", NOW + timedelta(seconds=4)) == 6
    assert [tokens.take("a", NOW + timedelta(seconds=10)) for _ in range(2)] == [0, 10]
    assert [tokens.take("a", NOW + timedelta(hours=1)) for _ in range(4)] == [0, 0, 0, 10]


@given(st.lists(st.floats(0, 30), min_size=1, max_size=60))
def test_never_more_than_the_burst_and_what_was_earned(pauses: list[float]) -> None:
    tokens, now, taken = Allowance(5, 60), NOW, 0
    for pause in pauses:
        now += timedelta(seconds=pause)
        taken += tokens.take("a", now) == 0
        assert taken <= 5 + (now - NOW).total_seconds() + 0.001


@given(st.lists(st.floats(0, 5), min_size=1, max_size=60))
def test_who_waits_as_told_is_let_in(pauses: list[float]) -> None:
    tokens, now = Allowance(2, 20), NOW
    for pause in pauses:
        now += timedelta(seconds=pause)
        if wait := tokens.take("a", now):
            assert 0 < wait <= 3
            now += timedelta(seconds=wait, microseconds=1)
            assert tokens.take("a", now) == 0


def test_a_clock_set_back_locks_nobody_out() -> None:
    tokens = Allowance(3, 6)
    tokens.take("a", NOW + timedelta(days=365))
    assert tokens.take("a", NOW) <= 10
    assert tokens.take("a", NOW + timedelta(seconds=10)) == 0


def test_memory_is_bounded_however_many_come() -> None:
    tokens = Allowance(1, 1)
    for number in range(3 * allowance._MOST_KEYS):
        tokens.take(number, NOW)
    assert len(tokens._earned_at) <= allowance._MOST_KEYS
