"""Limits a process and its descendants to a share of one core, by a Linux control group (needs root).

So a machine with few cores can show how workers scale: each gets half a core, say, and the rest is left to the database
and the sender, which an operator would run on other cores.
"""

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PERIOD: Final = 20_000  # microseconds: short, so that no process is paused for long
# of version 1, where each controller has a tree of its own, and of version 2
_TREES: Final = (Path("/sys/fs/cgroup/cpu"), Path("/sys/fs/cgroup"))


@dataclass(frozen=True, slots=True)
class Share:
    """A control group."""

    folder: Path

    def add(self, pid: int) -> None:
        """Limit a process and whatever it starts from now on."""
        (self.folder / "cgroup.procs").write_text(str(pid))


@contextmanager
def open_share(name: str, share: float) -> Iterator[Share]:
    """A group with ``share`` of a core, removed with the context when all its processes have ended.

    Raises ``FileNotFoundError`` if groups cannot be created.
    """
    folder = _find_tree() / name
    quota = round(share * _PERIOD)
    try:
        folder.mkdir(exist_ok=True)
        if (folder / "cpu.cfs_quota_us").exists():
            (folder / "cpu.cfs_period_us").write_text(str(_PERIOD))
            (folder / "cpu.cfs_quota_us").write_text(str(quota))
        else:
            (folder / "cpu.max").write_text(f"{quota} {_PERIOD}")
    except OSError as error:
        raise FileNotFoundError(f"no share of a core can be given here: {error.strerror}") from error
    try:
        yield Share(folder)
    finally:
        with contextlib.suppress(OSError):  # a process is still running in it
            folder.rmdir()


def _find_tree() -> Path:
    for tree in _TREES:
        if (tree / "cgroup.procs").exists():
            return tree
    raise FileNotFoundError("this machine has no control groups, so that no share of a core can be given")
