"""``doctor``: checks everything that the bot needs, and says how to fix what is wrong."""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator

from bot.doctor.finding import Finding, Severity
from bot.errors import SettingsError
from bot.i18n.messages import translatable, translate
from bot.settings import Settings

SICK = 1
"""Exit status if a problem keeps Attaché from working."""
_STYLES = {Severity.OK: "green", Severity.WARN: "yellow", Severity.FAIL: "bold red"}


def run(options: argparse.Namespace) -> int:
    """Print each finding; return ``SICK`` if one is a failure."""
    from bot.log import silence_logging

    silence_logging()  # a finding says what the log would
    return asyncio.run(report(examine(offline=options.offline)))


async def examine(*, offline: bool) -> AsyncIterator[Finding]:
    """Run all checks; ``offline`` skips those that need the network."""
    from bot.doctor.checks import (
        check_account,
        check_archive,
        check_data_folder,
        check_languages,
        check_model,
        check_network,
        check_python,
        check_running,
        find_discord_api,
    )

    yield check_python(sys.version_info[:2])
    try:
        settings = Settings.load()
    except SettingsError as error:
        yield Finding.of_error("settings", error)
        return
    yield Finding.of(Severity.OK, "settings", translatable("doctor-settings"))
    yield check_data_folder(settings.attache_data_dir)
    yield await check_archive(settings)
    yield check_model()
    yield check_languages()
    for finding in await check_running(settings):
        yield finding
    if not offline:
        yield await check_network(settings)
        for finding in await check_account(settings, find_discord_api(settings)):
            yield finding


async def report(findings: AsyncIterator[Finding]) -> int:
    """Print each finding as it comes; return ``SICK`` if one is a failure."""
    from rich.console import Console
    from rich.text import Text

    paper = Console(highlight=False, emoji=False)
    status = 0
    async for finding in findings:
        level = _padded(translate("doctor-level", level=finding.level.value), 6)
        subject = _padded(translate("doctor-subject", subject=finding.subject), 10)
        paper.print(Text.assemble((level, _STYLES[finding.level]), subject, finding.words), soft_wrap=True)
        if finding.step:
            paper.print(Text(f"{'':16}→ {finding.step}"), soft_wrap=True)
        status = SICK if finding.level is Severity.FAIL else status
    return status


def _padded(word: str, columns: int) -> str:
    """Pad ``word`` to so many terminal columns, where a Chinese character takes two; add one space to a longer word."""
    from rich.cells import cell_len

    return word + " " * max(columns - cell_len(word), 1)
