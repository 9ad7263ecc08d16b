"""What processes use, from /proc: seconds of processor time and MiB of memory, of a process and all that it started."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Used:
    """``seconds`` of processor time, with that of children that have ended; ``pss`` and ``rss`` in MiB.

    PSS counts a page that several processes share once, divided among them; RSS counts it for each.
    """

    seconds: float
    pss: float
    rss: float
    processes: int

    @classmethod
    def by(cls, *roots: int) -> Self:
        """What the processes ``roots`` and their descendants use now; those that have ended count nothing."""
        found = [pid for root in roots for pid in family(root)]
        memory = [_read_memory(pid) for pid in found]
        return cls(
            sum(_read_seconds(pid) for pid in found),
            sum(pss for pss, _ in memory),
            sum(rss for _, rss in memory),
            len(found),
        )


def family(root: int) -> list[int]:
    """``root`` and all that it has started and that still runs."""
    found = [root]
    for pid in found:
        try:
            for children in Path(f"/proc/{pid}/task").glob("*/children"):
                found += map(int, children.read_text().split())
        except OSError:
            continue  # it has just ended
    return found


def _read_seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")


def _read_memory(pid: int) -> tuple[float, float]:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0, 0.0
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines[1:]}
    return sizes.get("Pss", 0.0), sizes.get("Rss", 0.0)


def percentile(values: list[float], share: float) -> float:
    """The value that ``share`` (0 to 1) of ``values`` do not exceed; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
