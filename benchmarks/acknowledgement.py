"""How soon people are answered while a book is analysed: ``python -m benchmarks.acknowledgement [--words N]``.

Runs on a simulated Discord with the real archive, page parser and workers. One member asks who said what in an uploaded
text of 50,000 words (the bundled sample repeated, with different numbers each time); another asks for help meanwhile.
Prints the seconds from each request to its acknowledgement, which Discord requires within three, and to its answer, and
the longest stall of the event loop, measured by a task that wakes every 5 ms. The simulation runs on the same loop, so
its work counts too.
"""

import argparse
import asyncio
import re
import tempfile
import time
from collections.abc import Awaitable
from datetime import UTC, datetime
from pathlib import Path

import simcord

from bot import __version__
from bot.container import open_container
from bot.gateway.client import AttacheBot
from bot.render.cards.about_cards import Status
from bot.settings import Settings

SAMPLE = Path(__file__).resolve().parents[1] / "bot" / "samples" / "harbour-call.txt"
BEAT = 0.005


class Heartbeat:
    """Wakes every 5 ms and records how late it was, in seconds."""

    def __init__(self) -> None:
        self.worst = 0.0

    async def beat(self) -> None:
        """Run until cancelled."""
        while True:
            before = time.perf_counter()
            await asyncio.sleep(BEAT)
            self.worst = max(self.worst, time.perf_counter() - before - BEAT)


def compose_book(words: int) -> str:
    """A text of at least ``words`` words."""
    sample = SAMPLE.read_text("utf-8")
    copies = words // len(sample.split()) + 1
    return "\n\n".join(re.sub(r"\b(Hafdís|Thursday|Sunday)\b", rf"\1 {number}", sample) for number in range(copies))


async def measure(words: int) -> None:
    """Run the scenario once and print the results."""
    book = compose_book(words)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.load({"attache_data_dir": Path(folder), "database_url": None, "reading_seconds": 300.0})
        async with open_container(settings, ahead=True) as rooms:
            article_service = rooms.article_service

            async def describe_status() -> Status:
                return Status(
                    __version__, article_service.engine, await article_service.count_articles(), datetime.now(UTC)
                )

            await article_service.read(SAMPLE.read_text("utf-8"))  # the worker has loaded its model
            async with simcord.run(
                AttacheBot(article_service, describe_status, rooms.services), settle_timeout=300.0
            ) as env:
                channel = env.create_guild().create_text_channel("news")
                reader = env.guild.add_member(env.create_user("reader"))
                message = await reader.send(channel, attachments=[("book.txt", book.encode())])
                heart = Heartbeat()
                beating = asyncio.create_task(heart.beat())
                asked = reader.context_menu(channel, "Who said what", message)
                result = await _timed(env, asked, f"who said what in {len(book.split()):,} words")
                beating.cancel()
                print(f"worst stall of the event loop: {heart.worst * 1000:.0f} ms")
                print("answered with a card" if result.response else "answered with an error")


async def _timed(env: simcord.Env, asked: Awaitable[simcord.InteractionResult], name: str) -> simcord.InteractionResult:
    before = time.perf_counter()
    answer = asyncio.ensure_future(asked)
    # simcord signals no request, so poll
    while not any(request.path.endswith("/callback") for request in env.http_requests):  # noqa: ASYNC110
        await asyncio.sleep(BEAT)
    print(f"{name}: acknowledged after {time.perf_counter() - before:.3f} s")
    result = await answer
    print(f"{name}: answered after {time.perf_counter() - before:.1f} s")
    return result


def main() -> None:
    """Run the benchmark with the number of words given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=50_000)
    asyncio.run(measure(parser.parse_args().words))


if __name__ == "__main__":
    main()
