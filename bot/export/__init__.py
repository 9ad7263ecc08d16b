"""Carrying what was read out of the house: statements as CSV, as JSON Lines, and as a site that opens from a folder.
What a channel was posted is a page and an Atom feed.

Three rules govern this room. Words are slices of the stored article, cut when they are written. Nothing that belongs
to a person or one server goes out unless its owner is named. Whatever the archive's size, what is held in memory is
one page of it: the rest waits in files.
"""
