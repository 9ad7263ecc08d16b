"""Where an export goes: a file or a folder that appears whole or not at all, and replaces another only when told to.

Everything is written beside its place under another name and renamed at the end. A folder is replaced only where it
is an export itself, so that no mistyped path costs anybody their files.
"""

import io
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from bot.errors import UsageError
from bot.i18n.messages import translatable

MARKER = "attache-export.json"
"""The file by which a folder is known to be an export."""


@contextmanager
def written_file(path: Path | None, *, force: bool = False, bom: bool = False) -> Iterator[TextIO]:
    """A text file that appears at ``path`` on success (None: standard output). Raises ``UsageError``."""
    encoding = "utf-8-sig" if bom else "utf-8"
    if path is None:
        sys.stdout.flush()
        sink = io.TextIOWrapper(sys.stdout.buffer, encoding=encoding, newline="")
        try:
            yield sink
            sink.flush()
        finally:
            sink.detach()  # closing it would close standard output
        return
    if path.is_dir():
        raise UsageError(translatable("export-folder", path=str(path)))
    if path.exists() and not force:
        raise UsageError(translatable("export-file-there", path=str(path)))
    with _replacing(path) as beside, beside.open("x", encoding=encoding, newline="") as sink:
        yield sink


@contextmanager
def private_file(path: Path) -> Iterator[BinaryIO]:
    """A file that only its owner can read, and that stands on disk at ``path`` once the block ends well."""
    with (
        _replacing(path) as beside,
        os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as sink,
    ):
        yield sink
        sink.flush()
        os.fsync(sink.fileno())


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """The path of a file that is put in the place of ``path`` once the block ends well."""
    beside = _beside(path)
    with refusals_in_words(path):
        try:
            yield beside
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def written_folder(path: Path, *, force: bool = False) -> Iterator[Path]:
    """A new folder that appears at ``path`` when the block succeeds. Raises ``UsageError`` if something is there."""
    if path.exists() and not path.is_dir():
        raise UsageError(translatable("export-file", path=str(path)))
    if path.is_dir() and any(path.iterdir()):
        if not force:
            raise UsageError(translatable("export-folder-there", path=str(path)))
        if not (path / MARKER).is_file():
            raise UsageError(translatable("export-no-export", path=str(path)))
    beside, old = _beside(path), _beside(path)
    with refusals_in_words(path):
        try:
            beside.mkdir(parents=True)
            yield beside
            if path.exists():
                path.rename(old)
            beside.rename(path)
        finally:
            if old.exists() and not path.exists():  # the second renaming failed
                old.rename(path)
            for left in (beside, old):
                shutil.rmtree(left, ignore_errors=True)


def _beside(path: Path) -> Path:
    return path.absolute().with_name(f".{path.absolute().name}.{secrets.token_hex(4)}.partial")


@contextmanager
def refusals_in_words(path: Path | str) -> Iterator[None]:
    """Raise ``UsageError`` that names ``path`` where the system refuses to write there."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else translatable("export-system-refused")
        raise UsageError(translatable("export-unwritten", path=str(path), reason=reason)) from error
