"""Keys, nonces, and the rule of what to do with a post."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.post import (
    GIVEN_UP,
    REMEMBERED,
    SETTLING,
    Post,
    PostKind,
    Step,
    decide_pause,
    decide_step,
    post_key,
)

NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
KEY = post_key(PostKind.DIGEST, "7", "schedule:1:2026-03-02", 0)
POST = Post(KEY, "s", 0, PostKind.DIGEST, "discord:guild:1", "7", "schedule:1:2026-03-02", "{}", NOW)
PLACES = st.sampled_from(["7", "8", "77"])


@given(st.tuples(PLACES, PLACES, st.integers(0, 9)), st.tuples(PLACES, PLACES, st.integers(0, 9)))
def test_a_key_is_that_of_one_place_subject_and_part(one: tuple[str, str, int], other: tuple[str, str, int]) -> None:
    keys = [post_key(PostKind.ITEM, *each) for each in (one, other)]
    assert (keys[0] == keys[1]) == (one == other)


def test_kinds_have_keys_of_their_own() -> None:
    assert len({post_key(kind, "7", "1", 0) for kind in PostKind}) == len(PostKind)


def test_the_nonce_is_one_that_discord_takes() -> None:
    assert len(POST.nonce) <= 25
    assert POST.mark in POST.nonce


@pytest.mark.parametrize(
    ("since", "remembers", "step"),
    [
        (None, True, Step.SEND),
        (None, False, Step.SEND),
        (timedelta(0), True, Step.SEND),
        (REMEMBERED, True, Step.SEND),
        (REMEMBERED + SECOND, True, Step.LOOK),
        (timedelta(days=30), True, Step.LOOK),
        (-SECOND, True, Step.LOOK),  # the clock was set back
        (timedelta(0), False, Step.SETTLE),
        (SETTLING - SECOND, False, Step.SETTLE),
        (SETTLING, False, Step.LOOK),
        (-SECOND, False, Step.LOOK),
    ],
)
def test_what_may_stand_is_sent_again_only_while_its_nonce_is_remembered(
    since: timedelta | None, remembers: bool, step: Step
) -> None:
    post = replace(POST, tried_at=None if since is None else NOW - since)
    assert decide_step(post, NOW, remembers=remembers, begun=False) is step


def test_what_is_late_is_given_up_unless_it_was_begun_or_may_stand() -> None:
    late = replace(POST, expires_at=NOW)
    assert decide_step(late, NOW, remembers=True, begun=False) is Step.EXPIRE
    assert decide_step(late, NOW - SECOND, remembers=True, begun=False) is Step.SEND
    assert decide_step(late, NOW, remembers=True, begun=True) is Step.SEND
    tried = replace(late, tried_at=NOW - timedelta(hours=1))
    assert decide_step(tried, NOW, remembers=True, begun=False) is Step.LOOK


def test_pauses_double_to_a_quarter_of_an_hour_and_patience_ends_after_hours() -> None:
    pauses = [decide_pause(attempt) for attempt in range(1, GIVEN_UP)]
    assert pauses[:3] == [timedelta(seconds=5), timedelta(seconds=10), timedelta(seconds=20)]
    assert max(pauses) == decide_pause(10**6) == timedelta(minutes=15)
    assert timedelta(hours=3) < sum(pauses, timedelta()) < timedelta(hours=5)
    assert decide_pause(0) == timedelta(seconds=5)
