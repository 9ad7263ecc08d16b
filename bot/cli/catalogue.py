"""``catalogue check``: which sources of the catalogue answer, for those who maintain it.

Each source is asked once, through the address guard. Prints a line a source: state, name, entries, newest date, and
the address or the reason; the exit status is 1 if one does not answer.
"""

import argparse
import asyncio
import sys

from bot.errors import UsageError
from bot.gazetteer.source_catalogue import CatalogueSource, Pack, SourceFilter, open_catalogue
from bot.i18n.messages import translatable, translate
from bot.services.feed_lookup import SourceReport, check_sources


def run(options: argparse.Namespace) -> int:
    """Check the sources that the options name. Raises ``UsageError`` if there are none."""
    from bot.log import start_quietly

    wanted = SourceFilter(words=" ".join(options.words), pack=Pack(options.pack) if options.pack else None)
    settings = start_quietly()
    sources = open_catalogue(settings.attache_data_dir).filter(wanted)
    if not sources:
        raise UsageError(translatable("cli-catalogue-none"))
    return asyncio.run(check(sources, settings.attache_contact, settings.allow_private_hosts))


async def check(sources: tuple[CatalogueSource, ...], contact: str, allow: frozenset[str]) -> int:
    """Ask ``sources``, and print what they answer. The exit status."""
    from bot.clock import SystemClock
    from bot.nlp.worker_pool import WorkerPool
    from bot.services.feed_lookup import FeedLookup
    from bot.web.fetch import Fetcher
    from bot.worker_preload import load_parsers

    answering = 0
    pool = WorkerPool(seconds=15.0, load=load_parsers)
    try:
        async with Fetcher(contact, allow) as fetcher:
            lookup = FeedLookup(fetcher, SystemClock(), offload=pool.run)
            async for report in check_sources(sources, lookup):
                answering += report.answers
                print(describe(report), flush=True)
    finally:
        await pool.close()
    print(translate("cli-catalogue-checked", count=answering, total=len(sources)), file=sys.stderr)
    return 0 if answering == len(sources) else 1


def describe(report: SourceReport) -> str:
    """A report as a line of five fields, with tabs between them."""
    newest = f"{report.newest_at:%Y-%m-%d}" if report.newest_at else "-"
    state = "ok" if report.answers else ("failed" if report.error else "empty")
    said = " ".join(report.error.message().split()) if report.error else report.source.feed
    return "\t".join((state, report.source.name, str(report.entries), newest, said))
