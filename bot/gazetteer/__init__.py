"""Lists of countries, offices and outlets, and the comparison of names. Pure."""
