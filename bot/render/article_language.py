"""The mark of an article that is in another language than its reader's."""

from babel import Locale

from bot.i18n.language import current_language


def mark_language(code: str | None) -> str:
    """The name of language ``code`` (ISO 639-1) in the language spoken now; nothing for that one, or an unknown one."""
    spoken = current_language()
    if code is None or code == Locale.parse(spoken, sep="-").language:
        return ""
    name = Locale.parse(spoken, sep="-").languages.get(code)
    return str(name) if name else ""
