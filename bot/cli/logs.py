"""The log of a command that a person waits for: its answer tells what went wrong, so only faults of ours are logged."""

import logging

from bot.log import start_logging
from bot.settings import Settings


def start_quiet_logging(settings: Settings) -> None:
    """Log faults of this program to standard error, and of nothing else unless LOG_LEVEL is set."""
    if "log_level" in settings.model_fields_set:
        start_logging(settings)
        return
    start_logging(settings.model_copy(update={"log_level": "ERROR"}))
    # libraries call a page that holds no article an error; people are told in a sentence
    logging.getLogger().setLevel(logging.CRITICAL)
    logging.getLogger("bot").setLevel(logging.ERROR)
