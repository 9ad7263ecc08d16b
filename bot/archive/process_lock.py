"""Lock that allows only one process to run the bot on an SQLite archive.

The file ``<archive>.lock`` beside the archive has a POSIX record lock (fcntl(2)). The operating system releases it when
the process ends, however it ends, and child processes do not inherit it. The file stays and contains the process id.
Read-only commands and the console do not take the lock. On PostgreSQL, processes share the archive and are listed in
:mod:`bot.archive.processes`.
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
    """Hold the lock on the archive at ``address`` within the context.

    Raises ``ArchiveError`` if another process holds it.
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
