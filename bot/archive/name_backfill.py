"""Names that an older program stored: their sound and words in Latin letters, when the archive is opened.

A name without ``consonants`` is from before scripts were compared. Statements and their documents stay as they are.
"""

from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from bot.archive.database import hold_index
from bot.archive.name_clustering import cluster_spellings
from bot.archive.schema.readings import spellings
from bot.archive.schema.search import voices
from bot.archive.statement_index import add_voice_words, sound_of
from bot.gazetteer.latin_names import consonant_key, is_latin

BATCH: Final = 1000
"""Names per transaction."""


def backfill_names(connection: Connection) -> bool:
    """Write some names in Latin letters and cluster them; False if none are left."""
    hold_index(connection)
    query = (
        select(spellings.c.id, spellings.c.name, voices.c.sound)
        .join(voices, voices.c.spelling_id == spellings.c.id)
        .where(voices.c.consonants.is_(None))
        .order_by(spellings.c.id)
        .limit(BATCH)
    )
    rows = connection.execute(query).all()
    if not rows:
        return False
    sounds = {row.id: sound_of(row.name) for row in rows}
    change = update(voices).where(voices.c.spelling_id == bindparam("number"))
    connection.execute(
        change.values(sound=bindparam("by"), surname=bindparam("last"), consonants=bindparam("key")),
        [
            {
                "number": row.id,
                "by": sounds[row.id],
                "last": sounds[row.id].rpartition(" ")[2],
                "key": consonant_key(row.name),
            }
            for row in rows
        ],
    )
    changed = {row.id: row.name for row in rows if sounds[row.id] != row.sound or not is_latin(row.name)}
    add_voice_words(connection, changed)
    cluster_spellings(connection, {sounds[number] for number in changed})
    return True
