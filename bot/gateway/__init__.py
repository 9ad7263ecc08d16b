"""The Discord client: connection, error messages, sending, and cards as Discord components."""
