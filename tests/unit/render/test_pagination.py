"""Pages keep everything in order and within what fits."""

from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.render.card import Action, ComponentAction
from bot.render.markdown import escape, units
from bot.render.pagination import fit_to_limit, page_buttons, page_note, paginate


@given(st.lists(st.integers(1, 50)), st.integers(1, 60), st.integers(1, 5))
def test_every_item_once_in_order_where_it_fits(costs: list[int], budget: int, most: int) -> None:
    def fits(page: list[int]) -> bool:
        return sum(page) <= budget and len(page) <= most

    pages = paginate(costs, fits)
    assert list(chain.from_iterable(pages)) == costs
    assert all(fits(page) or len(page) == 1 for page in pages)
    assert all(not fits([*page, following[0]]) for page, following in pairwise(pages))


@given(st.text(max_size=200), st.integers(1, 100))
def test_fitted_takes_as_much_as_there_is_room_for(words: str, room: int) -> None:
    shown = fit_to_limit(lambda limit: escape(words[:limit]), 200, room)
    assert units(shown) <= max(room, 2)


def test_buttons_lead_only_where_there_are_pages() -> None:
    first, middle, last = (
        page_buttons(ComponentAction(Action.WHOSAID, "0" * 20, page, "Lind"), 3) for page in range(3)
    )
    assert [(b.label, b.press and b.press.page) for b in (*first, *middle, *last)] == [
        ("Next ›", 1),
        ("‹ Previous", 0),
        ("Next ›", 2),
        ("‹ Previous", 1),
    ]
    assert all(b.press and b.press.turns and b.press.detail == "Lind" for b in middle)
    assert page_buttons(ComponentAction(Action.WHOSAID, "0" * 20), 1) == ()


def test_a_single_page_needs_no_note() -> None:
    assert page_note(0, 1) == ""
    assert page_note(1, 3) == "Page 2 of 3"
