"""The languages in which Attaché speaks, and which of them is spoken now.

Whose language it is, is decided once, at the edge (a person's own for what only they asked for, a server's for what is
posted in it, the terminal's in a terminal), and set for the task with ``speak`` or, for a while, with ``speaking``. It
is held in a context variable: tasks and threads that are started from there (``asyncio.to_thread``) speak it, too, and
no rule between edge and word has to hand it on. Nothing set is English. What is stored or logged is never put into
words of a language but kept as a :class:`~bot.i18n.messages.Translatable`, so that each reader hears it in theirs.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Language(StrEnum):
    """The six languages of the United Nations, by their subtags (BCP 47), which Unicode's CLDR knows, too."""

    ENGLISH = "en"
    ARABIC = "ar"
    CHINESE = "zh"
    FRENCH = "fr"
    RUSSIAN = "ru"
    SPANISH = "es"

    @property
    def right_to_left(self) -> bool:
        """Whether its lines run from right to left."""
        return self is Language.ARABIC

    @property
    def own_name(self) -> str:
        """Its name in itself, by which its readers find it."""
        return _OWN_NAMES[self]


_OWN_NAMES = {
    Language.ENGLISH: "English",
    Language.ARABIC: "العربية",
    Language.CHINESE: "中文",
    Language.FRENCH: "Français",
    Language.RUSSIAN: "Русский",
    Language.SPANISH: "Español",
}
_UNLIKE = frozenset({"zh-tw", "zh-hk", "zh-hant"})
"""Written in other characters than our Chinese: their readers choose for themselves."""

_spoken: ContextVar[Language] = ContextVar("language", default=Language.ENGLISH)


def find_language(tag: str | None) -> Language | None:
    """The language of a tag as Discord ("es-419") or a machine ("ru_RU.UTF-8") gives it; None for all others."""
    parts = re.split(r"[-_.@]", (tag or "").casefold())
    if "-".join(parts[:2]) in _UNLIKE:
        return None
    return Language(parts[0]) if parts[0] in set(Language) else None


def current_language() -> Language:
    """The language spoken now."""
    return _spoken.get()


def set_language(language: Language) -> None:
    """Speak ``language`` from now on in this task, and in all that it starts."""
    _spoken.set(language)


@contextmanager
def using_language(language: Language) -> Iterator[None]:
    """Speak ``language`` inside of ``with``."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def render_in_language(language: Language, render: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """What ``render`` makes of its arguments in ``language``."""
    with using_language(language):
        return render(*args, **kwargs)
