"""Registering the commands with Discord, described in every language of ours: names stay, as people know them.

What a command, an option or a choice says stands in the catalogue under its path, as ``commands-digest-schedule`` with
``.timezone`` for an option and ``.style-full`` for a choice; English is what the code says beside the command, and a
test holds the two together. It is one step over what discord.py composes, and not its own translator, because that
knows only the locales of its version, and Arabic, which Discord takes, is none of them.
"""

from typing import TYPE_CHECKING, Any

from bot.i18n.catalogue import catalogue
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
"""Discord's locales (developer documentation, Reference, Locales), each with the language that its people read.

English is what is registered without a locale, and serves all others.
"""
_SUBCOMMANDS = frozenset({1, 2})  # of the types of options: a command in a group, a group in a group
_SLASH = 1  # of the types of commands; the others are menus of messages and people


async def register(bot: "AttacheBot") -> None:
    """Put all commands of ``bot`` in the place of those that Discord knows. Raises ``discord.HTTPException``."""
    if bot.application_id is None:
        raise RuntimeError("commands are registered after the login")
    commands = [localise(command.to_dict(bot.tree)) for command in bot.tree.get_commands()]
    await bot.http.bulk_upsert_global_commands(bot.application_id, payload=commands)


def localise(command: dict[str, Any]) -> dict[str, Any]:
    """A command as Discord takes it, with what the catalogue says of it in each locale."""
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
    """What the catalogue says under ``key``, by locale; nothing for what is a name in every language."""
    found = ((locale, catalogue(language).find(key, {})) for locale, language in LOCALES.items())
    return {locale: words for locale, words in found if words}


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")
