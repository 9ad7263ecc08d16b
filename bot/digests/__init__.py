"""Composing: an analysis becomes a digest by speaker, or two sides of one event. Pure."""
