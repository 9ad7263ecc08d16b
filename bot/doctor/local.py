"""Checks of this machine: Python, folders, archive, model."""

import tempfile
import time
from pathlib import Path

from bot.doctor.finding import Finding, Level
from bot.errors import AttacheError
from bot.settings import Settings

OLDEST, NEWEST = (3, 11), (3, 14)
_SENTENCE = "“We have read every word,” the minister said."


def check_python(version: tuple[int, ...]) -> Finding:
    """Whether Attaché is tested with this version of Python."""
    shown = ".".join(map(str, version))
    if OLDEST <= version <= NEWEST:
        return Finding(Level.OK, "python", f"Python {shown}.")
    return Finding(
        Level.WARN, "python", f"Python {shown} is not among the tested versions.", "Use Python 3.11 to 3.14."
    )


def check_data_folder(folder: Path) -> Finding:
    """Whether files can be made in the data folder, which is made if need be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        words = f"Nothing can be written in {folder}: {(error.strerror or 'unknown reason').lower()}."
        return Finding(Level.FAIL, "data", words, "Set ATTACHE_DATA_DIR to a folder that is yours.")
    return Finding(Level.OK, "data", f"{folder.resolve()} can be written.")


async def check_archive(settings: Settings) -> Finding:
    """Whether the archive opens, has this program's form, and is whole."""
    from bot.archive.store import Archive

    try:
        archive = await Archive.open(settings.archive_url)
        try:
            damage = await archive.find_damage()
            count = await archive.count_articles()
        finally:
            await archive.close()
    except AttacheError as error:
        return Finding(Level.FAIL, "archive", error.cause, error.step)
    if damage:
        return Finding(Level.FAIL, "archive", f"The archive is damaged: {damage}.", "Restore it from a backup.")
    return Finding(Level.OK, "archive", f"{count:,} article{'' if count == 1 else 's'}; the database is whole.")


def check_model() -> Finding:
    """Whether the model's files are the released ones (by SHA-256) and read a sentence."""
    try:
        from bot.reading.analyse import analyse
        from bot.reading.engine import engine_version

        analyse(_SENTENCE)
        start = time.perf_counter()
        found = analyse(_SENTENCE).attributions
        took = time.perf_counter() - start
    except AttacheError as error:
        return Finding(Level.FAIL, "model", error.cause, error.step)
    if not found:
        return Finding(
            Level.FAIL, "model", "The reader finds nobody in a plain quotation.", "Install the program again."
        )
    words = f"{engine_version()}: the files are the released ones; a sentence is read in {took * 1000:.0f} ms."
    return Finding(Level.OK, "model", words)
