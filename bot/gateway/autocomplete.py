"""Autocomplete choices: at most 25, each at most 100 characters."""

from collections.abc import Iterable

from discord import app_commands

from bot.domain.folding import fold_letters
from bot.render.card import LABEL_LIMIT, OPTION_LIMIT
from bot.render.quotations import shorten


def filter_choices(named: Iterable[tuple[str, int]], typed: str) -> list[app_commands.Choice[int]]:
    """Choices whose name contains ``typed``, in order."""
    sought = fold_letters(typed.strip())
    found = [(name, value) for name, value in named if sought in fold_letters(name)][:OPTION_LIMIT]
    return [app_commands.Choice(name=shorten(name, LABEL_LIMIT), value=value) for name, value in found]
