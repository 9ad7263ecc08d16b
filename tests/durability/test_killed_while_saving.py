"""SIGKILL at every statement of a save: what is found afterwards is whole, the reading before or the one after."""

import asyncio
import signal
import sys
from pathlib import Path

from bot.archive.store import Archive
from bot.domain.analysis import Reading
from bot.errors import ArchiveError
from tests.unit.archive.invented import READING, make_reading

ROOT = Path(__file__).parents[2]
NEWER = "by-hand 2"


async def run_saver(url: str, fatal: int, engine: str) -> int:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.durability.saver", url, str(fatal), engine, cwd=ROOT
    )
    return await process.wait()


async def look(url: str) -> Reading | None:
    """What is stored, in an archive that is sound."""
    archive = await Archive.open(url)
    try:
        assert await archive.find_damage() is None
        return await archive.load_reading(READING.id)
    except ArchiveError:
        assert await archive.count_articles() == 0
        return None
    finally:
        await archive.close()


async def kill_at_every_statement(url: str, engine: str, before: Reading | None, after: Reading) -> int:
    """Run the program until a run is not killed any more; the number of kills."""
    fatal = 1
    while (status := await run_saver(url, fatal, engine)) == -signal.SIGKILL:
        assert await look(url) == before, f"killed before statement {fatal}"
        fatal += 1
    assert status == 0
    assert await look(url) == after
    return fatal - 1


async def test_a_reading_is_whole_or_absent(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/archive.sqlite3"
    kills = await kill_at_every_statement(url, READING.analysis.engine, None, READING)
    assert kills > 8, "a save takes more statements than that"


async def test_a_newer_analysis_takes_the_olders_place_wholly_or_not_at_all(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/archive.sqlite3"
    archive = await Archive.open(url)
    await archive.save_reading(READING)
    await archive.close()
    kills = await kill_at_every_statement(url, NEWER, READING, make_reading(engine=NEWER))
    assert kills > 8, "a save takes more statements than that"
