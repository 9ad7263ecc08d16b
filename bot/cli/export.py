"""``export``: writes statements of the archive to a file, to standard output, or to a site in a folder."""

import argparse
import asyncio
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path

from bot.archive.store import Archive
from bot.cli.standard_error import progress_bar, tell
from bot.domain.attribution import Act
from bot.domain.date_phrases import parse_since, parse_until
from bot.domain.statement_search import COMMUNICATED, StatementQuery
from bot.errors import UsageError
from bot.export.csv_table import CsvWriter
from bot.export.jsonl import JsonLinesWriter
from bot.export.output_target import written_file, written_folder
from bot.export.statement import ExportQuery
from bot.export.statement_reader import StatementReader
from bot.i18n.lists import join_names
from bot.i18n.messages import translatable, translate
from bot.log import start_quietly
from bot.settings import Settings

_BY_ENDING = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def run(options: argparse.Namespace) -> int:
    """Run the command ``export`` with ``options``. Raises ``AttacheError``."""
    now = datetime.now(UTC)
    form = find_format(options.out, options.format)
    choice = make_choice(options, now)
    if options.bom and form != "csv":
        raise UsageError(translatable("cli-bom-alone"))
    settings = start_quietly()
    asyncio.run(_export(options, form, choice, settings, now))
    return 0


def find_format(out: str, given: str | None) -> str:
    """The format ``given``, else the one that the extension of ``out`` implies. Raises ``UsageError``."""
    form: str = given or ("csv" if out == "-" else _BY_ENDING.get(Path(out).suffix.lower(), "html"))
    if form == "html" and out == "-":
        raise UsageError(translatable("cli-site-needs-folder"))
    return form


def make_choice(options: argparse.Namespace, now: datetime) -> ExportQuery:
    """Which statements to export. Raises ``UsageError`` for invalid times."""
    since = parse_since(options.since, now, UTC) if options.since is not None else None
    until = parse_until(options.until, now, UTC) if options.until is not None else None
    if since and until and since >= until:
        raise UsageError(translatable("cli-turned-round"))
    acts = frozenset(Act) if options.attitudes else COMMUNICATED
    wanted = StatementQuery(options.who, options.about, since, until, acts)
    confidence = {} if options.confidence is None else {"confidence": options.confidence}
    return ExportQuery(wanted, owner=options.owner, stories=options.stories, **confidence)


async def _export(
    options: argparse.Namespace, form: str, choice: ExportQuery, settings: Settings, now: datetime
) -> None:
    archive = await Archive.open(settings.archive_url)
    try:
        said = f"{{task.fields[said]:,}} {translate('cli-statements')}"
        with progress_bar(translate("cli-exporting"), after=said, said=0) as update:
            gathering = StatementReader(
                archive, choice, lambda done, of, statements: update(completed=done, total=of, said=statements)
            )
            if form == "html":
                from bot.export.site import write_site

                with written_folder(Path(options.out), force=options.force) as folder:
                    left_out = await write_site(folder, gathering, now)
            else:
                await _write(options, form, gathering)
                left_out = 0
        alike = () if gathering.statements else await gathering.suggest()
    finally:
        await archive.close()
    _tell(gathering, left_out, options.out)
    if alike:
        tell(translate("cli-alike", who=choice.wanted.who.strip(), names=join_names(alike)))


async def _write(options: argparse.Namespace, form: str, gathering: StatementReader) -> None:
    path = None if options.out == "-" else Path(options.out)
    with written_file(path, force=options.force, bom=options.bom) as sink:
        writer = CsvWriter(sink) if form == "csv" else JsonLinesWriter(sink)
        async with aclosing(gathering.articles()) as articles:
            async for _, statements in articles:
                for one in statements:
                    writer.write(one)


def _tell(gathering: StatementReader, left_out: int, out: str) -> None:
    """Print one line on standard error about what was written, and one for each thing that was left out."""
    where = translate("cli-standard-output") if out == "-" else out
    tell(translate("cli-written", count=gathering.statements - left_out, where=where))
    if gathering.damaged:
        tell(translate("cli-damaged", count=len(gathering.damaged)))
    if left_out:
        tell(translate("cli-unmatched", count=left_out))
