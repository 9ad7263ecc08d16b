"""``run``: runs the bot on Discord, or one process of it, until it is stopped; in English whatever the locale."""

import argparse
import asyncio
import gc


def run(options: argparse.Namespace) -> int:
    """Run the bot. Raises ``SettingsError`` for a missing or rejected token, ``ArchiveError`` without an archive."""
    gc.disable()  # a fifth of the time that the imports take, and they leave no garbage worth it
    try:
        from bot.domain.processes import ALL_ROLES, parse_roles
        from bot.i18n.language import Language, using_language
        from bot.log import start_logging
        from bot.process import run_bot
        from bot.settings import Settings

        roles = ALL_ROLES if options.roles is None else parse_roles(options.roles)
        settings = Settings.load()
        start_logging(settings)
        with using_language(Language.ENGLISH):
            asyncio.run(run_bot(settings, roles))
    finally:
        gc.enable()  # also where nothing came of it
    return 0
