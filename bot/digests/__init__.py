"""Composes digests by speaker and the two sides of an event from analyses. Pure."""
