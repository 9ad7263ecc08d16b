"""Exports statements as CSV, as JSON Lines and as a site, and serves a channel's posts as a page and an Atom feed.

Words are slices of the stored article. Nothing that belongs to a person or one server is exported unless its owner is
named. Only one page of the archive is in memory at a time.
"""
