"""Resolves the words that name a source ("He", "the Russian minister") to a person or body. Pure."""
