"""Imports that worker processes load before their first job, so that it is as fast as later ones."""

from datetime import UTC, datetime


def load_local() -> None:
    """Load what every process offloads from its event loop: questions, filters, cards."""
    from bot.questions.parse import parse_question  # noqa: PLC0415 - only workers load these
    from bot.render import reading_cards  # noqa: F401, PLC0415 - the same

    parse_question("What did Haugseth say about quotas?", ("Haugseth",), datetime.now(UTC), UTC)


def load_parsers() -> None:
    """Load the parsers of pages and feeds as well."""
    from bot.web import parsers  # noqa: PLC0415 - the same

    parsers.load_parsers()
    load_local()
