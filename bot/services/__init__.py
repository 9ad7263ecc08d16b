"""The services behind the commands: feeds, digests, searches, watches, settings.

They take stores, a fetcher and a clock, do not depend on a user interface, and raise errors with a message for the
person. Callers name the owner, and services touch nothing of other owners.
"""
