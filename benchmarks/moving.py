"""The cost of maintaining a large archive: backup, restore, and a move to PostgreSQL that is killed half-way.

The archive is that of benchmarks.said (created first if it is missing). The move runs as the command does, in a
separate process. It is killed with SIGKILL after a random part of the rows, as often as requested, and restarted until
it ends. Both sides are then compared by this program: rows and checksums of every table, statements in the search, and
questions that both answer. PostgreSQL runs in a temporary folder in memory, as in the tests, so its figures exclude
disk costs.

    python -m benchmarks.moving [--statements 1000000] [--kills 2] [--folder FOLDER]
"""

import argparse
import asyncio
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from sqlalchemy import func, select

from benchmarks.said import ASKERS, fill, invent_questions, invent_world
from bot.archive.blocking_engine import open_engine
from bot.archive.schema.search import said
from bot.archive.store import Archive
from bot.backup.backup import Backup, write_backup
from bot.backup.restore import restore_backup
from bot.backup.row_copy import checksum_rows
from bot.backup.row_format import kept_tables
from tests.databases import run_server

ROOT = Path(__file__).parents[1]
_COPIED = "SELECT coalesce(sum((value::json->>'rows')::bigint), 0) FROM attache_move WHERE name LIKE 'table:%'"
Tallies = dict[str, tuple[int, str]]


def tally(url: str) -> Tallies:
    """Rows and checksum of every table of the archive at ``url``, and the number of indexed statements."""
    engine = open_engine(url, writing=False)
    with engine.connect() as connection:
        found = {}
        for form in kept_tables():
            one = checksum_rows(connection, form)
            found[form.name] = (one.rows, one.checksum)
        found["said"] = (connection.execute(select(func.count()).select_from(said)).scalar_one(), "")
    engine.dispose()
    return found


@contextmanager
def measured(what: str, rows: int) -> Iterator[None]:
    """Print the time of the block, by the clock and of the processor, including children."""

    def used() -> float:
        both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(one.ru_utime + one.ru_stime for one in both)

    begun, before = time.perf_counter(), used()
    yield
    took, processor = time.perf_counter() - begun, used() - before
    print(f"{what}: {took:,.1f} s, {processor:,.1f} s of processor, {rows / took:,.0f} rows a second", flush=True)


def copied(target: str) -> int:
    """How many rows a move has copied so far, by its own record."""
    try:
        with psycopg.connect(target, autocommit=True) as connection:
            query = (
                "SELECT coalesce(sum((value::json->>'rows')::bigint), 0) FROM attache_move WHERE name LIKE 'table:%'"
            )
            row = connection.execute(query).fetchone()
            return int(row[0]) if row else 0
    except psycopg.Error:
        return 0


def move_with_kills(source: str, target: str, rows: int, kills: int) -> None:
    """Move by the command, killed ``kills`` times, each after another part of the rows, unless it ends first."""
    chance = random.Random(3)  # noqa: S311 - the same in every run
    places = sorted(chance.uniform(0.1, 0.9) for _ in range(kills))
    environment = {**os.environ, "DATABASE_URL": source}
    command = [sys.executable, "-m", "bot", "move", target]
    for place in places:
        process = subprocess.Popen(command, cwd=ROOT, env=environment)
        while process.poll() is None and copied(target) < place * rows:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        if process.wait() == 0:
            print("moved before it could be killed", flush=True)
            return
        print(f"killed with {process.returncode} when {copied(target):,} of {rows:,} rows were copied", flush=True)
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    print(done.stdout + done.stderr, flush=True)


async def ask(url: str, questions: int) -> list[list[str]]:
    """The articles that answer some questions, for comparing both sides."""
    archive = await Archive.open(url)
    asked = invent_questions(invent_world(), 1)[:questions]
    pages = [await archive.search.find(one.wanted, askers=ASKERS) for one in asked]
    await archive.close()
    return [[f"{one.article.url} {one.attribution.content}" for one in page.found] for page in pages]


def run(arguments: argparse.Namespace) -> bool:
    """Measure, print, and return whether both sides are equal."""
    file = Path(arguments.folder) / f"attache-said-{arguments.statements}.sqlite3"
    source = f"sqlite:///{file}"
    asyncio.run(_fill(source, arguments.statements))
    before = tally(source)
    rows = sum(count for name, (count, _) in before.items() if name != "said")
    print(f"{file.stat().st_size / 1e6:,.0f} MB, {rows:,} rows, {before['statements'][0]:,} statements", flush=True)
    with tempfile.TemporaryDirectory() as folder, run_server() as server:
        kept = Path(folder) / "a.backup"
        with measured("backup", rows), kept.open("wb") as sink:
            write_backup(source, sink, datetime.now(UTC))
        print(f"the backup: {kept.stat().st_size / 1e6:,.0f} MB", flush=True)
        if arguments.restore:
            with measured("restore to SQLite", rows), kept.open("rb") as stored:
                again = f"sqlite:///{folder}/again.sqlite3"
                asyncio.run(restore_backup(again, Backup(stored), datetime.now(UTC), force=False))
        target = server.create("moved")
        with measured(f"move with {arguments.kills} kills", rows):
            move_with_kills(source, target, rows, arguments.kills)
        after = tally(target)
        # when texts were indexed differs between the sides
        same = {name: one == after[name] for name, one in before.items() if name != "indexed_texts"}
        answers = asyncio.run(ask(source, 24)) == asyncio.run(ask(target, 24))
    for name, (count, checksum) in before.items():
        print(f"{name:<20}{count:>12,} {after[name][0]:>12,}  {checksum[:16]}  {after[name][1][:16]}")
    print(f"both sides the same: {all(same.values())}; 24 questions answered alike: {answers}")
    return all(same.values()) and answers


async def _fill(source: str, statements: int) -> None:
    archive = await Archive.open(source)
    await fill(archive, invent_world(), statements)
    await archive.close()


def main() -> None:
    """Run the benchmark with the numbers given on the command line; status 1 if the sides differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--kills", type=int, default=2)
    parser.add_argument("--restore", action="store_true", help="also restore the backup to SQLite")
    parser.add_argument("--folder", default=tempfile.gettempdir())
    sys.exit(0 if run(parser.parse_args()) else 1)


if __name__ == "__main__":
    main()
