"""Rendering in a worker process, in the language that is spoken where it is asked for."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from bot.i18n.language import Language, using_language

P = ParamSpec("P")
T = TypeVar("T")


def render_in_language(language: Language, render: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """What ``render`` makes of its arguments in ``language``."""
    with using_language(language):
        return render(*args, **kwargs)
