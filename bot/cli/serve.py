"""``run``: the bot on Discord, until it is told to stop."""

import argparse
import asyncio


def run(_: argparse.Namespace) -> int:
    """Run the bot. Raises ``SettingsError`` for a missing or refused token, ``ArchiveError`` without an archive."""
    from bot.log import start_logging
    from bot.runtime import run_bot
    from bot.settings import Settings

    settings = Settings.load()
    start_logging(settings)
    asyncio.run(run_bot(settings))
    return 0
