"""Rendering: digests become cards and terminal text, every quotation checked against its article. Pure."""
