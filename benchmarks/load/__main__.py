"""``python -m benchmarks.load``: see :mod:`benchmarks.load`. Exit status 1 if a goal is missed."""

import argparse
import asyncio
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.load import crowd, once, pace, rest, scale, smoke
from benchmarks.load.newsday import Plan


def main(arguments: list[str] | None = None) -> int:
    """Run the requested measurement, print it, and return whether the goals are met."""
    options = _make_parser().parse_args(arguments)
    if not Path("/proc/self/smaps_rollup").exists():
        print("left out: this benchmark reads /proc, which only Linux has")
        return 0
    # everything started is stopped, however this ends
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="attache-load-", ignore_cleanup_errors=True) as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        # PostgreSQL's own user has to pass through it
        folder.chmod(0o755)
        try:
            held: bool = options.run(options, folder)
        except FileNotFoundError as error:
            print(f"left out: {error}")
            return 0
    return 0 if held else 1


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description="The whole program under load.")
    parts = parser.add_subparsers(required=True, metavar="PART")
    one = _add(parts, "once", "a worker lost for ever, the database torn away: every due message once?", _run_once)
    one.add_argument("--articles", type=int, default=10_000)
    _add_sizes(one)
    one = _add(parts, "scale", "the same articles with one worker and with two", _run_scale)
    one.add_argument("--articles", type=int, default=500)
    one.add_argument("--share", type=float, help="of a core for each worker, by control groups; else a core each")
    _add_sizes(one)
    one = _add(parts, "pace", "what 100, 1,000 and 10,000 articles an hour cost", _run_pace)
    one.add_argument("--seconds", type=float, default=180.0, help="for each pace")
    _add_sizes(one)
    one = _add(parts, "crowd", "thousands of servers and many people on one gateway", _run_crowd)
    one.add_argument("--guilds", type=int, default=5_000)
    one.add_argument("--a-second", type=float, default=20.0)
    one.add_argument("--seconds", type=float, default=60.0)
    one = _add(parts, "rest", "how soon each role is ready, and what it holds at rest", _run_rest)
    one.add_argument("--seconds", type=float, default=20.0)
    _add(parts, "smoke", "whether all of this runs: seconds, no goals", _run_smoke)
    return parser


def _add(
    parts: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    words: str,
    run: Callable[[argparse.Namespace, Path], bool],
) -> argparse.ArgumentParser:
    one = parts.add_parser(name, help=words, description=words)
    one.add_argument("--keep", type=Path, help="folder for the database and the logs, to look at afterwards")
    one.set_defaults(run=run)
    return one


def _add_sizes(one: argparse.ArgumentParser) -> None:
    one.add_argument("--feeds", type=int, default=500)
    one.add_argument("--guilds", type=int, default=200)
    one.add_argument("--followers", type=int, default=2, help="servers that follow each feed")
    one.add_argument("--words", type=int, default=350, help="of an article")


def _run_once(options: argparse.Namespace, folder: Path) -> bool:
    return once.show(asyncio.run(once.run(folder, _make_plan(options), cores=_cores())))


def _run_scale(options: argparse.Namespace, folder: Path) -> bool:
    plan = replace(_make_plan(options), share=options.share)
    return scale.show(asyncio.run(scale.run(folder, plan, cores=_cores())), plan)


def _run_pace(options: argparse.Namespace, folder: Path) -> bool:
    plan = replace(_make_plan(options), workers=1)
    return pace.show(asyncio.run(pace.run(folder, plan, seconds=options.seconds, cores=_cores())))


def _run_smoke(_: argparse.Namespace, folder: Path) -> bool:
    return asyncio.run(smoke.run(folder, cores=_cores()))


def _make_plan(options: argparse.Namespace) -> Plan:
    articles = getattr(options, "articles", 0)
    return Plan(articles, options.feeds, options.guilds, options.followers, options.words)


def _cores() -> list[int]:
    return sorted(os.sched_getaffinity(0))


def _run_crowd(options: argparse.Namespace, folder: Path) -> bool:
    first, *others = sorted(os.sched_getaffinity(0))
    found = asyncio.run(
        crowd.fill(
            folder,
            guilds=options.guilds,
            a_second=options.a_second,
            seconds=options.seconds,
            cores={others[0] if others else first},
        )
    )
    return crowd.show(found, options.guilds)


def _run_rest(options: argparse.Namespace, folder: Path) -> bool:
    return rest.show(asyncio.run(rest.watch(folder, seconds=options.seconds, cores=os.sched_getaffinity(0))))


if __name__ == "__main__":
    sys.exit(main())
