"""All text that people read, in one catalogue: a folder per language, a file per theme."""
