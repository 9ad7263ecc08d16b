"""The languages of Attaché, and the current one.

The language is chosen once, at the edge (a person's for their answers, a server's for its posts, the terminal's in a
terminal), and set with ``set_language`` or, for a while, with ``using_language``. It is a context variable, so tasks
and threads started from there (``asyncio.to_thread``) have it too, without passing it on. The default is English. What
is stored or logged has no language: it is a :class:`~bot.i18n.messages.Translatable`, so that each reader gets it in
theirs.
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
    """The six languages of the United Nations, by their subtags (BCP 47), which Unicode's CLDR also uses."""

    ENGLISH = "en"
    ARABIC = "ar"
    CHINESE = "zh"
    FRENCH = "fr"
    RUSSIAN = "ru"
    SPANISH = "es"

    @property
    def right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return self is Language.ARABIC

    @property
    def own_name(self) -> str:
        """Its name in itself."""
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
    """The language of a tag as Discord ("es-419") or a system ("ru_RU.UTF-8") writes it; None for any other."""
    parts = re.split(r"[-_.@]", (tag or "").casefold())
    if "-".join(parts[:2]) in _UNLIKE:
        return None
    return Language(parts[0]) if parts[0] in set(Language) else None


def current_language() -> Language:
    """The current language."""
    return _spoken.get()


def set_language(language: Language) -> None:
    """Set the language of this task, and of all that it starts."""
    _spoken.set(language)


@contextmanager
def using_language(language: Language) -> Iterator[None]:
    """Set the language within the context."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def render_in_language(language: Language, render: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Call ``render`` in ``language``. For calls that run in a worker process."""
    with using_language(language):
        return render(*args, **kwargs)
