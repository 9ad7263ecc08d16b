"""``analyse``: prints one article for a person or as JSON, or a batch of texts. Stores nothing."""

import argparse
import asyncio
import contextlib
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import BinaryIO

from bot.cli.standard_error import progress_bar, tell
from bot.domain.analysis import Reading, reading_id
from bot.domain.article import Article
from bot.errors import UsageError
from bot.i18n.messages import Translatable, translatable, translate, translate_stored
from bot.log import start_quietly
from bot.settings import Settings

_PAGE = re.compile(rb"\s*+(?:\xef\xbb\xbf\s*+)?<(?:!doctype html|html|head|body|\?xml|!--)", re.IGNORECASE)
BAD_LINES = 1
"""Exit status of a batch with lines that could not be read."""


def run(options: argparse.Namespace) -> int:
    """Run the command ``analyse`` with ``options``."""
    settings = start_quietly()
    if options.batch is not None:
        return asyncio.run(_answer_batch(options.batch, options.workers, settings))
    if options.why is not None:
        from bot.cli.why import print_why

        print_why(load_article(options.target, settings).text, options.why)
        return 0
    reading = read_target(options.target, settings, sentences=options.sentences)
    if options.json:
        _print_json(reading)
    else:
        _print_digest(reading)
    return 0


def read_target(target: str, settings: Settings, *, sentences: int = 5) -> Reading:
    """Analyse a file, an address or standard input, with this many key sentences. Raises ``AttacheError``."""
    article = load_article(target, settings)
    from bot.nlp.analyse import analyse  # loads the model, so a mistyped path should fail first

    analysis = analyse(article.text, language=article.language, sentences=sentences)
    return Reading(reading_id(article), article, analysis)


def load_article(target: str, settings: Settings) -> Article:
    """Load the article that ``target`` names: an address, ``-`` for standard input, or a file's path."""
    from bot.web.pages.upload import MAX_UPLOAD, parse_upload

    if "://" in target:
        return asyncio.run(_fetch_article(target, settings))
    if target == "-":
        if sys.stdin.isatty():
            print(translate("cli-paste"), file=sys.stderr)
        body = sys.stdin.buffer.read(MAX_UPLOAD + 1)
        return parse_upload(_name("", body), body, believed=True)
    path = Path(target)
    try:
        with path.open("rb") as file:
            body = file.read(MAX_UPLOAD + 1)
    except (OSError, ValueError) as error:
        raise UsageError(translatable("cli-unreadable", path=target, reason=_reason(error)), resource=target) from error
    return parse_upload(_name(path.name, body), body, believed=True)


def _name(name: str, body: bytes) -> str:
    """``name``, with an extension that tells pages from text if it has none."""
    if Path(name).suffix:
        return name
    return f"{name or 'page'}.html" if _PAGE.match(body[:1024]) else f"{name or 'text'}.txt"


async def _fetch_article(address: str, settings: Settings) -> Article:
    from bot.web.fetch import Fetcher
    from bot.web.pages.page import parse_page

    async with Fetcher(settings.attache_contact, settings.allow_private_hosts) as fetcher:
        page = await fetcher.fetch(address)
    return parse_page(page.body, url=page.url, headers=page.headers)


def _print_json(reading: Reading) -> None:
    from bot.render.analysis_json import render_json, render_record

    if reading.analysis.unread:
        tell(translate_stored(reading.analysis.unread))
    print(render_json(render_record(reading.article, reading.analysis), indent=2))


def _print_digest(reading: Reading) -> None:
    from bot.digests.lines.choice import compose_lines
    from bot.render.cards.article_card import compose_summary
    from bot.render.cards.lines_card import compose_lines_page
    from bot.render.terminal import find_screen, show

    page = compose_lines_page(reading, compose_lines(reading))
    print(show(find_screen(sys.stdout), compose_summary(reading), page), end="")


async def _answer_batch(path: str, workers: int | None, settings: Settings) -> int:
    from bot.cli.batch import answer_batch, answer_line, count_cores
    from bot.nlp.worker_pool import WorkerPool

    workers = workers or count_cores()
    ahead = 4 * workers  # enough that no worker waits for the slowest answer
    pool = WorkerPool(
        processes=workers,
        seconds=settings.reading_seconds,
        memory_mb=settings.reading_memory_mb,
        waiting=ahead + 2,  # besides those ahead, one is awaited and one waits to be added
    )
    try:
        with _opened(path) as source, _progress(source) as advance:
            good = await answer_batch(
                source, sys.stdout, lambda line: pool.run(answer_line, line), ahead=ahead, advance=advance
            )
    finally:
        await pool.close()
    return 0 if good else BAD_LINES


@contextlib.contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - closed below; opened separately, so that only errors of opening are caught
    except (OSError, ValueError) as error:
        raise UsageError(translatable("cli-batch-unreadable", path=path, reason=_reason(error))) from error
    with file:
        yield file


@contextlib.contextmanager
def _progress(source: BinaryIO) -> Iterator[Callable[[int], None]]:
    """A progress bar in bytes of the file, on standard error, if a person watches that and not the output."""
    if sys.stdout.isatty():
        yield lambda _: None
        return
    status, read = os.fstat(source.fileno()), count(1)
    total = status.st_size if stat.S_ISREG(status.st_mode) else None
    texts = f"{{task.fields[texts]}} {translate('cli-texts')}"
    with progress_bar(translate("cli-reading"), after=texts, total=total, texts=0) as update:
        yield lambda size: update(advance=size, texts=next(read))


def _reason(error: OSError | ValueError) -> Translatable | str:
    """Why a file cannot be read: a message, or the system's own words."""
    match error:
        case FileNotFoundError():
            return translatable("cli-no-such-file")
        case IsADirectoryError():
            return translatable("cli-is-folder")
        case PermissionError():
            return translatable("cli-not-allowed")
        case OSError() if error.strerror:
            return error.strerror.lower()
        case _:
            return translatable("cli-no-path")
