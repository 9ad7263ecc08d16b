"""What the benchmark of polling serves and computes."""

from datetime import UTC, datetime

import pytest

from benchmarks.polling import ENTRIES, Cost, compose_feed
from bot.web.parsers import read_snapshot


def show(number: int, turn: int) -> list[str]:
    url, now = "https://quill.example/feed", datetime(2030, 1, 1, tzinfo=UTC)
    return [entry.identity for entry in read_snapshot(compose_feed(number, turn), url=url, headers={}, now=now).entries]


def test_every_tenth_feed_has_one_item_more_at_each_turn() -> None:
    changed = [number for number in range(40) if show(number, 1) != show(number, 0)]
    assert changed == [9, 19, 29, 39]
    before, after = show(9, 0), show(9, 1)
    assert len(before) == len(after) == ENTRIES
    assert after[1:] == before[:-1]
    assert show(9, 9) == after


def test_the_share_is_of_one_poll_of_each_feed_in_ten_minutes() -> None:
    assert Cost(feeds=2_000, polls=6_000, seconds=0.009, new=600, memory=200, wall=60).share == pytest.approx(0.03)
