"""Lists of names: countries, offices, outlets, and when two spellings are one name. Pure."""
