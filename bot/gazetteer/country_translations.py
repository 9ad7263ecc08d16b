"""Countries and bodies as other languages name them: CLDR's names, and short ones of a table.

The table ``country_translations.tsv`` has what CLDR lacks: abbreviations, bodies, seats of power.
"""

from functools import lru_cache
from importlib import resources

from babel import Locale

from bot.domain.folding import fold_words
from bot.gazetteer.countries import country_codes

_LANGUAGES = ("ru", "fr", "es", "de", "ar", "zh")


@lru_cache(maxsize=1)
def translated_countries() -> dict[str, str]:
    """The English short name of a country or body by each of its folded names in other languages."""
    found: dict[str, str] = {}
    lines = resources.files(__package__).joinpath("country_translations.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            country, names = line.split("\t")
            found |= {fold_words(name): country for name in names.split(", ")}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if (known := country_codes().get(code)) and (folded := fold_words(name)):
                found.setdefault(folded, known)
    return found
