"""Copies: found both ways, also cut and dressed; two accounts of one event are none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories import Signature, make_signature
from bot.stories.near_duplicates import containment
from tests.unit.stories.invented import HARBOUR, HARBOUR_ELSEWHERE, article

CHINESE = (
    "外交部长星期二对记者说两国将在夏天之前签署港口条约此前特使解决了拖延谈判三年的渔业争端大使确认了日期并感谢调解人"
)


def _share(one: Signature, other: Signature) -> float:
    return float(containment(one, other.minhash[None], np.array([other.shingles]))[0])


@pytest.mark.parametrize(
    "edited",
    [HARBOUR, HARBOUR.upper(), HARBOUR[: len(HARBOUR) * 6 // 10], f"By Jo Penn, Wire Desk. {HARBOUR} All rights kept."],
)
def test_edited_copies_are_found(edited: str) -> None:
    assert (
        _share(make_signature(article("a", HARBOUR, "A treaty")), make_signature(article("b", edited, "Fish"))) >= 0.5
    )


def test_scripts_without_spaces_have_copies_too() -> None:
    assert _share(make_signature(article("a", CHINESE)), make_signature(article("b", CHINESE[:40]))) >= 0.5


def test_two_accounts_of_an_event_are_not_copies() -> None:
    assert _share(make_signature(article("a", HARBOUR)), make_signature(article("b", HARBOUR_ELSEWHERE))) == 0


def test_short_notices_are_copies_only_word_for_word() -> None:
    notice = "The minister will speak to the press at nine on Monday morning."
    assert _share(make_signature(article("a", notice)), make_signature(article("b", notice))) == 1
    assert (
        _share(make_signature(article("a", notice)), make_signature(article("b", notice.replace("Monday", "Friday"))))
        == 0
    )
    assert (
        _share(
            make_signature(article("a", "Press briefing")),
            make_signature(article("b", "Press briefing")),
        )
        == 0
    )
    assert _share(make_signature(article("a", "")), make_signature(article("b", ""))) == 0


@given(*[st.lists(st.sampled_from(HARBOUR.split()), max_size=60).map(" ".join)] * 2)
def test_symmetry(one: str, other: str) -> None:
    a, b = make_signature(article("a", one)), make_signature(article("b", other))
    assert _share(a, b) == _share(b, a)
