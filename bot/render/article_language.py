"""The mark of an article that is in another language than its reader's."""

from babel import Locale

from bot.i18n.language import current_language


def mark_language(code: str | None) -> str:
    """The name of language ``code`` (ISO 639-1) in the current language; nothing for that one, or an unknown one."""
    if code is None or code.casefold().split("-")[0] == Locale.parse(current_language(), sep="-").language:
        return ""
    return name_language(code)


def name_language(code: str) -> str:
    """The name of language ``code`` in the current language; nothing for an unknown one."""
    name = Locale.parse(current_language(), sep="-").languages.get(code.casefold().split("-")[0])
    return str(name) if name else ""
