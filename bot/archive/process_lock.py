"""The lock of the one process that runs the bot on an SQLite archive: a second one is refused.

The file ``<archive>.lock`` beside the archive's file carries a record lock of POSIX (fcntl(2)). The operating system
gives it up when the process ends, however it ends, and child processes do not inherit it. The file itself stays and
holds the process's number. Commands that only read, and the console, do not ask for the lock. On PostgreSQL processes
share the archive, and know each other by :mod:`bot.archive.process_registry`.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from bot.archive.database import make_private
from bot.database_address import find_file
from bot.errors import ArchiveError
from bot.i18n.messages import translatable


@contextmanager
def hold_archive(address: str) -> Iterator[None]:
    """Be the one process that runs the bot on the archive at ``address``, within the context.

    Raises ``ArchiveError`` while another process is.
    """
    file = find_file(address)
    if file is None:
        yield
        return
    lock = file.resolve()
    lock = lock.with_name(f"{lock.name}.lock")
    make_private(lock)
    descriptor = os.open(lock, os.O_RDWR | os.O_CLOEXEC)
    try:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.read(descriptor, 20).decode("ascii", "replace").strip()
            raise ArchiveError(translatable("start-archive-taken", process=holder or "?"), resource=str(file)) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)
