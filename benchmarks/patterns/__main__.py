"""Pumps every pattern and every public function that untrusted text reaches, and prints the slowest.

    python -m benchmarks.patterns [--smoke] [--only NAME] [--shown 15]

Exit status 1 if one grows faster than linearly, or takes longer than its limit for 100 KB, each on a machine as fast
as the standard one: a fixed piece of work, timed before and after what seems too slow, tells how fast this one is.
"""

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial

from benchmarks.patterns.collect import collect
from benchmarks.patterns.functions import FUNCTIONS, UNITS, WHOLE, refused
from benchmarks.patterns.measure import Cost, Text, slowness, worst, worst_of_pattern

BAR = 0.1
"""Seconds for 100 KB."""
LOOKS = 3
"""Measurements of a pattern or function before it counts as over its limit."""
MOST_GROWTH = 1.5
"""Between linear and quadratic, with a margin for noise."""


def main() -> int:
    """Measure, print the table, and return whether all are within their limits."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.patterns", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="shorter texts, for a check in a minute")
    parser.add_argument("--only", default="", metavar="NAME", help="patterns and functions with NAME in their name")
    parser.add_argument("--part", choices=("patterns", "functions"), help="only these")
    parser.add_argument("--shown", type=int, default=15, metavar="N", help="rows of each table")
    options = parser.parse_args()
    begun = time.monotonic()
    sizes = (6_000, 24_000) if options.smoke else (25_000, 100_000)
    used = [one for one in collect() if options.only in one.where] if options.part != "functions" else []
    patterns = [(_calmly(partial(worst_of_pattern, one, sizes=sizes, limit=2.0), BAR), BAR) for one in used]
    failed = _show("patterns", patterns, options.shown)
    texts = [Text("", unit, "") for unit in (*UNITS, *WHOLE)]
    functions = []
    for one in FUNCTIONS:
        if options.only in one.name and options.part != "patterns":
            refused(one.call, "warm-up, she said. ]]>")  # one-time loading is no cost of a text

            def call(text: str, one: object = one) -> None:
                refused(one.call, text)  # type: ignore[attr-defined]

            lengths = (one.longest // 4, one.longest) if one.longest else sizes
            first = one.longest or (1_000 if options.smoke else 4_000)
            whole = not one.longest
            measure = partial(worst, one.name, call, texts, sizes=lengths, first=first, limit=30.0, reads_all=whole)
            functions.append((_calmly(measure, one.bar / 1_000), one.bar / 1_000))
            print(".", end="", file=sys.stderr, flush=True)
    failed += _show("functions", functions, options.shown)
    for one in FUNCTIONS:
        if one.why and options.only in one.name:
            print(f"bar {one.bar:,.0f} ms: {one.name}: {one.why}")
    print(f"{len(patterns)} patterns, {len(functions)} functions, {time.monotonic() - begun:.0f} s; {failed} over")
    return int(failed > 0)


def _fails(cost: Cost, bar: float) -> bool:
    return cost.for_100_kb > bar or cost.growth > MOST_GROWTH


def _calmly(measure: Callable[[], Cost], bar: float) -> Cost:
    """``measure``, repeated if it fails, by the clock of the standard machine: other programs only slow a call down."""
    cost = measure()
    for _ in range(LOOKS - 1):
        if not _fails(cost, bar):
            break
        before = slowness()
        again = measure()
        again = again.at_speed(1 / min(before, slowness()))
        cost = min(cost, again, key=lambda one: (_fails(one, bar), one.for_100_kb))
    return cost


def _show(title: str, costs: list[tuple[Cost, float]], shown: int) -> int:
    print(f"\n{title:62} {'100 KB, ms':>10} {'bar':>6} {'growth':>6}  worst text")
    over = [one for one in costs if _fails(*one)]
    rest = sorted((one for one in costs if not _fails(*one)), key=lambda one: -one[0].for_100_kb / one[1])
    for cost, bar in (*over, *rest[:shown]):
        mark = "OVER" if _fails(cost, bar) else ""
        print(f"{cost.name:62} {cost.for_100_kb * 1e3:10.1f} {bar * 1e3:6.0f} {cost.growth:6.2f}  {cost.text} {mark}")
    sys.stdout.flush()
    return len(over)


if __name__ == "__main__":
    sys.exit(main())
