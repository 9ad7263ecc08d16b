"""The dependencies of background work. Importing this module is cheap, for processes that only call workers."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from bot.archive.store import Archive
from bot.clock import Clock
from bot.concurrency import Offload
from bot.services.articles import ArticleService
from bot.services.digest_composer import ArchiveDigestComposer
from bot.web.fetch import Fetcher


@dataclass(frozen=True, slots=True)
class WorkerDependencies:
    """What background work needs. ``kept`` is how long articles are kept; None keeps them for ever.

    ``offload`` parses pages and feeds; ``readers`` runs the model, in a process that has one; ``local`` always runs on
    this machine, to try filters and render cards. ``rpc_url`` is the database through which processes call each other;
    None if there is one process.
    """

    archive: Archive
    fetcher: Fetcher
    article_service: ArticleService
    digests: ArchiveDigestComposer
    clock: Clock
    offload: Offload
    kept: timedelta | None = None
    readers: Offload | None = None
    local: Offload = asyncio.to_thread
    rpc_url: str | None = None
