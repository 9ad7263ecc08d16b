"""Registers the commands with Discord, with descriptions in all our languages; command names are not translated.

The catalogue has the text of a command under its path, such as ``commands-digest-schedule``, of an option under
``.timezone`` and of a choice under ``.style-full``. This replaces discord.py's own translator, which supports only the
locales known to its version: Arabic, which Discord accepts, is not among them.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from bot.i18n.catalogue import read_texts
from bot.i18n.language import Language

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot

LOCALES = {
    "ar": Language.ARABIC,
    "zh-CN": Language.CHINESE,
    "fr": Language.FRENCH,
    "ru": Language.RUSSIAN,
    "es-ES": Language.SPANISH,
    "es-419": Language.SPANISH,
}
"""Discord's locales (developer documentation, Reference, Locales) with our languages.

English is registered without a locale and serves all others.
"""
_SUBCOMMANDS = frozenset({1, 2})  # option types: subcommand, subcommand group
_SLASH = 1  # command type; the others are context menus


async def register(bot: "AttacheBot") -> None:
    """Replace all commands registered with Discord by those of ``bot``. Raises ``discord.HTTPException``."""
    if bot.application_id is None:
        raise RuntimeError("commands can only be registered after login")
    commands = [localise(command.to_dict(bot.tree)) for command in bot.tree.get_commands()]
    await bot.http.bulk_upsert_global_commands(bot.application_id, payload=commands)


def localise(command: dict[str, Any]) -> dict[str, Any]:
    """A command's payload with its texts in each locale."""
    if command.get("type", _SLASH) != _SLASH:
        return command | {"name_localizations": _said(f"commands-menu-{_slug(command['name'])}")}
    return _localise(command, f"commands-{command['name']}")


def _localise(command: dict[str, Any], key: str) -> dict[str, Any]:
    options = [
        _localise(option, f"{key}-{option['name']}") if option["type"] in _SUBCOMMANDS else _option(option, key)
        for option in command.get("options") or ()
    ]
    return command | {"description_localizations": _said(key), "options": options}


def _option(option: dict[str, Any], key: str) -> dict[str, Any]:
    place = f"{key}.{option['name']}"
    localised = option | {"description_localizations": _said(place)}
    if option.get("choices"):
        localised["choices"] = [
            choice | {"name_localizations": _said(f"{place}-{_slug(str(choice['value']))}")}
            for choice in option["choices"]
        ]
    return localised


def _said(key: str) -> dict[str, str]:
    """The catalogue's text for ``key`` by locale; nothing if it is the same in every language."""
    return {locale: _texts(language)[key] for locale, language in LOCALES.items() if key in _texts(language)}


@cache
def _texts(language: Language) -> dict[str, str]:
    return read_texts(language, "commands")


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")
