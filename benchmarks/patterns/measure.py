"""The cost of a call with hostile texts: time, its growth, and the worst text."""

import math
import re
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import FrameType

from benchmarks.patterns.collect import Used
from benchmarks.patterns.pump import attacks

TOLD = 0.04
"""Seconds from which growth can be distinguished from noise."""
_AGAIN = 2
"""Repetitions of a measurement that is long enough to matter."""
_SLOWEST = 4
"""Texts that are measured again."""
_STANDARD = 0.0107
"""Seconds that ``_reference`` takes on the machine for which the limits are set."""
_TICK = 0.002
"""Seconds below which a text is not measured again: less is noise."""


class OutOfTime(Exception):  # noqa: N818 - an event, not an error
    """A call has exceeded its processor time."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise ``OutOfTime`` in a call that takes more than ``seconds`` by the wall clock. In the main thread only.

    ``re`` and the interpreter check for signals while they work.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds_of(call: Callable[[str], object], text: str, limit: float) -> float:
    """Seconds of processor time of ``call``, which other programs do not add to; ``limit`` if it is stopped."""
    begun = time.process_time()
    try:
        with at_most(limit):
            call(text)
    except OutOfTime:
        return limit
    return time.process_time() - begun


def slowness() -> float:
    """How many times as long as on the standard machine a call takes here and now; at least 1."""
    return max(1.0, min(seconds_of(_reference, "", 10.0) for _ in range(3)) / _STANDARD)


def _reference(_text: str) -> None:
    """A linear search of 100 KB and plain Python about what it finds: a fixed amount of work."""
    found = {match.start(): match[0].lower() for match in re.finditer(r"\b[A-Z]?\w+(?= |$)", "Held talks " * 9_091)}
    if len(found) != 18_182:
        raise AssertionError(len(found))


@dataclass(frozen=True, slots=True)
class Text:
    """A text whose length grows by repeating ``pump``."""

    before: str
    pump: str
    end: str

    def of(self, size: int) -> str:
        """The text with about ``size`` characters."""
        return self.before + (self.pump * (size // len(self.pump) + 1))[: max(0, size)] + self.end

    def __str__(self) -> str:
        shown = ascii(self.pump)[1:-1]
        return shown if len(shown) <= 30 else f"{shown[:29]}…"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of ``name`` for its worst ``text``, at each of ``sizes`` that it reached within the limit.

    ``reads_all`` is false for a function that never reads more than the largest of them.
    """

    name: str
    text: Text
    sizes: tuple[int, ...]
    seconds: tuple[float, ...]
    reads_all: bool = True

    @property
    def for_100_kb(self) -> float:
        """Seconds for 100,000 bytes of UTF-8, at the rate of the largest text if all is read."""
        if not self.reads_all:
            return self.seconds[-1]
        size = self.sizes[len(self.seconds) - 1]
        return self.seconds[-1] * 100_000 / len(self.text.of(size).encode("utf-8", "replace"))

    def at_speed(self, times: float) -> "Cost":
        """The cost on a machine on which a call takes ``times`` as long."""
        return replace(self, seconds=tuple(one * times for one in self.seconds))

    @property
    def growth(self) -> float:
        """The power of the length with which the time grows; 1 if it is too short to tell."""
        if len(self.seconds) < 2 or self.seconds[-1] < TOLD:
            return 1.0
        ratio = self.sizes[len(self.seconds) - 1] / self.sizes[len(self.seconds) - 2]
        return math.log(self.seconds[-1] / max(self.seconds[-2], 0.001)) / math.log(ratio)


def worst(
    name: str,
    call: Callable[[str], object],
    texts: Iterable[Text],
    *,
    sizes: Sequence[int],
    first: int,
    limit: float,
    reads_all: bool = True,
) -> Cost:
    """The most expensive of ``texts``: all are tried with ``first`` characters, the slowest with ``sizes``."""
    looked: list[tuple[float, int, Text]] = []
    for number, text in enumerate(texts):
        looked.append((_quick(call, text.of(first), limit), number, text))
        if sum(seconds >= limit for seconds, *_ in looked) == _SLOWEST:
            break
    slowest = sorted(looked, reverse=True)[:_SLOWEST]
    costs = []
    for _, _, text in slowest:
        taken: list[float] = []
        for size in sizes:
            seconds = seconds_of(call, text.of(size), limit)
            for _ in range(
                _AGAIN if TOLD < seconds < limit else 0
            ):  # the best of a few, because other programs interfere
                seconds = min(seconds, seconds_of(call, text.of(size), limit))
            taken.append(seconds)
            if seconds >= limit:
                break
        costs.append(Cost(name, text, tuple(sizes), tuple(taken), reads_all))
    return max(costs, key=lambda cost: (round(cost.growth), cost.for_100_kb))


def _quick(call: Callable[[str], object], text: str, limit: float) -> float:
    """Seconds; the better of two if it seems long."""
    taken = seconds_of(call, text, limit)
    return min(taken, seconds_of(call, text, limit)) if _TICK <= taken < limit else taken


def worst_of_pattern(used: Used, *, sizes: Sequence[int], first: int = 2_500, limit: float = 0.5) -> Cost:
    """The most expensive text made from a pattern, used as the program uses it."""
    pattern, anchored = used.pattern, used.methods <= {"match", "fullmatch"}

    def call(text: str) -> None:
        subject = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
        if anchored:
            for method in used.methods:
                getattr(pattern, method)(subject)
        else:
            for _ in pattern.finditer(subject):  # type: ignore[arg-type]
                pass

    texts = [Text(*attack) for attack in attacks(pattern)]
    return worst(used.where, call, texts, sizes=sizes, first=first, limit=limit)
