"""Pages: blocks of text laid on as few cards as Discord's limits allow, and the buttons to turn them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.i18n.messages import translate
from bot.render.card import Button, ComponentAction
from bot.render.markdown import units

T = TypeVar("T")


def paginate(items: Sequence[T], fits: Callable[[list[T]], bool]) -> list[list[T]]:
    """``items`` in pages of as many as ``fits`` allows, at least one each; one empty page for no items."""
    pages: list[list[T]] = [[]]
    for item in items:
        if pages[-1] and not fits([*pages[-1], item]):
            pages.append([])
        pages[-1].append(item)
    return pages


def fit_to_limit(render: Callable[[int], str], limit: int, room: int) -> str:
    """What ``render`` makes of ``limit`` characters of an article, halved until it has at most ``room`` code units."""
    while units(shown := render(limit)) > room and limit > 1:
        limit //= 2
    return shown


def page_buttons(press: ComponentAction, count: int) -> tuple[Button, ...]:
    """Buttons to the page before and after ``press.page`` of ``count`` pages."""
    buttons = []
    if press.page > 0:
        buttons.append(Button(translate("article-previous"), replace(press, page=press.page - 1, turns=True)))
    if press.page < count - 1:
        buttons.append(Button(translate("article-next"), replace(press, page=press.page + 1, turns=True)))
    return tuple(buttons)


def page_note(page: int, count: int) -> str:
    """Where in the pages a card stands; nothing when there is but one."""
    return translate("article-page", page=page + 1, count=count) if count > 1 else ""
