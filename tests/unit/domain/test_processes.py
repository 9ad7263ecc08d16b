from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.processes import BEAT_SECONDS, LOST_SECONDS, SURE_SECONDS, FailureDetector, Process, ProcessRole

NOW = datetime(2026, 3, 2, tzinfo=UTC)
WORKER = Process("worker", frozenset({ProcessRole.WORK}), 7)


def test_who_stands_still_for_long_enough_is_lost() -> None:
    watch = FailureDetector(lost_after=25)
    assert watch.find_lost([WORKER], 100) == ()
    assert watch.find_lost([WORKER], 124) == ()
    assert watch.find_lost([WORKER], 125) == (WORKER,)


def test_a_beat_begins_the_wait_anew() -> None:
    watch = FailureDetector(lost_after=25)
    watch.find_lost([WORKER], 100)
    later = replace(WORKER, beats=8)
    assert watch.find_lost([later], 124) == ()
    assert watch.find_lost([later], 148) == ()
    assert watch.find_lost([later], 149) == (later,)


def test_nobody_is_lost_in_the_time_in_which_nobody_could_be_seen() -> None:
    watch = FailureDetector(lost_after=25)
    watch.find_lost([WORKER], 100)
    watch.reset()
    assert watch.find_lost([WORKER], 400) == ()
    assert watch.find_lost([WORKER], 425) == (WORKER,)


def test_who_left_is_forgotten() -> None:
    watch = FailureDetector(lost_after=25)
    watch.find_lost([WORKER], 100)
    assert watch.find_lost([], 200) == ()
    assert watch.find_lost([WORKER], 201) == ()


@given(st.lists(st.floats(0.1, LOST_SECONDS - BEAT_SECONDS), max_size=30))
def test_who_beats_between_any_two_looks_is_never_lost(pauses: list[float]) -> None:
    watch, at = FailureDetector(), 0.0
    for beats, pause in enumerate(pauses):
        at += pause
        assert watch.find_lost([replace(WORKER, beats=beats)], at) == ()


def test_a_process_is_sure_of_itself_for_less_long_than_others_wait() -> None:
    # its last beat is seen at most one look later, and it lets go before anybody can count so far
    assert SURE_SECONDS + 2 * BEAT_SECONDS < LOST_SECONDS
