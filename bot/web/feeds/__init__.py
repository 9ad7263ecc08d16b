"""Feeds: parses documents into entries, finds the feeds of a page, identifies entries, reads and writes OPML.

Everything here is pure and reads untrusted bytes: sizes are bounded before they cost anything, and unreadable input
raises :class:`~bot.errors.ParseError`. Parsers run in a worker process, whose limits of time and memory are the second
line of defence.
"""
