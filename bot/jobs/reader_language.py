"""In which language something is posted: that of its readers, a server's in its channels, a person's in their messages.

Decided when it is composed, for it is recorded as it will stand there.
"""

import structlog

from bot.archive.preferences import PreferenceStore
from bot.errors import ArchiveError
from bot.i18n.language import Language, current_language

_log = structlog.get_logger(__name__)


async def language_of(preferences: PreferenceStore, reader: str) -> Language:
    """What ``reader`` ("discord:guild:<id>", "discord:<user id>", "console") has set, else the language spoken now.

    Settings that cannot be read hold nothing up: a post in another language is better than none.
    """
    try:
        chosen = (await preferences.load(reader)).language
    except ArchiveError as error:
        _log.warning("a reader's language cannot be read", action="words", exc_info=error)
        chosen = None
    return chosen or current_language()
