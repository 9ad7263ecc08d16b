"""Speakers: the words that name a source ("He", "the Russian minister") resolved to one person or body. Pure."""
