"""Parses pages, pasted texts and uploads into articles. Pure."""
