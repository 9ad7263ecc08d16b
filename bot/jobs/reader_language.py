"""The language of a post: its server's or person's, chosen when it is composed, since posts are stored rendered."""

import structlog

from bot.archive.preferences import PreferenceStore
from bot.errors import ArchiveError
from bot.i18n.language import Language, current_language

_log = structlog.get_logger(__name__)


async def language_of(preferences: PreferenceStore, reader: str) -> Language:
    """The language setting of ``reader``; the current language if there is none or it cannot be read."""
    try:
        chosen = (await preferences.load(reader)).language
    except ArchiveError as error:
        _log.warning("a reader's language cannot be read", action="words", exc_info=error)
        chosen = None
    return chosen or current_language()
