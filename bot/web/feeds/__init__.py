"""Feeds: a document's bytes to its entries, the feeds that a page names, who an entry is, and lists of feeds (OPML).

Everything here is pure and reads bytes from strangers: sizes are bounded before they cost anything, and what cannot be
read is a :class:`~bot.errors.ParseError` in words. It is meant to run in a worker, whose limits of time and memory are
the second fence, not the first.
"""
