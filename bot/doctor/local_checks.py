"""Checks of this machine: Python, folders, archive, model."""

import tempfile
import time
from pathlib import Path

from bot.doctor.finding import Finding, Severity
from bot.errors import AttacheError
from bot.i18n.messages import translatable, translate
from bot.settings import Settings

OLDEST, NEWEST = (3, 11), (3, 14)
_SENTENCE = "“We have read every word,” the minister said."


def check_python(version: tuple[int, ...]) -> Finding:
    """Whether Attaché is tested with this version of Python."""
    shown = ".".join(map(str, version))
    if OLDEST <= version <= NEWEST:
        return Finding.of(Severity.OK, "python", translatable("doctor-python", version=shown))
    return Finding.of(Severity.WARN, "python", translatable("doctor-python-untested", version=shown))


def check_data_folder(folder: Path) -> Finding:
    """Whether files can be made in the data folder, which is made if need be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = error.strerror.lower() if error.strerror else translate("follow-no-reason")  # the system's own words
        return Finding.of(Severity.FAIL, "data", translatable("doctor-data-locked", folder=str(folder), reason=reason))
    return Finding.of(Severity.OK, "data", translatable("doctor-data", folder=str(folder.resolve())))


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
        return Finding.of_error("archive", error)
    if damage:
        return Finding.of(Severity.FAIL, "archive", translatable("doctor-archive-damaged", damage=damage))
    return Finding.of(Severity.OK, "archive", translatable("doctor-archive", count=count))


def check_model() -> Finding:
    """Whether the model's files are the released ones (by SHA-256) and read a sentence."""
    try:
        from bot.nlp.analyse import analyse
        from bot.nlp.engine_version import engine_version

        analyse(_SENTENCE)
        start = time.perf_counter()
        found = analyse(_SENTENCE).attributions
        took = time.perf_counter() - start
    except AttacheError as error:
        return Finding.of_error("model", error)
    if not found:
        return Finding.of(Severity.FAIL, "model", translatable("doctor-model-blind"))
    words = translatable("doctor-model", version=engine_version(), took=round(took * 1000))
    return Finding.of(Severity.OK, "model", words)
