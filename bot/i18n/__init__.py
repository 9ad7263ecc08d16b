"""All text that people read, in one catalogue: a folder a language, a file a theme; and who is spoken to in which."""
