"""Pages keep everything in order and within what fits."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from bot.render.card import Action, Press
from bot.render.pages import page_note, paged, turning


@given(st.lists(st.integers(1, 50)), st.integers(1, 60), st.integers(1, 5))
def test_every_item_once_in_order_within_the_budget(costs: list[int], budget: int, most: int) -> None:
    pages = paged(list(enumerate(costs)), lambda item: item[1], budget=budget, most=most)
    assert list(chain.from_iterable(pages)) == list(enumerate(costs))
    assert all(len(page) <= most for page in pages)
    assert all(sum(cost for _, cost in page) <= budget or len(page) == 1 for page in pages)
    assert all(pages) or pages == [[]]


def test_buttons_lead_only_where_there_are_pages() -> None:
    first, middle, last = (turning(Press(Action.WHOSAID, "0" * 20, page, "Lind"), 3) for page in range(3))
    assert [(b.label, b.press and b.press.page) for b in (*first, *middle, *last)] == [
        ("Next ›", 1),
        ("‹ Previous", 0),
        ("Next ›", 2),
        ("‹ Previous", 1),
    ]
    assert all(b.press and b.press.turns and b.press.detail == "Lind" for b in middle)
    assert turning(Press(Action.WHOSAID, "0" * 20), 1) == ()


def test_a_single_page_needs_no_note() -> None:
    assert page_note(0, 1) == ""
    assert page_note(1, 3) == "Page 2 of 3"
