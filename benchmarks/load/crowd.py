"""Many servers and many people on one gateway: how soon each is acknowledged.

People ask at a steady pace, regardless of the answers, so that a stall does not hide itself by delaying questions.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.discord_loopback import Form, Loopback
from benchmarks.discord_loopback.interactions import Asked
from benchmarks.load.measured import Used, percentile
from benchmarks.load.postgres import Server
from benchmarks.load.program import Program, Running

GOAL: Final = 1.0
"""Seconds within which 99 of 100 are acknowledged."""
ASKED: Final[tuple[tuple[str, dict[str, str | int]], ...]] = (
    ("help", {}),
    ("status", {}),
    ("feed list", {}),
    ("said", {"who": "?Tor"}),
    ("said", {"who": "Torvald Haugseth", "about": "fishing"}),
    ("watch list", {}),
    ("digest list", {}),
    ("privacy", {}),
)
"""The questions, in turn. Half of them search the archive, and one is a suggestion while typing."""
_PATIENCE = 30.0  # seconds to wait for the last answers


@dataclass(frozen=True, slots=True)
class Crowd:
    """The results. Times are in seconds, memory in MiB (PSS) of the gateway's process and its children."""

    asked: tuple[Asked, ...]
    unheard: int
    ready: float
    before: Used
    at_rest: Used
    after: Used
    seconds: float
    slowest_beat: float

    @property
    def waits(self) -> list[float]:
        """The waiting times of acknowledged questions."""
        return [waited for one in self.asked if (waited := one.waited) is not None]

    @property
    def lost(self) -> int:
        """The number not acknowledged within Discord's three seconds."""
        return len(self.asked) - len(self.waits)


async def fill(folder: Path, *, guilds: int, a_second: float, seconds: float, cores: set[int]) -> Crowd:
    """Connect a gateway (other roles elsewhere) to ``guilds`` servers; ask ``a_second`` questions for ``seconds``."""
    with Server.start(folder / "postgresql") as database:
        before = await _rest_alone(folder / "alone", database.url, cores)
        form = Form(guilds=guilds, shards=max(1, -(-guilds // 1_000)))
        async with Loopback(form) as discord, Program(folder / "crowd", discord, database.url) as program:
            gateway = await program.start("gateway", cores=cores)
            ready = await wait_until_answered(discord, program, gateway, shards=form.shards)
            await asyncio.sleep(3)  # memory that was allocated for the start is released
            at_rest = gateway.used()
            asked = await _ask_all(discord, guilds, a_second, seconds)
            program.check()
            after = gateway.used()
            return Crowd(
                tuple(asked), discord.unheard, ready, before, at_rest, after, seconds, discord.gateway.slowest_beat
            )


async def wait_until_answered(
    discord: Loopback, program: Program, gateway: Running, *, shards: int = 1, within: float = 300.0
) -> float:
    """Seconds from the start of ``gateway`` to its first acknowledged command, with all ``shards`` connected."""
    async with asyncio.timeout(within):
        while "help" not in discord.interactions.commands:
            program.check()
            await asyncio.sleep(0.02)
        await discord.gateway.wait_for(shards)
        first = await discord.ask("help")
        while first.acknowledged_at is None:  # noqa: ASYNC110 - the same
            await asyncio.sleep(0.005)
    return first.acknowledged_at - gateway.started_at


async def _rest_alone(folder: Path, url: str, cores: set[int]) -> Used:
    """The memory of a gateway with one server."""
    async with Loopback(Form()) as discord, Program(folder, discord, url) as program:
        gateway = await program.start("gateway", cores=cores)
        await wait_until_answered(discord, program, gateway)
        await asyncio.sleep(3)
        return gateway.used()


async def _ask_all(discord: Loopback, guilds: int, a_second: float, seconds: float) -> list[Asked]:
    loop, asked = asyncio.get_running_loop(), list[Asked]()
    began = loop.time()
    for number in range(round(a_second * seconds)):
        await asyncio.sleep(max(0.0, began + number / a_second - loop.time()))
        path, options = ASKED[number % len(ASKED)]
        # 7,919 is prime: every guild gets its turn, in no particular order
        asked.append(await discord.ask(path, options, guild=number * 7_919 % guilds))
    await wait_for_answers(asked)
    return asked


async def wait_for_answers(asked: Iterable[Asked]) -> None:
    """Wait until everything that Discord still waits for is answered, up to a limit."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE):
            while any(one.answered_at is None and not one.late for one in asked):  # noqa: ASYNC110 - there is no signal for it
                await asyncio.sleep(0.1)


def show(crowd: Crowd, guilds: int) -> bool:
    """Print the results; return whether the goal is met."""
    waits = crowd.waits
    worst = percentile(waits, 0.99)
    print(f"{len(crowd.asked)} interactions in {crowd.seconds:g} s over {guilds:,} servers")
    print(f"acknowledged: p50 {percentile(waits, 0.5) * 1000:.0f} ms, p99 {worst * 1000:.0f} ms, ", end="")
    print(f"slowest {max(waits, default=0.0) * 1000:.0f} ms; not within 3 s: {crowd.lost} (goal: p99 < {GOAL:g} s)")
    answers = [one.answered_at - one.sent_at for one in crowd.asked if one.answered_at is not None]
    print(
        f"answered: p50 {percentile(answers, 0.5) * 1000:.0f} ms, p99 {percentile(answers, 0.99) * 1000:.0f} ms; ",
        end="",
    )
    print(f"never {len(crowd.asked) - len(answers)}; no shard was there for {crowd.unheard}")
    for kind in sorted(Counter(one.kind for one in crowd.asked)):
        own = [waited for one in crowd.asked if one.kind == kind and (waited := one.waited) is not None]
        print(f"  {kind:24} p50 {percentile(own, 0.5) * 1000:5.0f} ms, p99 {percentile(own, 0.99) * 1000:5.0f} ms")
    each = (crowd.at_rest.pss - crowd.before.pss) / max(1, guilds - 1) * 1024
    used = (crowd.after.seconds - crowd.at_rest.seconds) / crowd.seconds
    late = max(0.0, crowd.slowest_beat - Form().heartbeat)
    print(f"start to first acknowledged command, all shards connected: {crowd.ready:.1f} s")
    print(
        f"memory of the gateway: 1 server {crowd.before.pss:.0f} MiB, {guilds:,} servers {crowd.at_rest.pss:.0f} MiB ",
        end="",
    )
    print(f"({each:.1f} KiB a server), after the questions {crowd.after.pss:.0f} MiB")
    print(f"processor: {used:.1%} of a core while asked; heartbeats at most {late:.1f} s late")
    return worst < GOAL and not crowd.lost
