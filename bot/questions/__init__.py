"""Parses questions by rules (``question_forms.toml``, ``words.toml``) and the archive's own names. Pure."""
