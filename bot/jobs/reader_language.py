"""The language of a post: that of the server, or of the person, who reads it.

It is chosen when the post is composed, because posts are stored as rendered.
"""

import structlog

from bot.archive.preferences import PreferenceStore
from bot.errors import ArchiveError
from bot.i18n.language import Language, current_language

_log = structlog.get_logger(__name__)


async def language_of(preferences: PreferenceStore, reader: str) -> Language:
    """The language setting of ``reader`` ("discord:guild:<id>", "discord:<user id>", "console"), else the current
    language.

    Unreadable settings delay nothing: a post in another language is better than none.
    """
    try:
        chosen = (await preferences.load(reader)).language
    except ArchiveError as error:
        _log.warning("a reader's language cannot be read", action="words", exc_info=error)
        chosen = None
    return chosen or current_language()
