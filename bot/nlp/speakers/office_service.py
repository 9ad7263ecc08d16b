"""Offices that only states have."""

import re

OFFICE_OF_STATE = re.compile(r"\b(?:minister|premier|chancellor|king)\b", re.IGNORECASE)
"""Offices that a state alone has, and no union of states."""
