"""Settings of people and servers: parsed, stored and shown."""

import re
from dataclasses import replace
from typing import Any

from babel import Locale

from bot.archive.preferences import PreferenceStore
from bot.domain.language_filter import parse_languages
from bot.domain.preferences import Preferences, Style
from bot.domain.schedule import parse_quiet_hours
from bot.domain.time_zones import parse_zone
from bot.errors import UsageError
from bot.i18n.language import Language, find_language
from bot.i18n.messages import translatable

_NOTHING = frozenset({"none", "off", "no"})


class PreferenceService:
    """The service behind ``/settings``: each call changes the given settings only. All raise ``AttacheError``."""

    def __init__(self, preferences: PreferenceStore) -> None:
        self._preferences = preferences

    async def load(self, owner: str) -> Preferences:
        """The settings of a person or server."""
        return await self._preferences.load(owner)

    async def wants_attitudes(self, person: str) -> bool:
        """Whether the person's setting includes attitudes in "who said what"."""
        return bool((await self._preferences.load(person)).attitudes)

    async def language(self, *owners: str, otherwise: Language = Language.ENGLISH) -> Language:
        """The language of the first of ``owners`` who has set one; else ``otherwise``."""
        for owner in owners:
            if (chosen := (await self._preferences.load(owner)).language) is not None:
                return chosen
        return otherwise

    async def change(
        self,
        owner: str,
        *,
        timezone: str | None = None,
        quiet: str | None = None,
        style: str | None = None,
        language: str | None = None,
        languages: str | None = None,
        attitudes: bool | None = None,
        labels: bool | None = None,
    ) -> Preferences:
        """Change and return settings; "none" resets time zone, quiet hours, language or languages."""
        chosen = None if style is None else _style(style)
        given: dict[str, Any] = {"style": chosen, "attitudes": attitudes, "labels": labels}

        def decide(found: Preferences) -> Preferences:
            found = _with_languages(_with_language(_with_times(found, timezone, quiet), language), languages)
            return replace(found, **{name: value for name, value in given.items() if value is not None})

        return await self._preferences.change(owner, decide)


def _with_times(found: Preferences, timezone: str | None, quiet: str | None) -> Preferences:
    if timezone is not None:
        taken_back = timezone.strip().casefold() in _NOTHING
        found = replace(found, zone=None if taken_back else parse_zone(timezone))
    if quiet is not None:
        found = replace(found, quiet=parse_quiet_hours(quiet))
    return found


def _with_language(found: Preferences, words: str | None) -> Preferences:
    """``words`` is a language tag or the language's own name; "none" resets it."""
    asked = (words or "").strip().casefold()
    if not asked:
        return found
    if asked in _NOTHING:
        return replace(found, language=None)
    named = next((one for one in Language if asked in {one.own_name.casefold(), one.name.casefold()}), None)
    if (language := named or find_language(asked)) is None:
        names = ", ".join(one.own_name for one in Language)
        raise UsageError(translatable("settings-language-unknown", asked=asked[:40], names=names))
    return replace(found, language=language)


def _with_languages(found: Preferences, words: str | None) -> Preferences:
    """``words`` are languages by code or own name, between commas or blanks; "none" or "all" lets all through."""
    codes = [_code(word) for word in re.split(r"[\s,;]+", words or "") if word]
    if not codes:
        return found
    everything = all(code in _NOTHING | {"all"} for code in codes)
    return replace(found, languages=frozenset() if everything else parse_languages(codes))


def _code(word: str) -> str:
    named = (one for one in Language if word.casefold() in {one.own_name.casefold(), one.name.casefold()})
    return next((Locale.parse(one, sep="-").language for one in named), word.casefold())


def _style(words: str) -> Style:
    try:
        return Style(words.strip().casefold())
    except ValueError:
        raise UsageError(translatable("desk-style-unknown", typed=words[:40])) from None
