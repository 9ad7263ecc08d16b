"""Text for terminals: sheets, and their layout. Pure."""
