"""The languages of articles that readers want to see."""

from collections.abc import Iterable

from bot.archive.preferences import PreferenceStore


async def languages_of(preferences: PreferenceStore, readers: Iterable[str]) -> frozenset[str]:
    """The languages that the first of ``readers`` (a person, their server) who has chosen any wants to see.

    None for all. Raises ``ArchiveError``.
    """
    for reader in readers:
        if chosen := (await preferences.load(reader)).languages:
            return chosen
    return frozenset()
