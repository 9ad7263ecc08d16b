"""Names that are ours, not an article's, in the current language: of countries, bodies, languages, kinds of outlets."""

from functools import lru_cache

from babel import Locale

from bot.domain.article import Outlet
from bot.domain.attribution import Speaker
from bot.gazetteer.countries import code_of
from bot.i18n.language import Language, current_language
from bot.i18n.messages import translate

_BETWEEN = "; "
"""Stands between the countries of a joint statement."""


def country_name(country: str) -> str:
    """What a country, a body, or several of them are called; any other words as they are."""
    return _BETWEEN.join(_named(one, current_language()) for one in country.split(_BETWEEN))


def speaker_facts(speaker: Speaker) -> tuple[str, ...]:
    """Office, as the article has it, and country, as far as the name does not say them already."""
    return tuple(country_name(fact) if fact == speaker.country else fact for fact in speaker.facts)


def outlet_state(outlet: Outlet | None) -> str:
    """Whether a state funds or controls an outlet, nothing where none is known to."""
    return translate("article-state", state=outlet.state) if outlet and outlet.state else ""


@lru_cache(maxsize=2048)
def _named(country: str, language: Language) -> str:
    if language is Language.ENGLISH:
        return country
    return _of_catalogue(country) or Locale(language).territories.get(code_of(country) or "") or country


def _of_catalogue(country: str) -> str:
    """A name that CLDR has not, or has otherwise than the country is called here; "" for all others."""
    return translate("country-name", name=country.casefold().replace(" ", "-"))


def mark_language(code: str | None) -> str:
    """The name of language ``code`` (ISO 639-1) in the current language; nothing for that one, or an unknown one."""
    if code is None or code.casefold().split("-")[0] == Locale.parse(current_language(), sep="-").language:
        return ""
    return name_language(code)


def name_language(code: str) -> str:
    """The name of language ``code`` in the current language; nothing for an unknown one."""
    name = Locale.parse(current_language(), sep="-").languages.get(code.casefold().split("-")[0])
    return str(name) if name else ""
