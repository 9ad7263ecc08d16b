"""What the desk works with, as the wiring gives it: light to import, for processes that only ask."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from bot.archive.store import Archive
from bot.desk.schedules import DigestDesk
from bot.newsroom import Newsroom, OffLoop
from bot.sources.fetch import Fetcher
from bot.work.clock import Clock


@dataclass(frozen=True, slots=True)
class DeskParts:
    """The parts of one desk. ``work_url`` is where its jobs are recorded, ``kept`` how long articles are.

    ``off_loop`` is where pages and feeds are parsed; ``readers``, where the model is, for those who have one;
    ``local``, always in this machine, where filters are tried and cards rendered.
    """

    archive: Archive
    fetcher: Fetcher
    newsroom: Newsroom
    digests: DigestDesk
    clock: Clock
    off_loop: OffLoop
    work_url: str
    kept: timedelta | None = None
    readers: OffLoop | None = None
    local: OffLoop = asyncio.to_thread
