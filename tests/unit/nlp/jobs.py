"""What the pool's tests let workers do. Kept apart from the tests, so that a worker imports nothing but this."""

import os
import time
from pathlib import Path
from typing import NoReturn

from bot.errors import ParseError


def load_nothing() -> None:
    """Stands for loading the model."""


def load_badly() -> None:
    """Stands for a model that is not there."""
    raise RuntimeError("no model")


def say_id() -> int:
    return os.getpid()


def spin_for(seconds: float) -> int:
    """Keep one core busy, holding the interpreter."""
    rounds, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        rounds += 1
    return rounds


def report_and_spin(report: Path) -> NoReturn:
    """Write the process's number, then never end. The file stays open as long as the process lives."""
    with report.open("w") as file:
        print(os.getpid(), file=file, flush=True)
        while True:
            pass


def work_for(cpu_seconds: float) -> int:
    """Use so much processor time; the process's number."""
    end = time.process_time() + cpu_seconds
    while time.process_time() < end:
        pass
    return os.getpid()


def measure(text: str) -> int:
    return len(text)


def report_and_wait(report: Path, answer: Path, _padding: str = "") -> str:
    """Write the process's number and return what is answered."""
    with report.open("w") as file:
        print(os.getpid(), file=file, flush=True)
    return answer.read_text()


def hoard(mebibytes: int) -> int:
    """Hold so much memory at once, touched."""
    pieces = [bytes([1]) * (1 << 20) for _ in range(mebibytes)]
    return len(pieces)


def fail_to_allocate() -> NoReturn:
    """What a network's runtime raises where it gets no memory."""
    raise RuntimeError("[RuntimeError] : 1 : FAIL : Load model failed:std::bad_alloc")


def crash() -> NoReturn:
    """End like a segmentation fault."""
    os.abort()


def refuse() -> NoReturn:
    raise ParseError("There is no article.", "Paste its text.", resource="https://press.example/a")


def blunder() -> NoReturn:
    raise KeyError("a bug")
