"""What the acceptance tests measured, gathered over all processes that ran them, and printed at the end."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

import pytest

from benchmarks.load.measured import percentile


@dataclass
class Figures:
    """``waits`` are seconds until an interaction was acknowledged; ``scenarios`` seconds of processor time by name;
    ``rests`` shares of a core at rest; ``alerts`` seconds from an item that can be seen to its post or alert;
    ``modules`` what each took, seconds on the clock and of processor time, with the bot's."""

    steps: int = 0
    requests: int = 0
    validated: int = 0
    waits: list[float] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    scenarios: dict[str, float] = field(default_factory=dict)
    rests: list[float] = field(default_factory=list)
    alerts: dict[str, float] = field(default_factory=dict)
    modules: dict[str, tuple[float, float]] = field(default_factory=dict)

    def add(self, other: "Figures") -> None:
        """Take in what another process measured."""
        self.steps += other.steps
        self.requests += other.requests
        self.validated += other.validated
        self.waits += other.waits
        self.slowest = max(self.slowest, (other.slowest[0], other.slowest[1]))
        self.scenarios |= other.scenarios
        self.rests += other.rests
        self.alerts |= other.alerts
        self.modules |= other.modules

    def lines(self) -> list[str]:
        """For people."""
        acknowledged = [round(percentile(self.waits, share) * 1000) for share in (0.5, 0.99, 1.0)]
        costly = sorted(self.scenarios.items(), key=lambda one: -one[1])[:5]
        return [
            f"{self.steps} steps, {self.requests} requests of the bot, {self.validated} held against Discord's OpenAPI",
            "acknowledged: p50 {} ms, p99 {} ms, slowest {} ms".format(*acknowledged) + f", of {len(self.waits)}",
            f"slowest step: {self.slowest[1]}, {self.slowest[0]:.1f} s",
            f"at rest: {', '.join(f'{share:.1%}' for share in self.rests)} of a core",
            "after an item can be seen: " + ", ".join(f"{name} {took:.1f} s" for name, took in self.alerts.items()),
            "seconds, and of processor time with the bot's: "
            + ", ".join(f"{name} {wall:.0f} and {busy:.0f}" for name, (wall, busy) in self.modules.items()),
            "processor time of the bot: " + ", ".join(f"{name} {took:.1f} s" for name, took in costly),
        ]


FIGURES = Figures()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "acceptance: the real process on the wall clock; runs by -m acceptance alone")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if (output := getattr(session.config, "workeroutput", None)) is not None:
        output["acceptance"] = json.dumps(asdict(FIGURES))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    if told := getattr(node, "workeroutput", {}).get("acceptance"):
        FIGURES.add(Figures(**json.loads(told)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if FIGURES.steps:
        terminalreporter.section("acceptance")
        for line in FIGURES.lines():
            terminalreporter.line(line)
