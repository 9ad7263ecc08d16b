"""What the desk works with, as the wiring gives it: light to import, for processes that only ask."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from bot.archive.store import Archive
from bot.background import Offload
from bot.clock import Clock
from bot.services.articles import ArticleService
from bot.services.schedules import DigestComposer
from bot.web.fetch import Fetcher


@dataclass(frozen=True, slots=True)
class WorkerDependencies:
    """The parts of one desk. ``work_url`` is where its jobs are recorded, ``kept`` how long articles are.

    ``offload`` is where pages and feeds are parsed; ``readers``, where the model is, for those who have one;
    ``local``, always in this machine, where filters are tried and cards rendered.
    """

    archive: Archive
    fetcher: Fetcher
    article_service: ArticleService
    digests: DigestComposer
    clock: Clock
    offload: Offload
    work_url: str
    kept: timedelta | None = None
    readers: Offload | None = None
    local: Offload = asyncio.to_thread
