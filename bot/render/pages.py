"""Pages: blocks of text laid on as few cards as Discord's limits allow, and the buttons to turn them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.render.card import Button, Press

T = TypeVar("T")


def paged(items: Sequence[T], cost: Callable[[T], int], *, budget: int, most: int) -> list[list[T]]:
    """``items`` in order on pages of at most ``budget`` cost and ``most`` items each; an empty page for no items.

    An item dearer than the budget stands alone on its page.
    """
    pages: list[list[T]] = [[]]
    spent = 0
    for item in items:
        price = cost(item)
        if pages[-1] and (spent + price > budget or len(pages[-1]) >= most):
            pages.append([])
            spent = 0
        pages[-1].append(item)
        spent += price
    return pages


def turning(press: Press, count: int) -> tuple[Button, ...]:
    """Buttons to the page before and after ``press.page`` of ``count`` pages."""
    buttons = []
    if press.page > 0:
        buttons.append(Button("‹ Previous", replace(press, page=press.page - 1, turns=True)))
    if press.page < count - 1:
        buttons.append(Button("Next ›", replace(press, page=press.page + 1, turns=True)))
    return tuple(buttons)


def page_note(page: int, count: int) -> str:
    """Where in the pages a card stands; nothing when there is but one."""
    return f"Page {page + 1} of {count}" if count > 1 else ""
