"""Settings of people and servers."""

from sqlalchemy import select

from bot.archive.database import Store, insert
from bot.archive.database_errors import DamagedRecordError
from bot.archive.schema.watches import preferences
from bot.domain.preferences import DEFAULTS, Preferences, Style
from bot.domain.schedule import parse_quiet_hours
from bot.errors import UsageError
from bot.i18n.language import Language
from bot.i18n.messages import translatable


class PreferenceStore(Store):
    """Preferences by owner: "discord:<user id>", "discord:guild:<id>", "console". All raise ``ArchiveError``."""

    async def load(self, owner: str) -> Preferences:
        """The owner's settings, or ``DEFAULTS``."""
        query = select(preferences).where(preferences.c.owner == owner)
        row = await self._engines.row(query)
        if row is None:
            return DEFAULTS
        try:
            quiet = parse_quiet_hours(row["quiet"] or "")
            style = Style(row["style"]) if row["style"] else None
            language = Language(row["language"]) if row["language"] else None
        except (ValueError, UsageError) as error:
            raise DamagedRecordError(translatable("archive-settings-damaged")) from error
        languages = frozenset((row["languages"] or "").split())
        return Preferences(row["zone"], quiet, row["attitudes"], style, row["labels"], language, languages)

    async def save(self, owner: str, chosen: Preferences) -> None:
        """Replace the owner's settings."""
        values = {
            "zone": chosen.zone,
            "quiet": str(chosen.quiet) if chosen.quiet else None,
            "attitudes": chosen.attitudes,
            "style": chosen.style.value if chosen.style else None,
            "labels": chosen.labels,
            "language": chosen.language.value if chosen.language else None,
            "languages": " ".join(sorted(chosen.languages)) or None,
        }
        async with self._engines.writing() as connection:
            added = insert(connection, preferences).values(owner=owner, **values)
            await connection.execute(added.on_conflict_do_update(index_elements=[preferences.c.owner], set_=values))
