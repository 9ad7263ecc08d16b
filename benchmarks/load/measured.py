"""What processes use, from /proc: processor seconds and MiB of memory, of a process and its descendants."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Used:
    """``seconds`` of processor time, including ended children; ``pss`` and ``rss`` in MiB.

    PSS divides a shared page among its processes; RSS counts it for each.
    """

    seconds: float
    pss: float
    rss: float
    processes: int

    @classmethod
    def by(cls, *roots: int) -> Self:
        """What the processes ``roots`` and their descendants use now; ended ones count zero."""
        found = [pid for root in roots for pid in family(root)]
        memory = [_read_memory(pid) for pid in found]
        return cls(
            sum(_read_seconds(pid) for pid in found),
            sum(pss for pss, _ in memory),
            sum(rss for _, rss in memory),
            len(found),
        )


def family(root: int) -> list[int]:
    """``root`` and its running descendants."""
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
    """The value that the share ``share`` (0 to 1) of ``values`` does not exceed; 0 if empty."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
