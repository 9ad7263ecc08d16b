"""The Discord client: connection, error answers, sending, and cards as Discord components."""
