"""Who said what in languages other than English: the multilingual tagger's links, and words of each language as data.

``<code>/lexicon.toml`` and ``<code>/places.tsv`` hold everything that is of one language; the modules hold none of it.
"""

LANGUAGES = frozenset({"ar", "es", "fr", "ru", "zh"})
"""ISO 639-1 codes of the languages that are read here."""
