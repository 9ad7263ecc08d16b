"""``backup``, ``restore`` and ``move``: commands for the whole archive."""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from bot.cli.standard_error import progress_bar, tell
from bot.errors import UsageError
from bot.export.output_target import private_file, refusals_in_words
from bot.i18n.dates import format_day
from bot.i18n.messages import translatable, translate
from bot.log import start_quietly


def run_backup(options: argparse.Namespace) -> int:
    """Back up the archive of the settings to ``options.out``. Raises ``AttacheError``."""
    from bot.backup.backup import write_backup

    settings = start_quietly()
    with written_privately(options.out, force=options.force) as sink, _progress("backup") as progress:
        rows = write_backup(settings.archive_url, sink, datetime.now(UTC), progress)
    tell(
        translate(
            "cli-backed-up", count=rows, where=translate("cli-standard-output") if options.out == "-" else options.out
        )
    )
    return 0


def run_restore(options: argparse.Namespace) -> int:
    """Replace the archive of the settings with the backup ``options.backup``. Raises ``AttacheError``."""
    from bot.backup.backup import Backup
    from bot.backup.restore import restore_backup

    settings = start_quietly()
    with _opened(options.backup) as source, _progress("restore") as progress:
        backup = Backup(source)
        url, now = settings.archive_url, datetime.now(UTC)
        rows = asyncio.run(restore_backup(url, backup, now, force=options.force, progress=progress))
    made = backup.header.made_at.astimezone(UTC)
    tell(translate("cli-restored", count=rows, day=format_day(made), time=f"{made:%H:%M}"))
    tell(translate("cli-restored-told"))
    return 0


def run_move(options: argparse.Namespace) -> int:
    """Copy the archive of the settings to ``options.target``, and print the tables of both."""
    from bot.backup.move import move_archive

    settings = start_quietly()
    target = sys.stdin.readline().strip() if options.target == "-" else options.target
    with _progress("move") as progress:
        moved = asyncio.run(move_archive(settings.archive_url, target, afresh=options.afresh, progress=progress))
    width = max(len(one.table) for one in moved)
    for one in moved:
        print(f"{one.table:<{width}}  {one.rows:>12,} {translate('cli-rows')}  {one.checksum}")
    tell(translate("cli-moved", count=sum(one.rows for one in moved), tables=len(moved)))
    tell(translate("cli-moved-next"))
    return 0


@contextmanager
def written_privately(out: str, *, force: bool) -> Iterator[BinaryIO]:
    """Open a private file that appears at ``out`` on success; "-" is standard output. Raises ``UsageError``."""
    if out == "-":
        if sys.stdout.isatty():
            raise UsageError(translatable("cli-backup-no-text"))
        with refusals_in_words(translate("cli-standard-output")):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    path = Path(out)
    if path.is_dir():
        raise UsageError(translatable("cli-backup-folder", path=str(path)))
    if path.exists() and not force:
        raise UsageError(translatable("cli-backup-there", path=str(path)))
    with private_file(path) as sink:
        yield sink


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        source = Path(path).open("rb")  # noqa: SIM115 - closed below; only errors of opening are worded here
    except OSError as error:
        reason = os.strerror(error.errno or 0).lower()
        raise UsageError(translatable("cli-backup-unreadable", path=path, reason=reason)) from error
    with source:
        yield source


@contextmanager
def _progress(doing: str) -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar: a function of the current table, rows done, total (0: unknown)."""
    rows = f"{{task.completed:,}} {translate('cli-rows')}"
    with progress_bar(doing, "{task.fields[what]}", after=rows, what="") as update:
        yield lambda what, done, of: update(completed=done, total=of or None, what=what)
