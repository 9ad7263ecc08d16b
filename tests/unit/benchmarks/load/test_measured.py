"""What processes use, as /proc tells it; what each part bears by its cost."""

import os
import subprocess
import sys

import pytest

from benchmarks.load.measured import Used, family, percentile
from benchmarks.load.scale import limits

BUSY = """
import sys, time
data = bytearray(30_000_000)
while time.process_time() < .25: pass  # /proc tells each of its two parts rounded down to a hundredth
print(flush=True)
sys.stdin.read()
"""

pytestmark = pytest.mark.skipif(not os.path.exists("/proc/self/smaps_rollup"), reason="only Linux has /proc")  # noqa: PTH110


def test_a_process_with_what_it_started() -> None:
    inner = [sys.executable, "-c", BUSY]
    outer = f"import subprocess; subprocess.run({inner!r})"
    with subprocess.Popen([sys.executable, "-c", outer], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        assert len(family(process.pid)) == 2
        used = Used.by(process.pid)
        assert used.processes == 2
        assert used.seconds >= 0.2
        assert used.rss >= used.pss >= 30
        process.communicate()
    assert Used.by(process.pid) == Used(0.0, 0.0, 0.0, 1)


def test_percentiles() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert (percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1.0)) == (51, 100, 100)
    assert percentile([], 0.5) == 0


def test_what_saturates_first_comes_first() -> None:
    told = list(limits(360.0, 36.0, 72.0, 10))
    assert [line.split("bears")[0].strip() for line in told] == [
        "a core that reads",
        "Discord's 50 messages a second",
        "a core of PostgreSQL",
        "a core of the sender",
    ]
    assert "10,000 articles an hour" in told[0]
