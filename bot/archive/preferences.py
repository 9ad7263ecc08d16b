"""Settings of people and servers, and when people last looked at a server's news."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import select, update

from bot.archive.database import Store, insert
from bot.archive.database_errors import DamagedRecordError
from bot.archive.schema.watches import looks, preferences
from bot.domain.preferences import DEFAULTS, Preferences, Style
from bot.domain.schedule import parse_quiet_hours
from bot.domain.time_zones import is_zone
from bot.errors import UsageError
from bot.i18n.language import Language
from bot.i18n.messages import translatable

_log = structlog.get_logger(__name__)


class PreferenceStore(Store):
    """Preferences by owner: "discord:<user id>", "discord:guild:<id>", "console". All raise ``ArchiveError``."""

    async def load(self, owner: str) -> Preferences:
        """The owner's settings, or ``DEFAULTS``."""
        row = await self._engines.row(select(preferences).where(preferences.c.owner == owner))
        return DEFAULTS if row is None else _decode(row)

    async def save(self, owner: str, chosen: Preferences) -> None:
        """Replace the owner's settings."""
        await self.change(owner, lambda _: chosen)

    async def change(self, owner: str, decide: Callable[[Preferences], Preferences]) -> Preferences:
        """Replace the owner's settings by what ``decide`` makes of them, and return that; one change at a time."""
        mine = preferences.c.owner == owner
        async with self._engines.writing() as connection:
            await connection.execute(insert(connection, preferences).values(owner=owner).on_conflict_do_nothing())
            held = select(preferences).where(mine).with_for_update()
            chosen = decide(_decode((await connection.execute(held)).mappings().one()))
            await connection.execute(update(preferences).where(mine).values(_encode(chosen)))
        return chosen


def _encode(chosen: Preferences) -> dict[str, Any]:
    return {
        "zone": chosen.zone,
        "quiet": str(chosen.quiet) if chosen.quiet else None,
        "attitudes": chosen.attitudes,
        "style": chosen.style.value if chosen.style else None,
        "labels": chosen.labels,
        "language": chosen.language.value if chosen.language else None,
        "languages": " ".join(sorted(chosen.languages)) or None,
    }


def _decode(row: Mapping[Any, Any]) -> Preferences:
    if row["zone"] is not None and not is_zone(row["zone"]):  # the machine's data may lack it: hours in it mean nothing
        _log.warning("a time zone is unknown", action="settings", zone=row["zone"])
        row = {**row, "zone": None, "quiet": None}
    try:
        quiet = parse_quiet_hours(row["quiet"] or "")
        style = Style(row["style"]) if row["style"] else None
        language = Language(row["language"]) if row["language"] else None
    except (ValueError, UsageError) as error:
        raise DamagedRecordError(translatable("archive-settings-damaged")) from error
    languages = frozenset((row["languages"] or "").split())
    return Preferences(row["zone"], quiet, row["attitudes"], style, row["labels"], language, languages)


class LookStore(Store):
    """The last look of each person at each server's news. All methods raise ``ArchiveError``."""

    async def load(self, person: str, server: str) -> datetime | None:
        """When ``person`` last looked; None before the first look."""
        query = select(looks.c.looked_at).where(looks.c.owner == person, looks.c.server == server)
        at: datetime | None = await self._engines.scalar(query)
        return at

    async def save(self, person: str, server: str, at: datetime) -> None:
        """Record that ``person`` has seen everything up to ``at``."""
        async with self._engines.writing() as connection:
            added = insert(connection, looks).values(owner=person, server=server, looked_at=at)
            await connection.execute(
                added.on_conflict_do_update(index_elements=[looks.c.owner, looks.c.server], set_={"looked_at": at})
            )
