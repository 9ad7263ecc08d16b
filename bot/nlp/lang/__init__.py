"""Finds who said what in languages other than English, from the multilingual tagger's links and word lists.

``<code>/lexicon.toml`` and ``<code>/places.tsv`` hold everything specific to a language; the modules hold none of it.
"""

LANGUAGES = frozenset({"ar", "es", "fr", "ru", "zh"})
"""ISO 639-1 codes of the languages that are read here."""
